//! Somebody entitled to it lets a person go without something, until a day (§7.6).
pub mod model;
pub mod page;
pub mod store;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{
    Answer, Error, Event, Fields, Form, Invalid, May, Path, PersonId, Result, Routes, Snapshot,
    Toast, Tx, Visit, WaiverId,
};
use people::{Tab, heading};
use ui::Desk;

use self::model::Draft;
use crate::access::MakeExceptions;
use crate::standings::store as standings;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/waivers/new", new)
        .post("/people/{id}/waivers", create)
        .post("/people/{id}/waivers/{waiver}/end", destroy)
}

/// The sites somebody may decide for.
pub fn sites(actor: &Actor) -> Option<Sites> {
    Sites::of(actor, &matrix::EXCEPTIONS, Level::Edit)
}

fn new(
    may: &May<MakeExceptions>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let head = heading(db, may.who(), may.reach(), *id, Tab::Requirements)?;
    let world = standings::world(db, may.reach().org())?;
    let (sites, empty) = (sites(may.who()), Invalid::default());
    let page = page::form(&desk, &head, &world, sites.as_ref(), (&Fields::default(), &empty));
    Ok(page.into_response())
}

fn create(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let head = heading(tx, may.who(), may.reach(), *id, Tab::Requirements)?;
    if may.who().person == Some(*id) {
        return Err(Error::Refused("waivers-not-oneself"));
    }
    let world = standings::world(tx, org)?;
    let sites = sites(may.who());
    let draft = match Draft::parse(form, tx.now(), &world, sites.as_ref()) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let page = page::form(&desk, &head, &world, sites.as_ref(), (form, &invalid));
            return Ok(Answer::refused(page));
        }
    };
    let made: WaiverId = store::insert(tx, org, *id, &draft, may.who().account)?;
    let mut event = Event::new(org, "waiver.created", "waiver", made).named(&head.name).about(*id);
    if let Some(site) = draft.site {
        event = event.at(site);
    }
    let event = event.set("subject", &draft.name);
    tx.record(&event.set("until", &draft.last).set("reason", &draft.reason))?;
    Ok(Answer::to(format!("/people/{id}/requirements")).saying(&Toast::new("waivers-created")))
}

fn destroy(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    Path((id, waiver)): &Path<(PersonId, WaiverId)>,
) -> Result<Answer> {
    let org = may.reach().org();
    let head = heading(tx, may.who(), may.reach(), *id, Tab::Requirements)?;
    let held = store::find(tx, org, *id, *waiver)?;
    if !model::within(sites(may.who()).as_ref(), held.site) {
        return Err(Error::Forbidden("error-forbidden"));
    }
    if store::end(tx, org, *waiver, may.who().account)? {
        let event = Event::new(org, "waiver.ended", "waiver", *waiver).named(&head.name).about(*id);
        tx.record(&match held.site {
            Some(site) => event.at(site),
            None => event,
        })?;
    }
    Ok(Answer::to(format!("/people/{id}/requirements")).saying(&Toast::new("waivers-ended")))
}
