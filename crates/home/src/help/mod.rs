//! Help: what the product does, its keys, and whom to ask.
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Anyone, Result, Routes, Snapshot, Visit};
use ui::Desk;

pub fn routes() -> Routes {
    Routes::new().get("/help", show)
}

fn show(gate: &Anyone, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, gate.who(), visit);
    let ask = match gate.who() {
        Some(who) => store::administrators(db, who.org)?,
        None => Vec::new(),
    };
    Ok(page::show(&desk, gate.who(), &ask).into_response())
}
