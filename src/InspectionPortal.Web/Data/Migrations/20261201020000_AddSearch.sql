-- What a search looks through: a column of words beside the texts themselves. Who may see a row may find it, and nobody else. Why there
-- is no GIN index is in docs/decisions/0049-search.md.

-- Signs that join words, or that PostgreSQL reads as part of an address or a tag, become spaces: "and/or", "self-harm", "<b>".
create function portal_search_text(p_text text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(
    translate(coalesce(p_text, ''), E'-/\\_@<>&''"|()[]{}*:;!?,=~^`#%+$\u00a3\u20ac\u00ab\u00bb\u2018\u2019\u201c\u201d\u201e\u2010\u2011\u2012\u2013\u2014\u2026\u2022\u00b7\u00a0', repeat(' ', 60)),
    '([[:alpha:]])\.(?=[[:alpha:]])', '\1 ', 'g')
$$;

-- The stems of the words, and beside them each word that its stem is not: a word that is typed in part is found by its first letters.
create function portal_search_vector(p_text text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
  words text := public.portal_search_text(p_text);
  stems tsvector := to_tsvector('pg_catalog.english', words);
begin
  return stems || ts_delete(to_tsvector('pg_catalog.simple', words), tsvector_to_array(stems));
end $$;

-- What somebody typed, as a query: every word, every phrase, none of what is excluded. With p_any instead a query that each word of it
-- matches by itself, which is for marking them. Common words such as "the" count only where there is nothing else.
create function portal_search_query(p_words text[], p_phrases text[], p_without text[], p_any boolean) returns tsquery
language plpgsql immutable parallel safe as $$
declare
  found tsquery := '';
  common tsquery := '';
  term tsquery;
  whole tsquery;
  item record;
begin
  for item in
    select part, true as is_word from unnest(p_words) w, regexp_split_to_table(trim(public.portal_search_text(w)), '\s+') part where part <> ''
    union all
    select part, false from unnest(p_phrases) f, regexp_split_to_table(trim(public.portal_search_text(f)), '\s+') part where p_any and part <> ''
  loop
    term := plainto_tsquery('pg_catalog.english', item.part);
    whole := plainto_tsquery('pg_catalog.simple', item.part);
    if item.is_word and char_length(item.part) > 1 and item.part !~ '^[0-9]' then
      whole := to_tsquery('pg_catalog.simple', '''' || item.part || ''':*');
    end if;
    if numnode(term) = 0 then
      common := case when p_any then common || whole else common && whole end;
    else
      term := case when item.is_word then term || whole else term end;
      found := case when p_any then found || term else found && term end;
    end if;
  end loop;
  if not p_any then
    for item in select f as part from unnest(p_phrases) f loop
      found := found && phraseto_tsquery('pg_catalog.english', public.portal_search_text(item.part));
    end loop;
  end if;
  if numnode(found) = 0 then
    found := common;
  end if;
  if numnode(found) = 0 or p_any then
    return found;
  end if;
  for item in select w as part from unnest(p_without) w loop
    term := phraseto_tsquery('pg_catalog.english', public.portal_search_text(item.part));
    continue when numnode(term) = 0;
    found := found && !!term;
  end loop;
  return found;
end $$;

-- Texts that people wrote, out of the bytes of a report; none where it is not JSON. The same paths serve both editions: what scrutiny
-- bodies do not get is not in theirs.
create function portal_report_texts(p_report bytea) returns text[]
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
      '$.aims[*].projects[*].update.statusReason', '$.measures[*].title', '$.recommendations[*].text', '$.evidence[*].title'
    ]) with ordinality p (path, place), jsonb_path_query(report::jsonb, p.path::jsonpath) t
    where jsonb_typeof(t) = 'string'
    order by p.place);
end $$;

-- A report has more words than one column of words may hold only if it is many times the size of any plan; then its beginning is found.
create function portal_report_vector(p_title text, p_report bytea) returns tsvector
language plpgsql stable as $$
declare
  title tsvector := setweight(public.portal_search_vector(p_title), 'A');
  words text := array_to_string(public.portal_report_texts(p_report), E'\n');
begin
  return title || setweight(public.portal_search_vector(words), 'B');
exception when program_limit_exceeded then
  return title || setweight(public.portal_search_vector(left(words, 200000)), 'B');
