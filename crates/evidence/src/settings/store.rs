//! Every SQL statement about how evidence is handled.
use kernel::{OrgId, Result, Snapshot, Tx};

/// What an organisation decided. Contractors always hand in their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Somebody looks at what was handed in before it counts.
    pub approval: bool,
    /// Employees hand in their own.
    pub self_upload: bool,
}

/// An organisation that decided nothing is careful and open.
const USUAL: Settings = Settings { approval: true, self_upload: true };

pub fn find(db: &Snapshot<'_>, org: OrgId) -> Result<Settings> {
    let found = db.maybe(
        "select approval, self_upload from evidence_setting where org_id = $1",
        &[&org],
        |row| Ok(Settings { approval: row.get(0)?, self_upload: row.get(1)? }),
    )?;
    Ok(found.unwrap_or(USUAL))
}

pub fn set(tx: &mut Tx<'_>, org: OrgId, it: Settings) -> Result<()> {
    tx.run(
        "insert into evidence_setting (org_id, approval, self_upload) values ($1, $2, $3)
         on conflict (org_id) do update set approval = excluded.approval, self_upload = excluded.self_upload",
        &[&org, &it.approval, &it.self_upload],
    )
    .map(drop)
}
