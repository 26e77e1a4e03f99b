//! Every SQL statement about deliveries: taking a letter from the outbox, and noting what became of it.
use kernel::db::Engine;
use kernel::{Event, LetterId, Result, Snapshot, Tx};

use super::model::{LEASE, Load, Outcome, TRIES, pause};
use crate::letters::store::open;

/// Whether any letter waits for its time or lies with a worker that died.
pub fn is_due(db: &Snapshot<'_>) -> Result<bool> {
    let now = db.now();
    let found = db.maybe(
        "select 1 from letter where (state = 'waiting' and next_at <= $1) or (state = 'sending' and lease_until <= $1)
          limit 1",
        &[&now],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Takes the letter that is due the longest. For a while nobody else gets it.
pub fn lease(tx: &mut Tx<'_>) -> Result<Option<Load>> {
    let now = tx.now();
    let due = match tx.engine() {
        Engine::Sqlite => {
            "select id from letter
              where (state = 'waiting' and next_at <= $1) or (state = 'sending' and lease_until <= $1)
              order by next_at, id limit 1"
        }
        Engine::Postgres => {
            "select id from letter
              where (state = 'waiting' and next_at <= $1) or (state = 'sending' and lease_until <= $1)
              order by next_at, id limit 1 for update skip locked"
        }
    };
    let Some(id) = tx.maybe(due, &[&now], |row| row.get::<LetterId>(0))? else { return Ok(None) };
    tx.run(
        "update letter set state = 'sending', lease_until = $2, tries = tries + 1 where id = $1",
        &[&id, &now.plus_minutes(LEASE)],
    )?;
    let (mut load, sealed) = tx.one(
        "select org_id, to_address, to_name, subject, made_at, tries, body from letter where id = $1",
        &[&id],
        |row| {
            let load = Load {
                id,
                org: row.get(0)?,
                to: row.get(1)?,
                name: row.get(2)?,
                subject: row.get(3)?,
                made_at: row.get(4)?,
                tries: row.get(5)?,
                text: String::new(),
                html: String::new(),
            };
            Ok((load, row.get::<Vec<u8>>(6)?))
        },
    )?;
    let Some(body) = open(tx, id, &sealed) else {
        settle(tx, &load, &Outcome::Never("outbox-reason-unreadable".to_owned()))?;
        return Ok(None);
    };
    (load.text, load.html) = (body.text, body.html);
    Ok(Some(load))
}

/// Notes what became of a letter. That it was sent is true whoever says it; a failure counts only while the letter
/// is still with the worker that failed.
pub fn settle(tx: &mut Tx<'_>, load: &Load, outcome: &Outcome) -> Result<()> {
    let now = tx.now();
    match outcome {
        Outcome::Sent => tx
            .run(
                "update letter set state = 'sent', sent_at = $2, lease_until = null, reason = ''
                  where id = $1 and state <> 'sent'",
                &[&load.id, &now],
            )
            .map(drop),
        Outcome::Later(reason) if load.tries < TRIES => tx
            .run(
                "update letter set state = 'waiting', next_at = $3, lease_until = null, reason = $4
                  where id = $1 and tries = $2 and state = 'sending'",
                &[&load.id, &load.tries, &now.plus_minutes(pause(load.tries)), reason],
            )
            .map(drop),
        Outcome::Later(reason) => give_up(tx, load, "letter.failed", reason),
        Outcome::Never(reason) => give_up(tx, load, "letter.bounced", reason),
    }
}

/// Sets the letter aside and tells the house, so that whoever wrote it knows that it did not arrive.
fn give_up(tx: &mut Tx<'_>, load: &Load, what: &'static str, reason: &str) -> Result<()> {
    let changed = tx.run(
        "update letter set state = 'failed', lease_until = null, reason = $3
          where id = $1 and tries = $2 and state = 'sending'",
        &[&load.id, &load.tries, &reason],
    )?;
    match load.org.filter(|_| changed > 0) {
        Some(org) => {
            let event = Event::new(org, what, "letter", load.id).named(load.to.as_str());
            tx.record(&event.set("reason", &reason))
        }
        None => Ok(()),
    }
}
