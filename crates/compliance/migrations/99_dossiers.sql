-- Everything the judge needs about a person, in one row: for rules over many people, who would otherwise be read from a
-- dozen tables each. Written in the transaction that changes any of it.
create table dossier (
    org_id {id} not null,
    person_id {id} not null,
    words {bytes} not null,
    -- A mark of the answer that was kept last: the same mark is the same answer.
    mark {int} not null,
    primary key (org_id, person_id),
    foreign key (org_id, person_id) references person (org_id, id)
) {strict};
