//! An attempt is somebody on the way through a course: begun on one device, gone on with on another, ended once.
mod further;
pub mod model;
pub mod page;
mod positions;
mod steps;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Actor, Answer, AttemptId, CourseId, Date, Error, Event, Form, Path, PersonId, Result, Routes,
    SignedIn, Snapshot, Tx, Visit,
};
use ui::Desk;

use self::model::{Attempt, Steps};
pub use self::steps::screen;
use crate::{completions, training};

pub fn routes() -> Routes {
    Routes::new()
        .get("/training/courses/{id}", new)
        .post("/training/courses/{id}/attempts", create)
        .get("/training/attempts/{id}", show)
        .get("/training/attempts/{id}/lessons/{lesson}", steps::show)
        .post("/training/attempts/{id}/lessons/{lesson}", steps::create)
        .post("/training/attempts/{id}/lessons/{lesson}/position", positions::create)
        .post("/attempts/{id}/lessons/{lesson}/further-try", further::create)
}

/// The day of whoever is signed in.
fn today(who: &Actor, db: &Snapshot<'_>) -> Date {
    db.now().date_in(&who.face.zone)
}

/// Everybody takes courses for themselves only.
fn taker(who: &Actor) -> Result<PersonId> {
    who.person.ok_or(Error::NotFound)
}

/// The own attempt with its lessons.
pub fn own(who: &Actor, db: &Snapshot<'_>, id: AttemptId) -> Result<(Attempt, Steps)> {
    let attempt = store::own(db, who.org, taker(who)?, today(who, db), id)?;
    let steps = store::steps(db, who.org, &attempt)?;
    Ok((attempt, steps))
}

/// What a course is about, before it is begun.
fn new(
    gate: &SignedIn,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CourseId>, Visit),
) -> Result<Response> {
    let who = gate.who();
    let (person, today) = (taker(who)?, today(who, db));
    let offer = store::offer(db, who.org, *id, today)?;
    let attempt = store::under_way(db, who.org, (person, *id), today)?;
    let steps = attempt.as_ref().map(|it| store::steps(db, who.org, it)).transpose()?;
    let own = completions::store::own(db, who.org, today, person)?;
    let done = own.into_iter().find(|it| it.course.0 == *id && it.voided.is_none());
    let desk = Desk::of(db, Some(who), visit);
    let begun = attempt.as_ref().zip(steps.as_ref());
    let start = page::Start { course: *id, offer: &offer, begun, done: done.as_ref(), today };
    Ok(page::start(&desk, &start).into_response())
}

/// Begins the course, or goes on where it was left. `anew` gives up an attempt that would not count any more.
fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<CourseId>, Form),
) -> Result<Answer> {
    let who = gate.who();
    let (person, today) = (taker(who)?, today(who, tx));
    let offer = store::offer(tx, who.org, *id, today)?;
    if let Some(old) = store::under_way(tx, who.org, (person, *id), today)? {
        if !(form.ticked("anew") && old.is_stale()) {
            return Ok(Answer::to(format!("/training/attempts/{}", old.id)));
        }
        if store::end(tx, who.org, old.id)? {
            tx.record(
                &Event::new(who.org, "attempt.given-up", "attempt", old.id)
                    .named(old.course.1.as_str())
                    .about(person),
            )?;
        }
    }
    let edition = offer.edition.max(offer.current);
    let begun = store::insert(tx, who.org, (person, *id), (offer.content, edition))?;
    let Some(attempt) = begun else {
        return Err(Error::Conflict("error-conflict-words"));
    };
    tx.record(
        &Event::new(who.org, "attempt.begun", "attempt", attempt)
            .named(offer.title.as_str())
            .set("edition", &edition)
            .about(person),
    )?;
    let (_, steps) = own(who, tx, attempt)?;
    let first = steps.current().ok_or(Error::NotFound)?.lesson.id;
    Ok(Answer::to(format!("/training/attempts/{attempt}/lessons/{first}")))
}

/// All lessons with what is done, or that everything is.
fn show(
    gate: &SignedIn,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<AttemptId>, Visit),
) -> Result<Response> {
    let who = gate.who();
    let desk = Desk::of(db, Some(who), visit);
    if who.person.is_none() {
        return Ok(training::page::nobody(&desk).into_response());
    }
    let (attempt, steps) = own(who, db, *id)?;
    let own = completions::store::own(db, who.org, today(who, db), attempt.person)?;
    let done = own.into_iter().find(|it| Some(it.id) == attempt.completion);
    let way =
        page::Way { attempt: &attempt, steps: &steps, done: done.as_ref(), today: today(who, db) };
    Ok(page::way(&desk, &way).into_response())
}

/// Finishes the step at a place and opens the one behind it; the last one ends the attempt with one completion, whichever
/// device was first. Says where to go on.
pub fn advance(
    tx: &mut Tx<'_>,
    who: &Actor,
    attempt: &Attempt,
    steps: &Steps,
    place: usize,
) -> Result<String> {
    let org = who.org;
    let lesson = steps.0.get(place).ok_or(Error::NotFound)?.lesson.id;
    store::finish(tx, org, attempt.id, lesson)?;
    let way = format!("/training/attempts/{}", attempt.id);
    if let Some(next) = steps.after(place) {
        store::open(tx, org, attempt.id, next.lesson.id)?;
        return Ok(format!("{way}/lessons/{}", next.lesson.id));
    }
    let others_done = steps.0.iter().enumerate().all(|(at, it)| at == place || it.is_done());
    if !others_done || !store::end(tx, org, attempt.id)? {
        return Ok(way);
    }
    let today = today(who, tx);
    let completion = store::complete(tx, org, who.account, attempt, today)?;
    tx.record(
        &Event::new(org, "completion.recorded", "completion", completion)
            .named(attempt.course.1.as_str())
            .set("person", &who.face.name)
            .set("done", &today)
            .set("edition", &attempt.edition)
            .about(attempt.person),
    )?;
    Ok(way)
}
