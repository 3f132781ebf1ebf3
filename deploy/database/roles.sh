#!/bin/sh
# The roles that the portal needs, made once, when the database is new. The owner changes the schema and is no superuser; the
# portal itself connects as portal_app, which owns nothing.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname="${POSTGRES_DB:-portal}" \
  --set=database="${POSTGRES_DB:-portal}" --set=owner="$OWNER_PASSWORD" --set=app="$APP_PASSWORD" <<'SQL'
create role portal_owner login password :'owner';
create role portal_app login noinherit password :'app';
create role portal_scrutiny nologin noinherit;
grant portal_scrutiny to portal_app with inherit false, set true;
alter database :"database" owner to portal_owner;
SQL
