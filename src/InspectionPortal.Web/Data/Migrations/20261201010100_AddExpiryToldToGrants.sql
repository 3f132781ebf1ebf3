-- Nobody is told twice, whichever node does it.
alter table scrutiny_grants add column expiry_told_at timestamp with time zone;
