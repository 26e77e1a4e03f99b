-- Since when somebody hand-picked is in a group; nothing where it was not noted at the time.
alter table group_member add column since {instant};
