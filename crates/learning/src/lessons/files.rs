//! Pictures, documents and films of lessons: for those who make the course, and for those who may take it.
use axum::response::Response;
use kernel::{Error, LessonFileId, May, Path, Result, SignedIn, Snapshot, Wanted, file};

use super::model::File;
use super::store;
use crate::access::EditCourses;
use crate::courses;

/// Any file of a course, for those who make it.
pub fn show(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), wanted): &(Path<LessonFileId>, Wanted),
) -> Result<Response> {
    let org = courses::shaping(may, db)?;
    Ok(send(db, wanted, &store::file(db, org, *id)?))
}

/// A file of a version that was published, for those who may take it.
pub fn show_own(
    gate: &SignedIn,
    db: &Snapshot<'_>,
    (Path(id), wanted): &(Path<LessonFileId>, Wanted),
) -> Result<Response> {
    let who = gate.who();
    let person = who.person.ok_or(Error::NotFound)?;
    Ok(send(db, wanted, &store::shown_file(db, who.org, person, *id)?))
}

fn send(db: &Snapshot<'_>, wanted: &Wanted, it: &File) -> Response {
    file::send(db.house(), wanted, (&format!("lesson-{}", it.id), it.kind), it.size, &it.hash)
}
