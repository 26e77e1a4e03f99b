//! A reminder tells somebody what is newly asked of them, what is due, late or about to end (N-10, N-11, N-12, N-14).
//! Managers read each day's in one letter, however many people it is about.
//!
//! What was told is kept by person, object and step, so that a job that is late, dies or runs twice tells nothing twice
//! and forgets nothing.
pub mod jobs;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use kernel::{OrgId, PersonId, Result, Tx};

use self::model::{Look, look};
use crate::standings::model::{Somebody, World};

/// Notes what these people owe and when each is to be reminded, as far as that has changed. Whatever is new is told
/// within a quarter of an hour (N-10).
pub fn note(tx: &mut Tx<'_>, org: OrgId, world: &World, people: &[Somebody]) -> Result<()> {
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let kept = store::owed(tx, org, &ids)?;
    let dates = store::dates(tx, org, &ids)?;
    let today = world.zone.day(judge::Instant(tx.now().0));
    let mut fresh = false;
    for who in people {
        let look = look(world, who, tx.now());
        let own = kept.get(&who.id).map_or(&[][..], Vec::as_slice);
        fresh |= owe(tx, org, who.id, &look, own)?;
        let next = look.first(today);
        if dates.get(&who.id).copied() != next {
            store::set_date(tx, org, who.id, next)?;
        }
    }
    if fresh { jobs::announce(tx, org) } else { Ok(()) }
}

/// As [`note`] for everybody, some time later and by itself: what was asked of all has changed.
pub fn note_all(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    jobs::note_behind(tx, org, None)
}

/// Whether anything is new.
fn owe(
    tx: &mut Tx<'_>,
    org: OrgId,
    person: PersonId,
    look: &Look,
    own: &[store::Owed],
) -> Result<bool> {
    for it in own.iter().filter(|it| !look.asked.contains(&it.key)) {
        store::forget(tx, org, person, it.key)?;
    }
    let mut fresh = false;
    for it in look.matters.iter().filter(|it| it.fresh) {
        if own.iter().all(|kept| kept.key != it.key()) {
            store::owe(tx, org, person, it.key())?;
            fresh = true;
        }
    }
    Ok(fresh)
}
