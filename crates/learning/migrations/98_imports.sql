-- Earlier records from a file. Its lines are kept as they came, each with what becomes of it.
create table import (
    org_id {id} not null references organisation (id),
    id {id} not null,
    state {text} not null check (state in ('checked', 'writing', 'written', 'voiding', 'voided', 'dropped')),
    lines {int} not null,
    made_at {instant} not null,
    made_by {id} not null references account (id),
    ended_at {instant},
    void_reason {text},
    primary key (org_id, id)
) {strict};
create index import_list on import (org_id, made_at, id);

create table import_line (
    org_id {id} not null,
    import_id {id} not null,
    -- As the file counts.
    line {int} not null,
    person {text} not null,
    course {text} not null,
    done {text} not null,
    ends {text} not null,
    provider {text} not null,
    number {text} not null,
    note {text} not null,
    -- 'ready', 'written', 'voided', or why it is left out.
    outcome {text} not null,
    person_id {id},
    course_id {id},
    done_on {date},
    ends_on {date},
    completion_id {id},
    primary key (org_id, import_id, line),
    foreign key (org_id, import_id) references import (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, course_id) references course (org_id, id),
    foreign key (org_id, completion_id) references completion (org_id, id)
) {strict};
create index import_line_outcome on import_line (org_id, import_id, outcome, line);
