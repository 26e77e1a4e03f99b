//! Archiving a course: nobody is asked for it any more, and what people did is kept.
use kernel::{Answer, CourseId, Error, Event, May, Path, Result, Toast, Tx};

use super::{shaping, store};
use crate::access::EditCourses;

pub fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<CourseId>,
) -> Result<Answer> {
    switch(may, tx, *id, false)?;
    let undo = format!("/courses/{id}/restoration");
    Ok(Answer::to("/courses").saying(&Toast::new("courses-archived").undo(undo)))
}

pub fn destroy(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    Path(id): &Path<CourseId>,
) -> Result<Answer> {
    switch(may, tx, *id, true)?;
    Ok(Answer::to(format!("/courses/{id}")).saying(&Toast::new("courses-restored")))
}

fn switch(may: &May<EditCourses>, tx: &mut Tx<'_>, id: CourseId, active: bool) -> Result<()> {
    let org = shaping(may, tx)?;
    let course = store::find(tx, org, id)?;
    if !store::set_active(tx, org, id, active)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    let event = if active {
        Event::new(org, "course.restored", "course", id)
    } else {
        Event::new(org, "course.archived", "course", id)
    };
    tx.record(&event.named(course.title))
}
