//! One's own account: how one signs in, in which language one reads, and which browsers are signed in.
mod languages;
mod names;
mod page;
pub mod passwords;
mod revocations;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Result, Routes, SignedIn, Snapshot, Visit};
use ui::Desk;

use crate::{accounts, addresses, sessions};

pub fn routes() -> Routes {
    Routes::new()
        .get("/account", show)
        .post("/account/language", languages::create)
        .get("/account/name", names::edit)
        .post("/account/name", names::update)
        .get("/account/password", passwords::edit)
        .post_after("/account/password", passwords::weigh, passwords::update)
        .post("/account/sessions/{id}/revocation", revocations::create)
        .post("/account/sessions/revocation", revocations::create_for_others)
}

fn show(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let who = gate.who();
    let contact = accounts::store::contact(db, who.account)?;
    let open = sessions::store::list(db, who.account)?;
    let change = addresses::store::pending(db, who.account)?;
    let desk = Desk::of(db, Some(who), visit);
    Ok(page::show(&desk, who, &contact, &open, change.as_ref()).into_response())
}
