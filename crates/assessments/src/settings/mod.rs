//! Whether the way to the own assessments is shown to everybody. It hides the entry only: addresses and notices stay (§1.5).
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Answer, Event, Form, May, Result, Routes, Snapshot, Toast, Tx, Visit};
use ui::Desk;

use crate::access::EditAssessmentSettings;

pub fn routes() -> Routes {
    Routes::new().get("/settings/assessments", edit).post("/settings/assessments", update)
}

fn edit(may: &May<EditAssessmentSettings>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let hidden = store::is_hidden(db, may.reach().org())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, hidden).into_response())
}

fn update(may: &May<EditAssessmentSettings>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let org = may.reach().org();
    let (old, new) = (store::is_hidden(tx, org)?, form.ticked("hidden"));
    if old != new {
        store::set(tx, org, new)?;
        let event = Event::new(org, "assessment.settings-changed", "organisation", org);
        let event = event.named(may.who().face.organisation.as_str());
        tx.record(&event.change("hidden", Some(&old), Some(&new)))?;
    }
    Ok(Answer::to("/settings/assessments").saying(&Toast::new("assessments-settings-saved")))
}
