alter table evidence_items add column withdrawn_at timestamp with time zone;
alter table evidence_items add column withdrawn_by_user_id uuid;
alter table evidence_items add column withdrawn_reason character varying(500);

-- Nothing of what was withdrawn is released: scrutiny bodies see released versions only.
create function portal_withdrawn_is_not_released() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from evidence_items i where i.tenant_id = new.tenant_id and i.id = new.item_id and i.withdrawn_at is not null) then
    raise exception 'evidence that was withdrawn is not released' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger not_released_when_withdrawn before insert or update on evidence_versions
  for each row when (new.released_at is not null) execute function portal_withdrawn_is_not_released();

-- Files that arrived for a form that is not sent yet, or not whole.
create table staged_files (
    tenant_id integer not null,
    id uuid not null,
    user_id uuid not null,
    file_name character varying(200) not null,
    size bigint not null,
    storage_name character varying(100) not null,
    content_type character varying(150),
    sha256 character varying(64),
    has_macros boolean not null,
    contents jsonb,
    telltales character varying(1000),
    started_at timestamp with time zone not null,
    constraint pk_staged_files primary key (tenant_id, id),
    constraint fk_staged_files_tenant_id foreign key (tenant_id) references partnerships (id) on delete restrict
);
select portal_protect('staged_files', 'select, insert, update, delete', null);
