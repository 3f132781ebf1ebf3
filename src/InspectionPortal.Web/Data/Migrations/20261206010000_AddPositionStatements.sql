-- What a partnership says of each recommendation, over time.
CREATE TABLE position_statements (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    as_at date NOT NULL,
    how_well character varying(4000),
    how_known character varying(4000),
    what_next character varying(4000),
    grade character varying(100),
    state character varying(40) NOT NULL,
    written_by_user_id uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    period_id uuid,
    approved_by_user_id uuid,
    approved_at timestamp with time zone,
    search_text tsvector generated always as (
      setweight(portal_search_vector(how_well), 'A')
      || setweight(portal_search_vector(coalesce(how_known, '') || ' ' || coalesce(what_next, '') || ' ' || coalesce(grade, '')), 'B')) stored,
    CONSTRAINT pk_position_statements PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_position_statements_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_position_statements_tenant_id_recommendation_id FOREIGN KEY (tenant_id, recommendation_id) REFERENCES recommendations (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_position_statements_tenant_id_period_id FOREIGN KEY (tenant_id, period_id) REFERENCES reporting_periods (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT ck_position_statements_approved CHECK ((state = 'Approved') = (approved_at is not null) and (approved_at is null) = (approved_by_user_id is null)),
    CONSTRAINT ck_position_statements_complete CHECK (how_well is not null or (state = 'Draft' and period_id is null))
);

alter table position_statements alter column search_text set storage main;
CREATE INDEX ix_position_statements_tenant_id_recommendation_id ON position_statements (tenant_id, recommendation_id);
CREATE INDEX ix_position_statements_tenant_id_period_id ON position_statements (tenant_id, period_id);

-- A recommendation has one draft at a time.
CREATE UNIQUE INDEX ux_position_statements_tenant_id_recommendation_id ON position_statements (tenant_id, recommendation_id) WHERE state = 'Draft';

-- What was approved stays as it is, whatever the code does. What is with the chief officers is what they read.
create function portal_keep_statement() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state = 'Approved' then
    raise exception 'The position statement is approved: it cannot be changed or removed.' using errcode = 'insufficient_privilege';
  end if;
  if old.period_id is not null and (tg_op = 'DELETE' or new.period_id is distinct from old.period_id and new.period_id is not null
    or (new.recommendation_id, new.as_at, new.how_well, new.how_known, new.what_next, new.grade, new.written_by_user_id, new.written_at)
      is distinct from (old.recommendation_id, old.as_at, old.how_well, old.how_known, old.what_next, old.grade, old.written_by_user_id, old.written_at))
  then
    raise exception 'The position statement is with the chief officers: it cannot be changed or removed.' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_statement before update or delete on position_statements for each row execute function portal_keep_statement();

-- Scrutiny bodies read approved statements and not who wrote them. One that was approved with a report goes with it: where the report's
-- plan is not granted, or while a version of the report is withheld, it is hidden too.
select portal_protect('position_statements', 'select, insert, update, delete', null);
grant select (tenant_id, id, recommendation_id, as_at, how_well, how_known, what_next, grade, state, period_id, approved_at, search_text)
  on position_statements to portal_scrutiny;
select portal_show(
  'position_statements',
  'state = ''Approved'''
  ' and (tenant_id, recommendation_id) in (select r.tenant_id, r.id from recommendations r)'
  ' and (period_id is null or ((tenant_id, period_id) in (select p.tenant_id, p.id from reporting_periods p)'
  ' and not exists (select from report_withholdings w where w.tenant_id = position_statements.tenant_id'
  ' and w.period_id = position_statements.period_id and w.released_at is null)))');

-- The texts of statements are searched in the reports that have them. Reports from before have none.
create or replace function portal_report_texts(p_report bytea) returns text[]
language plpgsql stable parallel safe as $$
declare
  report text := convert_from(p_report, 'UTF8');
begin
  if report is not json then
    return '{}';
  end if;
  return array(
    select t #>> '{}'
    from unnest(array[
      '$.summary', '$.correction.reason', '$.decisions[*].text', '$.aims[*].statement', '$.aims[*].vision', '$.aims[*].projects[*].title',
      '$.aims[*].projects[*].aimText', '$.aims[*].projects[*].stoppedBecause', '$.aims[*].projects[*].noActionNeeded',
      '$.aims[*].projects[*].texts.*', '$.aims[*].projects[*].slips[*].reason', '$.aims[*].projects[*].update.entries[*].text',
      '$.aims[*].projects[*].update.slipReason', '$.aims[*].projects[*].update.helpNeeded',
      '$.aims[*].projects[*].update.ratingChangedReason', '$.aims[*].projects[*].update.notRatedReason',
      '$.aims[*].projects[*].update.statusReason', '$.measures[*].title', '$.recommendations[*].text',
      '$.recommendations[*].statements[*].howWell', '$.recommendations[*].statements[*].howKnown',
      '$.recommendations[*].statements[*].whatNext', '$.evidence[*].title'
    ]) with ordinality p (path, place), jsonb_path_query(report::jsonb, p.path::jsonpath) t
    where jsonb_typeof(t) = 'string'
    order by p.place);
end $$;
