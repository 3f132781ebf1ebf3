CREATE TABLE reporting_calendars (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    is_on boolean NOT NULL,
    kind character varying(40) NOT NULL,
    starts_on date NOT NULL,
    opens_after_days integer NOT NULL,
    due_after_days integer NOT NULL,
    due_in_working_days boolean NOT NULL,
    meeting_after_days integer,
    meeting_dates date[] NOT NULL,
    region character varying(40) NOT NULL,
    reminders text[] NOT NULL,
    CONSTRAINT pk_reporting_calendars PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_reporting_calendars_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_reporting_calendars_tenant_id_plan_id FOREIGN KEY (tenant_id, plan_id) REFERENCES plans (tenant_id, id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ux_reporting_calendars_tenant_id_plan_id ON reporting_calendars (tenant_id, plan_id);

-- How a partnership runs its quarters is its own affair: scrutiny bodies do not read it.
select portal_protect('reporting_calendars', 'select, insert, update, delete', null);

ALTER TABLE reporting_periods ADD COLUMN is_from_calendar boolean NOT NULL DEFAULT false;
ALTER TABLE reporting_periods ALTER COLUMN is_from_calendar DROP DEFAULT;

-- Whatever runs at the same time, the calendar opens a period once. People may open several for the same days.
CREATE UNIQUE INDEX ux_reporting_periods_tenant_id_plan_id_from_to ON reporting_periods (tenant_id, plan_id, "from", "to") WHERE is_from_calendar;
