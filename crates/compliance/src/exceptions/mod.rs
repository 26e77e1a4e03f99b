//! An exception is somebody's word about one person that what they have learned does not give: a waiver lets them off
//! something until a day, a ban keeps them out. Both are made, shown and ended alike, by the same people (§7.6).
pub mod model;
pub mod page;
pub mod store;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{
    Answer, AnyId, Error, Event, Fields, Invalid, May, PersonId, Result, SiteId, Snapshot, Toast,
    Tx, Visit,
};
use people::{Tab, heading};
use ui::Desk;

use self::model::{Draft, Noun, What, within};
use crate::access::MakeExceptions;
use crate::standings::store as standings;

/// The sites somebody may decide for.
fn sites(actor: &Actor) -> Option<Sites> {
    Sites::of(actor, &matrix::EXCEPTIONS, Level::Edit)
}

pub fn new(
    may: &May<MakeExceptions>,
    db: &Snapshot<'_>,
    (id, visit): (PersonId, &Visit),
    noun: Noun,
) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let head = heading(db, may.who(), may.reach(), id, Tab::Requirements)?;
    let world = standings::world(db, may.reach().org())?;
    let (sites, empty) = (sites(may.who()), Invalid::default());
    let form = page::Form { noun, heading: &head, world: &world, sites: sites.as_ref() };
    Ok(page::form(&desk, &form, &Fields::default(), &empty).into_response())
}

pub fn create(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    (id, form, visit): (PersonId, &Fields, &Visit),
    noun: Noun,
) -> Result<Answer> {
    let org = may.reach().org();
    let head = heading(tx, may.who(), may.reach(), id, Tab::Requirements)?;
    if may.who().person == Some(id) {
        return Err(Error::Refused(noun.not_oneself()));
    }
    let world = standings::world(tx, org)?;
    let sites = sites(may.who());
    let draft = match Draft::parse(noun, form, tx.now(), &world, sites.as_ref()) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let page = page::Form { noun, heading: &head, world: &world, sites: sites.as_ref() };
            return Ok(Answer::refused(page::form(&desk, &page, form, &invalid)));
        }
    };
    let made = store::insert(tx, org, id, &draft, may.who().account)?;
    let event =
        told(Event::new(org, noun.created(), noun.code(), made), &head.name, id, draft.site);
    let event = match draft.what {
        What::Waiver(subject) => {
            event.set("subject", &world.subjects.get(&subject).map(|it| it.name.as_str()))
        }
        What::Ban(kind) => event.set("kind", &kind.code()),
    };
    tx.record(&event.set("until", &draft.last).set("reason", &draft.reason))?;
    Ok(back(id, noun.said_created()))
}

pub fn destroy(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    (id, exception): (PersonId, AnyId),
    noun: Noun,
) -> Result<Answer> {
    let org = may.reach().org();
    let head = heading(tx, may.who(), may.reach(), id, Tab::Requirements)?;
    let held = store::find(tx, org, id, (noun, exception))?;
    if !within(sites(may.who()).as_ref(), held.site) {
        return Err(Error::Forbidden("error-forbidden"));
    }
    if store::end(tx, org, (noun, exception), may.who().account)? {
        let event = Event::new(org, noun.ended(), noun.code(), exception);
        tx.record(&told(event, &head.name, id, held.site))?;
    }
    Ok(back(id, noun.said_ended()))
}

fn told(event: Event, name: &str, person: PersonId, site: Option<SiteId>) -> Event {
    let event = event.named(name).about(person);
    match site {
        Some(site) => event.at(site),
        None => event,
    }
}

fn back(id: PersonId, said: &'static str) -> Answer {
    Answer::to(format!("/people/{id}/requirements")).saying(&Toast::new(said))
}
