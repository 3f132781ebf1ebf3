-- Plans that are there already are being worked on.
ALTER TABLE plans ADD COLUMN state character varying(40) NOT NULL DEFAULT 'Active';
ALTER TABLE plans ALTER COLUMN state DROP DEFAULT;
ALTER TABLE plans ADD COLUMN closed_on date;
ALTER TABLE plans ADD COLUMN predecessor_id uuid;
ALTER TABLE plans ADD CONSTRAINT fk_plans_tenant_id_predecessor_id FOREIGN KEY (tenant_id, predecessor_id) REFERENCES plans (tenant_id, id) ON DELETE RESTRICT;
CREATE INDEX ix_plans_tenant_id_predecessor_id ON plans (tenant_id, predecessor_id);

-- What a plan carries over from the one before knows where it comes from.
ALTER TABLE stretch_aims ADD COLUMN predecessor_id uuid;
ALTER TABLE stretch_aims ADD CONSTRAINT fk_stretch_aims_tenant_id_predecessor_id FOREIGN KEY (tenant_id, predecessor_id) REFERENCES stretch_aims (tenant_id, id) ON DELETE RESTRICT;
CREATE INDEX ix_stretch_aims_tenant_id_predecessor_id ON stretch_aims (tenant_id, predecessor_id);

ALTER TABLE key_drivers ADD COLUMN predecessor_id uuid;
ALTER TABLE key_drivers ADD CONSTRAINT fk_key_drivers_tenant_id_predecessor_id FOREIGN KEY (tenant_id, predecessor_id) REFERENCES key_drivers (tenant_id, id) ON DELETE RESTRICT;
CREATE INDEX ix_key_drivers_tenant_id_predecessor_id ON key_drivers (tenant_id, predecessor_id);

ALTER TABLE projects ADD COLUMN predecessor_id uuid;
ALTER TABLE projects ADD CONSTRAINT fk_projects_tenant_id_predecessor_id FOREIGN KEY (tenant_id, predecessor_id) REFERENCES projects (tenant_id, id) ON DELETE RESTRICT;
CREATE INDEX ix_projects_tenant_id_predecessor_id ON projects (tenant_id, predecessor_id);

ALTER TABLE reporting_periods ADD COLUMN kind character varying(40) NOT NULL DEFAULT 'Quarter';
ALTER TABLE reporting_periods ALTER COLUMN kind DROP DEFAULT;

-- A plan is agreed once and closed once, whatever runs at the same time.
CREATE UNIQUE INDEX ux_reporting_periods_tenant_id_plan_id_kind ON reporting_periods (tenant_id, plan_id, kind) WHERE kind <> 'Quarter';

-- A closed plan can be read, and nothing in it changes: not by a form, a job, an import or anything else.
create function portal_refuse_closed_plan() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  changed record;
  closed_plan uuid;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  if tg_argv[0] = 'plan' then
    closed_plan := changed.plan_id;
  else
    closed_plan := (select p.plan_id from projects p where p.tenant_id = changed.tenant_id and p.id = changed.project_id);
  end if;
  if exists (select from plans p where p.tenant_id = changed.tenant_id and p.id = closed_plan and p.state = 'Closed') then
    raise exception 'The plan is closed.' using errcode = 'PL001';
  end if;
  return changed;
end $$;

create function portal_refuse_change_of_closed_plan() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'The plan is closed.' using errcode = 'PL001';
end $$;

create trigger refuse_closed before update or delete on plans for each row when (old.state = 'Closed')
  execute function portal_refuse_change_of_closed_plan();
create trigger refuse_closed before insert or update or delete on stretch_aims for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on key_drivers for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on projects for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on plan_sections for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on external_plans for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on plan_inspections for each row execute function portal_refuse_closed_plan('plan');
create trigger refuse_closed before insert or update or delete on project_leads for each row execute function portal_refuse_closed_plan('project');
create trigger refuse_closed before insert or update or delete on sub_actions for each row execute function portal_refuse_closed_plan('project');
create trigger refuse_closed before insert or update or delete on category_notes for each row execute function portal_refuse_closed_plan('project');
create trigger refuse_closed before insert or update or delete on tests_of_change for each row execute function portal_refuse_closed_plan('project');
create trigger refuse_closed before insert or update or delete on progress_updates for each row execute function portal_refuse_closed_plan('project');
