//! The own evidence: what whoever is signed in has shown, and the way to show more, on a phone first.
mod page;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, Error, Form, House, May, Result, Routes, Search, SignedIn, Snapshot, Tx, Uploads, Visit,
};
use ui::Desk;

use crate::access::HandInEvidence;
use crate::evidence::model::{FILES, Holder};
use crate::evidence::{self, Ready, store};

pub fn routes() -> Routes {
    Routes::new().get("/profile/evidence", index).get("/profile/evidence/new", new).upload(
        "/profile/evidence",
        look,
        create,
    )
}

const PLACE: &str = "/profile/evidence";

/// Everybody who is signed in has this page; it shows nobody else (H-M9).
fn index(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let who = gate.who();
    let desk = Desk::of(db, Some(who), visit);
    let Some(person) = who.person else { return Ok(page::nobody(&desk).into_response()) };
    let holder = store::own(db, who.org, person)?;
    let found = store::of(db, who.org, person)?;
    let adds = who.may(&kernel::access::matrix::TRAINING, kernel::access::Level::Edit)
        && evidence::may_hand_in_own(db, who, &holder)?;
    let today = db.now().date_in(&who.face.zone);
    Ok(page::index(&desk, &found, adds, today).into_response())
}

fn new(
    may: &May<HandInEvidence>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let holder = holder(may, db)?;
    if !evidence::may_hand_in_own(db, may.who(), &holder)? {
        return Err(Error::Forbidden("training.records"));
    }
    let desk = Desk::of(db, Some(may.who()), visit);
    evidence::form(db, &desk, may.who(), &holder, (PLACE, search))
}

/// Whoever is signed in, as far as they are somebody here.
fn holder(may: &May<HandInEvidence>, db: &Snapshot<'_>) -> Result<Holder> {
    let who = may.who();
    store::own(db, who.org, who.person.ok_or(Error::NotFound)?)
}

fn look(
    may: &May<HandInEvidence>,
    house: &House,
    (Form(form), uploads, _): &(Form, Uploads<FILES>, Visit),
) -> Result<Ready> {
    let holder = house.read(|db| holder(may, db))?;
    evidence::make_ready(house, may.who(), &holder, form, uploads)
}

fn create(
    may: &May<HandInEvidence>,
    tx: &mut Tx<'_>,
    (Form(form), _, visit): &(Form, Uploads<FILES>, Visit),
    ready: &Ready,
) -> Result<Answer> {
    let holder = holder(may, tx)?;
    evidence::take(tx, may.who(), &holder, ready, (PLACE, form, visit))
}
