-- Whether nothing but a look at it keeps the person out somewhere. Compliance keeps it, as it keeps how everybody stands; the queue
-- shows these first.
alter table evidence add column keeps_out {bool} not null default {false};
