-- One number for each partnership, and one (with id 0) for what belongs to the platform. It grows in the transaction of every change
-- that a page may show, whoever makes it and by whatever command, so that a page made at a number holds as long as the number does.
-- docs/decisions/0070-pages-are-kept-until-something-changes.md says more.

CREATE TABLE page_revisions (
    id integer NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT pk_page_revisions PRIMARY KEY (id)
);

-- The number is not confidential. Only the triggers below change it.
grant select on page_revisions to portal_app;

-- Raises the number once, at the end of the transaction, so that others who write in the partnership wait only for the commit. Triggers of
-- an event run in the order of their names: this one comes before the one that seals the audit, so all transactions lock in one order.
create function portal_raise_page_revision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place integer := 0;
  slot text;
  -- Counting goes on from the time, so that a database that was restored never gives a number again that stood for something else.
  now_number constant bigint := trunc(extract(epoch from clock_timestamp()) * 1000000);
begin
  if tg_argv[0] = 'tenant' then
    if tg_op = 'DELETE' then place := old.tenant_id; else place := new.tenant_id; end if;
  elsif tg_argv[0] = 'partnership' then
    if tg_op = 'DELETE' then place := old.id; else place := new.id; end if;
  elsif tg_argv[0] = 'invitation' then
    if tg_op = 'DELETE' then place := coalesce(old.partnership_id, 0); else place := coalesce(new.partnership_id, 0); end if;
  end if;
  slot := 'app.page_revision_' || place;
  if current_setting(slot, true) = 'raised' then
    return null;
  end if;

  insert into page_revisions as r (id, revision) values (place, now_number) on conflict (id)
  do update set revision = greatest(r.revision + 1, now_number);
  perform set_config(slot, 'raised', true);
  return null;
end $$;

-- A table of a partnership counts from the moment when it is protected, unless it is taken out by name.
create function portal_count_changes(p_table regclass, p_kind text, p_events text default 'insert or update or delete') returns void
language plpgsql as $$
begin
  if not exists (select from pg_trigger t where t.tgrelid = p_table and t.tgname = 'raise_page_revision') then
    execute format(
      'create constraint trigger raise_page_revision after %s on %s deferrable initially deferred '
      'for each row execute function portal_raise_page_revision(%L)', p_events, p_table, p_kind);
  end if;
end $$;
revoke execute on function portal_count_changes(regclass, text, text) from public;

alter function portal_protect(regclass, text, text, text) rename to portal_protect_rows;
create function portal_protect(p_table regclass, p_app text, p_seen text, p_columns text default null) returns void
language sql as $$
  select portal_protect_rows(p_table, p_app, p_seen, p_columns);
  select portal_count_changes(p_table, 'tenant');
$$;
revoke execute on function portal_protect(regclass, text, text, text) from public;

-- Left out: what no kept page shows. Who looked, the seals of the logs, what somebody is typing, files on their way in, how far a job is,
-- and what was sent.
select portal_count_changes(c.oid::regclass, 'tenant')
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'r'
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  and c.relname not in (
    'access_entries', 'audit_links', 'audit_heads', 'autosaved_updates', 'staged_files', 'partnership_jobs', 'notifications',
    'update_reminders');

select portal_count_changes('partnerships', 'partnership');
select portal_count_changes('invitations', 'invitation');
select portal_count_changes('scrutiny_bodies', 'platform');
select portal_count_changes('scrutiny_officers', 'platform');
select portal_count_changes('users', 'platform', 'delete or update of display_name, email, email_confirmed, is_disabled, is_platform_administrator');

-- What gives people rights counts for the platform too: rights that were read hold until one of these changes, in whatever partnership.
create constraint trigger raise_rights_revision after insert or update or delete on memberships
  deferrable initially deferred for each row execute function portal_raise_page_revision('platform');
create constraint trigger raise_rights_revision after insert or update or delete on approval_delegations
  deferrable initially deferred for each row execute function portal_raise_page_revision('platform');
create constraint trigger raise_rights_revision after insert or update or delete on scrutiny_grants
  deferrable initially deferred for each row execute function portal_raise_page_revision('platform');
create constraint trigger raise_rights_revision after insert or update or delete on partnerships
  deferrable initially deferred for each row execute function portal_raise_page_revision('platform');
