//! A lesson is a step of a course: a page, a film, a document or a quiz. The draft is changed here; what people take is a
//! version of it.
mod files;
#[cfg(feature = "fixtures")]
pub mod fixtures;
pub mod model;
mod orders;
pub mod page;
mod publications;
mod removals;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, CourseId, Error, Event, Fields, Film, Form, House, Invalid, LessonFileId, LessonId,
    May, OrgId, Path, Result, Routes, Search, Snapshot, Toast, Tx, Uploads, Visit,
};
use ui::Desk;

use self::model::{Checked, Draft, FILES, Kept, Kind, Lesson};
use crate::access::EditCourses;
use crate::courses::model::Course;
use crate::{courses, questions};

pub fn routes() -> Routes {
    Routes::new()
        .get("/courses/{id}/lessons", index)
        .get("/courses/{id}/lessons/new", new)
        .upload("/courses/{id}/lessons", look, create)
        .post("/courses/{id}/publication", publications::create)
        .get("/lessons/{id}", show)
        .get("/lessons/{id}/edit", edit)
        .upload("/lessons/{id}", look_again, update)
        .post("/lessons/{id}/order", orders::create)
        .post("/lessons/{id}/removal", removals::create)
        .post("/lessons/{id}/restoration", removals::destroy)
        .get("/lesson-files/{id}", files::show)
        .get("/training/files/{id}", files::show_own)
}

/// A course whose lessons are changed.
fn course(may: &May<EditCourses>, db: &Snapshot<'_>, id: CourseId) -> Result<(OrgId, Course)> {
    let org = courses::shaping(may, db)?;
    Ok((org, courses::store::find(db, org, id)?))
}

fn index(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CourseId>, Visit),
) -> Result<Response> {
    let (org, course) = course(may, db, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = Fields::default();
    Ok(list(db, &desk, org, &course, (&sent, &Invalid::default()))?.into_response())
}

/// The list with the form that publishes it.
fn list(
    db: &Snapshot<'_>,
    desk: &Desk,
    org: OrgId,
    course: &Course,
    (sent, invalid): (&Fields, &Invalid),
) -> Result<maud::Markup> {
    let contents = store::contents(db, org, course.id)?;
    let lessons = store::draft(db, org, course.id)?;
    let under_way = store::under_way(db, org, course.id)?;
    let listed = page::Listed { course, contents: &contents, lessons: &lessons, under_way };
    Ok(page::index(desk, &listed, sent, invalid))
}

fn new(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<CourseId>, Search, Visit),
) -> Result<Response> {
    let (_, course) = course(may, db, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let kind = Kind::from_code(search.text("kind")).ok_or(Error::NotFound)?;
    let sent = Fields::of([("kind", kind.code()), ("pass", "80"), ("explains", "on")]);
    let form = page::Sheet { course: &course, kind, lesson: None };
    Ok(page::form(&desk, &form, &sent, &Invalid::default()).into_response())
}

/// What comes with the form of a new lesson.
type Sent = ((Path<CourseId>, Form), (Uploads<FILES>, Film, Visit));
/// What comes with the form of a lesson that exists.
type SentAgain = ((Path<LessonId>, Form), (Uploads<FILES>, Film, Visit));

/// A form whose files are where files are kept.
pub struct Ready(Result<(Draft, Files), Invalid>);

#[derive(Default)]
struct Files {
    picture: Option<Kept>,
    /// The film or the document.
    main: Option<Kept>,
}

fn look(may: &May<EditCourses>, house: &House, (sent, files): &Sent) -> Result<Ready> {
    let (Path(id), Form(form)) = sent;
    house.read(|db| course(may, db, *id).map(drop))?;
    let kind = Kind::from_code(form.text("kind")).ok_or(Error::NotFound)?;
    ready(house, model::parse(form, &files.0, &files.1, (kind, false)))
}

fn look_again(may: &May<EditCourses>, house: &House, (sent, files): &SentAgain) -> Result<Ready> {
    let (Path(id), Form(form)) = sent;
    let old = house.read(|db| lesson(may, db, *id))?.1;
    ready(house, model::parse(form, &files.0, &files.1, (old.kind, old.file.is_some())))
}

/// Puts the files of a sound form where files are kept.
fn ready(house: &House, checked: Result<Checked, Invalid>) -> Result<Ready> {
    let checked = match checked {
        Ok(checked) => checked,
        Err(invalid) => return Ok(Ready(Err(invalid))),
    };
    let mut files = Files { main: checked.film, ..Files::default() };
    if let Some(picture) = checked.picture {
        files.picture = Some(keep(house, picture)?);
    }
    if let Some(document) = checked.document {
        files.main = Some(keep(house, document)?);
    }
    Ok(Ready(Ok((checked.draft, files))))
}

/// Puts a file where files are kept.
pub fn keep(house: &House, it: kernel::file::Sound) -> Result<Kept> {
    let size = i64::try_from(it.bytes.len()).unwrap_or(i64::MAX);
    Ok(Kept { kind: it.kind, hash: house.blobs.put(it.bytes)?, size })
}

/// Rows for the files, and the draft with a new picture in its text.
fn place(
    tx: &mut Tx<'_>,
    org: OrgId,
    course: CourseId,
    (draft, files): &(Draft, Files),
) -> Result<(Draft, Option<LessonFileId>)> {
    let mut draft = draft.clone();
    if let Some(picture) = &files.picture {
        let id = store::insert_file(tx, org, course, picture)?;
        draft.words = model::with_picture(&draft.words, &draft.alt, id);
    }
    let main = files.main.as_ref().map(|it| store::insert_file(tx, org, course, it)).transpose()?;
    Ok((draft, main))
}

fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (sent, files): &Sent,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(id), Form(form)) = sent;
    let (org, course) = course(may, tx, *id)?;
    let sound = match &ready.0 {
        Ok(sound) => sound,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), &files.2);
            let kind = Kind::from_code(form.text("kind")).ok_or(Error::NotFound)?;
            let sheet = page::Sheet { course: &course, kind, lesson: None };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, invalid)));
        }
    };
    let content = store::touch(tx, org, may.who().account, *id)?;
    let (draft, file) = place(tx, org, *id, sound)?;
    let lesson = store::insert(tx, org, content, &draft, file)?;
    tx.record(
        &Event::new(org, "lesson.added", "lesson", lesson)
            .named(draft.title.as_str())
            .set("subject", &course.title)
            .set("kind", &draft.kind.code())
            .set("words", &draft.words),
    )?;
    Ok(Answer::to(next(&draft, lesson, *id, sound)).saying(&Toast::new("lessons-added")))
}

