//! The first page after signing in: for the office what stands where, for everybody else their own affairs.
mod model;
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::Role;
use kernel::{Anyone, Result, Routes, SignedIn, Snapshot, Visit, see};
use ui::Desk;

use self::model::Sees;

pub fn routes() -> Routes {
    Routes::new().get("/", index).get("/home", show)
}

/// The bare address leads on.
fn index(gate: &Anyone, _: &Snapshot<'_>, (): &()) -> Result<Response> {
    Ok(see(if gate.who().is_some() { "/home" } else { "/sign-in" }))
}

fn show(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let who = gate.who();
    if who.has(Role::ProfileOnly) {
        // H-M10: whoever may only see the own profile lands on it.
        return Ok(see("/profile"));
    }
    let desk = Desk::of(db, Some(who), visit);
    if who.is_staff() {
        let sees = Sees::of(who);
        let counts = store::counts(db, who.org, &sees)?;
        let lines = match &sees.audit {
            Some(reach) => store::lines(db, reach)?,
            None => Vec::new(),
        };
        return Ok(page::office(&desk, who, &sees, &counts, &lines).into_response());
    }
    let own = who.person.map(|person| store::own(db, who.org, person)).transpose()?;
    Ok(page::own(&desk, who, own.as_ref()).into_response())
}
