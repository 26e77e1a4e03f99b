//! The own assessments (T-S4): what can be filled in, what was, and drafts to go on with, on a phone first.
mod answers;
mod cancellations;
pub mod model;
mod page;
mod revisions;
pub mod store;
mod submissions;
#[cfg(test)]
pub(crate) mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, AssessmentId, Error, Event, Fields, Form, Invalid, May, OrgId, Path, PersonId, Result,
    Routes, Snapshot, TemplateId, Toast, Tx, Visit,
};
use ui::Desk;

use crate::access::FillIn;
use crate::attempts::model::{Attempt, Places};
use crate::attempts::store as attempts;
use crate::questions::store as questions;

pub fn routes() -> Routes {
    Routes::new()
        .get("/risk-assessments", index)
        .post("/risk-assessments", create)
        .get("/risk-assessments/{id}", show)
        .get("/risk-assessments/{id}/questions/{nth}", answers::show)
        .upload("/risk-assessments/{id}/questions/{nth}", answers::look, answers::create)
        .get("/risk-assessments/{id}/questions/{nth}/picture", answers::show_picture)
        .post("/risk-assessments/{id}/submission", submissions::create)
        .post("/risk-assessments/{id}/revision", revisions::create)
        .post("/risk-assessments/{id}/cancellation", cancellations::create)
}

/// Whoever fills in, as a person of the organisation.
fn myself(may: &May<FillIn>) -> Result<(OrgId, PersonId)> {
    Ok((may.reach().org(), may.reach().person().ok_or(Error::NotFound)?))
}

fn index(may: &May<FillIn>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let (org, person) = myself(may)?;
    let offers = store::offers(db, org)?;
    let mine = attempts::all_own(db, org, person)?;
    let progress = store::progress(db, org, person)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let today = db.now().date_in(&may.who().face.zone);
    let lists = page::Lists { offers: &offers, mine: &mine, progress: &progress, today };
    Ok(page::index(&desk, &lists).into_response())
}

/// Begins, or goes on with the draft that there is.
fn create(may: &May<FillIn>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let (org, person) = myself(may)?;
    let id: TemplateId = form.text("template").parse().map_err(|_| Error::NotFound)?;
    let offer = store::offer(tx, org, id)?;
    let site = attempts::places(tx, org, person, id)?.usual;
    let fresh =
        attempts::Fresh { template: id, version: offer.version, person, site, former: None };
    if let Some(made) = attempts::start(tx, may.who(), &fresh)? {
        let event = Event::new(org, "assessment.started", "assessment", made);
        tx.record(&event.named(offer.name).about(person))?;
        return Ok(Answer::to(model::question(made, 1)));
    }
    let draft = attempts::draft(tx, org, person, id)?;
    let draft = draft.ok_or(Error::Conflict("error-conflict-words"))?;
    let progress = store::progress(tx, org, person)?;
    Ok(Answer::to(model::resume(draft, progress.get(&draft)))
        .saying(&Toast::new("assessments-resumed")))
}

/// A draft to be looked over and handed in, or where a handed in one stands.
fn show(
    may: &May<FillIn>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<AssessmentId>, Visit),
) -> Result<Response> {
    let (org, person) = myself(may)?;
    let it = attempts::own(db, org, person, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = match &it.site {
        Some(site) => Fields::of([("site", &site.0.to_string())]),
        None => Fields::default(),
    };
    Ok(sheet(db, &desk, may, &it, (&sent, &Invalid::default()))?.into_response())
}

/// The page of one's own attempt. What was chosen comes back with what is wrong with it.
fn sheet(
    db: &Snapshot<'_>,
    desk: &Desk,
    may: &May<FillIn>,
    it: &Attempt,
    (sent, invalid): (&Fields, &Invalid),
) -> Result<maud::Markup> {
    let asked = questions::of(db, it.org, it.template.0, it.version)?;
    let answers = attempts::answers(db, it.org, it.id)?;
    let today = db.now().date_in(&may.who().face.zone);
    if it.is_draft() {
        let places = attempts::places(db, it.org, it.person.0, it.template.0)?;
        let former = match it.former {
            Some(former) => Some(attempts::own(db, it.org, it.person.0, former)?),
            None => None,
        };
        let draft = page::Draft {
            it,
            asked: &asked,
            answers: &answers,
            places: &places,
            former: former.as_ref(),
        };
        return Ok(page::summary(desk, &draft, sent, invalid));
    }
    let open = attempts::draft(db, it.org, it.person.0, it.template.0)?;
    let done = page::Done { it, asked: &asked, answers: &answers, today, open: open.is_some() };
    Ok(page::done(desk, &done))
}

/// What happened to one's own attempt, for the log and whoever listens.
fn happened(what: &'static str, it: &Attempt) -> Event {
    let event = Event::new(it.org, what, "assessment", it.id);
    event.named(it.template.1.as_str()).about(it.person.0)
}

/// The site that a draft is for until somebody says otherwise.
fn usual(places: &Places, it: &Attempt) -> Option<kernel::SiteId> {
    let before = it.site.as_ref().map(|it| it.0);
    before.filter(|id| places.all.iter().any(|it| it.0 == *id)).or(places.usual)
}
