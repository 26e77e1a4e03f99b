-- A change that touches everybody: the answers of those behind `reached` are being renewed, in the order of ids, and are
-- not shown until they are. A row is there while that goes on.
create table board_walk (
    org_id {id} not null references organisation (id),
    -- A walk that was begun anew leaves the jobs of the one before it behind.
    number {int} not null,
    reached {id},
    primary key (org_id)
) {strict};
