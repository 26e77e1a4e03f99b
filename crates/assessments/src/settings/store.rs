//! Every SQL statement about how an organisation shows assessments.
use kernel::{OrgId, Result, Snapshot, Tx};

/// Whether people find assessments by themselves. No row: they do.
pub fn is_hidden(db: &Snapshot<'_>, org: OrgId) -> Result<bool> {
    let find = "select hidden from assessment_setting where org_id = $1";
    Ok(db.maybe(find, &[&org], |row| row.get(0))?.unwrap_or(false))
}

pub fn set(tx: &mut Tx<'_>, org: OrgId, hidden: bool) -> Result<()> {
    tx.run(
        "insert into assessment_setting (org_id, hidden) values ($1, $2)
         on conflict (org_id) do update set hidden = excluded.hidden",
        &[&org, &hidden],
    )
    .map(drop)
}
