-- The log is searched by what its lines are about.
alter table entry add column folded {text} not null default '';
-- A line of the log is never changed and never deleted, not even by us.
{only sqlite}
create trigger entry_is_not_changed before update on entry begin
    select raise(abort, 'a line of the log is never changed');
end;
create trigger entry_is_not_deleted before delete on entry begin
    select raise(abort, 'a line of the log is never deleted');
end;
{only postgres}
create function entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a line of the log is never changed or deleted';
end
$$;
create trigger entry_is_not_changed before update or delete on entry
    for each row execute function entry_stays();
create trigger entry_is_not_deleted before truncate on entry
    for each statement execute function entry_stays();
{both}
