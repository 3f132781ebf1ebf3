CREATE TABLE decision_records (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    approval_id uuid NOT NULL,
    number integer NOT NULL,
    answer character varying(40) NOT NULL,
    comment character varying(1000),
    CONSTRAINT pk_decision_records PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_decision_records_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_decision_records_tenant_id_approval_id FOREIGN KEY (tenant_id, approval_id) REFERENCES approvals (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_decision_records_tenant_id_approval_id ON decision_records (tenant_id, approval_id);

-- A chief officer answers each decision once.
CREATE UNIQUE INDEX ux_decision_records_tenant_id_approval_id_number ON decision_records (tenant_id, approval_id, number);

CREATE TABLE return_comments (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    approval_id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    text character varying(2000) NOT NULL,
    CONSTRAINT pk_return_comments PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_return_comments_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_return_comments_tenant_id_approval_id FOREIGN KEY (tenant_id, approval_id) REFERENCES approvals (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_return_comments_tenant_id_project_id FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT
);

CREATE INDEX ix_return_comments_tenant_id_approval_id ON return_comments (tenant_id, approval_id);

CREATE INDEX ix_return_comments_tenant_id_project_id ON return_comments (tenant_id, project_id);

-- Written once. What chief officers say among themselves and to the lead stays in the partnership.
select portal_protect('decision_records', 'select, insert', null);
select portal_protect('return_comments', 'select, insert', null);

-- A published report's approvals and records are complete: nothing is added to them, whatever the code does.
create function portal_refuse_after_publication() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  submission uuid;
begin
  if tg_table_name = 'approvals' then
    submission := new.submission_id;
  else
    select a.submission_id into submission from approvals a where a.tenant_id = new.tenant_id and a.id = new.approval_id;
  end if;
  if exists (select from published_reports r where r.tenant_id = new.tenant_id and r.submission_id = submission) then
    raise exception 'The report is published: nothing can be added to its approvals.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger refuse_after_publication before insert on approvals for each row execute function portal_refuse_after_publication();
create trigger refuse_after_publication before insert on decision_records for each row execute function portal_refuse_after_publication();
create trigger refuse_after_publication before insert on return_comments for each row execute function portal_refuse_after_publication();
