//! A review is somebody deciding about what was handed in: those whom the template names, never whoever sent it.
mod approvals;
pub mod jobs;
pub mod model;
pub mod page;
mod rejections;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::file;
use kernel::{
    AssessmentId, Error, Event, Fields, Invalid, May, Path, Result, Routes, Search, Snapshot,
    TemplateQuestionId, Tx, Visit,
};
use ui::Desk;

use self::model::Told;
use self::store::Reviewer;
use crate::access::{ReviewAssessments, SeeAssessments};
use crate::attempts::model::Attempt;
use crate::attempts::store as attempts;
use crate::questions::store as questions;

pub fn routes() -> Routes {
    Routes::new()
        .get("/assessments", index)
        .get("/assessments/{id}", show)
        .get("/assessments/{id}/pictures/{asked}", show_picture)
        .post("/assessments/{id}/approval", approvals::create)
        .post("/assessments/{id}/rejection", rejections::create)
}

fn index(
    may: &May<ReviewAssessments>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let after = model::After::parse(search.text("after"));
    let reviewer = Reviewer::of(db, may.who(), may.reach())?;
    let found = store::queue(db, &reviewer, after.as_ref())?;
    let count = store::count(db, &reviewer)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shown = page::Queue { found: &found, count, first: after.is_none() };
    Ok(page::index(&desk, &shown).into_response())
}

/// What somebody may see and do of an attempt.
#[derive(Debug, Clone, Copy)]
pub struct Rights {
    /// Is among those who decide, and so reads the answers.
    pub reads: bool,
    /// Can decide now: it waits, and it is not their own.
    pub decides: bool,
}

fn rights(db: &Snapshot<'_>, actor: &Actor, it: &Attempt) -> Result<Rights> {
    let own = actor.person == Some(it.person.0);
    let sent = it.submitted.as_ref().is_some_and(|it| it.1 == actor.account);
    let reads = match People::of(actor, &matrix::REVIEW_ASSESSMENTS, Level::Edit) {
        Some(reach) => store::decides(db, &Reviewer::of(db, actor, &reach)?, it)?,
        None => false,
    };
    Ok(Rights { reads: reads || own, decides: reads && !own && !sent && it.is_waiting() })
}

fn show(
    may: &May<SeeAssessments>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<AssessmentId>, Visit),
) -> Result<Response> {
    let it = attempts::find(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let empty = (&Fields::default(), &Invalid::default());
    Ok(sheet(db, &desk, may.who(), &it, empty)?.into_response())
}

/// The page of one attempt. What was typed comes back with what is wrong with it.
fn sheet(
    db: &Snapshot<'_>,
    desk: &Desk,
    actor: &Actor,
    it: &Attempt,
    (sent, invalid): (&Fields, &Invalid),
) -> Result<maud::Markup> {
    let rights = rights(db, actor, it)?;
    let (asked, answers) = if rights.reads {
        let asked = questions::of(db, it.org, it.template.0, it.version)?;
        (asked, attempts::answers(db, it.org, it.id)?)
    } else {
        Default::default()
    };
    let today = db.now().date_in(&actor.face.zone);
    let reviews = actor.may(&matrix::REVIEW_ASSESSMENTS, Level::Edit);
    let shown = page::Shown { it, rights, asked: &asked, answers: &answers, today, reviews };
    Ok(page::show(desk, &shown, sent, invalid))
}

/// The picture of an answer, for those who decide and for the person.
fn show_picture(
    may: &May<SeeAssessments>,
    db: &Snapshot<'_>,
    Path((id, question)): &Path<(AssessmentId, TemplateQuestionId)>,
) -> Result<Response> {
    let it = attempts::find(db, may.reach(), *id)?;
    if !rights(db, may.who(), &it)?.reads {
        return Err(Error::NotFound);
    }
    let answers = attempts::answers(db, it.org, *id)?;
    let kept = answers.get(question).and_then(|it| it.file).ok_or(Error::NotFound)?;
    Ok(file::answer(db.house(), &format!("answer-{id}"), kept.0, kept.2, &kept.1))
}

/// An attempt that this reviewer may decide about.
fn decidable(may: &May<ReviewAssessments>, db: &Snapshot<'_>, id: AssessmentId) -> Result<Attempt> {
    let it = attempts::find(db, may.reach(), id)?;
    let own = may.who().person == Some(it.person.0);
    let sent = it.submitted.as_ref().is_some_and(|it| it.1 == may.who().account);
    let reviewer = Reviewer::of(db, may.who(), may.reach())?;
    if own || sent || !store::decides(db, &reviewer, &it)? {
        return Err(Error::Forbidden(matrix::REVIEW_ASSESSMENTS.name));
    }
    Ok(it)
}

/// Where a reviewer goes on: the next that is not theirs, or the empty queue.
fn next_path(db: &Snapshot<'_>, may: &May<ReviewAssessments>) -> Result<String> {
    let reviewer = Reviewer::of(db, may.who(), may.reach())?;
    let next = store::next(db, &reviewer)?;
    Ok(next.map_or_else(|| "/assessments".to_owned(), |id| format!("/assessments/{id}")))
}

/// What became of an attempt, for the log and whoever listens.
fn decided(what: &'static str, it: &Attempt) -> Event {
    let event = Event::new(it.org, what, "assessment", it.id);
    let event = event.named(it.template.1.as_str()).about(it.person.0);
    match &it.site {
        Some(site) => event.at(site.0),
        None => event,
    }
}

/// Tells the person what became of it (N-21).
fn tell_decision(tx: &mut Tx<'_>, it: &Attempt, told: &Told<'_>) -> Result<()> {
    let href = format!("/risk-assessments/{}", it.id);
    for reader in store::concerned(tx, it.org, it.person.0)? {
        let args = [("name", it.template.1.as_str().into()), ("reason", told.reason().into())];
        notices::tell(tx, it.org, reader.account, told.kind(), &args, &href)?;
        let letter = page::letter_decided(&reader, &it.template.1, told, &tx.house().url(&href));
        if let Some(letter) = letter {
            notices::post(tx, &letter)?;
        }
    }
    Ok(())
}
