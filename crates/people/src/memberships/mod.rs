//! A membership links one account to one organisation. Whoever has several works in one at a time, and switches.
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Answer, Error, Form, OrgId, Result, Routes, SignedIn, Snapshot, Tx, Visit};
use ui::Desk;

use crate::sessions;

pub fn routes() -> Routes {
    Routes::new().get("/account/organisations", index).post("/account/organisations", create)
}

fn index(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let found = store::list(db, gate.who().account)?;
    let desk = Desk::of(db, Some(gate.who()), visit);
    Ok(page::index(&desk, gate.who().org, &found).into_response())
}

/// Goes on in another organisation, with a new session: nothing of the one before comes along.
fn create(gate: &SignedIn, tx: &mut Tx<'_>, (Form(form), visit): &(Form, Visit)) -> Result<Answer> {
    let who = gate.who();
    let org: OrgId = form.text("organisation").parse().map_err(|_| Error::NotFound)?;
    if !store::list(tx, who.account)?.iter().any(|it| it.org == org) {
        return Err(Error::NotFound);
    }
    sessions::open(tx, who.account, org, visit, "/home".into())
}
