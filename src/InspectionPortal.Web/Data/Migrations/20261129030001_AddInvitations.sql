CREATE TABLE invitations (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    partnership_id integer,
    body_id uuid,
    user_id uuid,
    email character varying(254) NOT NULL,
    normalized_email character varying(256) NOT NULL,
    name character varying(120) NOT NULL,
    roles text[] NOT NULL,
    capacity character varying(200),
    responsibilities uuid[] NOT NULL,
    token_hash character varying(64) NOT NULL,
    invited_by_user_id uuid,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    is_handed_out boolean NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_user_id uuid,
    declined_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT pk_invitations PRIMARY KEY (id),
    CONSTRAINT ck_invitations_body CHECK ((body_id IS NOT NULL) = (kind = 'LinkOfficer')),
    CONSTRAINT ck_invitations_partnership CHECK ((partnership_id IS NOT NULL) = (kind IN ('Member', 'FirstLead', 'ChiefOfficer'))),
    CONSTRAINT ck_invitations_user CHECK ((user_id IS NOT NULL) = (kind = 'ChiefOfficer')),
    CONSTRAINT fk_invitations_body_id FOREIGN KEY (body_id) REFERENCES scrutiny_bodies (id) ON DELETE RESTRICT,
    CONSTRAINT fk_invitations_partnership_id FOREIGN KEY (partnership_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_invitations_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ux_invitations_partnership_id_normalized_email ON invitations (partnership_id, normalized_email)
    WHERE accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX ux_invitations_body_id_normalized_email ON invitations (body_id, normalized_email)
    WHERE accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX ix_invitations_normalized_email ON invitations (normalized_email);

-- A partnership reads and writes its own invitations; the platform all of them. Nobody deletes one.
alter table invitations enable row level security;
alter table invitations force row level security;
grant select, insert, update on invitations to portal_app;
create policy own on invitations to portal_app
  using (partnership_id = nullif(current_setting('app.tenant', true), '')::int)
  with check (partnership_id = nullif(current_setting('app.tenant', true), '')::int);
create policy platform on invitations to portal_app
  using (nullif(current_setting('app.tenant', true), '') is null) with check (nullif(current_setting('app.tenant', true), '') is null);

-- An account that nobody has signed in to yet was never confirmed from its mailbox. It opens nothing until it is invited again.
-- Accounts that a partnership made are confirmed by nobody's mailbox: whoever invited had the link. They accept once more.
update users set email_confirmed = false where password_hash is null or invited_by_tenant_id is not null;
alter table users drop column invited_by_tenant_id;

-- "Not set" is possible from now on. 1 was what stood there unless somebody chose another number, so it becomes "not set".
alter table partnerships alter column quorum drop not null;
update partnerships set quorum = null where quorum = 1;
alter table partnerships add column lead_may_approve boolean not null default false;
alter table partnerships alter column lead_may_approve drop default;

-- Whether a chief officer who decided was a partnership lead too.
alter table approvals add column is_also_lead boolean not null default false;
alter table approvals alter column is_also_lead drop default;
alter table published_reports add column is_approved_by_lead boolean not null default false;
alter table published_reports alter column is_approved_by_lead drop default;
grant select (is_approved_by_lead) on published_reports to portal_scrutiny;
