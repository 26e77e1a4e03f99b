//! Tickets: proof that a session asked for a file just now, and that the log says so. A ticket is part of an address; it
//! opens one thing, for the session that asked, for a few minutes.
use crate::access::Actor;
use crate::db::Snapshot;
use crate::error::Result;
use crate::time::Instant;

/// How long the file can be had.
const MINUTES: i64 = 5;

fn place(actor: &Actor, what: &str) -> String {
    format!("ticket/{}/{what}", actor.session)
}

/// A ticket for `what`, such as an address without its ticket.
pub fn issue(db: &Snapshot<'_>, actor: &Actor, what: &str) -> Result<String> {
    let house = db.house();
    let sealed = house.seal.close(&house.random, &place(actor, what), &db.now().0.to_be_bytes())?;
    Ok(data_encoding::HEXLOWER.encode(&sealed))
}

/// Whether the ticket opens `what` now.
pub fn opens(db: &Snapshot<'_>, actor: &Actor, what: &str, ticket: &str) -> bool {
    let sealed = data_encoding::HEXLOWER.decode(ticket.as_bytes()).ok();
    let opened = sealed.and_then(|it| db.house().seal.open(&place(actor, what), &it));
    let issued = opened.and_then(|it| it.try_into().ok()).map(i64::from_be_bytes);
    issued.is_some_and(|it| db.now() <= Instant(it).plus_minutes(MINUTES))
}
