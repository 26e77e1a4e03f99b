//! A preference says whether somebody wants a kind of notice on one way.
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Answer, Event, Form, May, Result, Routes, Snapshot, Toast, Tx, Visit};
use ui::Desk;

use crate::access::{ChooseNotices, ReadNotes};

pub fn routes() -> Routes {
    Routes::new().get("/notices/preferences", edit).post("/notices/preferences", update)
}

fn edit(may: &May<ReadNotes>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let kept = store::of(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, &kept).into_response())
}

fn update(may: &May<ChooseNotices>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let kept = store::of(tx, may.reach())?;
    let wanted = model::Preferences::parse(form);
    let changed = kept.changed(&wanted);
    let mut event =
        Event::new(may.reach().org(), "preferences.updated", "account", may.reach().account())
            .named(may.who().face.name.as_str());
    for (cell, wants) in &changed {
        store::set(tx, may.reach(), cell, *wants)?;
        event = event.change(cell.kind.code, Some(&!*wants), Some(wants));
    }
    if !changed.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to("/notices/preferences").saying(&Toast::new("notices-saved")))
}
