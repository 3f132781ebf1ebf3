-- "Since I last looked" is read from the access log, so that opening the page writes nothing but that.
alter table scrutiny_officers drop column last_visit_at, drop column current_visit_at;
