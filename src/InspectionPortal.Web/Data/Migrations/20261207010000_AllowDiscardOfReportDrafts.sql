-- A draft is not part of the record until it is submitted: it goes with a report that is discarded, and when writing it is undone.
grant delete on report_drafts to portal_app;
