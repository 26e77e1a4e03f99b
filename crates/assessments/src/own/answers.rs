//! One question on one screen. Each answer is kept as it is given, so that any device can go on with the next.
use axum::response::{IntoResponse, Response};
use kernel::file::{self, Kind as FileKind};
use kernel::{
    Answer, AssessmentId, Error, Form, Hash, House, Invalid, May, Path, Result, Snapshot, Toast,
    Tx, Uploads, Visit,
};
use ui::Desk;

use super::{attempts, happened, model, myself, page, questions};
use crate::access::FillIn;
use crate::attempts::model::{Attempt, FILES, Given, Picture, parse};
use crate::questions::model::Question;

/// One question of a draft, and how many there are.
fn find(
    may: &May<FillIn>,
    db: &Snapshot<'_>,
    (id, n): (AssessmentId, u32),
) -> Result<(Attempt, Question, usize)> {
    let (org, person) = myself(may)?;
    let it = attempts::own(db, org, person, id)?;
    let asked = questions::of(db, org, it.template.0, it.version)?;
    let count = asked.len();
    let question = asked.into_iter().find(|it| it.position == i64::from(n));
    Ok((it, question.ok_or(Error::NotFound)?, count))
}

pub fn show(
    may: &May<FillIn>,
    db: &Snapshot<'_>,
    (Path(path), search, visit): &(Path<(AssessmentId, u32)>, kernel::Search, Visit),
) -> Result<Response> {
    let (it, question, count) = find(may, db, *path)?;
    if !it.is_draft() {
        return Ok(kernel::see(format!("/risk-assessments/{}", it.id)));
    }
    let answers = attempts::answers(db, it.org, it.id)?;
    let kept = answers.get(&question.id);
    let desk = Desk::of(db, Some(may.who()), visit);
    let saved = answers.values().map(|it| it.at).max();
    let asks = page::Asks {
        it: &it,
        question: &question,
        count,
        saved,
        picture: kept.is_some_and(|it| it.file.is_some()),
        change: search.0.ticked("change"),
    };
    let sent = page::filled(kept);
    Ok(page::question(&desk, &asks, &sent, &Invalid::default()).into_response())
}

/// The picture of an answer, for whoever gave it.
pub fn show_picture(
    may: &May<FillIn>,
    db: &Snapshot<'_>,
    Path(path): &Path<(AssessmentId, u32)>,
) -> Result<Response> {
    let (it, question, _) = find(may, db, *path)?;
    let answers = attempts::answers(db, it.org, it.id)?;
    let kept = answers.get(&question.id).and_then(|it| it.file).ok_or(Error::NotFound)?;
    let name = format!("answer-{}-{}", it.id, question.position);
    Ok(file::answer(db.house(), &name, kept.0, kept.2, &kept.1))
}

/// What comes with an answer.
pub type Sent = ((Path<(AssessmentId, u32)>, Form), (Uploads<FILES>, Visit));

/// An answer that was looked into, with its picture put where pictures are kept.
pub struct Ready(std::result::Result<(Given, Kept), Invalid>);

/// The picture of an answer as it is kept: its kind, where it is, how large.
type Kept = Option<(FileKind, Hash, i64)>;

pub fn look(may: &May<FillIn>, house: &House, (sent, files): &Sent) -> Result<Ready> {
    let (Path(path), Form(form)) = sent;
    let (question, kept) = house.read(|db| {
        let (it, question, _) = find(may, db, *path)?;
        let kept = attempts::answers(db, it.org, it.id)?.remove(&question.id);
        Ok((question, kept))
    })?;
    let mut given = match parse(&question.draft, form, &files.0, kept.as_ref()) {
        Ok(given) => given,
        Err(invalid) => return Ok(Ready(Err(invalid))),
    };
    let picture = std::mem::replace(&mut given.picture, Picture::Kept);
    let file = match picture {
        Picture::New(sound) => {
            let size = i64::try_from(sound.bytes.len()).unwrap_or(i64::MAX);
            Some((sound.kind, house.blobs.put(sound.bytes)?, size))
        }
        Picture::Kept => kept.and_then(|it| it.file),
        Picture::Gone => None,
    };
    Ok(Ready(Ok((given, file))))
}

pub fn create(
    may: &May<FillIn>,
    tx: &mut Tx<'_>,
    (sent, files): &Sent,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(path), Form(form)) = sent;
    let (it, question, count) = find(may, tx, *path)?;
    if !it.is_draft() {
        let done = format!("/risk-assessments/{}", it.id);
        return Ok(Answer::to(done).saying(&Toast::new("assessments-sent-before")));
    }
    let change = form.ticked("change");
    let (given, file) = match &ready.0 {
        Ok(given) => given,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), &files.1);
            let answers = attempts::answers(tx, it.org, it.id)?;
            let saved = answers.values().map(|it| it.at).max();
            let picture = answers.get(&question.id).is_some_and(|it| it.file.is_some());
            let asks = page::Asks { it: &it, question: &question, count, saved, picture, change };
            return Ok(Answer::refused(page::question(&desk, &asks, form, invalid)));
        }
    };
    let written = attempts::Written {
        question: question.id,
        value: &given.value,
        note: &given.note,
        file: *file,
    };
    attempts::answer(tx, it.org, it.id, &written)?;
    // What was answered may be about somebody's health: the log says that, not what.
    tx.record(&happened("assessment.answered", &it).set("position", &question.position))?;
    let last = usize::try_from(question.position).is_ok_and(|at| at >= count);
    let next = if change || last {
        format!("/risk-assessments/{}", it.id)
    } else {
        model::question(it.id, question.position + 1)
    };
    Ok(Answer::to(next))
}
