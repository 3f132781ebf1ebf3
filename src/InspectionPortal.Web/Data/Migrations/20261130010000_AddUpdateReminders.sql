CREATE TABLE update_reminders (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    period_id uuid NOT NULL,
    user_id uuid NOT NULL,
    reason character varying(40) NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_user_id uuid,
    items integer NOT NULL,
    CONSTRAINT pk_update_reminders PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_update_reminders_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_reminders_tenant_id_period_id FOREIGN KEY (tenant_id, period_id) REFERENCES reporting_periods (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_reminders_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_update_reminders_tenant_id_period_id ON update_reminders (tenant_id, period_id);

-- Nobody is asked twice for one reason and day, whatever runs at the same time.
CREATE UNIQUE INDEX ux_update_reminders_tenant_id_period_id_user_id_reason_day ON update_reminders (tenant_id, period_id, user_id, reason, day);

-- Who was chased is the partnership's own affair: scrutiny bodies do not read it. A reminder that was sent is never changed.
select portal_protect('update_reminders', 'select, insert', null);
