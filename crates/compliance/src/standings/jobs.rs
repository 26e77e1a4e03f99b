//! Answers that change by themselves, and changes that touch everybody.
use kernel::job::{Job, Kind, Run};
use kernel::{Instant, OrgId, PersonId, Result, Tx};

use people::Walk;

use super::asking::Asking;
use super::store;
use crate::dossiers::store as dossiers;
use crate::joinings::store as joinings;
use crate::reminders;

const OVER_NAME: &str = "compliance.over";
const WALK_NAME: &str = "compliance.walk";
/// Answers that are over within so many hours get a job of their own; the hourly round finds the others in time.
const HOURS: i64 = 2;
/// How many times [`store::CHUNK`] people a walk renews in one transaction: few enough for others to get in between.
const STRETCHES: usize = 4;

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

/// Queues a renewal of everything that is over now.
pub fn renew_over(tx: &mut Tx<'_>) -> Result<()> {
    tx.enqueue(OVER_NAME, "")
}

/// Begins a walk over everybody, in place of one that is under way. What is asked of people changed, not what is known
/// about them.
pub fn renew_all(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    let walk = people::begin_walk(tx, org)?;
    step(tx, org, walk, 1)
}

fn walk(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let mut words = job.payload.split(' ');
    let org: Option<OrgId> = words.next().and_then(|it| it.parse().ok());
    let number: Option<i64> = words.next().and_then(|it| it.parse().ok());
    let Some(org) = org else { return Ok(()) };
    match people::find_walk(tx, org)? {
        // A walk that was begun anew has a job of its own.
        Some(walk) if Some(walk.number) == number => step(tx, org, walk, STRETCHES),
        _ => Ok(()),
    }
}

/// Renews some people, and queues the rest. Only answers that changed are written.
fn step(tx: &mut Tx<'_>, org: OrgId, walk: Walk, stretches: usize) -> Result<()> {
    let (mut reached, world, now) = (walk.reached, store::world(tx, org)?, tx.now());
    let mut asking = Asking::new(&world);
    for _ in 0..stretches {
        let some = dossiers::after(tx, org, reached, &world.rules)?;
        joinings::note(tx, org, &some.people, &world.rules)?;
        for (who, before) in some.people.iter().zip(&some.marks) {
            let kept = world.kept(&mut asking, org, who, now);
            let mark = kept.mark();
            if *before == Some(mark) {
                continue;
            }
            store::save(tx, org, &kept)?;
            super::keep_out(tx, org, who, &kept)?;
            match before {
                Some(_) => dossiers::mark(tx, org, who.id, mark)?,
                None => dossiers::save(tx, org, who, mark)?,
            }
            wake_at(tx, kept.until)?;
        }
        let first = reached.is_none();
        reached = some.last();
        if reached.is_none() {
            people::step_walk(tx, org, None)?;
            // Whom one stretch holds is noted with the change; of more, a job of its own does it.
            return if first {
                reminders::note(tx, org, &world, &some.people)
            } else {
                reminders::note_all(tx, org)
            };
        }
    }
    people::step_walk(tx, org, reached)?;
    tx.enqueue(WALK_NAME, &format!("{org} {}", walk.number))
}
