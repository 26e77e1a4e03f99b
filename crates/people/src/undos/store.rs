//! Every SQL statement about what can be undone.
use kernel::access::Actor;
use kernel::{Error, Result, Tx, UndoId};

/// Minutes for which something can be taken back.
const MINUTES: i64 = 10;

pub fn insert(tx: &mut Tx<'_>, actor: &Actor, what: &str, payload: &str) -> Result<UndoId> {
    let id: UndoId = tx.new_id();
    let now = tx.now();
    // What ran out is of no use to anybody.
    tx.run(
        "delete from undo where org_id = $1 and account_id = $2 and expires_at <= $3",
        &[&actor.org, &actor.account, &now],
    )?;
    tx.run(
        "insert into undo (org_id, id, account_id, what, payload, expires_at) values ($1, $2, $3, $4, $5, $6)",
        &[&actor.org, &id, &actor.account, &what, &payload, &now.plus_minutes(MINUTES)],
    )?;
    Ok(id)
}

/// Takes it, once: whoever comes second, late, or from elsewhere finds nothing.
pub fn take(tx: &mut Tx<'_>, actor: &Actor, id: UndoId) -> Result<(String, String)> {
    let now = tx.now();
    let (what, payload, expires): (String, String, kernel::Instant) = tx.one(
        "select what, payload, expires_at from undo where org_id = $1 and id = $2 and account_id = $3",
        &[&actor.org, &id, &actor.account],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if expires <= now {
        return Err(Error::Gone("persons-undo-over"));
    }
    let taken = tx.run("delete from undo where org_id = $1 and id = $2", &[&actor.org, &id])?;
    if taken == 0 { Err(Error::NotFound) } else { Ok((what, payload)) }
}
