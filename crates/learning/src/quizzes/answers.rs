//! The answer to one question. The last one of a try has it graded; a passed quiz finishes its step.
use kernel::{
    Actor, Answer, Error, Event, Form, Invalid, OrgId, Path, QuizTryId, Result, SignedIn, Tx, Visit,
};
use ui::Desk;

use super::model::{given, grade};
use super::{Where, stand, store};
use crate::attempts::model::{Attempt, Steps};
use crate::attempts::{advance, own, screen};

/// An answer sent twice, or after its try was graded, changes nothing.
pub fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Path((id, lesson)), Form(form), visit): &(Where, Form, Visit),
) -> Result<Answer> {
    let who = gate.who();
    let (attempt, steps) = own(who, tx, *id)?;
    let (place, step) = steps.reached(*lesson).ok_or(Error::NotFound)?;
    let here = Answer::to(format!("/training/attempts/{id}/lessons/{lesson}"));
    let stand = stand(tx, who.org, &attempt, step)?;
    let open = stand.last().filter(|it| it.graded.is_none());
    let Some(open) = open.filter(|it| form.text("try") == it.number.to_string()) else {
        return Ok(here);
    };
    let asked = stand.drawn.iter().find(|it| form.text("place") == it.0.position.to_string());
    let (drawn, question) = asked.ok_or(Error::NotFound)?;
    if drawn.right.is_some() || attempt.ended_at.is_some() {
        return Ok(here);
    }
    let given = match given(form, drawn, question.kind) {
        Ok(given) => given,
        Err(problem) => {
            let desk = Desk::of(tx, Some(who), visit);
            let invalid = Invalid::one("choice", problem);
            let said = (form, &invalid);
            return Ok(Answer::refused(screen(tx, &desk, (&attempt, &steps), *lesson, said)?));
        }
    };
    let right = given == question.right();
    if store::answer(tx, who.org, (open.id, drawn.position), &given, right)? {
        judge(tx, who, (&attempt, &steps), place, open.id)?;
    }
    Ok(here)
}

/// Grades a try when nothing is left to answer.
fn judge(
    tx: &mut Tx<'_>,
    who: &Actor,
    (attempt, steps): (&Attempt, &Steps),
    place: usize,
    id: QuizTryId,
) -> Result<()> {
    let org: OrgId = who.org;
    let [open, right, total] = store::count(tx, org, id)?;
    if open > 0 {
        return Ok(());
    }
    let lesson = &steps.0.get(place).ok_or(Error::NotFound)?.lesson;
    let whole = |it: i64| usize::try_from(it).unwrap_or_default();
    let (score, passed) = grade(whole(right), whole(total), lesson.quiz.pass);
    if !store::grade(tx, org, id, (score, passed))? {
        return Ok(());
    }
    tx.record(
        &Event::new(org, "attempt.graded", "attempt", attempt.id)
            .named(attempt.course.1.as_str())
            .set("subject", &lesson.title)
            .set("score", &score)
            .set("passed", &passed)
            .about(attempt.person),
    )?;
    if passed {
        advance(tx, who, attempt, steps, place)?;
    }
    Ok(())
}
