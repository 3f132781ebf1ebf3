alter table evidence_items add column made_on date;
alter table evidence_items add column source character varying(200);
alter table evidence_items add column has_personal_data boolean not null default false;
alter table evidence_items alter column has_personal_data drop default;

alter table evidence_versions add column scanned_at timestamp with time zone;
alter table evidence_versions add column scan_tried_at timestamp with time zone;
alter table evidence_versions add column scan_note character varying(200);
alter table evidence_versions add column has_macros boolean not null default false;
alter table evidence_versions alter column has_macros drop default;
alter table evidence_versions add column contents jsonb;

-- What was released without a scan is the partnership's own again until it is clean. Forced row security would hide the rows from their owner.
do $$
begin
  alter table evidence_versions no force row level security;
  alter table evidence_links no force row level security;
  update evidence_versions set released_at = null, released_by_user_id = null
  where released_at is not null and scan not in ('Clean', 'NotNeeded');
  alter table evidence_versions force row level security;
  alter table evidence_links force row level security;
end $$;

-- The last word: whatever the portal gets wrong, nothing is released before it is clean.
alter table evidence_versions add constraint ck_evidence_versions_released_clean check (released_at is null or scan in ('Clean', 'NotNeeded'));
