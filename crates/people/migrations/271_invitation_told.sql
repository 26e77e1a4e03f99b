-- What whoever invited was told about the end of an invitation (N-02): nothing, that it is near, that it is over.
alter table invitation add column told {int} not null default 0;
create index invitation_end on invitation (expires_at) where told < 2 and state in ('pending', 'bounced');
