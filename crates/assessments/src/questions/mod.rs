//! A question of a template. Changing one changes the version that is being worked on, never one that was published.
pub mod model;
mod moves;
pub mod page;
mod previews;
mod removals;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, Error, Event, Form, Invalid, May, OrgId, Path, Result, Routes, Search, Snapshot,
    TemplateId, TemplateQuestionId, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, Kind, MOST, Question};
use crate::access::EditTemplates;
use crate::templates::model::{State, Template};
use crate::templates::store as templates;

pub fn routes() -> Routes {
    Routes::new()
        .get("/assessment-templates/{id}/questions/new", new)
        .post("/assessment-templates/{id}/questions", create)
        .get("/assessment-templates/{id}/questions/{asked}/edit", edit)
        .post("/assessment-templates/{id}/questions/{asked}", update)
        .post("/assessment-templates/{id}/questions/{asked}/move", moves::create)
        .post("/assessment-templates/{id}/questions/{asked}/removal", removals::create)
        .get("/assessment-templates/{id}/preview", previews::show)
}

/// A template whose questions can be changed.
fn changeable(db: &Snapshot<'_>, org: OrgId, id: TemplateId) -> Result<Template> {
    let it = templates::find(db, org, id)?;
    if it.state == State::Archived {
        return Err(Error::Conflict("templates-is-archived"));
    }
    Ok(it)
}

/// One question as the office sees it now.
fn find(
    db: &Snapshot<'_>,
    org: OrgId,
    template: &Template,
    id: TemplateQuestionId,
) -> Result<(Question, usize)> {
    let all = store::of(db, org, template.id, template.version())?;
    let count = all.len();
    let found = all.into_iter().find(|it| it.id == id).ok_or(Error::NotFound)?;
    Ok((found, count))
}

fn new(
    may: &May<EditTemplates>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<TemplateId>, Search, Visit),
) -> Result<Response> {
    let template = changeable(db, may.reach().org(), *id)?;
    let kind = Kind::from_code(search.text("kind")).unwrap_or(Kind::YesNo);
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { template: &template, kind, question: None };
    let sent = kernel::Fields::of([("required", "on")]);
    Ok(page::form(&desk, &form, &sent, &Invalid::default()).into_response())
}

fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<TemplateId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let template = changeable(tx, org, *id)?;
    let kind = Kind::from_code(form.text("kind")).ok_or(Error::NotFound)?;
    if usize::try_from(template.questions).is_ok_and(|it| it >= MOST) {
        return Err(Error::Conflict("asks-too-many"));
    }
    let draft = match Draft::parse(form, kind) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let sheet = page::Form { template: &template, kind, question: None };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, &invalid)));
        }
    };
    store::insert(tx, org, *id, &draft)?;
    tx.record(&changed(org, "template.question-added", &template).set("question", &draft.words))?;
    Ok(back(*id, "asks-added"))
}

/// Something about a template's questions that goes into the log.
fn changed(org: OrgId, what: &'static str, template: &Template) -> Event {
    Event::new(org, what, "template", template.id).named(template.draft.name.as_str())
}

fn back(id: TemplateId, words: &'static str) -> Answer {
    Answer::to(format!("/assessment-templates/{id}")).saying(&Toast::new(words))
}

fn edit(
    may: &May<EditTemplates>,
    db: &Snapshot<'_>,
    (Path((id, question)), visit): &(Path<(TemplateId, TemplateQuestionId)>, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    let template = changeable(db, org, *id)?;
    let (it, _) = find(db, org, &template, *question)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { template: &template, kind: it.draft.kind, question: Some(it.id) };
    Ok(page::form(&desk, &form, &it.draft.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Path((id, question)), Form(form), visit): &(
        Path<(TemplateId, TemplateQuestionId)>,
        Form,
        Visit,
    ),
) -> Result<Answer> {
    let org = may.reach().org();
    let template = changeable(tx, org, *id)?;
    let (it, _) = find(tx, org, &template, *question)?;
    let draft = match Draft::parse(form, it.draft.kind) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let sheet =
                page::Form { template: &template, kind: it.draft.kind, question: Some(it.id) };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, &invalid)));
        }
    };
    if draft != it.draft {
        store::update(tx, org, *id, *question, &draft)?;
        let event = changed(org, "template.question-changed", &template);
        tx.record(&event.change("question", Some(&it.draft.words), Some(&draft.words)))?;
    }
    Ok(back(*id, "asks-saved"))
}
