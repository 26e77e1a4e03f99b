//! Every SQL statement about memberships of the reader's own account.
use kernel::access::Grant;
use kernel::{AccountId, OrgId, Result, Snapshot};

use crate::grants;

/// One organisation the account belongs to: its name, and what the account is there. Nothing else of it.
pub struct Membership {
    pub org: OrgId,
    pub name: String,
    pub profile_only: bool,
    pub grants: Vec<Grant>,
}

pub fn list(db: &Snapshot<'_>, account: AccountId) -> Result<Vec<Membership>> {
    let rows = db.all(
        "select o.id, o.name, m.kind from member m join organisation o on o.id = m.org_id
          where m.account_id = $1 and m.state = 'active' order by o.folded, o.id limit 200",
        &[&account],
        |row| Ok((row.get::<OrgId>(0)?, row.get(1)?, row.get::<String>(2)?)),
    )?;
    let with_grants = |(org, name, kind): (OrgId, String, String)| {
        let grants = grants::store::of(db, org, account)?;
        Ok(Membership { org, name, profile_only: kind == "profile", grants })
    };
    rows.into_iter().map(with_grants).collect()
}
