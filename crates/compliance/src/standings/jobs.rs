//! Answers that change by themselves, and changes that touch everybody.
use kernel::job::{Job, Kind, Run};
use kernel::{Instant, OrgId, PersonId, Result, Tx};

use super::store;

const OVER_NAME: &str = "compliance.over";
const WALK_NAME: &str = "compliance.walk";
/// Answers that are over within so many hours get a job of their own; the hourly round finds the others in time.
const HOURS: i64 = 2;

/// Renews the answers that are over. One round each hour, and one for each moment at which some will be.
pub const OVER: Kind = Kind { name: OVER_NAME, run: Run::Inside(over) };
/// Renews everybody's answer, some people in each transaction.
pub const WALK: Kind = Kind { name: WALK_NAME, run: Run::Inside(walk) };

fn over(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let found = store::over(tx)?;
    let full = found.len() == store::CHUNK;
    let mut rest = found.as_slice();
    while let Some((org, _)) = rest.first() {
        let same = rest.iter().take_while(|(it, _)| it == org).count();
        let people: Vec<PersonId> = rest[..same].iter().map(|(_, person)| *person).collect();
        super::renew(tx, *org, &people)?;
        rest = &rest[same..];
    }
    if full {
        return tx.enqueue(OVER_NAME, &job.payload);
    }
    if let Some(next) = store::next_over(tx)? {
        wake_at(tx, judge::Instant(next.0))?;
    }
    if job.payload == "round" {
        let next = tx.now().plus_hours(1);
        tx.enqueue_at(OVER_NAME, "round", next, Some(OVER_NAME))?;
    }
    Ok(())
}

/// Makes sure that the hourly round is queued.
pub fn schedule(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.enqueue_at(OVER_NAME, "round", now, Some(OVER_NAME))
}

/// Queues a renewal for the moment an answer is over, if that is soon. All that end at one moment share a job.
pub fn wake_at(tx: &mut Tx<'_>, until: judge::Instant) -> Result<()> {
    let soon = tx.now().plus_hours(HOURS);
    if until.0 > soon.0 {
        return Ok(());
    }
    let name = format!("{OVER_NAME}.{}", until.0);
    tx.enqueue_at(OVER_NAME, "", Instant(until.0), Some(&name))
}

/// Begins a walk over everybody, in place of one that is under way.
pub fn renew_all(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    people::stale_boards(tx, org)?;
    let after: Option<PersonId> = None;
    step(tx, org, after)
}

fn walk(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let mut words = job.payload.split(' ');
    let org = words.next().and_then(|it| it.parse().ok());
    let after = words.next().and_then(|it| it.parse().ok());
    org.map_or(Ok(()), |org| step(tx, org, after))
}

/// Renews some people, and queues the rest.
fn step(tx: &mut Tx<'_>, org: OrgId, after: Option<PersonId>) -> Result<()> {
    let some = store::people_after(tx, org, after)?;
    super::renew(tx, org, &some)?;
    match some.last() {
        Some(last) if some.len() == store::CHUNK => tx.enqueue(WALK_NAME, &format!("{org} {last}")),
        _ => Ok(()),
    }
}
