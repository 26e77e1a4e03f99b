create table entry (
    org_id {id} not null references organisation (id),
    -- Counts from 1 without gaps: the order of the chain, whatever the clock said.
    seq {int} not null,
    id {id} not null,
    at {instant} not null,
    actor_id {id},
    actor {text} not null,
    what {text} not null,
    kind {text} not null,
    subject_id {id} not null,
    label {text} not null,
    person_id {id},
    site_id {id},
    changes {json} not null,
    hash {bytes} not null,
    primary key (org_id, seq)
) {strict};
create index entry_subject on entry (org_id, subject_id, seq);
create index entry_person on entry (org_id, person_id, seq);
create index entry_site on entry (org_id, site_id, seq);
create index entry_actor on entry (org_id, actor_id, seq);
create index entry_what on entry (org_id, what, seq);

create table chain_head (
    org_id {id} primary key references organisation (id),
    seq {int} not null,
    hash {bytes} not null
) {strict};
