create table site (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    address {text} not null default '',
    postcode {text} not null default '',
    contact_name {text} not null default '',
    contact_phone {text} not null default '',
    contact_email {text} not null default '',
    zone {text} not null,
    active {bool} not null default {true},
    made_at {instant} not null,
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create index site_list on site (org_id, active, folded, id);

create table region (
    org_id {id} not null references organisation (id),
    id {id} not null,
    name {text} not null,
    folded {text} not null,
    code {text} not null default '',
    description {text} not null default '',
    primary key (org_id, id),
    unique (org_id, folded)
) {strict};
create table region_site (
    org_id {id} not null,
    region_id {id} not null,
    site_id {id} not null,
    primary key (org_id, region_id, site_id),
    foreign key (org_id, region_id) references region (org_id, id),
    foreign key (org_id, site_id) references site (org_id, id)
) {strict};
create index region_site_site on region_site (org_id, site_id);

create table location (
    org_id {id} not null,
    id {id} not null,
    site_id {id} not null,
    parent_id {id},
    name {text} not null,
    folded {text} not null,
    primary key (org_id, id),
    unique (org_id, site_id, id),
    foreign key (org_id, site_id) references site (org_id, id),
    -- A location lies within a location of the same site.
    foreign key (org_id, site_id, parent_id) references location (org_id, site_id, id)
) {strict};
create index location_site on location (org_id, site_id, parent_id, folded);
