-- What somebody was found to owe, so that each is told once (N-10). It stays while it is asked, and goes when nobody asks any more.
create table owed (
    org_id {id} not null,
    person_id {id} not null,
    -- What is asked, whichever rule asks for it: made from the ids of what meets it.
    object_id {id} not null,
    edition {int} not null,
    made_at {instant} not null,
    told_at {instant},
    primary key (org_id, person_id, object_id, edition),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index owed_untold on owed (org_id, person_id) where told_at is null;

-- The day on which somebody is looked at for the next reminder.
create table reminder_due (
    org_id {id} not null,
    person_id {id} not null,
    next_on {date} not null,
    primary key (org_id, person_id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index reminder_due_on on reminder_due (org_id, next_on, person_id);
-- Everybody who is here already is looked at once.
insert into reminder_due (org_id, person_id, next_on) select org_id, id, '2026-01-01' from person where state = 'active';

-- One row a person, an object and a step: what was reminded of is not reminded of again, however often a job runs.
create table reminder (
    org_id {id} not null,
    person_id {id} not null,
    object_id {id} not null,
    kind {text} not null check (kind in ('deadline', 'overdue', 'expiring')),
    -- The day it is about: the last one without a gap.
    day_on {date} not null,
    step {int} not null,
    -- What is asked, by name.
    what {text} not null,
    -- The day on which it went out, in the organisation's zone: managers read each day's in one letter.
    made_on {date} not null,
    -- Whether there was any way to tell the person.
    reached {bool} not null,
    primary key (org_id, person_id, object_id, kind, day_on, step),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index reminder_made on reminder (org_id, made_on, kind, person_id);

-- The last day whose round has begun.
create table reminder_round (
    org_id {id} not null primary key references organisation (id),
    day_on {date} not null
) {strict};

-- What a manager read about a day.
create table reminder_digest (
    org_id {id} not null references organisation (id),
    account_id {id} not null references account (id),
    day_on {date} not null,
    primary key (org_id, account_id, day_on)
) {strict};

-- Since when somebody is in a group that follows from a rule, for groups of which something is asked. Whom people pick by hand, they
-- note themselves.
create table joining (
    org_id {id} not null,
    group_id {id} not null,
    person_id {id} not null,
    since {instant} not null,
    primary key (org_id, person_id, group_id),
    foreign key (org_id, group_id) references people_group (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
