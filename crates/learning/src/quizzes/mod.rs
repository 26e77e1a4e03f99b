//! A try at a quiz: drawn, answered question by question, graded here and nowhere else. What is right never leaves the
//! house before it was answered.
mod answers;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use kernel::{
    Answer, AttemptId, Error, LessonId, OrgId, Path, Result, Routes, SignedIn, Snapshot, Tx,
};

use self::model::{Stand, draw, left};
use crate::attempts::model::{Attempt, Step};
use crate::attempts::own;
use crate::lessons::model::Kind;
use crate::questions;

pub fn routes() -> Routes {
    Routes::new()
        .post("/training/attempts/{id}/lessons/{lesson}/tries", create)
        .post("/training/attempts/{id}/lessons/{lesson}/answers", answers::create)
}

type Where = Path<(AttemptId, LessonId)>;

/// Where somebody stands with the quiz of a step. `org` is the one of the lesson.
pub fn stand(db: &Snapshot<'_>, org: OrgId, attempt: &Attempt, step: &Step) -> Result<Stand> {
    let tries = store::tries(db, org, attempt.id, step.lesson.id)?;
    let more = step.mark.map_or(0, |it| it.more_tries);
    let left = left(step.lesson.quiz, more, tries.len());
    let mut drawn = Vec::new();
    if let Some(last) = tries.last() {
        let pool = questions::store::of_lesson(db, org, attempt.content, step.lesson.id)?;
        for it in store::drawn(db, org, last.id)? {
            let question = pool.iter().find(|other| other.id == it.question);
            let question = question.ok_or_else(|| Error::internal("a question of no version"))?;
            drawn.push((it, question.clone()));
        }
    }
    Ok(Stand { tries, drawn, left })
}

/// Begins a try, or goes on with the one under way.
fn create(gate: &SignedIn, tx: &mut Tx<'_>, Path((id, lesson)): &Where) -> Result<Answer> {
    let who = gate.who();
    let (attempt, steps) = own(who, tx, *id)?;
    let (_, step) = steps.reached(*lesson).ok_or(Error::NotFound)?;
    if step.lesson.kind != Kind::Quiz {
        return Err(Error::NotFound);
    }
    let here = format!("/training/attempts/{id}/lessons/{lesson}");
    let stand = stand(tx, who.org, &attempt, step)?;
    if attempt.ended_at.is_some() || stand.is_passed() || stand.open().is_some() {
        return Ok(Answer::to(here));
    }
    if !stand.may_try() {
        return Err(Error::Conflict("quizzes-used-up"));
    }
    let pool = questions::store::of_lesson(tx, who.org, attempt.content, *lesson)?;
    let random = || u64::from_be_bytes(tx.house().random.bytes());
    let drawn = draw(&pool, step.lesson.quiz, random);
    let number = stand.last().map_or(0, |it| it.number) + 1;
    store::insert(tx, who.org, (*id, *lesson, number), &drawn)?;
    Ok(Answer::to(here))
}
