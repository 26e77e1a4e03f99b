-- Somebody on the way through a course, with the version it began with. It ends once: with a completion, or given up for
-- a newer version.
create table attempt (
    org_id {id} not null,
    id {id} not null,
    person_id {id} not null,
    course_id {id} not null,
    content_id {id} not null,
    edition {int} not null,
    begun_at {instant} not null,
    ended_at {instant},
    completion_id {id},
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, course_id) references course (org_id, id),
    foreign key (org_id, content_id) references content (org_id, id),
    foreign key (org_id, completion_id) references completion (org_id, id),
    check (completion_id is null or ended_at is not null)
) {strict};
create unique index attempt_under_way on attempt (org_id, person_id, course_id) where ended_at is null;
create unique index attempt_completion on attempt (org_id, completion_id) where completion_id is not null;
create index attempt_person on attempt (org_id, person_id, begun_at);

-- How far somebody came with one lesson.
create table attempt_step (
    org_id {id} not null,
    attempt_id {id} not null,
    lesson_id {id} not null,
    opened_at {instant} not null,
    done_at {instant},
    -- Seconds into the film, and when that was true.
    at_second {int} not null default 0,
    saved_at {instant} not null,
    -- Tries that staff allowed beyond those of the quiz.
    more_tries {int} not null default 0,
    primary key (org_id, attempt_id, lesson_id),
    foreign key (org_id, attempt_id) references attempt (org_id, id)
) {strict};
