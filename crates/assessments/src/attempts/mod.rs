//! An attempt is a template as somebody filled it in: what a person handed in, and what becomes of it (§7.9).
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{May, Path, PersonId, Result, Routes, Snapshot, Visit};
use people::{Tab, heading};
use ui::Desk;

use crate::access::SeeAssessments;

pub fn routes() -> Routes {
    Routes::new().get("/people/{id}/assessments", index)
}

/// What one person handed in: that, and where it stands. The answers are for those who decide.
fn index(
    may: &May<SeeAssessments>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let heading = heading(db, may.who(), may.reach(), *id, Tab::Assessments)?;
    let found = store::of(db, may.reach().org(), *id)?;
    let today = db.now().date_in(&may.who().face.zone);
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &heading, &found, today).into_response())
}
