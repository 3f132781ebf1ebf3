CREATE TABLE calendar_feeds (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_calendar_feeds PRIMARY KEY (id),
    CONSTRAINT fk_calendar_feeds_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX ux_calendar_feeds_user_id ON calendar_feeds (user_id);
CREATE UNIQUE INDEX ux_calendar_feeds_token_hash ON calendar_feeds (token_hash);

-- It belongs to a person and to no partnership: work within a partnership neither sees nor changes one.
alter table calendar_feeds enable row level security;
alter table calendar_feeds force row level security;
grant select, insert, update, delete on calendar_feeds to portal_app;
create policy platform on calendar_feeds to portal_app
  using (nullif(current_setting('app.tenant', true), '') is null) with check (nullif(current_setting('app.tenant', true), '') is null);
