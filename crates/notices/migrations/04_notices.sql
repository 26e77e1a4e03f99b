create table letter (
    id {id} primary key,
    org_id {id} references organisation (id),
    kind {text} not null,
    lang {text} not null,
    to_address {text} not null,
    to_name {text} not null,
    subject {text} not null,
    -- The plain and the HTML text, sealed: they hold links that open doors.
    body {bytes} not null,
    state {text} not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    tries {int} not null default 0,
    next_at {instant} not null,
    lease_until {instant},
    reason {text} not null default '',
    made_at {instant} not null,
    sent_at {instant}
) {strict};
create index letter_due on letter (state, next_at);
create index letter_list on letter (org_id, made_at, id);

create table note (
    org_id {id} not null references organisation (id),
    id {id} not null,
    account_id {id} not null references account (id),
    kind {text} not null,
    -- The values of the text, as JSON.
    args {json} not null,
    href {text} not null,
    made_at {instant} not null,
    read_at {instant},
    primary key (org_id, id)
) {strict};
create index note_list on note (org_id, account_id, made_at, id);
create index note_unread on note (org_id, account_id) where read_at is null;

create table preference (
    org_id {id} not null references organisation (id),
    account_id {id} not null references account (id),
    kind {text} not null,
    channel {text} not null check (channel in ('mail', 'inbox')),
    wanted {bool} not null,
    primary key (org_id, account_id, kind, channel)
) {strict};
