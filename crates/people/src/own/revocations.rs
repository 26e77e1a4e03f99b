//! Signing browsers out from afar: one, or all but this one.
use kernel::{Answer, Event, Path, Result, SessionId, SignedIn, Toast, Tx};

use crate::sessions;

pub fn create(gate: &SignedIn, tx: &mut Tx<'_>, Path(id): &Path<SessionId>) -> Result<Answer> {
    let who = gate.who();
    sessions::store::revoke(tx, who.account, *id)?;
    tx.record(
        &Event::new(who.org, "session.revoked", "account", who.account)
            .named(who.face.name.as_str()),
    )?;
    Ok(Answer::to("/account").saying(&Toast::new("account-session-ended")))
}

pub fn create_for_others(gate: &SignedIn, tx: &mut Tx<'_>, (): &()) -> Result<Answer> {
    let who = gate.who();
    let ended = sessions::store::revoke_others(tx, who.account, who.session)?;
    let ended = i64::try_from(ended).unwrap_or(i64::MAX);
    tx.record(
        &Event::new(who.org, "session.revoked", "account", who.account)
            .named(who.face.name.as_str())
            .set("count", &ended),
    )?;
    Ok(Answer::to("/account").saying(&Toast::new("account-sessions-ended").count(ended)))
}
