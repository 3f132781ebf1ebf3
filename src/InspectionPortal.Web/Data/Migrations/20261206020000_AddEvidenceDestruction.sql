alter table evidence_items add column destruction_requested_at timestamp with time zone;
alter table evidence_items add column destruction_requested_by_user_id uuid;
alter table evidence_items add column destruction_reason character varying(500);
alter table evidence_items add column destroyed_at timestamp with time zone;
alter table evidence_items add column destroyed_by_user_id uuid;
alter table evidence_versions add column destroyed_at timestamp with time zone;

-- Two people, a reason, and only what was withdrawn before.
alter table evidence_items add constraint ck_evidence_items_destroyed_by_two check (
  destroyed_at is null
  or (withdrawn_at is not null and destruction_reason is not null and destruction_requested_by_user_id is not null
      and destroyed_by_user_id is not null and destroyed_by_user_id <> destruction_requested_by_user_id));

-- A destroyed file has no place in the store.
alter table evidence_versions add constraint ck_evidence_versions_destroyed check (destroyed_at is null or storage_name is null);

-- What was destroyed does not come back.
create function portal_destroyed_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if new.destroyed_at is distinct from old.destroyed_at then
    raise exception 'destroyed evidence stays destroyed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger destroyed_stays before update on evidence_items
  for each row when (old.destroyed_at is not null) execute function portal_destroyed_stays();
create trigger destroyed_stays before update on evidence_versions
  for each row when (old.destroyed_at is not null) execute function portal_destroyed_stays();
