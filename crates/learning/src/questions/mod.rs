//! A question stands in the pool of a quiz. Each try draws some of them.
pub mod model;
pub mod page;
mod removals;
pub mod store;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, Error, Event, Fields, Form, House, Invalid, LessonId, May, OrgId, Path, QuestionId,
    Result, Routes, Search, Snapshot, Toast, Tx, Uploads, Visit,
};
use ui::Desk;

use self::model::{Checked, Draft, FILES, Kind, Question};
use crate::access::EditCourses;
use crate::lessons::model::{Kept, Kind as LessonKind, Lesson};
use crate::lessons::{self, keep, lesson};

pub fn routes() -> Routes {
    Routes::new()
        .get("/lessons/{id}/questions/new", new)
        .upload("/lessons/{id}/questions", look, create)
        .get("/questions/{id}/edit", edit)
        .upload("/questions/{id}", look_again, update)
        .post("/questions/{id}/removal", removals::create)
        .post("/questions/{id}/restoration", removals::destroy)
}

/// A quiz of a draft, for those who change it.
fn quiz(may: &May<EditCourses>, db: &Snapshot<'_>, id: LessonId) -> Result<(OrgId, Lesson)> {
    let (org, it) = lesson(may, db, id)?;
    if it.kind == LessonKind::Quiz { Ok((org, it)) } else { Err(Error::NotFound) }
}

/// A question of a draft with its quiz.
fn question(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    id: QuestionId,
) -> Result<(OrgId, Lesson, Question)> {
    let org = crate::courses::shaping(may, db)?;
    let question = store::find(db, org, id)?;
    Ok((org, lessons::store::find(db, org, question.lesson)?, question))
}

fn kind(fields: &Fields) -> Result<Kind> {
    Kind::from_code(fields.text("kind")).ok_or(Error::NotFound)
}

fn new(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<LessonId>, Search, Visit),
) -> Result<Response> {
    let (_, lesson) = quiz(may, db, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sheet = page::Sheet { lesson: &lesson, kind: kind(search)?, question: None };
    Ok(page::form(&desk, &sheet, &Fields::default(), &Invalid::default()).into_response())
}

/// What comes with the form of a new question.
type Sent = ((Path<LessonId>, Form), (Uploads<FILES>, Visit));
/// What comes with the form of a question that exists.
type SentAgain = ((Path<QuestionId>, Form), (Uploads<FILES>, Visit));

/// A form whose pictures are where files are kept.
pub struct Ready(Result<Sound, Invalid>);

struct Sound {
    draft: Draft,
    picture: Option<Kept>,
    pictures: Vec<(usize, Kept)>,
}

fn look(may: &May<EditCourses>, house: &House, (sent, files): &Sent) -> Result<Ready> {
    let (Path(id), Form(form)) = sent;
    house.read(|db| quiz(may, db, *id).map(drop))?;
    ready(house, model::parse(form, &files.0, (kind(form)?, &[])))
}

fn look_again(may: &May<EditCourses>, house: &House, (sent, files): &SentAgain) -> Result<Ready> {
    let (Path(id), Form(form)) = sent;
    let (_, _, old) = house.read(|db| question(may, db, *id))?;
    ready(house, model::parse(form, &files.0, (old.kind, &old.choices)))
}

fn ready(house: &House, checked: Result<Checked, Invalid>) -> Result<Ready> {
    let checked = match checked {
        Ok(checked) => checked,
        Err(invalid) => return Ok(Ready(Err(invalid))),
    };
    let picture = checked.picture.map(|it| keep(house, it)).transpose()?;
    let pictures = checked.pictures.into_iter().map(|(at, it)| Ok((at, keep(house, it)?)));
    let pictures = pictures.collect::<Result<_>>()?;
    Ok(Ready(Ok(Sound { draft: checked.draft, picture, pictures })))
}

/// Rows for the pictures, and the draft that names them.
fn place(
    tx: &mut Tx<'_>,
    org: OrgId,
    lesson: &Lesson,
    sound: &Sound,
) -> Result<(Draft, Option<kernel::LessonFileId>)> {
    let mut draft = sound.draft.clone();
    for (at, picture) in &sound.pictures {
        let id = lessons::store::insert_file(tx, org, lesson.course, picture)?;
        if let Some(choice) = draft.choices.get_mut(*at) {
            choice.file = Some(id);
        }
    }
    let picture = sound.picture.as_ref();
    let put = |it| lessons::store::insert_file(tx, org, lesson.course, it);
    Ok((draft, picture.map(put).transpose()?))
}

fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (sent, files): &Sent,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(id), Form(form)) = sent;
    let (org, lesson) = quiz(may, tx, *id)?;
    let sound = match &ready.0 {
        Ok(sound) => sound,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), &files.1);
            let sheet = page::Sheet { lesson: &lesson, kind: kind(form)?, question: None };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, invalid)));
        }
    };
    lessons::store::touch(tx, org, may.who().account, lesson.course)?;
    let (draft, file) = place(tx, org, &lesson, sound)?;
    let question = store::insert(tx, org, (lesson.content, *id), &draft, file)?;
    tx.record(
        &Event::new(org, "question.added", "question", question)
            .named(lesson.title.as_str())
            .set("kind", &draft.kind.code())
            .set("words", &draft.words),
    )?;
    Ok(Answer::to(format!("/lessons/{id}/edit")).saying(&Toast::new("questions-added")))
}

fn edit(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<QuestionId>, Visit),
) -> Result<Response> {
    let (_, lesson, question) = question(may, db, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sheet = page::Sheet { lesson: &lesson, kind: question.kind, question: Some(&question) };
    Ok(page::form(&desk, &sheet, &question.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (sent, files): &SentAgain,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(id), Form(form)) = sent;
    let (org, lesson, old) = question(may, tx, *id)?;
    let sound = match &ready.0 {
        Ok(sound) => sound,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), &files.1);
            let sheet = page::Sheet { lesson: &lesson, kind: old.kind, question: Some(&old) };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, invalid)));
        }
    };
    lessons::store::touch(tx, org, may.who().account, lesson.course)?;
    let (draft, file) = place(tx, org, &lesson, sound)?;
    store::update(tx, org, &old, &draft, file)?;
    tx.record(
        &Event::new(org, "question.changed", "question", *id).named(lesson.title.as_str()).change(
            "words",
            Some(&old.words),
            Some(&draft.words),
        ),
    )?;
    Ok(Answer::to(format!("/lessons/{}/edit", lesson.id)).saying(&Toast::new("questions-saved")))
}
