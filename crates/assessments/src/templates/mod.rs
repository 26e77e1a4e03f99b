//! A template is what people are asked before they work: a risk assessment or a questionnaire (G-29), with its settings.
mod archives;
pub mod model;
pub mod page;
mod publications;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, matrix};
use kernel::{
    Answer, Event, Form, Invalid, May, OrgId, Path, Result, Routes, Search, Snapshot, TemplateId,
    Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, List, Template};
use crate::access::{EditTemplates, SeeTemplates};
use crate::questions;

pub fn routes() -> Routes {
    Routes::new()
        .get("/assessment-templates", index)
        .get("/assessment-templates/new", new)
        .post("/assessment-templates", create)
        .get("/assessment-templates/{id}", show)
        .get("/assessment-templates/{id}/edit", edit)
        .post("/assessment-templates/{id}", update)
        .post("/assessment-templates/{id}/publication", publications::create)
        .post("/assessment-templates/{id}/publication/end", publications::destroy)
        .post("/assessment-templates/{id}/archive", archives::create)
        .post("/assessment-templates/{id}/archive/end", archives::destroy)
}

fn index(
    may: &May<SeeTemplates>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = List::parse(search);
    let org = may.reach().org();
    let found = store::list(db, org, &list)?;
    let counts = store::counts(db, org)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::ASSESSMENT_TEMPLATES, Level::Edit);
    Ok(page::index(&desk, &list, counts, &found, edits).into_response())
}

fn new(may: &May<EditTemplates>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let choices = store::choices(db, may.reach().org())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { template: None, choices: &choices };
    Ok(page::form(&desk, &form, &model::usual(), &Invalid::default()).into_response())
}

fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let choices = store::choices(tx, org)?;
    let draft = match store::refuse_taken(tx, org, None, Draft::parse(form, &choices))? {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let sheet = page::Form { template: None, choices: &choices };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, &invalid)));
        }
    };
    let id = store::insert(tx, org, &draft)?;
    let event = Event::new(org, "template.created", "template", id).named(draft.name.as_str());
    tx.record(&facts(event, None, &draft))?;
    let toast = Toast::new("templates-created");
    Ok(Answer::to(format!("/assessment-templates/{id}")).saying(&toast))
}

fn show(
    may: &May<SeeTemplates>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<TemplateId>, Visit),
) -> Result<Response> {
    let it = store::find(db, may.reach().org(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::ASSESSMENT_TEMPLATES, Level::Edit);
    Ok(sheet(db, &desk, may.reach().org(), &it, edits, &Invalid::default())?.into_response())
}

/// The page of a template: where it stands, its questions, its settings.
fn sheet(
    db: &Snapshot<'_>,
    desk: &Desk,
    org: OrgId,
    it: &Template,
    edits: bool,
    invalid: &Invalid,
) -> Result<maud::Markup> {
    let questions = questions::store::of(db, org, it.id, it.version())?;
    let versions = store::versions(db, org, it.id)?;
    let choices = store::choices(db, org)?;
    let shown = page::Shown {
        it,
        questions: &questions,
        versions: &versions,
        choices: &choices,
        edits,
        invalid,
    };
    Ok(page::show(desk, &shown))
}

fn edit(
    may: &May<EditTemplates>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<TemplateId>, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    let it = store::find(db, org, *id)?;
    let choices = store::choices(db, org)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { template: Some(&it), choices: &choices };
    Ok(page::form(&desk, &form, &it.draft.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<TemplateId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let old = store::find(tx, org, *id)?;
    let choices = store::choices(tx, org)?;
    let draft = match store::refuse_taken(tx, org, Some(*id), Draft::parse(form, &choices))? {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let sheet = page::Form { template: Some(&old), choices: &choices };
            return Ok(Answer::refused(page::form(&desk, &sheet, form, &invalid)));
        }
    };
    store::update(tx, org, *id, &draft)?;
    let event = Event::new(org, "template.updated", "template", *id).named(draft.name.as_str());
    let event = facts(event, Some(&old.draft), &draft);
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    let toast = Toast::new("templates-saved");
    Ok(Answer::to(format!("/assessment-templates/{id}")).saying(&toast))
}

/// Every field that changed, for the log.
fn facts(event: Event, old: Option<&Draft>, new: &Draft) -> Event {
    let ids = |it: &Draft| {
        let accounts = it.accounts.iter().map(ToString::to_string);
        let all: Vec<String> = accounts.chain(it.groups.iter().map(ToString::to_string)).collect();
        all.join(" ")
    };
    let (kinds, expiries) = (old.map(|it| it.kind.code()), old.map(|it| it.expiry.to_string()));
    let (was, is) = (old.map(ids), Some(ids(new)));
    event
        .change("name", old.map(|it| &it.name as _), Some(&new.name))
        .change("kind", Some(&kinds), Some(&Some(new.kind.code())))
        .change("description", old.map(|it| &it.description as _), Some(&new.description))
        .change("site", old.map(|it| &it.site as _), Some(&new.site))
        .change("approval", old.map(|it| &it.approval as _), Some(&new.approval))
        .change("by_manager", old.map(|it| &it.by_manager as _), Some(&new.by_manager))
        .change("approvers", Some(&was), Some(&is))
        .change("expiry", Some(&expiries), Some(&Some(new.expiry.to_string())))
}

/// A change of a template that is none of its fields.
fn happened(org: OrgId, what: &'static str, it: &Template) -> Event {
    Event::new(org, what, "template", it.id).named(it.draft.name.as_str())
}
