-- The attempt that holds a message while it is being sent.
alter table outbox_messages add column claim_id uuid;
