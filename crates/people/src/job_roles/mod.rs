//! A job role is what somebody works as (G-18). It grants nothing.
mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, matrix};
use kernel::{
    Answer, Event, Fields, Form, Invalid, JobRoleId, May, Path, Result, Routes, Search, Snapshot,
    Toast, Tx, Visit,
};
use ui::Desk;

use crate::access::{EditStructure, SeeStructure};
use crate::directory::Directory;

pub fn routes() -> Routes {
    Routes::new()
        .get("/job-roles", index)
        .get("/job-roles/new", new)
        .post("/job-roles", create)
        .get("/job-roles/{id}/edit", edit)
        .post("/job-roles/{id}", update)
}

fn index(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let directory = Directory::parse("/job-roles", search);
    let found = store::list(db, may.reach(), &directory)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::STRUCTURE, Level::Edit);
    Ok(page::index(&desk, &directory, &found, edits).into_response())
}

fn new(may: &May<EditStructure>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &Fields::default(), &Invalid::default()).into_response())
}

fn create(
    may: &May<EditStructure>,
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
    tx.record(&Event::new(org, "job-role.created", "job_role", id).named(name.as_str()))?;
    Ok(Answer::to("/job-roles").saying(&Toast::new("job-roles-created")))
}

fn edit(
    may: &May<EditStructure>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<JobRoleId>, Visit),
) -> Result<Response> {
    let role = store::find(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = Fields::of([("name", &role.name)]);
    Ok(page::edit(&desk, &role, &sent, &Invalid::default()).into_response())
}

fn update(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<JobRoleId>, Form, Visit),
) -> Result<Answer> {
    let (org, old) = (may.reach().org(), store::find(tx, may.reach(), *id)?);
    let name = store::refuse_taken(tx, org, Some(*id), model::parse(form))?;
    let name = match name {
        Ok(_) if store::is_held_elsewhere(tx, may.reach(), *id)? => {
            Err(Invalid::one("name", "job-roles-elsewhere"))
        }
        other => other,
    };
    let name = match name {
        Ok(name) => name,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, &old, form, &invalid)));
        }
    };
    store::rename(tx, org, *id, &name)?;
    let event = Event::new(org, "job-role.updated", "job_role", *id).named(name.as_str()).change(
        "name",
        Some(&old.name),
        Some(&name),
    );
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to("/job-roles").saying(&Toast::new("structure-saved")))
}