end $$;

-- Words that are open to everybody who may read the row.
create function portal_open_words(p_words tsvector) returns tsvector
language sql immutable parallel safe as $$
  select ts_filter(p_words, '{a,b}')
$$;

revoke execute on function portal_search_text(text), portal_search_vector(text), portal_search_query(text[], text[], text[], boolean),
  portal_report_texts(bytea), portal_report_vector(text, bytea), portal_open_words(tsvector) from public;
grant execute on function portal_search_text(text), portal_search_vector(text), portal_search_query(text[], text[], text[], boolean),
  portal_report_texts(bytea), portal_report_vector(text, bytea), portal_open_words(tsvector) to portal_app, portal_scrutiny;

alter table plans add column search_text tsvector generated always as (
  setweight(portal_search_vector(title), 'A') || setweight(portal_search_vector(coalesce(period_text, '') || ' ' || coalesce(owner_group, '')), 'B')) stored;

-- Weight D is what a partnership may keep from scrutiny bodies: their search looks through A and B only, unless it is open to them.
alter table projects add column search_text tsvector generated always as (
  setweight(portal_search_vector(number || ' ' || title), 'A')
  || setweight(portal_search_vector(
    coalesce(impact, '') || ' ' || coalesce(aim_text, '') || ' ' || coalesce(difference, '') || ' ' || coalesce(success, '') || ' '
    || coalesce(evidence_text, '') || ' ' || coalesce(leads_text, '') || ' ' || coalesce(external_reference, '')), 'B')
  || setweight(portal_search_vector(risk), 'D')) stored;
alter table sub_actions add column search_text tsvector generated always as (
  setweight(portal_search_vector(text), 'A') || setweight(portal_search_vector(coalesce(result, '') || ' ' || coalesce(owners_text, '')), 'B')) stored;
alter table measures add column search_text tsvector generated always as (
  setweight(portal_search_vector(title), 'A')
  || setweight(portal_search_vector(coalesce(definition, '') || ' ' || coalesce(why, '') || ' ' || coalesce(data_source, '')), 'B')) stored;
alter table recommendations add column search_text tsvector generated always as (
  setweight(portal_search_vector(number || ' ' || coalesce(title, '')), 'A') || setweight(portal_search_vector(text), 'B')) stored;
alter table inspections add column search_text tsvector generated always as (
  setweight(portal_search_vector(title), 'A')
  || setweight(portal_search_vector(coalesce(summary, '') || ' ' || coalesce(overall_judgement, '') || ' ' || coalesce(framework, '')), 'B')) stored;
alter table evidence_items add column search_text tsvector generated always as (setweight(portal_search_vector(title), 'A')) stored;
alter table update_entries add column search_text tsvector generated always as (setweight(portal_search_vector(text), 'A')) stored;

-- Two columns for the two editions. Scrutiny bodies can read only that of their own.
alter table published_reports add column search_text tsvector;
alter table published_reports add column search_members tsvector;
grant select (search_text) on published_reports to portal_scrutiny;

create function portal_search_report() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.search_text := portal_report_vector(new.title, new.scrutiny_edition);
  new.search_members := portal_report_vector(new.title, new.snapshot);
  return new;
end $$;
create trigger search_report before insert or update on published_reports for each row execute function portal_search_report();

-- The reports that are there. Forced row security would hide them from their owner, too.
alter table published_reports no force row level security;
update published_reports set search_text = null;
alter table published_reports force row level security;

-- A search reads the words of every row of a partnership, so they stay in the row as long as the row fits a page.
do $$
declare
  name text;
begin
  foreach name in array array['plans', 'projects', 'sub_actions', 'measures', 'recommendations', 'inspections', 'evidence_items', 'update_entries'] loop
    execute format('alter table %I alter column search_text set storage main', name);
  end loop;
end $$;

-- The same rules as before, said so that PostgreSQL works the visible projects out once and not for every row.
select portal_show('sub_actions', '(tenant_id, project_id) in (select p.tenant_id, p.id from projects p)');
select portal_show(
  'update_entries',
  '(tenant_id, project_id) in (select p.tenant_id, p.id from projects p) and (update_id is null'
  ' or (tenant_id, update_id) in (select u.tenant_id, u.id from progress_updates u))');
