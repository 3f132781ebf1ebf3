CREATE TABLE approval_delegations (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    officer_user_id uuid NOT NULL,
    delegate_user_id uuid NOT NULL,
    "from" date NOT NULL,
    until date NOT NULL,
    named_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_user_id uuid,
    CONSTRAINT pk_approval_delegations PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_approval_delegations_people CHECK (officer_user_id <> delegate_user_id),
    CONSTRAINT ck_approval_delegations_days CHECK ("from" <= until),
    CONSTRAINT fk_approval_delegations_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_approval_delegations_officer_user_id FOREIGN KEY (officer_user_id) REFERENCES users (id) ON DELETE RESTRICT,
    CONSTRAINT fk_approval_delegations_delegate_user_id FOREIGN KEY (delegate_user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_approval_delegations_tenant_id_officer_user_id ON approval_delegations (tenant_id, officer_user_id);

CREATE INDEX ix_approval_delegations_tenant_id_delegate_user_id ON approval_delegations (tenant_id, delegate_user_id);

-- Who decides for whom is the partnership's own affair: scrutiny bodies do not read it. It is ended, and never removed.
select portal_protect('approval_delegations', 'select, insert', null);
grant update (ended_at, ended_by_user_id) on approval_delegations to portal_app;

-- The session finds out for whom a person decides, before it has entered a partnership.
create policy own on approval_delegations for select to portal_app
  using (delegate_user_id = nullif(current_setting('app.user', true), '')::uuid);

-- It also has to see that the chief officer still is one: a delegate finds the roles of those who named them, while it lasts.
alter policy own on memberships using (
  user_id = nullif(current_setting('app.user', true), '')::uuid
  or exists (
    select from approval_delegations d
    where d.tenant_id = memberships.tenant_id and d.officer_user_id = memberships.user_id and d.ended_at is null
      and d.delegate_user_id = nullif(current_setting('app.user', true), '')::uuid));

-- For which chief officer somebody decided, and until when they could.
alter table approvals add column for_user_id uuid;
alter table approvals add column delegate_until date;
alter table approvals add constraint ck_approvals_delegate check ((for_user_id is null) = (delegate_until is null));

CREATE UNIQUE INDEX ux_approvals_tenant_id_submission_id_for_user_id ON approvals (tenant_id, submission_id, for_user_id);

-- A chief officer and a delegate have one vote together, and one person decides once, whatever the code does.
create function portal_refuse_second_vote() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from approvals a
    where a.tenant_id = new.tenant_id and a.submission_id = new.submission_id
      and (a.for_user_id = new.user_id or a.user_id = new.for_user_id)) then
    raise exception 'A chief officer and a delegate have one vote together.' using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger refuse_second_vote before insert on approvals for each row execute function portal_refuse_second_vote();
