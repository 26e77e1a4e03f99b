//! How everybody stands: the judge's answer for now, kept until it changes.
//!
//! A kept answer is a cache. It says until when it holds; whoever shows it compares that with the clock, so an answer that a
//! late job has not renewed is not shown, rather than shown wrong.
pub mod jobs;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{
    Event, May, OrgId, Path, PersonId, Result, Routes, Search, SiteId, Snapshot, Tx, Visit,
};
use people::{Tab, heading};
use ui::Desk;

use crate::access::SeeStandings;

pub fn routes() -> Routes {
    Routes::new().get("/people/{id}/requirements", show)
}

/// One person at each of their sites, now or as at another moment.
fn show(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<PersonId>, Search, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    let heading = heading(db, may.who(), may.reach(), *id, Tab::Requirements)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let world = store::world(db, org)?;
    let found = store::load(db, org, &[*id], &world.rules)?.pop();
    let mut who = found.ok_or(kernel::Error::NotFound)?;
    let asked = model::Asked::parse(search, db.now(), &world);
    let mut waivers = crate::waivers::store::list(db, org, *id)?;
    let mut bans = crate::bans::store::list(db, org, *id)?;
    who.places.retain(|it| sees(may.who(), *id, it.site));
    waivers.retain(|it| it.site.is_none_or(|site| sees(may.who(), *id, site)));
    bans.retain(|it| it.site.is_none_or(|site| sees(may.who(), *id, site)));
    let page = page::Person {
        heading: &heading,
        who: &who,
        world: &world,
        asked: &asked,
        waivers: &waivers,
        bans: &bans,
    };
    Ok(page::show(&desk, may.who(), &page).into_response())
}

/// Where others work, and how they stand there, is told to those who may look at these sites (decision 0008). Whoever has
/// no right about sites at all reads it of everybody within reach.
fn sees(actor: &Actor, person: PersonId, site: SiteId) -> bool {
    let sites = Sites::of(actor, &matrix::SITES, Level::View);
    actor.person == Some(person) || sites.is_none_or(|it| it.has(site))
}

/// Renews the answers of the people a change touches, in the transaction that makes it.
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    let (kind, verb) = event.what.split_once('.').unwrap_or((event.what, ""));
    match (kind, event.person) {
        ("person" | "evidence" | "completion" | "waiver" | "ban", Some(person)) => {
            renew(tx, event.org, &[person])
        }
        // What is only written or dropped changes nobody's answer.
        ("assessment", Some(person)) if ["submitted", "approved", "rejected"].contains(&verb) => {
            renew(tx, event.org, &[person])
        }
        ("person", None) => renew(tx, event.org, &[event.subject.1.cast()]),
        ("group", Some(person)) if verb.starts_with("member-") => renew(tx, event.org, &[person]),
        ("company" | "site" | "region", _) if verb != "created" => {
            let people = store::touched(tx, event.org, (event.subject.0, event.subject.1))?;
            renew_many(tx, event.org, &people)
        }
        ("rule", _) => jobs::renew_all(tx, event.org),
        ("template", _) if ["published", "unpublished", "archived"].contains(&verb) => {
            jobs::renew_all(tx, event.org)
        }
        ("group" | "course" | "qualification", None) if verb != "created" => {
            jobs::renew_all(tx, event.org)
        }
        _ => Ok(()),
    }
}

/// Judges these people anew and keeps the answers.
pub fn renew(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let world = store::world(tx, org)?;
    for some in people.chunks(store::CHUNK) {
        for who in store::load(tx, org, some, &world.rules)? {
            let kept = world.kept(org, &who, tx.now());
            store::save(tx, org, &kept)?;
            jobs::wake_at(tx, kept.until)?;
        }
    }
    Ok(())
}

/// As [`renew`], as jobs where there are many.
fn renew_many(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    if people.len() <= store::CHUNK { renew(tx, org, people) } else { jobs::renew_all(tx, org) }
}
