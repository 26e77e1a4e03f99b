//! One more try at a quiz for somebody who used all of them up: the word of those who record what people did.
use kernel::{Answer, AttemptId, Error, Event, LessonId, May, Path, Result, Toast, Tx};

use super::store;
use crate::access::{RecordTraining, others};

pub fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    Path((id, lesson)): &Path<(AttemptId, LessonId)>,
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let org = reach.org();
    let (person, _, title) = store::holder(tx, org, *id)?;
    if !people::reaches(tx, &reach, person)? {
        return Err(Error::NotFound);
    }
    if !store::allow(tx, org, *id, *lesson)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    tx.record(
        &Event::new(org, "attempt.try-allowed", "attempt", *id).named(title.as_str()).about(person),
    )?;
    Ok(Answer::to(format!("/people/{person}/completions"))
        .saying(&Toast::new("attempts-try-allowed")))
}
