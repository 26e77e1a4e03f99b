//! Taking a question out of the draft, and bringing it back. Versions keep it.
use kernel::{Answer, Error, Event, May, Path, QuestionId, Result, Toast, Tx};

use super::{question, store};
use crate::access::EditCourses;
use crate::lessons;

pub fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<QuestionId>,
) -> Result<Answer> {
    let back = switch(may, tx, *id, true)?;
    let undo = format!("/questions/{id}/restoration");
    Ok(Answer::to(back).saying(&Toast::new("questions-removed").undo(undo)))
}

pub fn destroy(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<QuestionId>,
) -> Result<Answer> {
    let back = switch(may, tx, *id, false)?;
    Ok(Answer::to(back).saying(&Toast::new("questions-restored")))
}

fn switch(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    id: QuestionId,
    removed: bool,
) -> Result<String> {
    let (org, lesson, it) = question(may, tx, id)?;
    if !store::set_removed(tx, org, &it, removed)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    lessons::store::touch(tx, org, may.who().account, lesson.course)?;
    let what = if removed { "question.removed" } else { "question.restored" };
    tx.record(&Event::new(org, what, "question", id).named(lesson.title.as_str()))?;
    Ok(format!("/lessons/{}/edit", lesson.id))
}
