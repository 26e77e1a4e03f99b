//! A qualification is something that evidence proves (G-14): a card, a licence, a certificate from elsewhere.
mod activations;
mod deactivations;
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, matrix};
use kernel::{
    Answer, Event, Form, Invalid, May, OrgId, Path, QualificationId, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, List, Qualification};
use crate::access::{EditQualifications, SeeQualifications};

pub fn routes() -> Routes {
    Routes::new()
        .get("/qualifications", index)
        .get("/qualifications/new", new)
        .post("/qualifications", create)
        .get("/qualifications/{id}/edit", edit)
        .post("/qualifications/{id}", update)
        .post("/qualifications/{id}/deactivation", deactivations::create)
        .post("/qualifications/{id}/activation", activations::create)
}

fn index(
    may: &May<SeeQualifications>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = List::parse(search);
    let org = may.reach().org();
    let found = store::list(db, org, &list)?;
    let counts = store::counts(db, org)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::CATALOGUE, Level::Edit);
    Ok(page::index(&desk, &list, counts, &found, edits).into_response())
}

fn new(may: &May<EditQualifications>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &model::usual(), &Invalid::default()).into_response())
}

fn create(
    may: &May<EditQualifications>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let draft = match store::refuse_taken(tx, org, None, Draft::parse(form))? {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::new(&desk, form, &invalid)));
        }
    };
    let id = add(tx, org, &draft)?;
    let toast = Toast::new("qualifications-created");
    Ok(Answer::to(format!("/qualifications/{id}/edit")).saying(&toast))
}

/// A new qualification and the line in the log.
pub fn add(tx: &mut Tx<'_>, org: OrgId, draft: &Draft) -> Result<QualificationId> {
    let id = store::insert(tx, org, draft)?;
    let event = Event::new(org, "qualification.created", "qualification", id);
    tx.record(&facts(event.named(draft.name.as_str()), None, draft))?;
    Ok(id)
}

fn edit(
    may: &May<EditQualifications>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<QualificationId>, Visit),
) -> Result<Response> {
    let it = store::find(db, may.reach().org(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, &it, &it.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditQualifications>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<QualificationId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let old = store::find(tx, org, *id)?;
    let draft = match store::refuse_taken(tx, org, Some(*id), Draft::parse(form))? {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, &old, form, &invalid)));
        }
    };
    store::update(tx, org, *id, &draft)?;
    let event = Event::new(org, "qualification.updated", "qualification", *id);
    let event = facts(event.named(draft.name.as_str()), Some(&old), &draft);
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to("/qualifications").saying(&Toast::new("qualifications-saved")))
}

/// Every field that changed, for the log.
fn facts(event: Event, before: Option<&Qualification>, draft: &Draft) -> Event {
    let old = before.map(|it| &it.draft);
    let validity = |it: &Draft| it.validity.map(|it| it.to_string());
    let (was, is) = (old.and_then(validity), validity(draft));
    event
        .change("name", old.map(|it| &it.name as _), Some(&draft.name))
        .change("issuer", old.map(|it| &it.issuer as _), Some(&draft.issuer))
        .change("category", old.map(|it| &it.category as _), Some(&draft.category))
        .change("instructions", old.map(|it| &it.instructions as _), Some(&draft.instructions))
        .change("needs_number", old.map(|it| &it.needs_number as _), Some(&draft.needs_number))
        .change("needs_expiry", old.map(|it| &it.needs_expiry as _), Some(&draft.needs_expiry))
        .change("needs_front", old.map(|it| &it.needs_front as _), Some(&draft.needs_front))
        .change("needs_back", old.map(|it| &it.needs_back as _), Some(&draft.needs_back))
        .change("validity", Some(&was), Some(&is))
        .change("remind", old.map(|it| &it.remind as _), Some(&draft.remind))
}
