-- Measures in the improvement field's words, and the chart each is read by.
ALTER TABLE measures ADD COLUMN why character varying(4000);
ALTER TABLE measures ADD COLUMN chart character varying(40);
ALTER TABLE measures ADD COLUMN rules character varying(40);
ALTER TABLE measures ADD COLUMN chart_reason character varying(1000);
ALTER TABLE measures ADD COLUMN baseline_points integer;
ALTER TABLE measures ADD COLUMN screen_moving_ranges boolean NOT NULL DEFAULT true;
ALTER TABLE measures ALTER COLUMN screen_moving_ranges DROP DEFAULT;
ALTER TABLE measures ADD COLUMN is_illustrative boolean NOT NULL DEFAULT false;
ALTER TABLE measures ALTER COLUMN is_illustrative DROP DEFAULT;
ALTER TABLE measures ADD COLUMN done_on date;
ALTER TABLE measures ADD COLUMN done_text character varying(1000);

ALTER TABLE measure_points ADD COLUMN is_excluded boolean NOT NULL DEFAULT false;
ALTER TABLE measure_points ALTER COLUMN is_excluded DROP DEFAULT;
ALTER TABLE measure_points ADD COLUMN excluded_reason character varying(1000);
ALTER TABLE measure_points ADD COLUMN entered_at timestamp with time zone;
ALTER TABLE measure_points ADD COLUMN entered_by_user_id uuid;

CREATE TABLE tests_of_change (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    title character varying(200) NOT NULL,
    question character varying(4000),
    prediction character varying(4000),
    plan character varying(4000),
    done character varying(4000),
    learnt character varying(4000),
    decision character varying(40),
    "from" date,
    until date,
    measure_id uuid,
    CONSTRAINT pk_tests_of_change PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_tests_of_change_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_tests_of_change_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_tests_of_change_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE measure_uses (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    aim_id uuid,
    driver_id uuid,
    project_id uuid,
    CONSTRAINT pk_measure_uses PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_measure_uses_one_place CHECK (num_nonnulls(aim_id, driver_id, project_id) = 1),
    CONSTRAINT fk_measure_uses_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_uses_tenant_id_aim_id FOREIGN KEY (tenant_id, aim_id) REFERENCES stretch_aims (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_uses_tenant_id_driver_id FOREIGN KEY (tenant_id, driver_id) REFERENCES key_drivers (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_uses_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_uses_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE measure_phases (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    starts_on date NOT NULL,
    reason character varying(1000) NOT NULL,
    CONSTRAINT pk_measure_phases PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_measure_phases_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_phases_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE measure_annotations (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    date date NOT NULL,
    text character varying(200) NOT NULL,
    test_of_change_id uuid,
    CONSTRAINT pk_measure_annotations PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_measure_annotations_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_annotations_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_measure_annotations_tenant_id_test_of_change_id FOREIGN KEY (tenant_id, test_of_change_id) REFERENCES tests_of_change (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE point_corrections (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    measure_id uuid NOT NULL,
    point_id uuid NOT NULL,
    date date,
    date_text character varying(100),
    value_text character varying(100) NOT NULL,
    value numeric,
    numerator numeric,
    denominator numeric,
    why character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_user_id uuid NOT NULL,
    CONSTRAINT pk_point_corrections PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_point_corrections_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_point_corrections_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_point_corrections_tenant_id_point_id FOREIGN KEY (tenant_id, point_id) REFERENCES measure_points (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE signal_answers (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    measure_id uuid,
    project_id uuid,
    kind character varying(40) NOT NULL,
    about character varying(500) NOT NULL,
    figures_to date,
    text character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_user_id uuid NOT NULL,
    CONSTRAINT pk_signal_answers PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_signal_answers_one_subject CHECK (num_nonnulls(measure_id, project_id) = 1),
    CONSTRAINT fk_signal_answers_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_signal_answers_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_signal_answers_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE update_figures (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    update_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    date date,
    date_text character varying(100),
    value_text character varying(100) NOT NULL,
    value numeric,
    numerator numeric,
    denominator numeric,
    CONSTRAINT pk_update_figures PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_update_figures_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_figures_tenant_id_measure_id FOREIGN KEY (tenant_id, measure_id) REFERENCES measures (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_figures_tenant_id_update_id FOREIGN KEY (tenant_id, update_id) REFERENCES progress_updates (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_tests_of_change_tenant_id_measure_id ON tests_of_change (tenant_id, measure_id);
CREATE INDEX ix_tests_of_change_tenant_id_project_id ON tests_of_change (tenant_id, project_id);
CREATE INDEX ix_measure_uses_tenant_id_aim_id ON measure_uses (tenant_id, aim_id);
CREATE INDEX ix_measure_uses_tenant_id_driver_id ON measure_uses (tenant_id, driver_id);
CREATE INDEX ix_measure_uses_tenant_id_measure_id ON measure_uses (tenant_id, measure_id);
CREATE INDEX ix_measure_uses_tenant_id_project_id ON measure_uses (tenant_id, project_id);
CREATE INDEX ix_measure_phases_tenant_id_measure_id ON measure_phases (tenant_id, measure_id);
CREATE INDEX ix_measure_annotations_tenant_id_measure_id ON measure_annotations (tenant_id, measure_id);
CREATE INDEX ix_measure_annotations_tenant_id_test_of_change_id ON measure_annotations (tenant_id, test_of_change_id);
CREATE INDEX ix_point_corrections_tenant_id_measure_id ON point_corrections (tenant_id, measure_id);
CREATE INDEX ix_point_corrections_tenant_id_point_id ON point_corrections (tenant_id, point_id);
CREATE INDEX ix_signal_answers_tenant_id_measure_id ON signal_answers (tenant_id, measure_id);
CREATE INDEX ix_signal_answers_tenant_id_project_id ON signal_answers (tenant_id, project_id);
CREATE INDEX ix_update_figures_tenant_id_measure_id ON update_figures (tenant_id, measure_id);
CREATE INDEX ix_update_figures_tenant_id_update_id ON update_figures (tenant_id, update_id);
CREATE UNIQUE INDEX ux_measure_uses_tenant_id_measure_id_aim_id_driver_id_pr ON measure_uses (tenant_id, measure_id, aim_id, driver_id, project_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX ux_measure_phases_tenant_id_measure_id_starts_on ON measure_phases (tenant_id, measure_id, starts_on);
CREATE UNIQUE INDEX ux_update_figures_tenant_id_update_id_measure_id_date ON update_figures (tenant_id, update_id, measure_id, date);

-- Who entered a figure stays in the partnership.
revoke select on measure_points from portal_scrutiny;
grant select (
  tenant_id, id, measure_id, date, date_text, value, value_text, change_text, numerator, denominator, note, is_excluded, excluded_reason, entered_at, position, source
) on measure_points to portal_scrutiny;

select portal_protect(t::regclass, 'select, insert, update, delete', 'true')
from unnest(array['tests_of_change', 'measure_uses', 'measure_phases', 'measure_annotations']) t;

-- Written once. Link officers read what was said and what a figure was, not by whom.
select portal_protect(
  'point_corrections', 'select, insert', 'true',
  'tenant_id, id, measure_id, point_id, date, date_text, value_text, value, numerator, denominator, why, at');
select portal_protect('signal_answers', 'select, insert', 'true', 'tenant_id, id, measure_id, project_id, kind, about, figures_to, text, at');

-- A figure that nobody has accepted yet.
select portal_protect('update_figures', 'select, insert, update, delete', null);
