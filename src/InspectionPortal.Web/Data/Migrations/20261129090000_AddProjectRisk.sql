-- What could stop a project. Scrutiny bodies may select whole rows of projects, and a partnership can open this column to them, so
-- the role keeps its grant: the queries leave the column out where the partnership has not opened it.
alter table projects add column risk character varying(500);
