CREATE TABLE plan_imports (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    file_name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    data bytea,
    choices jsonb NOT NULL,
    plan_id uuid,
    new_plan_title character varying(200),
    state character varying(40) NOT NULL,
    by_user_id uuid,
    at timestamp with time zone NOT NULL,
    done jsonb,
    brought_in_at timestamp with time zone,
    brought_in_by_user_id uuid,
    undone_at timestamp with time zone,
    undone_by_user_id uuid,
    CONSTRAINT pk_plan_imports PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_plan_imports_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_imports_tenant_id_plan_id FOREIGN KEY (tenant_id, plan_id) REFERENCES plans (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_plan_imports_tenant_id_plan_id ON plan_imports (tenant_id, plan_id);

-- A file not yet brought in, and how a plan came to be, are no affair of scrutiny.
select portal_protect('plan_imports', 'select, insert, update, delete', null);
