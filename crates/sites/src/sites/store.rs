//! Every SQL statement about sites.
use kernel::field::fold;
use kernel::{Event, OrgId, Result, SiteId, Tx, Zone};

/// A new site with a name and a zone.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, name: &str, zone: &Zone) -> Result<SiteId> {
    let id: SiteId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into site (org_id, id, name, folded, zone, made_at) values ($1, $2, $3, $4, $5, $6)",
        &[&org, &id, &name, &fold(name), &zone.name(), &now],
    )?;
    tx.record(&Event::new(org, "site.created", "site", id).named(name).at(id))?;
    Ok(id)
}
