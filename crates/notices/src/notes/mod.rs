//! A note is one line in somebody's inbox: what happened, and where to look.
pub mod model;
pub mod page;
mod readings;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{May, Result, Routes, Search, Snapshot, Visit};
use ui::Desk;

use crate::access::ReadNotes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/notices", index)
        .post("/notices/reading", readings::create_all)
        .post("/notices/{id}/reading", readings::create)
}

fn index(
    may: &May<ReadNotes>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let after = search.text("after").parse().ok();
    let found = store::list(db, may.reach(), after)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let unread = may.who().face.unread;
    Ok(page::index(&desk, &found, unread, after.is_some()).into_response())
}
