-- How a partnership lays out its plans. Those that are there keep the portal's own columns.
ALTER TABLE partnerships ADD COLUMN layout jsonb NOT NULL DEFAULT
    '{"showVision":true,"showKeyOutcomes":true,"showDrivers":true,"columns":[{"field":"Number"},{"field":"What"},{"field":"Leads"},{"field":"Deadline"},{"field":"Status"},{"field":"Rating"},{"field":"LatestUpdate"}]}';
ALTER TABLE partnerships ALTER COLUMN layout DROP DEFAULT;

ALTER TABLE inspections ADD COLUMN kind character varying(40) NOT NULL DEFAULT 'Inspection';
ALTER TABLE inspections ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE inspections ADD COLUMN published_text character varying(100);
ALTER TABLE recommendations ADD COLUMN title character varying(200);
ALTER TABLE projects ADD COLUMN evidence_text character varying(8000);
ALTER TABLE projects ADD COLUMN leads_text character varying(500);
ALTER TABLE projects ADD COLUMN is_change_idea boolean NOT NULL DEFAULT false;
ALTER TABLE projects ALTER COLUMN is_change_idea DROP DEFAULT;
ALTER TABLE sub_actions ADD COLUMN owners_text character varying(500);

CREATE TABLE category_notes (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    category character varying(40) NOT NULL,
    text character varying(1000) NOT NULL,
    CONSTRAINT pk_category_notes PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_category_notes_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_category_notes_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE depends_on (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    words character varying(500) NOT NULL,
    on_aim_id uuid,
    on_project_id uuid,
    CONSTRAINT pk_depends_on PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_depends_on_one_target CHECK (num_nonnulls(on_aim_id, on_project_id) <= 1),
    CONSTRAINT fk_depends_on_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_depends_on_tenant_id_on_aim_id FOREIGN KEY (tenant_id, on_aim_id) REFERENCES stretch_aims (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_depends_on_tenant_id_on_project_id FOREIGN KEY (tenant_id, on_project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_depends_on_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE progress_reviews (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    inspection_id uuid NOT NULL,
    position integer NOT NULL,
    title character varying(300) NOT NULL,
    fieldwork_text character varying(200),
    fieldwork_from date,
    fieldwork_to date,
    published date,
    published_text character varying(100),
    method character varying(20000),
    samples text[] NOT NULL,
    met text[] NOT NULL,
    not_met character varying(2000),
    approach character varying(20000),
    strengths text[] NOT NULL,
    conclusion character varying(20000),
    next character varying(4000),
    next_by jsonb NOT NULL,
    source jsonb NOT NULL,
    CONSTRAINT pk_progress_reviews PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_progress_reviews_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_progress_reviews_tenant_id_inspection_id FOREIGN KEY (tenant_id, inspection_id) REFERENCES inspections (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE review_bodies (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    position integer NOT NULL,
    name character varying(200) NOT NULL,
    is_lead boolean NOT NULL,
    CONSTRAINT pk_review_bodies PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_review_bodies_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_review_bodies_tenant_id_review_id FOREIGN KEY (tenant_id, review_id) REFERENCES progress_reviews (tenant_id, id) ON DELETE RESTRICT
);

CREATE TABLE review_findings (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    position integer NOT NULL,
    text character varying(20000) NOT NULL,
    judgement character varying(200),
    CONSTRAINT pk_review_findings PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_review_findings_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_review_findings_tenant_id_recommendation_id FOREIGN KEY (tenant_id, recommendation_id) REFERENCES recommendations (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_review_findings_tenant_id_review_id FOREIGN KEY (tenant_id, review_id) REFERENCES progress_reviews (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_category_notes_tenant_id_project_id ON category_notes (tenant_id, project_id);
CREATE UNIQUE INDEX ux_category_notes_tenant_id_project_id_category ON category_notes (tenant_id, project_id, category);
CREATE INDEX ix_depends_on_tenant_id_on_aim_id ON depends_on (tenant_id, on_aim_id);
CREATE INDEX ix_depends_on_tenant_id_on_project_id ON depends_on (tenant_id, on_project_id);
CREATE INDEX ix_depends_on_tenant_id_project_id ON depends_on (tenant_id, project_id);
CREATE INDEX ix_progress_reviews_tenant_id_inspection_id ON progress_reviews (tenant_id, inspection_id);
CREATE INDEX ix_review_bodies_tenant_id_review_id ON review_bodies (tenant_id, review_id);
CREATE INDEX ix_review_findings_tenant_id_recommendation_id ON review_findings (tenant_id, recommendation_id);
CREATE INDEX ix_review_findings_tenant_id_review_id ON review_findings (tenant_id, review_id);
CREATE UNIQUE INDEX ux_review_findings_tenant_id_review_id_recommendation_id ON review_findings (tenant_id, review_id, recommendation_id);

select portal_protect(t::regclass, 'select, insert, update, delete', 'true')
from unnest(array['category_notes', 'depends_on', 'progress_reviews', 'review_bodies', 'review_findings']) t;
