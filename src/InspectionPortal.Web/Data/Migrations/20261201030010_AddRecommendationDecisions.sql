CREATE TABLE recommendation_decisions (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    state character varying(40) NOT NULL,
    "on" date NOT NULL,
    review_id uuid,
    inspection_id uuid,
    period_id uuid,
    note character varying(500),
    CONSTRAINT pk_recommendation_decisions PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_recommendation_decisions_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_recommendation_decisions_tenant_id_recommendation_id FOREIGN KEY (tenant_id, recommendation_id) REFERENCES recommendations (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_recommendation_decisions_tenant_id_review_id FOREIGN KEY (tenant_id, review_id) REFERENCES progress_reviews (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_recommendation_decisions_tenant_id_inspection_id FOREIGN KEY (tenant_id, inspection_id) REFERENCES inspections (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_recommendation_decisions_tenant_id_period_id FOREIGN KEY (tenant_id, period_id) REFERENCES reporting_periods (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_recommendation_decisions_tenant_id_recommendation_id ON recommendation_decisions (tenant_id, recommendation_id);
CREATE INDEX ix_recommendation_decisions_tenant_id_review_id ON recommendation_decisions (tenant_id, review_id);
CREATE INDEX ix_recommendation_decisions_tenant_id_inspection_id ON recommendation_decisions (tenant_id, inspection_id);
CREATE INDEX ix_recommendation_decisions_tenant_id_period_id ON recommendation_decisions (tenant_id, period_id);

-- Who may read the recommendation may read what became of it. The report that says so has rules of its own.
select portal_protect('recommendation_decisions', 'select, insert, update, delete', 
  'exists (select from recommendations r where r.tenant_id = recommendation_decisions.tenant_id and r.id = recommendation_decisions.recommendation_id)');
