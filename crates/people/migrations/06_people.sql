create table division (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    is_default {bool} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};

create table company (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    address {text} not null default '',
    trades {text} not null default '',
    contact_name {text} not null default '',
    contact_email {text} not null default '',
    contact_phone {text} not null default '',
    state {text} not null default 'active' check (state in ('active', 'inactive')),
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create index company_list on company (org_id, state, folded, id);

create table job_role (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};

create table person (
    org_id {id} not null references organisation (id),
    id {id} not null,
    kind {text} not null check (kind in ('employee', 'contractor')),
    name {text} not null,
    folded {text} not null,
    email {text},
    phone {text} not null default '',
    company_id {id},
    job_role_id {id},
    division_id {id} not null,
    line_manager_id {id},
    external_id {text},
    work_base {text} not null default '',
    start_on {date},
    end_on {date},
    state {text} not null default 'active' check (state in ('active', 'archived')),
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, email),
    unique (org_id, external_id),
    foreign key (org_id, company_id) references company (org_id, id),
    foreign key (org_id, job_role_id) references job_role (org_id, id),
    foreign key (org_id, division_id) references division (org_id, id),
    foreign key (org_id, line_manager_id) references person (org_id, id)
) {strict};
create index person_list on person (org_id, state, folded, id);
create index person_kind on person (org_id, state, kind, folded, id);
create index person_company on person (org_id, company_id, folded, id);
create index person_job_role on person (org_id, job_role_id);
create index person_manager on person (org_id, line_manager_id);
create index person_division on person (org_id, division_id, folded, id);
create index person_email on person (email);

-- An account in an organisation: a user, or somebody who may only read the own profile.
create table member (
    org_id {id} not null references organisation (id),
    account_id {id} not null references account (id),
    person_id {id},
    kind {text} not null check (kind in ('user', 'profile')),
    state {text} not null check (state in ('active', 'deactivated')),
    made_at {instant} not null,
    primary key (org_id, account_id),
    unique (org_id, person_id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index member_account on member (account_id);

create table team (
    org_id {id} not null references organisation (id),
    id {id} not null,
    division_id {id} not null,
    name {text} not null,
    folded {text} not null,
    primary key (org_id, id),
    unique (org_id, folded),
    foreign key (org_id, division_id) references division (org_id, id)
) {strict};
create table team_member (
    org_id {id} not null,
    team_id {id} not null,
    person_id {id} not null,
    primary key (org_id, team_id, person_id),
    foreign key (org_id, team_id) references team (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index team_member_person on team_member (org_id, person_id);

-- G-24: a group says who gets which training; its members are picked by hand or follow from rules.
create table people_group (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    description {text} not null default '',
    kind {text} not null check (kind in ('picked', 'rule')),
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create table group_member (
    org_id {id} not null,
    group_id {id} not null,
    person_id {id} not null,
    primary key (org_id, group_id, person_id),
    foreign key (org_id, group_id) references people_group (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index group_member_person on group_member (org_id, person_id);
-- C-43: values of one category are alternatives, categories add up.
create table group_rule (
    org_id {id} not null,
    group_id {id} not null,
    category {text} not null check (category in ('kind', 'company', 'job_role', 'division', 'site', 'work_base')),
    value {text} not null,
    primary key (org_id, group_id, category, value),
    foreign key (org_id, group_id) references people_group (org_id, id)
) {strict};

-- Where a person works. It never grants anything (H-M4).
create table placement (
    org_id {id} not null,
    person_id {id} not null,
    site_id {id} not null,
    made_at {instant} not null,
    primary key (org_id, person_id, site_id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
create index placement_site on placement (org_id, site_id, person_id);

-- A role with its scope, held by an account. Exactly the id that the role's scope asks for is filled.
create table role_grant (
    org_id {id} not null,
    id {id} not null,
    account_id {id} not null,
    role {text} not null,
    division_id {id},
    site_id {id},
    team_id {id},
    company_id {id},
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, account_id) references member (org_id, account_id),
    foreign key (org_id, division_id) references division (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id),
    foreign key (org_id, team_id) references team (org_id, id),
    foreign key (org_id, company_id) references company (org_id, id)
) {strict};
create index role_grant_account on role_grant (org_id, account_id);

-- §7.1. Expired is not stored: it follows from the clock.
create table invitation (
    org_id {id} not null references organisation (id),
    id {id} not null,
    person_id {id},
    purpose {text} not null check (purpose in ('user', 'profile')),
    name {text} not null,
    folded {text} not null,
    email {text} not null,
    -- The role and scopes that acceptance grants, as JSON.
    grants {json} not null,
    hash {bytes} not null unique,
    code_hash {bytes},
    -- Link and code, sealed, so that they can be handed over without a mail server.
    sealed {bytes} not null,
    state {text} not null check (state in ('pending', 'accepted', 'revoked', 'bounced')),
    letter_id {id},
    made_by {id} not null references account (id),
    made_at {instant} not null,
    sent_at {instant} not null,
    sent {int} not null,
    expires_at {instant} not null,
    accepted_at {instant},
    tries {int} not null default 0,
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
create index invitation_list on invitation (org_id, made_at, id);
create index invitation_person on invitation (org_id, person_id);
create index invitation_letter on invitation (letter_id);

create table undo (
    org_id {id} not null references organisation (id),
    id {id} not null,
    account_id {id} not null references account (id),
    what {text} not null,
    payload {json} not null,
    expires_at {instant} not null,
    primary key (org_id, id)
) {strict};
