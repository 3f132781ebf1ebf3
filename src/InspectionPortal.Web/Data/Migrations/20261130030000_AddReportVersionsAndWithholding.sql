ALTER TABLE published_reports ADD COLUMN number integer NOT NULL DEFAULT 1;
ALTER TABLE published_reports ALTER COLUMN number DROP DEFAULT;
ALTER TABLE published_reports ADD COLUMN correction_reason character varying(2000);
ALTER TABLE submissions ADD COLUMN correction_reason character varying(2000);

-- A correction is a further report of the same period. No two have the same number.
DROP INDEX ux_published_reports_tenant_id_period_id;
CREATE INDEX ix_published_reports_tenant_id_period_id ON published_reports (tenant_id, period_id);
CREATE UNIQUE INDEX ux_published_reports_tenant_id_period_id_number ON published_reports (tenant_id, period_id, number);
grant select (number, correction_reason) on published_reports to portal_scrutiny;

CREATE TABLE report_withholdings (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    report_id uuid NOT NULL,
    period_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    title character varying(100) NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    reason character varying(2000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_user_id uuid NOT NULL,
    released_at timestamp with time zone,
    released_by_user_id uuid,
    release_reason character varying(2000),
    CONSTRAINT pk_report_withholdings PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_report_withholdings_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_report_withholdings_tenant_id_report_id FOREIGN KEY (tenant_id, report_id) REFERENCES published_reports (tenant_id, id) ON DELETE RESTRICT
);

-- A report is withheld once at a time, whoever does it at the same moment.
CREATE UNIQUE INDEX ux_report_withholdings_tenant_id_report_id ON report_withholdings (tenant_id, report_id) WHERE released_at IS NULL;

-- Why and when a report was withheld is never changed. That it is shown again is written once, beside it.
select portal_protect('report_withholdings', 'select, insert', null);
grant update (released_at, released_by_user_id, release_reason) on report_withholdings to portal_app;

-- Scrutiny bodies read that a report of their plan is withheld and why, and not who did it. The report itself is hidden from them
-- here, so that no page can show it by mistake; what it alone listed as evidence goes with it.
grant select (tenant_id, id, report_id, period_id, plan_id, title, number, sha256, published_at, reason, at, released_at, release_reason)
  on report_withholdings to portal_scrutiny;
select portal_show('report_withholdings', '(tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(false) g)');
select portal_show(
  'published_reports',
  '(tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(false) g)'
  ' and not exists (select from report_withholdings w where w.tenant_id = published_reports.tenant_id'
  ' and w.report_id = published_reports.id and w.released_at is null)');

create function portal_released_once() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'The report was released before.';
end $$;
create trigger released_once before update on report_withholdings
  for each row when (old.released_at is not null) execute function portal_released_once();
