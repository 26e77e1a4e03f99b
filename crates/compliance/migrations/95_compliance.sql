-- One version of a rule. A changed rule is a new row; nothing in a row is ever overwritten.
create table rule (
    org_id {id} not null references organisation (id),
    id {id} not null,
    -- The first version of the same rule.
    line_id {id} not null,
    source {text} not null check (source in ('all', 'region', 'site', 'group', 'job_role')),
    region_id {id},
    site_id {id},
    group_id {id},
    job_role_id {id},
    mode {text} not null check (mode in ('required', 'optional', 'hidden')),
    -- C-06: whether a gap keeps the gate shut.
    blocking {bool} not null,
    -- A word of the judge's; none for what the subject itself says (C-07).
    validity {text},
    -- Days after the start on which a gap does not block yet.
    grace {int} not null default 0,
    starts_at {instant} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, region_id) references region (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id),
    foreign key (org_id, group_id) references people_group (org_id, id),
    foreign key (org_id, job_role_id) references job_role (org_id, id),
    check ((source = 'region') = (region_id is not null) and (source = 'site') = (site_id is not null)
       and (source = 'group') = (group_id is not null) and (source = 'job_role') = (job_role_id is not null))
) {strict};
create index rule_line on rule (org_id, line_id);

-- What meets it: one of these suffices.
create table rule_subject (
    org_id {id} not null,
    rule_id {id} not null,
    position {int} not null,
    kind {text} not null check (kind in ('course', 'qualification')),
    subject_id {id} not null,
    primary key (org_id, rule_id, position),
    foreign key (org_id, rule_id) references rule (org_id, id)
) {strict};

-- From when a version is no longer in force, and since when that is known.
create table rule_end (
    org_id {id} not null,
    rule_id {id} not null,
    ends_at {instant} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, rule_id),
    foreign key (org_id, rule_id) references rule (org_id, id)
) {strict};

-- Somebody entitled to it lets a person go without, until a day.
create table waiver (
    org_id {id} not null,
    id {id} not null,
    person_id {id} not null,
    kind {text} not null check (kind in ('course', 'qualification')),
    subject_id {id} not null,
    -- Nothing is everywhere.
    site_id {id},
    last_on {date} not null,
    reason {text} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
create index waiver_person on waiver (org_id, person_id);
create table waiver_end (
    org_id {id} not null,
    waiver_id {id} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, waiver_id),
    foreign key (org_id, waiver_id) references waiver (org_id, id)
) {strict};

-- Keeps a person out whatever they have learned.
create table ban (
    org_id {id} not null,
    id {id} not null,
    person_id {id} not null,
    kind {text} not null check (kind in ('banned', 'suspended')),
    site_id {id},
    last_on {date},
    reason {text} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
create index ban_person on ban (org_id, person_id);
create table ban_end (
    org_id {id} not null,
    ban_id {id} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, ban_id),
    foreign key (org_id, ban_id) references ban (org_id, id)
) {strict};

-- The judge's answer for the present, kept until it changes by itself. Whoever reads it compares `until_at` with the clock.
create table standing (
    org_id {id} not null,
    person_id {id} not null,
    -- The site, or the organisation's own id for what holds everywhere.
    place_id {id} not null,
    decision {int} not null,
    until_at {instant},
    primary key (org_id, person_id, place_id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index standing_place on standing (org_id, place_id, decision, person_id);
