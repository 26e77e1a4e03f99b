//! Every SQL statement about teams.
use kernel::field::fold;
use kernel::{DivisionId, OrgId, Result, TeamId, Tx};

pub fn insert(tx: &mut Tx<'_>, org: OrgId, division: DivisionId, name: &str) -> Result<TeamId> {
    let id: TeamId = tx.new_id();
    tx.run(
        "insert into team (org_id, id, division_id, name, folded) values ($1, $2, $3, $4, $5)",
        &[&org, &id, &division, &name, &fold(name)],
    )?;
    Ok(id)
}
