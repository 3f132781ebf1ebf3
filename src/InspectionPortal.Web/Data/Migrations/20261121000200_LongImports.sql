-- Large files are brought in and undone by a job: how much the file holds, which job, and what was agreed to.
ALTER TABLE plan_imports ADD COLUMN pieces integer NOT NULL DEFAULT 0;
ALTER TABLE plan_imports ALTER COLUMN pieces DROP DEFAULT;
ALTER TABLE plan_imports ADD COLUMN job_id uuid;
ALTER TABLE plan_imports ADD COLUMN agreed jsonb;
