CREATE TABLE public_pages (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    children_will_know character varying(4000) NOT NULL,
    what_changed character varying(4000),
    plan_id uuid NOT NULL,
    measure_ids uuid[] NOT NULL,
    content jsonb,
    report_id uuid,
    published_at timestamp with time zone,
    published_by_user_id uuid,
    CONSTRAINT pk_public_pages PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_public_pages_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_public_pages_tenant_id_report_id FOREIGN KEY (tenant_id, report_id) REFERENCES published_reports (tenant_id, id) ON DELETE RESTRICT,
    -- What is public came from an approved report, and somebody published it.
    CONSTRAINT ck_public_pages_published CHECK (
        (content is null) = (report_id is null) and (content is null) = (published_at is null)
        and (content is null) = (published_by_user_id is null))
);

CREATE INDEX ix_public_pages_tenant_id_report_id ON public_pages (tenant_id, report_id);

-- One page for a partnership, whoever saves first.
CREATE UNIQUE INDEX ux_public_pages_tenant_id ON public_pages (tenant_id);

-- The draft is the partnership's own affair. Scrutiny bodies read the page as everybody does.
select portal_protect('public_pages', 'select, insert, update', null);
