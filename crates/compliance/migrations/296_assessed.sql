-- Assessments can be required and waived as courses and qualifications can.
{only sqlite}
create table rule_subject_new (
    org_id {id} not null,
    rule_id {id} not null,
    position {int} not null,
    kind {text} not null check (kind in ('course', 'qualification', 'assessment')),
    subject_id {id} not null,
    primary key (org_id, rule_id, position),
    foreign key (org_id, rule_id) references rule (org_id, id)
) {strict};
insert into rule_subject_new (org_id, rule_id, position, kind, subject_id)
    select org_id, rule_id, position, kind, subject_id from rule_subject;
drop table rule_subject;
alter table rule_subject_new rename to rule_subject;

-- What points at a waiver moves first, so that no row points at nothing for a moment.
create table waiver_new (
    org_id {id} not null,
    id {id} not null,
    person_id {id} not null,
    kind {text} not null check (kind in ('course', 'qualification', 'assessment')),
    subject_id {id} not null,
    -- Nothing is everywhere.
    site_id {id},
    last_on {date} not null,
    reason {text} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, id),
    foreign key (org_id, person_id) references person (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
insert into waiver_new (org_id, id, person_id, kind, subject_id, site_id, last_on, reason, made_by, made_at)
    select org_id, id, person_id, kind, subject_id, site_id, last_on, reason, made_by, made_at from waiver;
create table waiver_end_new (
    org_id {id} not null,
    waiver_id {id} not null,
    made_by {id} not null,
    made_at {instant} not null,
    primary key (org_id, waiver_id),
    foreign key (org_id, waiver_id) references waiver_new (org_id, id)
) {strict};
insert into waiver_end_new (org_id, waiver_id, made_by, made_at)
    select org_id, waiver_id, made_by, made_at from waiver_end;
drop table waiver_end;
drop table waiver;
-- The reference of waiver_end_new follows.
alter table waiver_new rename to waiver;
alter table waiver_end_new rename to waiver_end;
create index waiver_person on waiver (org_id, person_id);
{only postgres}
alter table rule_subject drop constraint rule_subject_kind_check;
alter table rule_subject add constraint rule_subject_kind_check
    check (kind in ('course', 'qualification', 'assessment'));
alter table waiver drop constraint waiver_kind_check;
alter table waiver add constraint waiver_kind_check
    check (kind in ('course', 'qualification', 'assessment'));
{both}
