//! A group says who gets which training (G-24). Its members are picked by hand, or follow from a rule: one of the
//! values inside a category, and all categories together (C-43).
mod members;
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, People, Reach, matrix};
use kernel::{
    Answer, Error, Event, Fields, Form, GroupId, Invalid, May, Path, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Definition, Draft, Kind, Rule, Scope};
use crate::access::{EditStructure, SeeStructure};
use crate::candidates::store::Into;
use crate::roster::Roster;
use crate::{candidates, divisions};

pub fn routes() -> Routes {
    Routes::new()
        .get("/groups", index)
        .get("/groups/new", new)
        .post("/groups", create)
        .get("/groups/{id}", show)
        .get("/groups/{id}/edit", edit)
        .post("/groups/{id}", update)
        .post("/groups/{id}/members", members::create)
        .post("/groups/{id}/members/removal", members::destroy)
}

fn index(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let roster = Roster::parse("/groups", search);
    let found = store::list(db, may.reach(), &roster)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = People::of(may.who(), &matrix::STRUCTURE, Level::Edit).filter(|it| group.is_in(it));
    let picks = edits.as_ref().filter(|_| group.kind == Kind::Picked);
    let sought: String = search.text("find").chars().take(100).collect();
    let found = match picks.filter(|_| !sought.is_empty()) {
        Some(reach) => {
            let place = Into::Group(*id, group.division);
            Some(candidates::store::find(db, reach, &place, &sought)?)
        }
        None => None,
    };
    let shown = page::Shown {
        names: names.as_ref(),
        count: store::count(db, reach, group.division, &definition)?,
        people: store::first(db, reach, group.division, &definition)?,
        edits: edits.is_some(),
        picked: picks.map(|_| (sought.as_str(), found.as_deref())),
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, &group, &shown).into_response())
}

/// The group, when whoever acts may change it.
fn changeable(db: &Snapshot<'_>, reach: &People, id: GroupId) -> Result<model::Group> {
    let group = store::find(db, reach, id)?;
    if group.is_in(reach) { Ok(group) } else { Err(Error::NotFound) }
}

fn edit(
    may: &May<EditStructure>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<GroupId>, Visit),
) -> Result<Response> {
    let group = changeable(db, may.reach(), *id)?;
    let divisions = divisions::store::choices(db, may.reach())?;
    let org = may.reach().org();
    let mut sent = group.fields();
    if let Definition::Rule(rule) = store::definition(db, org, &group)? {
        store::names(db, org, &rule)?.fill(&rule, &mut sent);
    }
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form {
        id: Some(*id),
        title: Some(&group.name),
        kind: group.kind,
        divisions: &divisions,
        whole: may.reach().is_all(),
        sent: &sent,
        invalid: &Invalid::default(),
        preview: None,
    };
    Ok(page::form(&desk, &form).into_response())
}

fn update(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<GroupId>, Form, Visit),
) -> Result<Answer> {
    let (org, old) = (may.reach().org(), changeable(tx, may.reach(), *id)?);
    let before = match store::definition(tx, org, &old)? {
        Definition::Rule(rule) => store::names(tx, org, &rule)?.to_text(),
        Definition::Picked(_) => String::new(),
    };
    let (draft, rule) = match read(tx, may.reach(), Some(*id), form, old.kind)? {
        Read::Ready(draft, rule) => (draft, rule),
        Read::Look { invalid, preview } => {
            let group = (Some(&old), old.kind);
            return look(tx, may, (form, visit), group, (&invalid, preview.as_ref()));
        }
    };
    store::update(tx, org, *id, &draft, &rule)?;
    let after = store::names(tx, org, &rule)?.to_text();
    let event = Event::new(org, "group.updated", "group", *id)
        .named(draft.name.as_str())
        .change("name", Some(&old.name), Some(&draft.name))
        .change("description", Some(&old.description), Some(&draft.description))
        .change("division", Some(&old.division), Some(&draft.division))
        .change("rule", Some(&before), Some(&after));
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to(format!("/groups/{id}")).saying(&Toast::new("structure-saved")))
}
