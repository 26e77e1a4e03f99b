-- P-S8: a code that links the site to other systems, and a sentence about it.
alter table site add column code {text} not null default '';
alter table site add column description {text} not null default '';

-- Two locations side by side have two names. What lies directly in the site has no parent, and unknown is never
-- equal to unknown, so it takes two indexes.
create unique index location_name on location (org_id, site_id, parent_id, folded) where parent_id is not null;
create unique index location_top_name on location (org_id, site_id, folded) where parent_id is null;
