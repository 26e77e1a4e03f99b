-- G-12: something an organisation has people learn. For how long it holds is the judge's word.
create table course (
    org_id {id} not null references organisation (id),
    id {id} not null,
    title {text} not null,
    folded {text} not null,
    category {text} not null default '',
    category_folded {text} not null default '',
    description {text} not null default '',
    validity {text} not null,
    -- Days before its end from which a completion is called expiring.
    remind {int} not null,
    active {bool} not null default {true},
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create index course_list on course (org_id, active, folded, id);
create index course_category on course (org_id, category_folded, folded, id);

-- The same course in another language, under its own title.
create table course_language (
    org_id {id} not null,
    course_id {id} not null,
    lang {text} not null,
    title {text} not null,
    folded {text} not null,
    primary key (org_id, course_id, lang),
    foreign key (org_id, course_id) references course (org_id, id)
) {strict};

-- What a course was, from when on. A row is never changed: completions of an edition before one that asks again count
-- until that one is in force, and not afterwards.
create table course_edition (
    org_id {id} not null,
    course_id {id} not null,
    number {int} not null check (number > 0),
    asks_again {bool} not null,
    what {text} not null default '',
    title {text} not null,
    validity {text} not null,
    remind {int} not null,
    from_on {date} not null,
    made_at {instant} not null,
    made_by {id} not null references account (id),
    primary key (org_id, course_id, number),
    foreign key (org_id, course_id) references course (org_id, id)
) {strict};
