//! A letter is one message to one address, written in the transaction that wants it and sent afterwards.
pub mod model;
pub mod page;
pub mod previews;
mod readings;
mod renewals;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{LetterId, May, Path, Result, Routes, Search, Snapshot, Visit};
use ui::Desk;

use crate::access::SeeOutbox;
use crate::is_mailing;

pub fn routes() -> Routes {
    Routes::new()
        .get("/outbox", index)
        .get("/outbox/{id}", show)
        .get("/outbox/{id}/preview", previews::show)
        .post("/outbox/{id}/renewal", renewals::create)
        .post("/outbox/{id}/reading", readings::create)
}

fn index(
    may: &May<SeeOutbox>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = model::List::parse(search);
    let found = store::list(db, may.reach(), &list)?;
    let counts = store::counts(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &list, &counts, &found, (is_mailing(db), db.now())).into_response())
}

/// What is known about a letter. What it says is shown to whoever asked for it a moment ago.
fn show(
    may: &May<SeeOutbox>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<LetterId>, Search, Visit),
) -> Result<Response> {
    let letter = store::find(db, may.reach(), *id)?;
    let ticket = search.text("reading");
    let body = if store::is_ticket(db, may.who(), *id, ticket) {
        store::body(db, may.reach(), &letter)?
    } else {
        None
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    let read = body.as_ref().map(|it| (it, ticket));
    Ok(page::show(&desk, &letter, read, (is_mailing(db), db.now())).into_response())
}
