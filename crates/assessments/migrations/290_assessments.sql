-- G-29: what people are asked before they work, and what they answered.
create table assessment_template (
    org_id {id} not null references organisation (id),
    id {id} not null,
    kind {text} not null check (kind in ('risk', 'questionnaire')),
    name {text} not null,
    folded {text} not null,
    description {text} not null default '',
    -- C-12: where an assessment is for, until somebody says otherwise.
    site_id {id},
    -- Somebody looks at it before it counts.
    approval {bool} not null default {true},
    -- The line manager of whoever fills it in is one of those who decide.
    by_manager {bool} not null default {false},
    -- How long it counts: nothing for ever, `days:365` after it was handed in, `on:2027-03-31` until that day.
    expiry {text} not null default '',
    state {text} not null default 'draft' check (state in ('draft', 'published', 'archived')),
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, folded),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
create index assessment_template_list on assessment_template (org_id, state, folded, id);

-- T-S4: whether the way to assessments is hidden from those who only see their own affairs. No row: it is not.
create table assessment_setting (
    org_id {id} not null references organisation (id),
    hidden {bool} not null,
    primary key (org_id)
) {strict};

-- Who decides, where not everybody entitled to it does: an account, or whoever is in a group.
create table assessment_approver (
    org_id {id} not null,
    template_id {id} not null,
    position {int} not null,
    account_id {id},
    group_id {id},
    primary key (org_id, template_id, position),
    foreign key (org_id, template_id) references assessment_template (org_id, id),
    foreign key (org_id, account_id) references member (org_id, account_id),
    foreign key (org_id, group_id) references people_group (org_id, id),
    check ((account_id is null) <> (group_id is null))
) {strict};

-- Once published, nothing of a version changes any more. At most one of them is still open.
create table assessment_version (
    org_id {id} not null,
    template_id {id} not null,
    number {int} not null,
    made_at {instant} not null,
    published_at {instant},
    published_by {id} references account (id),
    primary key (org_id, template_id, number),
    foreign key (org_id, template_id) references assessment_template (org_id, id),
    check ((published_at is null) = (published_by is null))
) {strict};
-- A question keeps its id from version to version.
create table assessment_question (
    org_id {id} not null,
    template_id {id} not null,
    version {int} not null,
    id {id} not null,
    -- From one, without gaps.
    position {int} not null,
    kind {text} not null check (kind in ('yes-no', 'choice', 'number', 'text', 'photo', 'signature')),
    words {text} not null,
    help {text} not null default '',
    required {bool} not null,
    -- The answer that needs a note: yes, no, or none of them.
    note_on {text} not null default '' check (note_on in ('', 'yes', 'no')),
    -- One answer on each line.
    choices {text} not null default '',
    -- Bounds of a number, in thousandths.
    least {int},
    most {int},
    unit {text} not null default '',
    primary key (org_id, template_id, version, id),
    foreign key (org_id, template_id, version) references assessment_version (org_id, template_id, number)
) {strict};

-- §7.9. One attempt. Once handed in it is a fact: nothing of it is written over, what becomes of it is set once.
create table assessment (
    org_id {id} not null references organisation (id),
    id {id} not null,
    template_id {id} not null,
    version {int} not null,
    person_id {id} not null,
    site_id {id},
    -- The rejected attempt that this one begins with.
    former_id {id},
    started_at {instant} not null,
    started_by {id} not null references account (id),
    submitted_at {instant},
    submitted_by {id} references account (id),
    -- The last day on which it counts, by what the template said when it was handed in.
    last_on {date},
    decision {text} check (decision in ('approved', 'rejected')),
    decided_at {instant},
    -- Nobody, where nobody had to.
    decided_by {id} references account (id),
    reason {text} not null default '',
    cancelled_at {instant},
    primary key (org_id, id),
    foreign key (org_id, template_id, version) references assessment_version (org_id, template_id, number),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id),
    foreign key (org_id, former_id) references assessment (org_id, id),
    check ((decision is null) = (decided_at is null)),
    check (submitted_at is null or cancelled_at is null),
    check (decision is null or submitted_at is not null)
) {strict};
create index assessment_person on assessment (org_id, person_id, template_id);
create index assessment_waiting on assessment (org_id, submitted_at, id) where decision is null and submitted_at is not null;
create index assessment_last on assessment (last_on) where decision = 'approved';
-- One draft for each person and template, on however many devices.
create unique index assessment_draft on assessment (org_id, person_id, template_id)
    where submitted_at is null and cancelled_at is null;

-- An answer of a draft is written over until the draft is handed in.
create table assessment_answer (
    org_id {id} not null,
    assessment_id {id} not null,
    question_id {id} not null,
    value {text} not null default '',
    note {text} not null default '',
    file_kind {text} check (file_kind in ('jpg', 'png')),
    hash {bytes},
    size {int},
    answered_at {instant} not null,
    primary key (org_id, assessment_id, question_id),
    foreign key (org_id, assessment_id) references assessment (org_id, id),
    check ((hash is null) = (file_kind is null) and (hash is null) = (size is null))
) {strict};

-- N-22: which reminder of a renewal went out.
create table assessment_reminder (
    org_id {id} not null,
    assessment_id {id} not null,
    days {int} not null,
    made_at {instant} not null,
    primary key (org_id, assessment_id, days),
    foreign key (org_id, assessment_id) references assessment (org_id, id)
) {strict};
