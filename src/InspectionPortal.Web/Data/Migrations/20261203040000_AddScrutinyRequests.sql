-- What link officers ask about a recommendation, and the answers.
CREATE TABLE scrutiny_requests (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    body_id uuid NOT NULL,
    body_name character varying(200) NOT NULL,
    asked_by_user_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    kind character varying(40) NOT NULL,
    text character varying(2000) NOT NULL,
    answer character varying(4000),
    evidence_item_id uuid,
    answered_at timestamp with time zone,
    answered_by_user_id uuid,
    CONSTRAINT pk_scrutiny_requests PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_scrutiny_requests_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_scrutiny_requests_tenant_id_recommendation_id FOREIGN KEY (tenant_id, recommendation_id) REFERENCES recommendations (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_scrutiny_requests_tenant_id_evidence_item_id FOREIGN KEY (tenant_id, evidence_item_id) REFERENCES evidence_items (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_scrutiny_requests_tenant_id_recommendation_id ON scrutiny_requests (tenant_id, recommendation_id);
CREATE INDEX ix_scrutiny_requests_tenant_id_evidence_item_id ON scrutiny_requests (tenant_id, evidence_item_id);

-- A link officer never writes it: the portal does, as the partnership, once it has seen that the officer may read the recommendation.
select portal_protect('scrutiny_requests', 'select, insert, update', null);
grant select (tenant_id, id, recommendation_id, body_id, body_name, asked_by_user_id, asked_at, kind, text, answer, evidence_item_id, answered_at)
  on scrutiny_requests to portal_scrutiny;
select portal_show(
  'scrutiny_requests',
  'exists (select from recommendations t where t.tenant_id = scrutiny_requests.tenant_id and t.id = scrutiny_requests.recommendation_id)');
