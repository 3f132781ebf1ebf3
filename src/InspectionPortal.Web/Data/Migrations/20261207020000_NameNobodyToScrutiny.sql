-- Reports name posts, groups and teams to scrutiny bodies, and of a person they say that it is one. Wherever a link officer reads,
-- lead_responsibilities is the view below: the page, the file and the filter need not know. The name itself is closed to their role,
-- so where the view is passed by, reading fails and shows nothing.
alter table lead_responsibilities add column name_for_scrutiny character varying(200) not null
  generated always as (case when kind = 'Person' then 'A named person' else name end) stored;

revoke select on lead_responsibilities from portal_scrutiny;
grant select (tenant_id, id, name_for_scrutiny, kind, agency_id, xmin) on lead_responsibilities to portal_scrutiny;

create schema scrutiny;
create view scrutiny.lead_responsibilities with (security_invoker = true) as
  select tenant_id, id, name_for_scrutiny as name, name_for_scrutiny, kind, agency_id, array[]::text[] as also_written, xmin
  from public.lead_responsibilities;
grant usage on schema scrutiny to portal_scrutiny;
grant select on scrutiny.lead_responsibilities to portal_scrutiny;
