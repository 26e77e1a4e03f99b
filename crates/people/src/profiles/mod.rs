//! The own profile: what the organisation knows about whoever is signed in. Only to be looked at (H-M1, H-M2, G-08).
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Result, Routes, SignedIn, Snapshot, Visit};
use ui::Desk;

use self::store::Profile;

pub fn routes() -> Routes {
    Routes::new().get("/profile", show)
}

/// Everybody who is signed in has this page, whatever their roles (H-M9); it shows nobody else.
fn show(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let profile = own(gate, db)?;
    let desk = Desk::of(db, Some(gate.who()), visit);
    Ok(match profile {
        Some(profile) => page::show(&desk, &profile),
        None => page::nobody(&desk),
    }
    .into_response())
}

fn own(gate: &SignedIn, db: &Snapshot<'_>) -> Result<Option<Profile>> {
    let who = gate.who();
    who.person.map(|person| store::find(db, who.org, person)).transpose()
}
