-- G-14, T-S17: what can be proved: a card, a licence, a certificate from elsewhere.
create table qualification (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    -- Who issues it; the form begins with this.
    issuer {text} not null default '',
    category {text} not null default '',
    instructions {text} not null default '',
    needs_number {bool} not null default {false},
    needs_expiry {bool} not null default {false},
    needs_front {bool} not null default {true},
    needs_back {bool} not null default {false},
    -- How long it holds where the document names no day, in the words of the judge; empty for as long as it says.
    validity {text} not null default '',
    -- Days before its end from which it is called expiring.
    remind {int} not null default 60,
    state {text} not null default 'active' check (state in ('active', 'inactive')),
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create index qualification_list on qualification (org_id, state, folded, id);

-- T-S19: whether somebody has to approve, and whether employees hand in their own. No row: both.
create table evidence_setting (
    org_id {id} not null references organisation (id),
    approval {bool} not null,
    self_upload {bool} not null,
    primary key (org_id)
) {strict};

-- G-13, §7.8. A fact: nothing of it is written over. What becomes of it is set once, with who and when.
create table evidence (
    org_id {id} not null references organisation (id),
    id {id} not null,
    person_id {id} not null,
    qualification_id {id} not null,
    name {text} not null,
    issuer {text} not null,
    issued_on {date} not null,
    expires_on {date},
    number {text} not null default '',
    number_folded {text} not null default '',
    submitted_at {instant} not null,
    submitted_by {id} not null references account (id),
    decision {text} check (decision in ('approved', 'rejected')),
    decided_at {instant},
    decided_by {id} references account (id),
    -- Why it was rejected or revoked: one of the house's reasons, and words of somebody's own.
    reason {text} not null default '',
    words {text} not null default '',
    ending {text} check (ending in ('withdrawn', 'revoked')),
    ended_at {instant},
    ended_by {id} references account (id),
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, qualification_id) references qualification (org_id, id),
    check ((decision is null) = (decided_at is null)),
    check ((ending is null) = (ended_at is null))
) {strict};
create index evidence_person on evidence (org_id, person_id, qualification_id);
create index evidence_qualification on evidence (org_id, qualification_id);
create index evidence_waiting on evidence (org_id, submitted_at, id) where decision is null and ending is null;
create index evidence_number on evidence (org_id, number_folded);

-- The pictures and documents of a piece of evidence. The bytes are kept under their hash.
create table evidence_file (
    org_id {id} not null references organisation (id),
    evidence_id {id} not null,
    side {text} not null check (side in ('front', 'back')),
    kind {text} not null check (kind in ('jpg', 'png', 'pdf')),
    hash {bytes} not null,
    size {int} not null,
    -- What a picture looks like, whole and in four parts, to find the same card under another name.
    look {int},
    part_1 {int},
    part_2 {int},
    part_3 {int},
    part_4 {int},
    primary key (org_id, evidence_id, side),
    foreign key (org_id, evidence_id) references evidence (org_id, id)
) {strict};
create index evidence_file_1 on evidence_file (org_id, part_1) where look is not null;
create index evidence_file_2 on evidence_file (org_id, part_2) where look is not null;
create index evidence_file_3 on evidence_file (org_id, part_3) where look is not null;
create index evidence_file_4 on evidence_file (org_id, part_4) where look is not null;
