//! How an organisation handles evidence: whether somebody has to approve it, and who hands in their own (T-S19).
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Answer, Event, Form, May, Result, Routes, Snapshot, Toast, Tx, Visit};
use ui::Desk;

use self::store::Settings;
use crate::access::EditEvidenceSettings;

pub fn routes() -> Routes {
    Routes::new().get("/settings/evidence", edit).post("/settings/evidence", update)
}

fn edit(may: &May<EditEvidenceSettings>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let settings = store::find(db, may.reach().org())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, settings).into_response())
}

fn update(may: &May<EditEvidenceSettings>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let org = may.reach().org();
    let old = store::find(tx, org)?;
    let new =
        Settings { approval: form.ticked("approval"), self_upload: form.ticked("self-upload") };
    if old != new {
        store::set(tx, org, new)?;
        tx.record(
            &Event::new(org, "evidence.settings-changed", "organisation", org)
                .named(may.who().face.organisation.as_str())
                .change("approval", Some(&old.approval), Some(&new.approval))
                .change("self_upload", Some(&old.self_upload), Some(&new.self_upload)),
        )?;
    }
    Ok(Answer::to("/settings/evidence").saying(&Toast::new("evidence-settings-saved")))
}
