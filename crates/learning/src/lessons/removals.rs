//! Taking a lesson out of the draft, and bringing it back. Versions keep it.
use kernel::{Answer, Error, Event, LessonId, May, Path, Result, Toast, Tx};

use super::{lesson, store};
use crate::access::EditCourses;

pub fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<LessonId>,
) -> Result<Answer> {
    let back = switch(may, tx, *id, true)?;
    let undo = format!("/lessons/{id}/restoration");
    Ok(Answer::to(back).saying(&Toast::new("lessons-removed").undo(undo)))
}

pub fn destroy(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<LessonId>,
) -> Result<Answer> {
    let back = switch(may, tx, *id, false)?;
    Ok(Answer::to(back).saying(&Toast::new("lessons-restored")))
}

fn switch(may: &May<EditCourses>, tx: &mut Tx<'_>, id: LessonId, removed: bool) -> Result<String> {
    let (org, it) = lesson(may, tx, id)?;
    if !store::set_removed(tx, org, &it, removed)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    store::touch(tx, org, may.who().account, it.course)?;
    let what = if removed { "lesson.removed" } else { "lesson.restored" };
    tx.record(&Event::new(org, what, "lesson", id).named(it.title.as_str()))?;
    Ok(format!("/courses/{}/lessons", it.course))
}
