CREATE TABLE notifications (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    text character varying(300) NOT NULL,
    path character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT pk_notifications PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_notifications_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_notifications_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_notifications_tenant_id_sent_at ON notifications (tenant_id, sent_at);

select portal_protect('notifications', 'select, insert, update, delete', null);

CREATE TABLE notification_preferences (
    user_id uuid NOT NULL,
    frequency character varying(40) NOT NULL,
    CONSTRAINT pk_notification_preferences PRIMARY KEY (user_id),
    CONSTRAINT fk_notification_preferences_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

grant select, insert, update, delete on notification_preferences to portal_app;

-- Digests say how to stop them, also to mail programs (RFC 8058).
ALTER TABLE outbox_messages ADD COLUMN unsubscribe_address character varying(1000);

CREATE TABLE update_comments (
    tenant_id integer NOT NULL,
    id uuid NOT NULL,
    update_id uuid NOT NULL,
    by_user_id uuid NOT NULL,
    text character varying(4000) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_update_comments PRIMARY KEY (tenant_id, id),
    CONSTRAINT fk_update_comments_tenant_id FOREIGN KEY (tenant_id) REFERENCES partnerships (id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_comments_tenant_id_update_id FOREIGN KEY (tenant_id, update_id) REFERENCES progress_updates (tenant_id, id) ON DELETE RESTRICT,
    CONSTRAINT fk_update_comments_by_user_id FOREIGN KEY (by_user_id) REFERENCES users (id) ON DELETE RESTRICT
);

CREATE INDEX ix_update_comments_tenant_id_update_id ON update_comments (tenant_id, update_id);

-- Comments stay within the partnership: scrutiny bodies never read them. Nobody changes one.
select portal_protect('update_comments', 'select, insert', null);
