CREATE TABLE signing_agencies (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    agency_id uuid NOT NULL,
    CONSTRAINT pk_signing_agencies PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_signing_agencies_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_signing_agencies_tenant_id_agency_id FOREIGN KEY (tenant_id, agency_id) REFERENCES agencies (tenant_id, id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ux_signing_agencies_tenant_id_agency_id ON signing_agencies (tenant_id, agency_id);

CREATE TABLE signatories (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    CONSTRAINT pk_signatories PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_signatories_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_signatories_tenant_id_agency_id FOREIGN KEY (tenant_id, agency_id) REFERENCES agencies (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_signatories_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_signatories_tenant_id_agency_id ON signatories (tenant_id, agency_id);

CREATE UNIQUE INDEX ux_signatories_tenant_id_user_id ON signatories (tenant_id, user_id);

-- How a partnership signs is its own affair: scrutiny bodies read what was approved.
select portal_protect('signing_agencies', 'select, insert, update, delete', null);
select portal_protect('signatories', 'select, insert, update, delete', null);

-- The agency somebody signed for, as it was then.
alter table approvals add column agency_id uuid;
alter table approvals add column agency_name character varying(200);
