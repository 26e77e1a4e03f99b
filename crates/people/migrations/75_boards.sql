-- How a person stands, as the list of people shows it. Compliance writes it; people only show it.
alter table person add column bucket {int} not null default 0;
create index person_by_bucket on person (org_id, state, bucket, folded, id);
create table board (
    org_id {id} not null,
    person_id {id} not null,
    -- When the answer may change by itself; from then on it is not shown any more.
    until_at {instant},
    -- The reason that comes first, as `ui::Why` writes it, and how many more there are.
    next {text} not null,
    more {int} not null,
    primary key (org_id, person_id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index board_until on board (until_at);
create table board_total (
    org_id {id} not null references organisation (id),
    bucket {int} not null,
    people {int} not null,
    primary key (org_id, bucket)
) {strict};
