CREATE TABLE outbox_messages (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    partnership_id integer,
    to_address character varying(254) NOT NULL,
    to_name character varying(120) NOT NULL,
    subject character varying(200) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    message_id character varying(120) NOT NULL,
    state character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_attempt_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    sent_at timestamp with time zone,
    last_failure character varying(500),
    CONSTRAINT pk_outbox_messages PRIMARY KEY (id)
);

CREATE TABLE security_events (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(40) NOT NULL,
    by_user_id uuid,
    about_user_id uuid,
    partnership_id integer,
    place character varying(60),
    detail character varying(300),
    CONSTRAINT pk_security_events PRIMARY KEY (id)
);

CREATE TABLE user_sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    factor character varying(40) NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    browser character varying(200),
    CONSTRAINT pk_user_sessions PRIMARY KEY (id),
    CONSTRAINT fk_user_sessions_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX ix_outbox_messages_state_next_attempt_at ON outbox_messages (state, next_attempt_at);
CREATE UNIQUE INDEX ux_outbox_messages_message_id ON outbox_messages (message_id);
CREATE INDEX ix_security_events_at ON security_events (at);
CREATE INDEX ix_security_events_partnership_id_at ON security_events (partnership_id, at);
CREATE INDEX ix_user_sessions_user_id ON user_sessions (user_id);

-- Sessions end, and are swept when they are long over.
grant select, insert, update, delete on user_sessions to portal_app;

-- Whoever works within a partnership may write an e-mail but never read one; the mail job and the administrator's page do, outside.
alter table outbox_messages enable row level security;
alter table outbox_messages force row level security;
grant select, insert, update, delete on outbox_messages to portal_app;
create policy write on outbox_messages for insert to portal_app
  with check (partnership_id is not distinct from nullif(current_setting('app.tenant', true), '')::int);
create policy platform on outbox_messages to portal_app
  using (nullif(current_setting('app.tenant', true), '') is null) with check (nullif(current_setting('app.tenant', true), '') is null);

-- A partnership reads its own lines of the security log; the platform reads all and sweeps what is too old. Nobody changes one.
alter table security_events enable row level security;
alter table security_events force row level security;
grant select, insert, delete on security_events to portal_app;
create policy write on security_events for insert to portal_app
  with check (partnership_id is null or partnership_id = nullif(current_setting('app.tenant', true), '')::int);
create policy own on security_events for select to portal_app
  using (partnership_id = nullif(current_setting('app.tenant', true), '')::int);
create policy platform on security_events to portal_app
  using (nullif(current_setting('app.tenant', true), '') is null) with check (nullif(current_setting('app.tenant', true), '') is null);
