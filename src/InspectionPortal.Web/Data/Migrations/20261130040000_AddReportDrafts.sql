CREATE TABLE report_drafts (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    period_id uuid NOT NULL,
    summary character varying(4000),
    is_summary_open boolean NOT NULL,
    choices jsonb NOT NULL,
    CONSTRAINT pk_report_drafts PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_report_drafts_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_report_drafts_tenant_id_period_id FOREIGN KEY (tenant_id, period_id) REFERENCES reporting_periods (tenant_id, id) ON DELETE RESTRICT
);

-- One draft for a quarter, whoever opens it first.
CREATE UNIQUE INDEX ux_report_drafts_tenant_id_period_id ON report_drafts (tenant_id, period_id);

-- A draft is the partnership's own affair: scrutiny bodies read what was approved.
select portal_protect('report_drafts', 'select, insert, update', null);
