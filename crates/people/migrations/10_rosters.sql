-- How many people there are, so that no page counts a million rows. Whoever makes, archives or restores people
-- keeps it (persons::store::tally).
create table people_total (
    org_id {id} not null primary key references organisation (id),
    employees {int} not null default 0,
    contractors {int} not null default 0,
    archived {int} not null default 0
) {strict};
insert into people_total (org_id, employees, contractors, archived)
    select org_id, count(*) filter (where state = 'active' and kind = 'employee'),
           count(*) filter (where state = 'active' and kind = 'contractor'), count(*) filter (where state = 'archived')
      from person group by org_id;

-- The company's name as it is sorted by, kept with the person: a list in the order of companies reads one index.
alter table person add column company_folded {text} not null default '';
update person set company_folded = coalesce(
    (select c.folded from company c where c.org_id = person.org_id and c.id = person.company_id), '');
create index person_by_company on person (org_id, state, company_folded, folded, id);
create index person_by_start on person (org_id, state, coalesce(start_on, ''), folded, id);
