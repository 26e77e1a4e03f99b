//! How everybody stands: the judge's answer for now, kept until it changes.
//!
//! A kept answer is a cache. It says until when it holds; whoever shows it compares that with the clock, so an answer that a
//! late job has not renewed is not shown, rather than shown wrong.
pub mod asking;
pub mod jobs;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
pub mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{
    Event, May, OrgId, Path, PersonId, QualificationId, Result, Routes, RuleId, Search, SiteId,
    Snapshot, Tx, Visit,
};
use people::{Tab, heading};
use ui::Desk;

use self::asking::Asking;
use self::model::{Kept, Somebody};
use crate::access::SeeStandings;
use crate::exceptions::model::Noun;
use crate::exceptions::store as exceptions;
use crate::joinings::store as joinings;
use crate::moments::model::Asked;
use crate::rules::model::Source;
use crate::{dossiers, reminders, rules};

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
    let asked = Asked::parse(search, db.now(), &world);
    let mut waivers = exceptions::list(db, org, *id, Noun::Waiver)?;
    let mut bans = exceptions::list(db, org, *id, Noun::Ban)?;
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
        ("rule", _) => hear_rule(tx, event.org, event.subject.1.cast()),
        ("template", _) if ["published", "unpublished", "archived"].contains(&verb) => {
            if verb == "archived" {
                rules::keep_asked(tx, event.org, ("assessment", event.subject.1))?;
            }
            jobs::renew_all(tx, event.org)
        }
        ("course" | "qualification", None) if matches!(verb, "archived" | "deactivated") => {
            rules::keep_asked(tx, event.org, event.subject)?;
            jobs::renew_all(tx, event.org)
        }
        ("group" | "course" | "qualification", None) if verb != "created" => {
            jobs::renew_all(tx, event.org)
        }
        _ => Ok(()),
    }
}

/// A rule touches those whom it asks: everybody, or the people of a site, a region or a job role.
fn hear_rule(tx: &mut Tx<'_>, org: OrgId, rule: RuleId) -> Result<()> {
    let asked = match rules::store::find(tx, org, rule)?.source {
        Source::AllSites | Source::Group(_) => return jobs::renew_all(tx, org),
        Source::Site(id) => ("site", id.cast()),
        Source::Region(id) => ("region", id.cast()),
        Source::JobRole(id) => ("job_role", id.cast()),
    };
    let people = store::touched(tx, org, asked)?;
    renew_many(tx, org, &people)
}

/// Judges these people anew, from what the tables say, and keeps the answers.
pub fn renew(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let world = store::world(tx, org)?;
    let mut asking = Asking::new(&world);
    for some in people.chunks(store::CHUNK) {
        let found = store::load(tx, org, some, &world.rules)?;
        joinings::note(tx, org, &found, &world.rules)?;
        for who in &found {
            let kept = world.kept(&mut asking, org, who, tx.now());
            store::save(tx, org, &kept)?;
            dossiers::store::save(tx, org, who, kept.mark())?;
            keep_out(tx, org, who, &kept)?;
            jobs::wake_at(tx, kept.until)?;
        }
        reminders::note(tx, org, &world, &found)?;
    }
    Ok(())
}

/// Says which of the pieces somebody handed in keep them out until they are looked at: these are looked at first.
fn keep_out(tx: &mut Tx<'_>, org: OrgId, who: &Somebody, kept: &Kept) -> Result<()> {
    if who.facts.records.iter().all(|it| it.state != judge::State::Waiting) {
        return Ok(());
    }
    let own = |it: &judge::Subject| match it {
        judge::Subject::Qualification(id) => Some(QualificationId::from_number(id.0)),
        _ => None,
    };
    let waits: Vec<QualificationId> = kept.waits.iter().filter_map(own).collect();
    evidence::set_keeps_out(tx, org, who.id, &waits)
}

/// As [`renew`]; where there are many, nothing of them is shown until a job has renewed it.
fn renew_many(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    if people.len() <= store::CHUNK {
        return renew(tx, org, people);
    }
    dossiers::store::forget(tx, org, people)?;
    people::stale_boards(tx, org, people)?;
    jobs::renew_over(tx)
}
