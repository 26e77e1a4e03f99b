//! A completion says that somebody did a course (G-39): recorded by the office for what was done elsewhere. A wrong one
//! is voided and stays to be seen.
mod cancellations;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, Whole, matrix};
use kernel::{
    AccountId, Answer, CompletionId, Error, Event, Fields, Form, Invalid, May, OrgId, Path,
    PersonId, Result, Routes, Snapshot, Toast, Tx, Visit,
};
use people::{Tab, heading};
use ui::Desk;

use self::model::{Draft, Facts};
use crate::access::{RecordTraining, SeeTraining, others, recorder};
use crate::courses::model::Course;
use crate::{attempts, courses};

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/completions", index)
        .get("/people/{id}/completions/new", new)
        .post("/people/{id}/completions", create)
        .get("/completions/{id}", show)
        .post("/completions/{id}/cancellation", cancellations::create)
}

/// Whether whoever looks may record what this person did.
fn may_record(db: &Snapshot<'_>, actor: &Actor, id: PersonId) -> Result<bool> {
    match recorder(actor) {
        Some(reach) => people::reaches(db, &reach, id),
        None => Ok(false),
    }
}

fn index(
    may: &May<SeeTraining>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let heading = heading(db, may.who(), may.reach(), *id, Tab::Training)?;
    let today = db.now().date_in(&may.who().face.zone);
    let all = store::of_person(db, may.reach(), today, *id)?;
    let records = !heading.archived && may_record(db, may.who(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let taken = attempts::store::of_person(db, may.reach().org(), *id)?;
    Ok(page::index(&desk, &heading, (&all, &taken), today, records).into_response())
}

fn new(
    may: &May<RecordTraining>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let reach = others(may.reach())?;
    let heading = heading(db, may.who(), &reach, *id, Tab::Training)?;
    let courses = courses::store::choices(db, reach.org())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shapes = shapes_courses(may.who());
    let sent = Fields::default();
    let form = page::New { heading: &heading, courses: &courses, shapes };
    Ok(page::new(&desk, &form, &sent, &Invalid::default()).into_response())
}

/// Whether whoever looks may add a course that is missing.
fn shapes_courses(actor: &Actor) -> bool {
    Whole::of(actor, &matrix::CATALOGUE, Level::Edit).is_some()
}

fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let org = reach.org();
    let heading = heading(tx, may.who(), &reach, *id, Tab::Training)?;
    if heading.archived {
        return Err(Error::Conflict("completions-archived"));
    }
    let who = (*id, heading.name.as_str());
    let made = match Draft::parse(form, tx.now().date_in(&may.who().face.zone)) {
        Ok(draft) => add(tx, org, may.who().account, who, &draft)?,
        Err(invalid) => Err(invalid),
    };
    match made {
        Ok(_) => Ok(Answer::to(format!("/people/{id}/completions"))
            .saying(&Toast::new("completions-recorded"))),
        Err(invalid) => {
            let courses = courses::store::choices(tx, org)?;
            let desk = Desk::of(tx, Some(may.who()), visit);
            let shapes = shapes_courses(may.who());
            let again = page::New { heading: &heading, courses: &courses, shapes };
            Ok(Answer::refused(page::new(&desk, &again, form, &invalid)))
        }
    }
}

/// Records a course for one person, unless what the database knows speaks against it.
fn add(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    person: (PersonId, &str),
    draft: &Draft,
) -> Result<Result<CompletionId, Invalid>> {
    let course = match courses::store::find(tx, org, draft.course) {
        Ok(course) if course.active => course,
        Ok(_) | Err(Error::NotFound) => return Ok(Err(Invalid::one("course", "error-choice"))),
        Err(other) => return Err(other),
    };
    let recorded = record(tx, org, by, person, &course, &draft.facts)?;
    Ok(recorded.ok_or_else(|| Invalid::one("done", "completions-known")))
}

/// Writes down that somebody did a course, and tells the house; none when that is known already.
pub fn record(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    (person, name): (PersonId, &str),
    course: &Course,
    facts: &Facts,
) -> Result<Option<CompletionId>> {
    let edition = courses::store::edition_on(tx, org, course.id, facts.done)?;
    let Some(id) = store::insert(tx, org, by, (person, course.id, edition), facts)? else {
        return Ok(None);
    };
    tx.record(
        &Event::new(org, "completion.recorded", "completion", id)
            .named(course.title.as_str())
            .set("person", &name)
            .set("done", &facts.done)
            .set("ends", &facts.ends)
            .set("provider", &facts.provider)
            .set("number", &facts.number)
            .set("note", &facts.note)
            .about(person),
    )?;
    Ok(Some(id))
}

fn show(
    may: &May<SeeTraining>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CompletionId>, Visit),
) -> Result<Response> {
    let today = db.now().date_in(&may.who().face.zone);
    let completion = store::find(db, may.reach(), today, *id)?;
    let voids = completion.voided.is_none() && may_record(db, may.who(), completion.person.0)?;
    let back = back(may.reach(), &completion);
    let desk = Desk::of(db, Some(may.who()), visit);
    let it = page::Shown { completion: &completion, today, voids, back: &back };
    Ok(page::show(&desk, &it, &Fields::default(), &Invalid::default()).into_response())
}

/// Where a completion is listed: with the person, or on the reader's own page.
fn back(reach: &People, completion: &model::Completion) -> String {
    if reach.is_more_than_own() {
        format!("/people/{}/completions", completion.person.0)
    } else {
        "/training".to_owned()
    }
}
