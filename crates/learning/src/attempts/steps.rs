//! A step is one lesson of an attempt: opened when the one before it was finished, finished once.
use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, AttemptId, Error, Fields, Invalid, LessonId, Path, Result, SignedIn, Snapshot, Tx,
    Visit,
};
use ui::Desk;

use super::model::{Attempt, Steps};
use super::{advance, own, page};
use crate::lessons::model::Kind;
use crate::quizzes;

type Where = Path<(AttemptId, LessonId)>;

/// The lesson itself. One that was not reached yet is not there.
pub fn show(
    gate: &SignedIn,
    db: &Snapshot<'_>,
    (Path((id, lesson)), visit): &(Where, Visit),
) -> Result<Response> {
    let who = gate.who();
    let (attempt, steps) = own(who, db, *id)?;
    let desk = Desk::of(db, Some(who), visit);
    let said = (&Fields::default(), &Invalid::default());
    Ok(screen(db, &desk, (&attempt, &steps), *lesson, said)?.into_response())
}

/// The page of a lesson. What is wrong with an answer comes back with it.
pub fn screen(
    db: &Snapshot<'_>,
    desk: &Desk,
    (attempt, steps): (&Attempt, &Steps),
    lesson: LessonId,
    (sent, invalid): (&Fields, &Invalid),
) -> Result<maud::Markup> {
    let org = attempt.org;
    let (place, step) = steps.reached(lesson).ok_or(Error::NotFound)?;
    let quiz = match step.lesson.kind {
        Kind::Quiz => Some(quizzes::stand(db, org, attempt, step)?),
        _ => None,
    };
    let screen = page::Screen { attempt, steps, place, step, quiz: quiz.as_ref(), now: db.now() };
    Ok(page::screen(desk, &screen, sent, invalid))
}

/// Finishes a lesson that is no quiz, when its time has passed. Done twice it is done once.
pub fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Path((id, lesson)), visit): &(Where, Visit),
) -> Result<Answer> {
    let who = gate.who();
    let (attempt, steps) = own(who, tx, *id)?;
    let (place, step) = steps.reached(*lesson).ok_or(Error::NotFound)?;
    if step.lesson.kind == Kind::Quiz && !step.is_done() {
        return Err(Error::Conflict("attempts-quiz-first"));
    }
    if attempt.ended_at.is_some() {
        return Ok(Answer::to(format!("/training/attempts/{id}")));
    }
    if step.wait(tx.now()) > 0 {
        let desk = Desk::of(tx, Some(who), visit);
        let invalid = Invalid::one("go-on", "attempts-too-soon");
        let page = screen(tx, &desk, (&attempt, &steps), *lesson, (&Fields::default(), &invalid))?;
        return Ok(Answer::refused(page));
    }
    Ok(Answer::to(advance(tx, who, &attempt, &steps, place)?))
}
