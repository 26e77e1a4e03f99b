-- A company that nobody works for yet is reached by whoever wrote it down.
alter table company add column made_by {id};

-- The trades of a company, one a row, so that the list can be narrowed to one of them.
create table company_trade (
    org_id {id} not null,
    company_id {id} not null,
    trade {text} not null,
    folded {text} not null,
    primary key (org_id, company_id, folded),
    foreign key (org_id, company_id) references company (org_id, id)
) {strict};
create index company_trade_trade on company_trade (org_id, folded, company_id);

-- A group of a division holds people of that division only, and is changed by its editors; without one it is for the
-- whole organisation.
alter table people_group add column division_id {id};
