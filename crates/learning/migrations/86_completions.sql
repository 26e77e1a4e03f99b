-- G-39: a course done by somebody. A row is written once; a wrong one is voided, also once, and stays.
create table completion (
    org_id {id} not null references organisation (id),
    id {id} not null,
    person_id {id} not null,
    course_id {id} not null,
    edition {int} not null,
    -- The day it was done on, and the moment where the house saw it itself.
    done_on {date} not null,
    done_at {instant},
    -- The last day the document itself names.
    ends_on {date},
    provider {text} not null default '',
    number {text} not null default '',
    note {text} not null default '',
    made_at {instant} not null,
    made_by {id} not null references account (id),
    voided_at {instant},
    voided_by {id} references account (id),
    void_reason {text},
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, course_id) references course (org_id, id),
    check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
) {strict};
create index completion_person on completion (org_id, person_id, done_on, id);
create index completion_course on completion (org_id, course_id, done_on, id);
-- The same outside course on the same day is the same completion, whoever records it second.
create unique index completion_once on completion (org_id, person_id, course_id, done_on)
    where voided_at is null and done_at is null;
