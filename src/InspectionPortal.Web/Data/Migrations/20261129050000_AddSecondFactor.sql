ALTER TABLE users ADD COLUMN second_factor_required_since timestamp with time zone;
ALTER TABLE users ADD COLUMN last_totp_step bigint;
ALTER TABLE user_passkeys ADD COLUMN last_used_at timestamp with time zone;
