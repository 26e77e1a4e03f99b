//! A walk over everybody: one row says how far it came, so that a change which touches all costs as little as one that
//! touches nobody. Compliance does the walking.
use kernel::{OrgId, PersonId, Result, Snapshot, Tx};

use super::model::Walk;

/// The walk that is under way.
pub fn find(db: &Snapshot<'_>, org: OrgId) -> Result<Option<Walk>> {
    db.maybe("select number, reached from board_walk where org_id = $1", &[&org], |row| {
        Ok(Walk { number: row.get(0)?, reached: row.get(1)? })
    })
}

/// Begins a walk, in place of one that is under way.
pub fn begin(tx: &mut Tx<'_>, org: OrgId) -> Result<Walk> {
    let number = find(tx, org)?.map_or(1, |it| it.number + 1);
    let reached: Option<PersonId> = None;
    tx.run(
        "insert into board_walk (org_id, number, reached) values ($1, $2, $3)
         on conflict (org_id) do update set number = excluded.number, reached = excluded.reached",
        &[&org, &number, &reached],
    )?;
    Ok(Walk { number, reached })
}

/// Notes how far the walk came; nothing is its end.
pub fn step(tx: &mut Tx<'_>, org: OrgId, reached: Option<PersonId>) -> Result<()> {
    match reached {
        Some(_) => {
            tx.run("update board_walk set reached = $2 where org_id = $1", &[&org, &reached])
        }
        None => tx.run("delete from board_walk where org_id = $1", &[&org]),
    }
    .map(drop)
}
