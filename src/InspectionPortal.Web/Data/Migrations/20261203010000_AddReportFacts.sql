-- What a link officer's overview counts by, read once from the edition that scrutiny bodies get: the bytes never change, so neither does
-- this. docs/decisions/0061-what-moved-is-counted-from-frozen-reports.md says why it is stored.

-- Numbers of an edition become the ids of what has them in that edition, so that a later report can renumber.
create function portal_report_facts(p_edition bytea) returns jsonb
language plpgsql stable set search_path = public, pg_temp as $$
declare
  words text := convert_from(p_edition, 'UTF8');
  edition jsonb;
begin
  if words is not json then
    return '{}';
  end if;
  edition := words::jsonb;
  return (
    with worked as (
      select a ->> 'number' as aim, p
      from jsonb_path_query(edition, '$.aims[*]') a, jsonb_path_query(a, '$.projects[*]') p),
    recommended as (
      select r, array(select jsonb_path_query(r, '$.projects[*].number') #>> '{}') as projects,
        array(select jsonb_path_query(r, '$.aims[*].number') #>> '{}') as aims
      from jsonb_path_query(edition, '$.recommendations[*]') r)
    select jsonb_strip_nulls(jsonb_build_object(
      'ratingKey', coalesce(edition -> 'ratingKey', '[]'),
      'projects', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', p -> 'id', 'rating', p -> 'rating',
          'slips', case when jsonb_path_exists(p, '$.slips[*]') then (
            select jsonb_agg(jsonb_build_object('from', s #> '{from,due}', 'to', s #> '{to,due}')) from jsonb_path_query(p, '$.slips[*]') s) end))
        from worked where coalesce(p -> 'noActionNeeded', 'null') = 'null'), '[]'),
      'recommendations', coalesce((
        select jsonb_agg(jsonb_build_object('id', r -> 'id', 'projects', coalesce((
          select jsonb_agg(p -> 'id') from worked
          where case when cardinality(projects) > 0 then p ->> 'number' = any (projects) else aim = any (aims) end), '[]')))
        from recommended), '[]'),
      'signals', coalesce((
        select jsonb_agg(jsonb_path_query_first(m, '$.reading.signals[0].kind')) from jsonb_path_query(edition, '$.measures[*]') m
        where jsonb_path_exists(m, '$.reading.signals[0].kind')), '[]'),
      'evidence', coalesce((
        select jsonb_agg(distinct e -> 'itemId') from jsonb_path_query(edition, '$.evidence[*]') e where e ->> 'itemId' is not null), '[]'),
      'submittedAt', edition -> 'submittedAt')));
end $$;

-- Projects and recommendations that the evidence of an edition proves. Every report of a plan counts for this, the older ones too.
create function portal_report_evidenced(p_edition bytea) returns uuid[]
language plpgsql stable set search_path = public, pg_temp as $$
declare
  words text := convert_from(p_edition, 'UTF8');
  edition jsonb;
begin
  if words is not json then
    return '{}';
  end if;
  edition := words::jsonb;
  return array(
    select distinct (x ->> 'id')::uuid
    from (values ('$.aims[*].projects[*]', '$.evidence[*].projects[*]'), ('$.recommendations[*]', '$.evidence[*].recommendations[*]'))
      as t (things, numbers), jsonb_path_query(edition, t.things::jsonpath) x, jsonb_path_query(edition, t.numbers::jsonpath) n
    where n #>> '{}' = x ->> 'number' and x ->> 'id' ~ '^[0-9a-f-]{36}$');
end $$;
revoke execute on function portal_report_facts(bytea), portal_report_evidenced(bytea) from public;
grant execute on function portal_report_facts(bytea), portal_report_evidenced(bytea) to portal_app;

alter table published_reports add column facts jsonb not null default '{}';
alter table published_reports add column evidenced uuid[] not null default '{}';
alter table published_reports alter column facts drop default, alter column evidenced drop default;
grant select (facts, evidenced) on published_reports to portal_scrutiny;

create or replace function portal_listed_evidence() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  edition text := convert_from(new.scrutiny_edition, 'UTF8');
begin
  new.listed_evidence := case when edition is json then jsonb_path_query_array(edition::jsonb, '$.evidence[*].versionId') else '[]' end;
  new.facts := portal_report_facts(new.scrutiny_edition);
  new.evidenced := portal_report_evidenced(new.scrutiny_edition);
  return new;
end $$;

-- The reports that are there. Forced row security would hide them from their owner, too.
alter table published_reports no force row level security;
update published_reports set listed_evidence = listed_evidence;
alter table published_reports force row level security;

-- What the session looks for by person and not by partnership. Hash: every B-tree begins with the partnership.
create index ix_memberships_user_id on memberships using hash (user_id);
create index ix_scrutiny_grants_body_id on scrutiny_grants using hash (body_id);
create index ix_access_entries_user_id on access_entries using hash (user_id);

-- Writes down one look in each partnership that it may have shown. It runs as whoever asks, and row-level security lets each row in only
-- while its own partnership is set.
create function portal_log_access(
  p_tenants integer[], p_ids uuid[], p_bodies text[], p_user uuid, p_query text, p_what text, p_path text,
  p_at timestamp with time zone) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  place integer;
begin
  for place in 1 .. coalesce(array_length(p_tenants, 1), 0) loop
    perform set_config('app.tenant', p_tenants[place]::text, true);
    insert into access_entries (tenant_id, id, user_id, body_name, query, what, path, at)
    values (p_tenants[place], p_ids[place], p_user, p_bodies[place], p_query, p_what, p_path, p_at);
  end loop;
end $$;
revoke execute on function portal_log_access(integer[], uuid[], text[], uuid, text, text, text, timestamp with time zone) from public;
grant execute on function portal_log_access(integer[], uuid[], text[], uuid, text, text, text, timestamp with time zone) to portal_app;
