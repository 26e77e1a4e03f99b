//! What whoever is signed in did, and until when it holds. Only to be looked at (H-M1, H-M2).
pub mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Result, Routes, SignedIn, Snapshot, Visit};
use ui::Desk;

use crate::{attempts, completions};

pub fn routes() -> Routes {
    Routes::new().get("/training", show).get("/training/report", show_report)
}

/// Everybody who is signed in has this page, whatever their roles (H-M9); it shows nobody else.
fn show(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let who = gate.who();
    let today = db.now().date_in(&who.face.zone);
    let desk = Desk::of(db, Some(who), visit);
    let Some(person) = who.person else { return Ok(page::nobody(&desk).into_response()) };
    let all = completions::store::own(db, who.org, today, person)?;
    let open = attempts::store::to_take(db, who.org, person)?;
    Ok(page::show(&desk, &all, &open, today).into_response())
}

/// The own training report, on one sheet (H-M2).
fn show_report(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let who = gate.who();
    let today = db.now().date_in(&who.face.zone);
    let desk = Desk::of(db, Some(who), visit);
    let Some(person) = who.person else { return Ok(page::nobody(&desk).into_response()) };
    let facts = store::facts(db, who.org, person)?;
    let all = completions::store::own(db, who.org, today, person)?;
    Ok(page::report(&desk, &facts, &all, today, db.now()).into_response())
}
