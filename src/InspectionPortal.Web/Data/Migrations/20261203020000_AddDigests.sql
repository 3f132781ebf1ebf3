-- Link officers are told by e-mail what moved, as often as they choose.
ALTER TABLE notification_preferences ADD COLUMN digest character varying(40) NOT NULL DEFAULT 'Weekly';
ALTER TABLE notification_preferences ALTER COLUMN digest DROP DEFAULT;
ALTER TABLE notification_preferences ADD COLUMN digest_to timestamp with time zone;
