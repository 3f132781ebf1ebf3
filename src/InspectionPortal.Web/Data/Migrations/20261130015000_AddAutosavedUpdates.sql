CREATE TABLE autosaved_updates (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    period_id uuid NOT NULL,
    project_id uuid NOT NULL,
    user_id uuid NOT NULL,
    base_version bigint,
    content character varying(400000) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_autosaved_updates PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_autosaved_updates_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_autosaved_updates_tenant_id_period_id FOREIGN KEY (tenant_id, period_id) REFERENCES reporting_periods (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_autosaved_updates_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_autosaved_updates_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_autosaved_updates_tenant_id_period_id ON autosaved_updates (tenant_id, period_id);
CREATE INDEX ix_autosaved_updates_tenant_id_project_id ON autosaved_updates (tenant_id, project_id);

-- Each person has one text in work for an item, in however many tabs.
CREATE UNIQUE INDEX ux_autosaved_updates_tenant_id_period_id_project_id_user_id ON autosaved_updates (tenant_id, period_id, project_id, user_id);

-- What is typed and not submitted is nobody's but the writer's: scrutiny bodies never read it.
select portal_protect('autosaved_updates', 'select, insert, update, delete', null);
