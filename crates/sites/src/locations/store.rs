//! Every SQL statement about locations.
use kernel::access::Sites;
use kernel::field::fold;
use kernel::{Error, LocationId, OnDuplicate, OrgId, Result, SiteId, Snapshot, Tx};

use super::model::{Draft, Location, Tree};

/// What lies in a site.
pub fn tree(db: &Snapshot<'_>, reach: &Sites, site: SiteId) -> Result<Tree> {
    if !reach.has(site) {
        return Err(Error::NotFound);
    }
    let rows = db.all(
        "select id, parent_id, name from location where org_id = $1 and site_id = $2 order by folded, id",
        &[&reach.org(), &site],
        |row| Ok(Location { id: row.get(0)?, parent: row.get(1)?, name: row.get(2)? }),
    )?;
    Ok(Tree::of(rows))
}

/// A new location; none when a neighbour has its name.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    site: SiteId,
    draft: &Draft,
) -> Result<Option<LocationId>> {
    let id: LocationId = tx.new_id();
    let made = tx.run(
        "insert into location (org_id, id, site_id, parent_id, name, folded) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing",
        &[&org, &id, &site, &draft.parent, &draft.name, &fold(draft.name.as_str())],
    )?;
    Ok((made == 1).then_some(id))
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: LocationId, draft: &Draft) -> Result<()> {
    tx.run(
        "update location set parent_id = $3, name = $4, folded = $5 where org_id = $1 and id = $2",
        &[&org, &id, &draft.parent, &draft.name, &fold(draft.name.as_str())],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}

/// Removes a location that nothing lies in.
pub fn delete(tx: &mut Tx<'_>, org: OrgId, id: LocationId) -> Result<()> {
    let gone = tx.run(
        "delete from location where org_id = $1 and id = $2
            and not exists (select 1 from location c where c.org_id = $1 and c.parent_id = $2)",
        &[&org, &id],
    )?;
    if gone == 0 { Err(Error::Conflict("locations-not-empty")) } else { Ok(()) }
}
