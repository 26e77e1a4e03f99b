-- What a course is made of. Number 0 is the draft; every other number is a version as it was published, which is never
-- changed: whoever began with it ends with it.
create table content (
    org_id {id} not null,
    id {id} not null,
    course_id {id} not null,
    number {int} not null check (number >= 0),
    -- The edition of the course that it was published as; 0 for the draft.
    edition {int} not null,
    -- Whether everybody finds it among the courses to take.
    is_open {bool} not null default {false},
    -- When the draft was changed last, or the version was published.
    made_at {instant} not null,
    made_by {id} not null references account (id),
    primary key (org_id, id),
    unique (org_id, course_id, number),
    foreign key (org_id, course_id) references course (org_id, id)
) {strict};

-- A picture, document or film of a course. It is never changed and never removed: a version may show it.
create table lesson_file (
    org_id {id} not null,
    id {id} not null,
    course_id {id} not null,
    kind {text} not null,
    hash {bytes} not null,
    size {int} not null,
    -- Whether a version that was published shows it.
    published {bool} not null default {false},
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, course_id) references course (org_id, id)
) {strict};

-- A lesson keeps its id from version to version.
create table lesson (
    org_id {id} not null,
    content_id {id} not null,
    id {id} not null,
    position {int} not null,
    kind {text} not null check (kind in ('page', 'film', 'document', 'quiz')),
    title {text} not null,
    -- Seconds that must pass before it can be finished.
    least_seconds {int} not null default 0,
    words {text} not null default '',
    file_id {id},
    -- Of a quiz: questions drawn (0 is all of them), percent to pass, tries (0 is as many as one likes).
    draws {int} not null default 0,
    pass {int} not null default 0,
    tries {int} not null default 0,
    shuffles {bool} not null default {false},
    explains {bool} not null default {false},
    removed_at {instant},
    primary key (org_id, content_id, id),
    foreign key (org_id, content_id) references content (org_id, id),
    foreign key (org_id, file_id) references lesson_file (org_id, id)
) {strict};
create index lesson_order on lesson (org_id, content_id, position);

create table question (
    org_id {id} not null,
    content_id {id} not null,
    lesson_id {id} not null,
    id {id} not null,
    position {int} not null,
    kind {text} not null check (kind in ('single', 'multiple', 'truth', 'pictures')),
    words {text} not null,
    explanation {text} not null default '',
    file_id {id},
    removed_at {instant},
    primary key (org_id, content_id, id),
    foreign key (org_id, content_id, lesson_id) references lesson (org_id, content_id, id),
    foreign key (org_id, file_id) references lesson_file (org_id, id)
) {strict};
create index question_order on question (org_id, content_id, lesson_id, position);

create table choice (
    org_id {id} not null,
    content_id {id} not null,
    question_id {id} not null,
    position {int} not null,
    words {text} not null default '',
    file_id {id},
    is_right {bool} not null,
    primary key (org_id, content_id, question_id, position),
    foreign key (org_id, content_id, question_id) references question (org_id, content_id, id),
    foreign key (org_id, file_id) references lesson_file (org_id, id)
) {strict};
