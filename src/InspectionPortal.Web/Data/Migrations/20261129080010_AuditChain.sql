-- Seals the audit and the access log of each partnership: every entry has a number and a hash over its content, its number and
-- the hash before it. docs/decisions/0035-the-audit-is-a-chain.md says why it is done here and what it cannot show.

CREATE TABLE audit_links (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    number bigint NOT NULL,
    log character varying(40) NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT pk_audit_links PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_audit_links_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ux_audit_links_tenant_id_number ON audit_links (tenant_id, number);

-- How long the chain is and how it ends, so that cutting off its end is noticed. One row a partnership.
CREATE TABLE audit_heads (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    number bigint NOT NULL,
    hash character varying(64) NOT NULL,
    CONSTRAINT pk_audit_heads PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_audit_heads_one_row CHECK (id = '00000000-0000-0000-0000-000000000000'),
    CONSTRAINT fk_audit_heads_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT
);

select portal_protect('audit_links', 'select, insert', null);
select portal_protect('audit_heads', 'select, insert, update', null);

-- A head only moves forward, and only to a link that is there.
create function portal_head_moves_forward() returns trigger
language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.number <= old.number or not exists (
    select from audit_links l where l.tenant_id = new.tenant_id and l.number = new.number and l.hash = new.hash) then
    raise exception 'The head of an audit chain only moves forward.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger moves_forward before update on audit_heads for each row execute function portal_head_moves_forward();

-- Fields one after the other, each with its length in bytes, so that no two contents give the same text.
create function portal_canonical(variadic p_fields text[]) returns text
language sql immutable as $$
  select string_agg(case when f.value is null then '-' else octet_length(f.value) || ':' || f.value end, ',' order by f.place)
  from unnest(p_fields) with ordinality f (value, place)
$$;

-- Moments count in microseconds since 1970.
create function portal_microseconds(p_at timestamp with time zone) returns text
language sql immutable as $$ select trunc(extract(epoch from p_at) * 1000000)::bigint::text $$;

create function portal_seal_audit(p_before text, p_number bigint, e audit_entries) returns text
language sql immutable as $$
  select encode(sha256(convert_to(p_before || portal_canonical(
    'audit', e.tenant_id::text, p_number::text, e.id::text, portal_microseconds(e.at), e.user_id::text, e.action, e.entity_type,
    e.entity_id::text, e.command, e.changes::text), 'UTF8')), 'hex')
$$;

create function portal_seal_access(p_before text, p_number bigint, e access_entries) returns text
language sql immutable as $$
  select encode(sha256(convert_to(p_before || portal_canonical(
    'access', e.tenant_id::text, p_number::text, e.id::text, portal_microseconds(e.at), e.user_id::text, e.body_name, e.query, e.what,
    e.path), 'UTF8')), 'hex')
$$;

-- Counts the entries of this transaction that are not sealed yet.
create function portal_count_unsealed() returns trigger
language plpgsql as $$
declare
  slot constant text := 'app.unsealed_' || new.tenant_id;
begin
  perform set_config(slot, (coalesce(nullif(current_setting(slot, true), ''), '0')::integer + 1)::text, true);
  return null;
end $$;

-- Seals an entry, at the very end of the transaction: whoever writes in the same partnership waits for the commit alone, not
-- for the work before it. The first entry of a transaction takes the head, the last one puts it back.
create function portal_seal() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  tenant_before constant text := current_setting('app.tenant', true);
  unsealed_slot constant text := 'app.unsealed_' || new.tenant_id;
  chain_slot constant text := 'app.chain_' || new.tenant_id;
  chain text[] := string_to_array(nullif(current_setting(chain_slot, true), ''), ':');
  at_number bigint := chain[1]::bigint;
  at_hash text := chain[2];
  unsealed integer := current_setting(unsealed_slot)::integer - 1;
begin
  -- A link officer's page writes to several partnerships in one transaction, and the last one is set by now.
  perform set_config('app.tenant', new.tenant_id::text, true);
  if chain is null then
    insert into audit_heads (tenant_id, id, number, hash)
    values (new.tenant_id, '00000000-0000-0000-0000-000000000000', 0, repeat('0', 64)) on conflict do nothing;
    select h.number, h.hash into strict at_number, at_hash from audit_heads h where h.tenant_id = new.tenant_id for update;
  end if;

  at_number := at_number + 1;
  if tg_table_name = 'audit_entries' then
    at_hash := portal_seal_audit(at_hash, at_number, new);
  else
    at_hash := portal_seal_access(at_hash, at_number, new);
  end if;
  insert into audit_links (tenant_id, id, number, log, hash)
  values (new.tenant_id, new.id, at_number, case tg_table_name when 'audit_entries' then 'Audit' else 'Access' end, at_hash);
  if unsealed <= 0 then
    update audit_heads h set number = at_number, hash = at_hash where h.tenant_id = new.tenant_id;
  end if;

  perform set_config(chain_slot, case when unsealed <= 0 then '' else at_number || ':' || at_hash end, true),
    set_config(unsealed_slot, unsealed::text, true), set_config('app.tenant', coalesce(tenant_before, ''), true);
  return null;
end $$;

-- The entries that are there, in the order in which they were written.
do $$
declare
  name text;
  tenant integer;
  entry record;
  at_number bigint;
  at_hash text;
begin
  foreach name in array array['audit_entries', 'access_entries', 'audit_links', 'audit_heads'] loop
    execute format('alter table %I no force row level security', name);
  end loop;
  for tenant in select id from partnerships order by id loop
    at_number := 0;
    at_hash := repeat('0', 64);
    for entry in
      select 'Audit' as log, a.id, a.at, a as audit, null::access_entries as access from audit_entries a where a.tenant_id = tenant
      union all
      select 'Access', c.id, c.at, null::audit_entries, c from access_entries c where c.tenant_id = tenant
      order by 3, 2
    loop
      at_number := at_number + 1;
      at_hash := case entry.log when 'Audit' then portal_seal_audit(at_hash, at_number, entry.audit) else portal_seal_access(at_hash, at_number, entry.access) end;
      insert into audit_links (tenant_id, id, number, log, hash) values (tenant, entry.id, at_number, entry.log, at_hash);
    end loop;
    if at_number > 0 then
      insert into audit_heads (tenant_id, id, number, hash) values (tenant, '00000000-0000-0000-0000-000000000000', at_number, at_hash);
    end if;
  end loop;
  foreach name in array array['audit_entries', 'access_entries', 'audit_links', 'audit_heads'] loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

create trigger count_unsealed after insert on audit_entries for each row execute function portal_count_unsealed();
create trigger count_unsealed after insert on access_entries for each row execute function portal_count_unsealed();
create constraint trigger seal after insert on audit_entries deferrable initially deferred for each row execute function portal_seal();
create constraint trigger seal after insert on access_entries deferrable initially deferred for each row execute function portal_seal();
