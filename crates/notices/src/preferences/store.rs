//! Every SQL statement about preferences.
use kernel::access::Own;
use kernel::{AccountId, OrgId, Result, Snapshot, Tx};

use super::model::{Cell, Preferences};
use crate::{Channel, Kind, OptOut};

/// What somebody turned off.
pub fn of(db: &Snapshot<'_>, reach: &Own) -> Result<Preferences> {
    db.all(
        "select kind, channel from preference where org_id = $1 and account_id = $2 and not wanted",
        &[&reach.org(), &reach.account()],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
    .map(Preferences)
}

/// Whether somebody wants a kind of notice on a way. What is mandatory is always wanted.
pub fn wants(
    db: &Snapshot<'_>,
    org: OrgId,
    account: AccountId,
    kind: &Kind,
    channel: Channel,
) -> Result<bool> {
    if kind.opt_out(channel) != Some(OptOut::Personal) {
        return Ok(kind.opt_out(channel).is_some());
    }
    let wanted = db.maybe(
        "select wanted from preference where org_id = $1 and account_id = $2 and kind = $3 and channel = $4",
        &[&org, &account, &kind.code, &channel.code()],
        |row| row.get(0),
    )?;
    Ok(wanted.unwrap_or(true))
}

pub fn set(tx: &mut Tx<'_>, reach: &Own, cell: &Cell, wanted: bool) -> Result<()> {
    tx.run(
        "insert into preference (org_id, account_id, kind, channel, wanted) values ($1, $2, $3, $4, $5)
         on conflict (org_id, account_id, kind, channel) do update set wanted = excluded.wanted",
        &[&reach.org(), &reach.account(), &cell.kind.code, &cell.channel.code(), &wanted],
    )
    .map(drop)
}
