-- A grant opens one plan. Until now the scrutiny role saw every plan of a granted partnership, and each query had to leave the
-- others out. From here on a row is visible only where its plan is granted, or where it is tied to a row that is visible.
-- docs/decisions/0034-scrutiny-by-plan.md says which rule each table follows and why.

-- The grants of this transaction: three lists of the same length, set in one command with the role. A list that is missing or
-- shorter opens nothing.
create function portal_granted_plans(p_live boolean) returns table (tenant_id integer, plan_id uuid)
language sql stable as $$
  select g.tenant_id, g.plan_id
  from unnest(
    string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::integer[],
    string_to_array(nullif(current_setting('app.plans', true), ''), ',')::uuid[],
    string_to_array(nullif(current_setting('app.live', true), ''), ',')::boolean[]) g (tenant_id, plan_id, is_live)
  where g.tenant_id is not null and g.plan_id is not null and g.is_live is not null and (g.is_live or not p_live)
$$;
revoke execute on function portal_granted_plans(boolean) from public;
grant execute on function portal_granted_plans(boolean) to portal_scrutiny;

-- Replaces what scrutiny sees of a table. Like the former rule it begins with the partnership, which the index begins with.
create function portal_show(p_table regclass, p_seen text) returns void
language plpgsql as $$
begin
  execute format('drop policy if exists scrutiny on %s', p_table);
  execute format(
    'create policy scrutiny on %s for select to portal_scrutiny using (tenant_id = any ((select string_to_array('
    'nullif(current_setting(''app.tenants'', true), ''''), '','')::integer[])::integer[]) and (%s))', p_table, p_seen);
end $$;
revoke execute on function portal_show(regclass, text) from public;

-- The row of another table that a row refers to is visible.
create function portal_tied(p_table text, p_column text, p_to text, p_key text default 'id') returns text
language sql immutable as $$
  select format('exists (select from %1$s t where t.tenant_id = %2$s.tenant_id and t.%4$s = %2$s.%3$s)', p_to, p_table, p_column, p_key)
$$;

-- Rows that reach their plan by way of others know it themselves, so that a rule is one comparison and not a chain of them:
-- PostgreSQL opens up each rule anew wherever its table is read, and chains of chains made a page of evidence plan for seconds.
-- Triggers keep the column, from the row's own references; nobody writes it.
alter table key_drivers add column plan_id uuid;
alter table projects add column plan_id uuid;
alter table measure_uses add column plan_id uuid;
alter table recommendation_links add column plan_id uuid;
alter table evidence_links add column plan_id uuid;
alter table evidence_links add column is_released boolean not null default false;

create function portal_plan_of_aim_row() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.plan_id := (select a.plan_id from stretch_aims a where a.tenant_id = new.tenant_id and a.id = new.aim_id);
  return new;
end $$;
create trigger plan_id before insert or update on key_drivers for each row execute function portal_plan_of_aim_row();
create trigger plan_id before insert or update on projects for each row execute function portal_plan_of_aim_row();

create function portal_plan_of_use() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.plan_id := coalesce(
    (select a.plan_id from stretch_aims a where a.tenant_id = new.tenant_id and a.id = new.aim_id),
    (select d.plan_id from key_drivers d where d.tenant_id = new.tenant_id and d.id = new.driver_id),
    (select p.plan_id from projects p where p.tenant_id = new.tenant_id and p.id = new.project_id));
  return new;
end $$;
create trigger plan_id before insert or update on measure_uses for each row execute function portal_plan_of_use();

create function portal_plan_of_link() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.plan_id := coalesce(
    (select a.plan_id from stretch_aims a where a.tenant_id = new.tenant_id and a.id = new.aim_id),
    (select d.plan_id from key_drivers d where d.tenant_id = new.tenant_id and d.id = new.driver_id),
    (select p.plan_id from projects p where p.tenant_id = new.tenant_id and p.id = new.project_id),
    (select m.plan_id from measures m where m.tenant_id = new.tenant_id and m.id = new.measure_id));
  return new;
end $$;
create trigger plan_id before insert or update on recommendation_links for each row execute function portal_plan_of_link();

-- Evidence for a recommendation belongs to no plan. The link also knows whether a version of its item is released: its own rule
-- may not look at versions, whose rule looks at links.
create function portal_plan_of_evidence() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.plan_id := coalesce(
    (select p.plan_id from projects p where p.tenant_id = new.tenant_id and p.id = new.project_id),
    (select m.plan_id from measures m where m.tenant_id = new.tenant_id and m.id = new.measure_id),
    (select p.plan_id from sub_actions s join projects p on p.tenant_id = s.tenant_id and p.id = s.project_id
      where s.tenant_id = new.tenant_id and s.id = new.sub_action_id),
    (select p.plan_id from progress_updates u join projects p on p.tenant_id = u.tenant_id and p.id = u.project_id
      where u.tenant_id = new.tenant_id and u.id = new.update_id));
  new.is_released := exists (
    select from evidence_versions v where v.tenant_id = new.tenant_id and v.item_id = new.item_id and v.released_at is not null);
  return new;
end $$;
create trigger plan_id before insert or update on evidence_links for each row execute function portal_plan_of_evidence();

-- What changes above is passed on. These updates set nothing: the triggers of the rows do.
create function portal_pass_plan_on() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'stretch_aims' then
    update key_drivers set plan_id = plan_id where tenant_id = new.tenant_id and aim_id = new.id;
    update projects set plan_id = plan_id where tenant_id = new.tenant_id and aim_id = new.id;
    update measure_uses set plan_id = plan_id where tenant_id = new.tenant_id and aim_id = new.id;
    update recommendation_links set plan_id = plan_id where tenant_id = new.tenant_id and aim_id = new.id;
  elsif tg_table_name = 'key_drivers' then
    update measure_uses set plan_id = plan_id where tenant_id = new.tenant_id and driver_id = new.id;
    update recommendation_links set plan_id = plan_id where tenant_id = new.tenant_id and driver_id = new.id;
  elsif tg_table_name = 'projects' then
    update measure_uses set plan_id = plan_id where tenant_id = new.tenant_id and project_id = new.id;
    update recommendation_links set plan_id = plan_id where tenant_id = new.tenant_id and project_id = new.id;
    update evidence_links l set plan_id = plan_id where l.tenant_id = new.tenant_id and (l.project_id = new.id
      or l.sub_action_id in (select s.id from sub_actions s where s.tenant_id = new.tenant_id and s.project_id = new.id)
      or l.update_id in (select u.id from progress_updates u where u.tenant_id = new.tenant_id and u.project_id = new.id));
  else
    update recommendation_links set plan_id = plan_id where tenant_id = new.tenant_id and measure_id = new.id;
    update evidence_links set plan_id = plan_id where tenant_id = new.tenant_id and measure_id = new.id;
  end if;
  return null;
end $$;
create trigger pass_plan_on after update on stretch_aims for each row when (old.plan_id is distinct from new.plan_id) execute function portal_pass_plan_on();
create trigger pass_plan_on after update on key_drivers for each row when (old.plan_id is distinct from new.plan_id) execute function portal_pass_plan_on();
create trigger pass_plan_on after update on projects for each row when (old.plan_id is distinct from new.plan_id) execute function portal_pass_plan_on();
create trigger pass_plan_on after update on measures for each row when (old.plan_id is distinct from new.plan_id) execute function portal_pass_plan_on();

create function portal_version_is_released() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  changed evidence_versions := case when tg_op = 'DELETE' then old else new end;
begin
  update evidence_links l set is_released = is_released
  where l.tenant_id = changed.tenant_id and l.item_id = changed.item_id and l.is_released <> exists (
    select from evidence_versions v where v.tenant_id = changed.tenant_id and v.item_id = changed.item_id and v.released_at is not null);
  return null;
end $$;
create trigger is_released after insert or delete or update of released_at, item_id on evidence_versions
  for each row execute function portal_version_is_released();

-- The versions that a report lists, read from the edition that scrutiny bodies get.
alter table published_reports add column listed_evidence jsonb not null default '[]';
alter table published_reports alter column listed_evidence drop default;

create function portal_listed_evidence() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  edition text := convert_from(new.scrutiny_edition, 'UTF8');
begin
  new.listed_evidence := case when edition is json then jsonb_path_query_array(edition::jsonb, '$.evidence[*].versionId') else '[]' end;
  return new;
end $$;
create trigger listed_evidence before insert or update on published_reports for each row execute function portal_listed_evidence();
grant select (listed_evidence) on published_reports to portal_scrutiny;

-- The rows that are there. Forced row security would hide them from their owner, too.
do $$
declare
  name text;
begin
  foreach name in array array[
    'stretch_aims', 'key_drivers', 'projects', 'measures', 'measure_uses', 'recommendation_links', 'sub_actions', 'progress_updates',
    'evidence_links', 'evidence_versions', 'published_reports']
  loop
    execute format('alter table %I no force row level security', name);
  end loop;
  update key_drivers set plan_id = plan_id;
  update projects set plan_id = plan_id;
  update measure_uses set plan_id = plan_id;
  update recommendation_links set plan_id = plan_id;
  update evidence_links set plan_id = plan_id;
  update published_reports set listed_evidence = listed_evidence;
  foreach name in array array[
    'stretch_aims', 'key_drivers', 'projects', 'measures', 'measure_uses', 'recommendation_links', 'sub_actions', 'progress_updates',
    'evidence_links', 'evidence_versions', 'published_reports']
  loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
alter table key_drivers alter column plan_id set not null;
alter table projects alter column plan_id set not null;
alter table measure_uses alter column plan_id set not null;
alter table recommendation_links alter column plan_id set not null;
alter table evidence_links alter column is_released drop default;

-- Of any grant, also one of approved reports only.
select portal_show('plans', '(tenant_id, id) in (select g.tenant_id, g.plan_id from portal_granted_plans(false) g)');
select portal_show(t::regclass, '(tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(false) g)')
from unnest(array['reporting_periods', 'published_reports']) t;

-- The live plan.
select portal_show(t::regclass, '(tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(true) g)')
from unnest(array[
  'plan_sections', 'external_plans', 'plan_inspections', 'stretch_aims', 'key_drivers', 'projects', 'measure_uses', 'recommendation_links']) t;
select portal_show(t::regclass, portal_tied(t, 'project_id', 'projects'))
from unnest(array['project_leads', 'deadline_slips', 'sub_actions', 'category_notes', 'tests_of_change']) t;
select portal_show('sub_action_owners', portal_tied('sub_action_owners', 'sub_action_id', 'sub_actions'));
select portal_show('progress_updates', 'state = ''Accepted'' and ' || portal_tied('progress_updates', 'project_id', 'projects'));
select portal_show(
  'update_entries',
  portal_tied('update_entries', 'project_id', 'projects') || ' and (update_id is null or ' || portal_tied('update_entries', 'update_id', 'progress_updates') || ')');

-- A dependency on an item that is not visible is not visible either: its words speak of that item.
select portal_show(
  'depends_on',
  portal_tied('depends_on', 'project_id', 'projects')
  || ' and (on_aim_id is null or ' || portal_tied('depends_on', 'on_aim_id', 'stretch_aims') || ')'
  || ' and (on_project_id is null or ' || portal_tied('depends_on', 'on_project_id', 'projects') || ')');

-- A measure belongs to a plan, and shows itself and its figures in every plan that uses it. Where else it is used stays hidden.
select portal_show(
  'measures',
  '(tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(true) g) or ' || portal_tied('measures', 'id', 'measure_uses', 'measure_id'));
select portal_show(t::regclass, portal_tied(t, 'measure_id', 'measures'))
from unnest(array['measure_targets', 'measure_points', 'measure_phases', 'point_corrections']) t;
select portal_show(
  'measure_annotations',
  portal_tied('measure_annotations', 'measure_id', 'measures')
  || ' and (test_of_change_id is null or ' || portal_tied('measure_annotations', 'test_of_change_id', 'tests_of_change') || ')');

-- What the lead answered about a measure is said within the measure's own plan.
select portal_show(
  'signal_answers',
  portal_tied('signal_answers', 'project_id', 'projects')
  || ' or exists (select from measures m where m.tenant_id = signal_answers.tenant_id and m.id = signal_answers.measure_id'
  || ' and (m.tenant_id, m.plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(true) g))');

-- Inspections that a granted plan answers, with what they found.
select portal_show('inspections', portal_tied('inspections', 'id', 'plan_inspections', 'inspection_id'));
select portal_show(t::regclass, portal_tied(t, 'inspection_id', 'inspections'))
from unnest(array['inspection_bodies', 'inspection_questions', 'gradings', 'key_strengths', 'progress_reviews']) t;
select portal_show('review_bodies', portal_tied('review_bodies', 'review_id', 'progress_reviews'));
select portal_show('review_findings', portal_tied('review_findings', 'review_id', 'progress_reviews'));

-- A recommendation is the inspectorate's, or a priority of the partnership's own. It also shows where something visible answers it.
select portal_show(
  'recommendations',
  portal_tied('recommendations', 'inspection_id', 'inspections')
  || ' or ' || portal_tied('recommendations', 'id', 'recommendation_links', 'recommendation_id'));

-- Who answers for something visible.
select portal_show(
  'lead_responsibilities',
  portal_tied('lead_responsibilities', 'id', 'project_leads', 'lead_responsibility_id')
  || ' or ' || portal_tied('lead_responsibilities', 'id', 'sub_action_owners', 'lead_responsibility_id')
  || ' or ' || portal_tied('lead_responsibilities', 'id', 'measures', 'lead_responsibility_id'));

-- Organisations, committees and groups are the partnership's own structure, the same for every plan. A service or a team shows
-- where it has a part in something visible.
select portal_show(
  'agencies',
  'kind not in (''Service'', ''Team'') or ' || portal_tied('agencies', 'id', 'lead_responsibilities', 'agency_id')
  || ' or ' || portal_tied('agencies', 'id', 'update_entries', 'agency_id'));

-- Evidence shows where it proves something of a granted plan or of its inspection, or where an approved report lists it.
select portal_show(
  'evidence_links',
  'is_released and ((tenant_id, plan_id) in (select g.tenant_id, g.plan_id from portal_granted_plans(true) g) or exists ('
  'select from recommendations r where r.tenant_id = evidence_links.tenant_id and r.id = evidence_links.recommendation_id'
  ' and (r.inspection_id is null or exists (select from inspections i where i.tenant_id = r.tenant_id and i.id = r.inspection_id))))');
select portal_show(
  'evidence_versions',
  'released_at is not null and (' || portal_tied('evidence_versions', 'item_id', 'evidence_links', 'item_id')
  || ' or exists (select from published_reports r where r.tenant_id = evidence_versions.tenant_id and r.listed_evidence ? evidence_versions.id::text))');
select portal_show('evidence_items', portal_tied('evidence_items', 'id', 'evidence_versions', 'item_id'));

drop function portal_tied(text, text, text, text);
