create table job (
    id {id} primary key,
    kind {text} not null,
    payload {json} not null,
    run_at {instant} not null,
    tries {int} not null,
    state {text} not null check (state in ('queued', 'dead')),
    lease_until {instant},
    once {text} unique,
    error {text}
) {strict};
create index job_due on job (state, run_at);

create table replay (
    name {bytes} primary key,
    made_at {instant} not null,
    status {int} not null,
    location {text}
) {strict};
create index replay_age on replay (made_at);
