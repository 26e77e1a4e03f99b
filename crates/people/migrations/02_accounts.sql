create table organisation (
    id {id} primary key,
    name {text} not null,
    folded {text} not null,
    zone {text} not null,
    lang {text} not null,
    -- H-E6: whether the training register, and with it the switch for profile access, is used at all.
    profile_access {bool} not null default {true},
    -- C-05: whether contractors may be given profile access too.
    profile_access_contractors {bool} not null default {false},
    -- A-S1: whether an invitation also asks for a code.
    invitation_code {bool} not null default {false},
    -- C-04: domains that employees' addresses must belong to, separated by spaces; empty for any.
    domains {text} not null default '',
    made_at {instant} not null
) {strict};

create table account (
    id {id} primary key,
    email {text} unique,
    username {text} unique,
    name {text} not null,
    lang {text},
    password {text},
    state {text} not null check (state in ('active', 'deactivated', 'erased')),
    -- Whatever was signed in before the epoch changed is signed out.
    epoch {int} not null default 0,
    failed {int} not null default 0,
    failed_at {instant},
    locked_until {instant},
    email_verified {bool} not null default {false},
    -- Where the account was last at work.
    last_org_id {id},
    made_at {instant} not null,
    check (email is not null or username is not null)
) {strict};

create table session (
    hash {bytes} primary key,
    id {id} not null unique,
    account_id {id} not null references account (id),
    org_id {id} not null references organisation (id),
    epoch {int} not null,
    made_at {instant} not null,
    used_at {instant} not null,
    ends_at {instant} not null,
    -- Seconds without use after which the session is over.
    idle {int} not null,
    agent {text} not null,
    peer {text} not null
) {strict};
create index session_account on session (account_id);

-- A browser that signed in before. It gets in while strangers guess at the account (T-C1).
create table device (
    hash {bytes} not null,
    account_id {id} not null references account (id),
    failed {int} not null default 0,
    seen_at {instant} not null,
    primary key (hash, account_id)
) {strict};

-- The link of the first start, and the sign-in links of a demo.
create table sign_in_link (
    hash {bytes} primary key,
    account_id {id} references account (id),
    org_id {id} references organisation (id),
    purpose {text} not null check (purpose in ('setup', 'demo')),
    expires_at {instant} not null
) {strict};

create table reset (
    hash {bytes} primary key,
    account_id {id} not null references account (id),
    epoch {int} not null,
    made_at {instant} not null,
    expires_at {instant} not null
) {strict};

create table email_change (
    account_id {id} primary key references account (id),
    email {text} not null,
    epoch {int} not null,
    old_hash {bytes} unique,
    new_hash {bytes} not null unique,
    old_confirmed {bool} not null,
    new_confirmed {bool} not null,
    expires_at {instant} not null
) {strict};
