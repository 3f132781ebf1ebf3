-- Why the partnership lead gave a rating outside an update. It is for members: no query reads it for scrutiny bodies.
alter table projects add column rag_reason character varying(1000);
