-- Accounts are listed and searched by name.
alter table account add column folded {text} not null default '';
update account set folded = lower(name);

-- A link that an administrator hands over is kept sealed until it is used, and says who made it.
alter table reset add column sealed {bytes};
alter table reset add column made_by {id};
create index reset_account on reset (account_id);
create index session_org on session (org_id, account_id);

-- Failed tries for names nobody has: noting them takes as long as noting one for an account (T-C2).
create table stray_try (
    bucket {int} primary key,
    tries {int} not null,
    tried_at {instant} not null
) {strict};
