//! Who may do what with courses and with what people did.
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{Error, Result, permissions};

permissions! {
    /// Look at the courses.
    SeeCourses = CATALOGUE View People;
    /// Change the courses. A course belongs to no division: see [`crate::courses::store::shapes`].
    EditCourses = CATALOGUE Edit People;
    /// See what people within reach did, as part of how they stand.
    SeeTraining = REPORTS View People;
    /// Record what people within reach did, and void what was recorded wrongly.
    RecordTraining = TRAINING Edit People;
}

/// The people for whom somebody may say that they did a course. It is the word of the office: the own record, and the
/// people of a company as its manager, are for handing in evidence, which somebody else looks at; they are told so.
pub fn others(reach: &People) -> Result<People> {
    let mut others = reach.clone();
    others.own = None;
    others.companies.clear();
    if others.is_more_than_own() {
        Ok(others)
    } else {
        Err(Error::Refused("completions-office-only"))
    }
}

/// As [`others`], for a page that offers it; none when there is nobody.
pub fn recorder(actor: &Actor) -> Option<People> {
    People::of(actor, &matrix::TRAINING, Level::Edit).and_then(|it| others(&it).ok())
}

/// Whether somebody looks at the catalogue at all, so that a page links there.
pub fn sees_courses(actor: &Actor) -> bool {
    actor.may(&matrix::CATALOGUE, Level::View)
}
