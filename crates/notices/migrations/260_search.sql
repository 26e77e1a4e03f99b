-- The outbox is searched by address, name and subject, and paged by id.
alter table letter add column folded {text} not null default '';
create index letter_page on letter (org_id, id);
create index note_page on note (org_id, account_id, id);
