//! Every SQL statement about what can be taken back.
use kernel::access::Actor;
use kernel::{Error, Instant, Result, SiteId, Tx, UndoId};

use super::model::{MINUTES, Undo};

/// Remembers what `sites` were before; what nobody can take back any more is forgotten.
pub fn insert(tx: &mut Tx<'_>, actor: &Actor, sites: &[SiteId], active: bool) -> Result<UndoId> {
    let now = tx.now();
    tx.run(
        "delete from undo where org_id = $1 and what = 'sites.state' and expires_at <= $2",
        &[&actor.org, &now],
    )?;
    let id: UndoId = tx.new_id();
    let undo = Undo { active, sites: sites.to_vec() };
    tx.run(
        "insert into undo (org_id, id, account_id, what, payload, expires_at)
         values ($1, $2, $3, 'sites.state', $4, $5)",
        &[&actor.org, &id, &actor.account, &undo.to_text(), &now.plus_minutes(MINUTES)],
    )?;
    Ok(id)
}

/// Takes it out, so that nobody takes it back twice.
pub fn take(tx: &mut Tx<'_>, actor: &Actor, id: UndoId) -> Result<Undo> {
    let (payload, until): (String, Instant) = tx.one(
        "select payload, expires_at from undo
          where org_id = $1 and id = $2 and account_id = $3 and what = 'sites.state'",
        &[&actor.org, &id, &actor.account],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if until <= tx.now() {
        return Err(Error::Gone("sites-undo-over"));
    }
    tx.run("delete from undo where org_id = $1 and id = $2", &[&actor.org, &id])?;
    Undo::from_text(&payload).ok_or_else(|| Error::internal("an undo that cannot be read"))
}
