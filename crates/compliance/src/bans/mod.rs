//! Keeping a person out, at a site or everywhere, whatever they have learned. How, says [`crate::exceptions`].
use axum::response::Response;
use kernel::{Answer, BanId, Form, May, Path, PersonId, Result, Routes, Snapshot, Tx, Visit};

use crate::access::MakeExceptions;
use crate::exceptions;
use crate::exceptions::model::Noun;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/bans/new", new)
        .post("/people/{id}/bans", create)
        .post("/people/{id}/bans/{ban}/end", destroy)
}

fn new(
    may: &May<MakeExceptions>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    exceptions::new(may, db, (*id, visit), Noun::Ban)
}

fn create(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    exceptions::create(may, tx, (*id, form, visit), Noun::Ban)
}

fn destroy(
    may: &May<MakeExceptions>,
    tx: &mut Tx<'_>,
    Path((id, ban)): &Path<(PersonId, BanId)>,
) -> Result<Answer> {
    exceptions::destroy(may, tx, (*id, ban.cast()), Noun::Ban)
}
