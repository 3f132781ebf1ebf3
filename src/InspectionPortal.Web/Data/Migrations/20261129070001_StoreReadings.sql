-- What was read in a file that waits, so that looking at it does not read the file again; and by what it was read.
ALTER TABLE plan_imports ADD COLUMN reading bytea;
ALTER TABLE plan_imports ADD COLUMN reading_key character varying(64);
