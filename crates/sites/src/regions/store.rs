//! Every SQL statement about regions.
use kernel::access::Sites;
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{Error, OnDuplicate, OrgId, RegionId, Result, SiteId, Snapshot, Tx};

use super::model::{Facts, List, Region};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

fn read(row: &Row<'_>) -> Result<Region, Fault> {
    let facts = Facts { name: row.get(2)?, code: row.get(3)?, description: row.get(4)? };
    Ok(Region { org: row.get(0)?, id: row.get(1)?, facts })
}

/// Narrows a query over `region r` to regions that hold a site of `reach`.
fn within<'q>(query: &mut Query<'q>, reach: &'q Sites) {
    if let Some(only) = reach.only() {
        query.push(" and exists (select 1 from region_site x where x.org_id = r.org_id and x.region_id = r.id and ");
        query.any_of("x.site_id", only).push(")");
    }
}

/// A page of the list, each with the number of its sites that the reader may see.
pub fn list(db: &Snapshot<'_>, reach: &Sites, list: &List) -> Result<Vec<(Region, i64)>> {
    let org = reach.org();
    let sought = pattern(&list.search);
    let mut query = Query::new(
        "select r.org_id, r.id, r.name, r.code, r.description,
                (select count(*) from region_site m where m.org_id = r.org_id and m.region_id = r.id",
    );
    if let Some(only) = reach.only() {
        query.push(" and ").any_of("m.site_id", only);
    }
    query.push(") from region r where r.org_id = ").bind(&org);
    within(&mut query, reach);
    if !list.search.is_empty() {
        query
            .push(" and (r.folded like ")
            .bind(&sought)
            .push(" escape '\\' or lower(r.code) like ");
        query.bind(&sought).push(" escape '\\')");
    }
    if let Some(after) = &list.after {
        query
            .push(" and (r.folded, r.id) > (select a.folded, a.id from region a where a.org_id = ");
        query.bind(&org).push(" and a.id = ").bind(after).push(")");
    }
    query.push(" order by r.folded, r.id limit 51");
    db.rows(&query, |row| Ok((read(row)?, row.get(5)?)))
}

pub fn find(db: &Snapshot<'_>, reach: &Sites, id: RegionId) -> Result<Region> {
    let org = reach.org();
    let mut query = Query::new(
        "select r.org_id, r.id, r.name, r.code, r.description from region r where r.org_id = ",
    );
    query.bind(&org).push(" and r.id = ").bind(&id);
    within(&mut query, reach);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// For those who may change every region.
pub fn find_any(db: &Snapshot<'_>, org: OrgId, id: RegionId) -> Result<Region> {
    db.one(
        "select r.org_id, r.id, r.name, r.code, r.description from region r where r.org_id = $1 and r.id = $2",
        &[&org, &id],
        read,
    )
}

/// A site as a region shows it.
pub struct Member {
    pub id: SiteId,
    pub name: String,
    pub active: bool,
}

fn member(row: &Row<'_>) -> Result<Member, Fault> {
    Ok(Member { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? })
}

/// The sites of a region that the reader may see.
pub fn sites(db: &Snapshot<'_>, reach: &Sites, region: RegionId) -> Result<Vec<Member>> {
    let org = reach.org();
    let mut query = Query::new(
        "select s.id, s.name, s.active from site s
           join region_site m on m.org_id = s.org_id and m.site_id = s.id where s.org_id = ",
    );
    query.bind(&org).push(" and m.region_id = ").bind(&region);
    crate::sites::store::within(&mut query, reach);
    query.push(" order by s.folded, s.id limit 1000");
    db.rows(&query, member)
}

/// The active sites that could be added to a region.
pub fn others(db: &Snapshot<'_>, reach: &Sites, region: RegionId) -> Result<Vec<Member>> {
    let org = reach.org();
    let mut query =
        Query::new("select s.id, s.name, s.active from site s where s.active and s.org_id = ");
    query.bind(&org);
    crate::sites::store::within(&mut query, reach);
    query.push(" and not exists (select 1 from region_site m where m.org_id = s.org_id and m.site_id = s.id");
    query.push(" and m.region_id = ").bind(&region).push(") order by s.folded, s.id limit 500");
    db.rows(&query, member)
}

/// A new region; none when another one has its name.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, it: &Facts) -> Result<Option<RegionId>> {
    let id: RegionId = tx.new_id();
    let made = tx.run(
        "insert into region (org_id, id, name, folded, code, description) values ($1, $2, $3, $4, $5, $6)
         on conflict (org_id, folded) do nothing",
        &[&org, &id, &it.name, &fold(it.name.as_str()), &it.code, &it.description],
    )?;
    Ok((made == 1).then_some(id))
}

/// Whether another region has the name.
pub fn is_taken(db: &Snapshot<'_>, region: &Region, facts: &Facts) -> Result<bool> {
    let known = db.maybe(
        "select 1 from region where org_id = $1 and folded = $2 and id <> $3",
        &[&region.org, &fold(facts.name.as_str()), &region.id],
        |row| row.get::<i64>(0),
    )?;
    Ok(known.is_some())
}

pub fn update(tx: &mut Tx<'_>, region: &Region, it: &Facts) -> Result<()> {
    tx.run(
        "update region set name = $3, folded = $4, code = $5, description = $6 where org_id = $1 and id = $2",
        &[&region.org, &region.id, &it.name, &fold(it.name.as_str()), &it.code, &it.description],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}
