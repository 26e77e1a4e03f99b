//! The whole menu as a page of its own, for browsers that cannot open it in place.
use axum::response::{IntoResponse, Response};
use kernel::{Result, Routes, SignedIn, Snapshot, Visit};
use ui::Desk;

pub fn routes() -> Routes {
    Routes::new().get("/menu", show)
}

fn show(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    Ok(Desk::of(db, Some(gate.who()), visit).menu().into_response())
}
