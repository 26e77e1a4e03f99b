//! Every SQL statement about which site is in which region.
use kernel::{OrgId, RegionId, Result, SiteId, Tx};

/// False when it was in already.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, region: RegionId, site: SiteId) -> Result<bool> {
    let added = tx.run(
        "insert into region_site (org_id, region_id, site_id) values ($1, $2, $3) on conflict do nothing",
        &[&org, &region, &site],
    )?;
    Ok(added == 1)
}

/// False when it was not in.
pub fn delete(tx: &mut Tx<'_>, org: OrgId, region: RegionId, site: SiteId) -> Result<bool> {
    let gone = tx.run(
        "delete from region_site where org_id = $1 and region_id = $2 and site_id = $3",
        &[&org, &region, &site],
    )?;
    Ok(gone == 1)
}
