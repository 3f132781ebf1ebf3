-- The roles. Where the migrating role may not create roles, an administrator creates them first (docs/running.md).
do $$
begin
  if not exists (select from pg_roles where rolname = 'portal_app') then
    create role portal_app login noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'portal_scrutiny') then
    create role portal_scrutiny nologin noinherit;
  end if;
  if not exists (
    select from pg_auth_members m
    where m.roleid = 'portal_scrutiny'::regrole and m.member = 'portal_app'::regrole and m.set_option
  ) then
    grant portal_scrutiny to portal_app with inherit false, set true;
  end if;
end $$;

grant usage on schema public to portal_app, portal_scrutiny;

-- Puts one tenant table behind row-level security. p_app: what the app may do; p_seen: what scrutiny may see of a row, null for nothing.
create function portal_protect(p_table regclass, p_app text, p_seen text, p_columns text default null) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('alter table %s force row level security', p_table);
  execute format('grant %s on %s to portal_app', p_app, p_table);
  execute format(
    'create policy tenant on %s to portal_app using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int) '
    'with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int)', p_table);
  if p_seen is not null then
    execute format('grant select%s on %s to portal_scrutiny', coalesce(' (' || p_columns || ')', ''), p_table);
    execute format(
      'create policy scrutiny on %s for select to portal_scrutiny using (tenant_id = any (string_to_array('
      'nullif(current_setting(''app.tenants'', true), ''''), '','')::int[]) and (%s))', p_table, p_seen);
  end if;
end $$;
revoke execute on function portal_protect(regclass, text, text, text) from public;

-- Tables of a plan: members change them, a grant shows them.
select portal_protect(t::regclass, 'select, insert, update, delete', 'true')
from unnest(array[
  'agencies', 'lead_responsibilities', 'inspections', 'inspection_bodies', 'inspection_questions', 'gradings', 'key_strengths',
  'recommendations', 'recommendation_links', 'plans', 'plan_sections', 'external_plans', 'plan_inspections', 'stretch_aims',
  'key_drivers', 'projects', 'project_leads', 'sub_actions', 'sub_action_owners', 'measures', 'measure_targets', 'measure_points',
  'reporting_periods'
]) t;

-- What a link officer sees only in part: columns and rows that were accepted or released.
select portal_protect(
  'progress_updates', 'select, insert, update, delete', 'state = ''Accepted''',
  'tenant_id, id, period_id, project_id, state, status, rag_accepted, forecast, slip_reason, reviewed_at, no_change');
select portal_protect(
  'update_entries', 'select, insert, update, delete',
  'update_id is null or exists (select from progress_updates u where u.tenant_id = update_entries.tenant_id and u.id = update_entries.update_id)');
select portal_protect('evidence_versions', 'select, insert, update, delete', 'released_at is not null');
select portal_protect(
  'evidence_items', 'select, insert, update, delete',
  'exists (select from evidence_versions v where v.tenant_id = evidence_items.tenant_id and v.item_id = evidence_items.id)');
select portal_protect(
  'evidence_links', 'select, insert, update, delete',
  'exists (select from evidence_versions v where v.tenant_id = evidence_links.tenant_id and v.item_id = evidence_links.item_id)');
select portal_protect(
  'published_reports', 'select, insert', 'true',
  'tenant_id, id, period_id, plan_id, title, sha256, scrutiny_edition, published_at');

-- What stays in the partnership.
select portal_protect(t::regclass, 'select, insert, update, delete', null)
from unnest(array['memberships', 'responsibility_holders', 'scrutiny_grants']) t;

-- What is written once.
select portal_protect('deadline_slips', 'select, insert', 'true', 'tenant_id, id, project_id, "from", "to", reason, at');
select portal_protect('approvals', 'select, insert', null);
select portal_protect('audit_entries', 'select, insert', null);
select portal_protect('access_entries', 'select, insert', null);
select portal_protect('submissions', 'select, insert', null);
grant update (state) on submissions to portal_app;

-- A person finds their own roles and grants across partnerships: what the session is made from.
create policy own on memberships for select to portal_app
  using (user_id = nullif(current_setting('app.user', true), '')::uuid);
create policy own on scrutiny_grants for select to portal_app
  using (body_id in (select o.body_id from scrutiny_officers o where o.user_id = nullif(current_setting('app.user', true), '')::uuid));
create policy own on access_entries for select to portal_app
  using (user_id = nullif(current_setting('app.user', true), '')::uuid);

-- Platform tables.
grant select, insert, update, delete on users, user_claims, user_logins, user_tokens, user_passkeys to portal_app;
grant select, insert, update on partnerships, scrutiny_bodies to portal_app;
grant select, insert, update, delete on scrutiny_officers, sign_in_failures to portal_app;
grant select, insert on data_protection_keys, platform_audit_entries to portal_app;
grant select on "__EFMigrationsHistory" to portal_app;
grant select on partnerships, scrutiny_bodies to portal_scrutiny;
grant usage on all sequences in schema public to portal_app;
