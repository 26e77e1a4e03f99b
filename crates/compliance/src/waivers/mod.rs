//! Somebody entitled to it lets a person go without something, until a day (§7.6). How, says [`crate::exceptions`].
use axum::response::Response;
use kernel::{Answer, Form, May, Path, PersonId, Result, Routes, Snapshot, Tx, Visit, WaiverId};

use crate::access::MakeExceptions;
use crate::exceptions;
use crate::exceptions::model::Noun;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/waivers/new", new)
        .post("/people/{id}/waivers", create)
        .post("/people/{id}/waivers/{waiver}/end", destroy)
}

fn new(
    may: &May<MakeExceptions>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    exceptions::new(may, db, (*id, visit), Noun::Waiver)
}

fn create(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    exceptions::create(may, tx, (*id, form, visit), Noun::Waiver)
}

fn destroy(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    Path((id, waiver)): &Path<(PersonId, WaiverId)>,
) -> Result<Answer> {
    exceptions::destroy(may, tx, (*id, waiver.cast()), Noun::Waiver)
}
