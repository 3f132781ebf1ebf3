-- Jobs that were queued here keep their rows in partnership_jobs; the sweep queues them again within a minute of the next start.
DROP SCHEMA quartz CASCADE;
