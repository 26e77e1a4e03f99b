//! A division is a part of the organisation whose people and rights are kept apart (G-23). There is always one.
mod model;
mod page;
mod removals;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, Reach, Whole, matrix};
use kernel::{
    Answer, DivisionId, Event, Fields, Form, Invalid, May, Path, Result, Routes, Search, Snapshot,
    Toast, Tx, Visit,
};
use ui::Desk;

use crate::access::{EditStructure, SeeStructure, ShapeDivisions};
use crate::directory::Directory;

pub fn routes() -> Routes {
    Routes::new()
        .get("/divisions", index)
        .get("/divisions/new", new)
        .post("/divisions", create)
        .get("/divisions/{id}/edit", edit)
        .post("/divisions/{id}", update)
        .post("/divisions/{id}/removal", removals::create)
}

fn index(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let directory = Directory::parse("/divisions", search);
    let found = store::list(db, may.reach(), &directory)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shapes = Whole::of(may.who(), &matrix::STRUCTURE, Level::Edit).is_some();
    let edits = may.who().may(&matrix::STRUCTURE, Level::Edit);
    Ok(page::index(&desk, &directory, &found, edits, shapes).into_response())
}

fn new(may: &May<ShapeDivisions>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &Fields::default(), &Invalid::default()).into_response())
}

fn create(
    may: &May<ShapeDivisions>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let name = match store::refuse_taken(tx, org, None, model::parse(form))? {
        Ok(name) => name,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::new(&desk, form, &invalid)));
        }
    };
    let id = store::insert(tx, org, &name)?;
    tx.record(&Event::new(org, "division.created", "division", id).named(name.as_str()))?;
    Ok(Answer::to("/divisions").saying(&Toast::new("divisions-created")))
}

fn edit(
    may: &May<EditStructure>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<DivisionId>, Visit),
) -> Result<Response> {
    let division = store::find(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shapes = Whole::of(may.who(), &matrix::STRUCTURE, Level::Edit).is_some();
    let sent = Fields::of([("name", &division.name)]);
    Ok(page::edit(&desk, &division, shapes, &sent, &Invalid::default()).into_response())
}

fn update(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<DivisionId>, Form, Visit),
) -> Result<Answer> {
    let (org, old) = (may.reach().org(), store::find(tx, may.reach(), *id)?);
    let name = match store::refuse_taken(tx, org, Some(*id), model::parse(form))? {
        Ok(name) => name,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, &old, false, form, &invalid)));
        }
    };
    store::rename(tx, org, *id, &name)?;
    let event = Event::new(org, "division.updated", "division", *id).named(name.as_str()).change(
        "name",
        Some(&old.name),
        Some(&name),
    );
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to("/divisions").saying(&Toast::new("structure-saved")))
}
