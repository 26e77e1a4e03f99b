//! Keeping a person out, at a site or everywhere, whatever they have learned.
pub mod model;
pub mod page;
pub mod store;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, BanId, Error, Event, Fields, Form, Invalid, May, Path, PersonId, Result, Routes,
    Snapshot, Toast, Tx, Visit,
};
use people::{Tab, heading};
use ui::Desk;

use self::model::Draft;
use crate::access::MakeExceptions;
use crate::standings::store as standings;
use crate::waivers::model::within;
use crate::waivers::sites;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/bans/new", new)
        .post("/people/{id}/bans", create)
        .post("/people/{id}/bans/{ban}/end", destroy)
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
        return Err(Error::Refused("bans-not-oneself"));
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
    let made: BanId = store::insert(tx, org, *id, &draft, may.who().account)?;
    let mut event = Event::new(org, "ban.created", "ban", made).named(&head.name).about(*id);
    if let Some(site) = draft.site {
        event = event.at(site);
    }
    let event = event.set("kind", &draft.kind.code());
    tx.record(&event.set("until", &draft.last).set("reason", &draft.reason))?;
    Ok(Answer::to(format!("/people/{id}/requirements")).saying(&Toast::new("bans-created")))
}

fn destroy(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    Path((id, ban)): &Path<(PersonId, BanId)>,
) -> Result<Answer> {
    let org = may.reach().org();
    let head = heading(tx, may.who(), may.reach(), *id, Tab::Requirements)?;
    let held = store::find(tx, org, *id, *ban)?;
    if !within(sites(may.who()).as_ref(), held.site) {
        return Err(Error::Forbidden("error-forbidden"));
    }
    if store::end(tx, org, *ban, may.who().account)? {
        let event = Event::new(org, "ban.ended", "ban", *ban).named(&head.name).about(*id);
        tx.record(&match held.site {
            Some(site) => event.at(site),
            None => event,
        })?;
    }
    Ok(Answer::to(format!("/people/{id}/requirements")).saying(&Toast::new("bans-ended")))
}
