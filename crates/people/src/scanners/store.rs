//! Every SQL statement about gate scanners.
use kernel::access::Sites;
use kernel::{Error, Result, SiteId, Snapshot};

/// The name of a site within reach.
pub fn site(db: &Snapshot<'_>, reach: &Sites, site: SiteId) -> Result<String> {
    if !reach.has(site) {
        return Err(Error::NotFound);
    }
    let org = reach.org();
    db.one("select name from site where org_id = $1 and id = $2", &[&org, &site], |row| row.get(0))
}