/// A quiz wants questions and a new picture wants to be put where it belongs; all others are done.
fn next(draft: &Draft, lesson: LessonId, course: CourseId, sound: &(Draft, Files)) -> String {
    if draft.kind == Kind::Quiz || sound.1.picture.is_some() {
        format!("/lessons/{lesson}/edit")
    } else {
        format!("/courses/{course}/lessons")
    }
}

/// A lesson of a draft, for those who change it.
pub fn lesson(may: &May<EditCourses>, db: &Snapshot<'_>, id: LessonId) -> Result<(OrgId, Lesson)> {
    let org = courses::shaping(may, db)?;
    Ok((org, store::find(db, org, id)?))
}

/// The lesson as those see it who take it.
fn show(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<LessonId>, Visit),
) -> Result<Response> {
    let (org, lesson) = lesson(may, db, *id)?;
    let course = courses::store::find(db, org, lesson.course)?;
    let all = store::draft(db, org, lesson.course)?;
    let place = all.iter().position(|it| it.id == lesson.id).map_or(0, |it| it + 1);
    let asked = questions::store::of_lesson(db, org, lesson.content, lesson.id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shown = page::Preview {
        course: &course,
        lesson: &lesson,
        place: (place, all.len()),
        questions: &asked,
    };
    Ok(page::preview(&desk, &shown).into_response())
}

fn edit(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<LessonId>, Visit),
) -> Result<Response> {
    let (org, lesson) = lesson(may, db, *id)?;
    let course = courses::store::find(db, org, lesson.course)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let asked = questions::store::of_lesson(db, org, lesson.content, lesson.id)?;
    let sheet = page::Sheet { course: &course, kind: lesson.kind, lesson: Some((&lesson, &asked)) };
    Ok(page::form(&desk, &sheet, &lesson.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (sent, files): &SentAgain,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(id), Form(form)) = sent;
    let (org, old) = lesson(may, tx, *id)?;
    let sound = match &ready.0 {
        Ok(sound) => sound,
        Err(invalid) => {
            let course = courses::store::find(tx, org, old.course)?;
            let desk = Desk::of(tx, Some(may.who()), &files.2);
            let asked = questions::store::of_lesson(tx, org, old.content, old.id)?;
            let lesson = Some((&old, asked.as_slice()));
            let sheet = page::Sheet { course: &course, kind: old.kind, lesson };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, invalid)));
        }
    };
    store::touch(tx, org, may.who().account, old.course)?;
    let (draft, file) = place(tx, org, old.course, sound)?;
    store::update(tx, org, &old, &draft, file)?;
    tx.record(
        &Event::new(org, "lesson.changed", "lesson", *id)
            .named(draft.title.as_str())
            .change("title", Some(&old.title), Some(&draft.title))
            .change("words", Some(&old.words), Some(&draft.words))
            .change("least_seconds", Some(&old.least), Some(&draft.least))
            .change("pass", Some(&old.quiz.pass), Some(&draft.quiz.pass))
            .change("tries", Some(&old.quiz.tries), Some(&draft.quiz.tries))
            .change("draws", Some(&old.quiz.draws), Some(&draft.quiz.draws)),
    )?;
    let to = if sound.1.picture.is_some() {
        format!("/lessons/{id}/edit")
    } else {
        format!("/courses/{}/lessons", old.course)
    };
    Ok(Answer::to(to).saying(&Toast::new("lessons-saved")))
}
