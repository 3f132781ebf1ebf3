-- A scrutiny body has its own title for its officers, and its own administrators, who add and remove them.
ALTER TABLE scrutiny_bodies ADD COLUMN officer_title character varying(60) NOT NULL DEFAULT 'Link officer';
ALTER TABLE scrutiny_bodies ALTER COLUMN officer_title DROP DEFAULT;
ALTER TABLE scrutiny_officers ADD COLUMN is_administrator boolean NOT NULL DEFAULT false;
ALTER TABLE scrutiny_officers ALTER COLUMN is_administrator DROP DEFAULT;

-- What new access opens unless the partnership lead chooses otherwise.
ALTER TABLE partnerships ADD COLUMN default_grant_scope character varying(40) NOT NULL DEFAULT 'ApprovedReports';
ALTER TABLE partnerships ALTER COLUMN default_grant_scope DROP DEFAULT;
