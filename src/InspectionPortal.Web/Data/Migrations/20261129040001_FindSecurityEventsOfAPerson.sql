CREATE INDEX ix_security_events_about_user_id_at ON security_events (about_user_id, at);
