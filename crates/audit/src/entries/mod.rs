//! An entry is one line of the log, chained to the one before it.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{May, Result, Routes, Search, Snapshot, Visit};
use ui::Desk;

use crate::access::SeeAudit;

pub fn routes() -> Routes {
    Routes::new().get("/audit", index)
}

fn index(
    may: &May<SeeAudit>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = model::List::parse(search);
    let found = store::list(db, may.reach(), &list, &may.who().face.zone)?;
    let places = store::places(db, may.reach(), &found)?;
    let sites = store::sites(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &list, &found, &places, &sites).into_response())
}
