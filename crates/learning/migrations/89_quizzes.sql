-- One try at a quiz: what was drawn, what was answered, and what came of it. Graded once.
create table quiz_try (
    org_id {id} not null,
    id {id} not null,
    attempt_id {id} not null,
    lesson_id {id} not null,
    number {int} not null,
    begun_at {instant} not null,
    graded_at {instant},
    score {int},
    passed {bool},
    primary key (org_id, id),
    unique (org_id, attempt_id, lesson_id, number),
    foreign key (org_id, attempt_id, lesson_id) references attempt_step (org_id, attempt_id, lesson_id),
    check ((graded_at is null) = (score is null) and (graded_at is null) = (passed is null))
) {strict};
create unique index quiz_try_open on quiz_try (org_id, attempt_id, lesson_id) where graded_at is null;

-- A question of a try, in the order it was drawn.
create table quiz_answer (
    org_id {id} not null,
    try_id {id} not null,
    position {int} not null,
    question_id {id} not null,
    -- The choices in the order they are shown: their numbers between commas.
    shown {text} not null,
    -- The numbers that were chosen; nothing until then.
    given {text},
    is_right {bool},
    answered_at {instant},
    primary key (org_id, try_id, position),
    foreign key (org_id, try_id) references quiz_try (org_id, id)
) {strict};
