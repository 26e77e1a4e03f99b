//! A group says who gets which training (G-24). Its members are picked by hand, or follow from a rule: one of the
//! values inside a category, and all categories together (C-43).
pub mod members;
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{
    Answer, DivisionId, Error, Event, Fields, Form, GroupId, Invalid, May, Path, Result, Routes,
    Search, Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Definition, Draft, Kind, Rule, Scope};
use crate::access::{EditStructure, SeeStructure};
use crate::candidates::store::{Into, Seen};
use crate::choices::store::Sight;
use crate::directory::Directory;
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
    let directory = Directory::parse("/groups", search);
    let found = store::list(db, may.reach(), &directory)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::STRUCTURE, Level::Edit);
    Ok(page::index(&desk, &directory, &found, edits).into_response())
}

fn new(
    may: &May<EditStructure>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let divisions = divisions::store::choices(db, may.reach())?;
    let kind = Kind::from_code(search.text("kind"));
    let form = page::Form {
        id: None,
        title: None,
        kind,
        divisions: &divisions,
        whole: may.reach().is_all(),
        sent: &Fields::of([("kind", kind.code())]),
        invalid: &Invalid::default(),
        preview: None,
        unseen: 0,
    };
    Ok(page::form(&desk, &form).into_response())
}

/// What a form comes to: something to save, or a page to look at first.
enum Read {
    Ready(Box<(Draft, Rule)>),
    Look { invalid: Invalid, preview: Option<page::Preview> },
}

/// The people whose records somebody may look at: what is around them has a name for that reader.
fn records(actor: &Actor) -> Option<People> {
    People::of(actor, &matrix::PEOPLE, Level::View)
}

/// The values of a rule that its editor cannot see, or has no say about.
fn out_of_sight(db: &Snapshot<'_>, may: &May<EditStructure>, rule: &Rule) -> Result<Rule> {
    let records = records(may.who());
    let names = store::names(db, &Sight::of(may.who(), records.as_ref()), rule)?;
    let own = divisions::store::choices(db, may.reach())?;
    let far = |id: &&DivisionId| own.iter().all(|(it, _)| *it != id.to_string());
    let divisions = rule.divisions.iter().filter(far).copied().collect();
    Ok(Rule { divisions, ..names.unseen })
}

/// Reads the form. A rule is saved only as it was seen with its result; `kept` are the values of the rule so far that
/// its editor cannot see, and so neither takes out nor loses.
fn read(
    db: &Snapshot<'_>,
    may: &May<EditStructure>,
    own: Option<GroupId>,
    form: &Fields,
    (kind, kept): (Kind, &Rule),
) -> Result<Read> {
    let reach = may.reach();
    let divisions = divisions::store::choices(db, reach)?;
    let draft = Draft::parse(form, kind, &Scope { divisions: &divisions, whole: reach.is_all() });
    let draft = match store::refuse_taken(db, reach.org(), own, draft)? {
        Ok(draft) => draft,
        Err(invalid) => return Ok(Read::Look { invalid, preview: None }),
    };
    let records = records(may.who());
    let sight = Sight::of(may.who(), records.as_ref());
    let mut rule = match store::resolve(db, &sight, &draft.wish)? {
        Ok(rule) => rule,
        Err(invalid) => return Ok(Read::Look { invalid, preview: None }),
    };
    rule.join(kept);
    let seen = draft.seen(&rule);
    if kind == Kind::Picked || form.text("seen") == seen {
        return Ok(Read::Ready(Box::new((draft, rule))));
    }
    let definition = Definition::Rule(rule);
    let preview = page::Preview {
        count: store::count(db, reach, None, draft.division, &definition)?,
        people: store::first(db, reach, None, draft.division, &definition)?,
        seen,
    };
    Ok(Read::Look { invalid: Invalid::default(), preview: Some(preview) })
}

/// The form once more: with what is wrong, or with what it would come to.
fn look(
    tx: &Tx<'_>,
    may: &May<EditStructure>,
    (form, visit): (&Fields, &Visit),
    (group, kind): (Option<&model::Group>, Kind),
    (invalid, preview): (&Invalid, Option<&page::Preview>),
    unseen: usize,
) -> Result<Answer> {
    let desk = Desk::of(tx, Some(may.who()), visit);
    let divisions = divisions::store::choices(tx, may.reach())?;
    let form = page::Form {
        id: group.map(|it| it.id),
        title: group.map(|it| it.name.as_str()),
        kind,
        divisions: &divisions,
        whole: may.reach().is_all(),
        sent: form,
        invalid,
        preview,
        unseen,
    };
    let page = page::form(&desk, &form);
    Ok(match preview {
        Some(_) => Answer::Refused(page.into_response()),
        None => Answer::refused(page),
    })
}

fn create(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let (org, kind) = (may.reach().org(), Kind::from_code(form.text("kind")));
    let (draft, rule) = match read(tx, may, None, form, (kind, &Rule::default()))? {
        Read::Ready(ready) => *ready,
        Read::Look { invalid, preview } => {
            return look(tx, may, (form, visit), (None, kind), (&invalid, preview.as_ref()), 0);
        }
    };
    let id = store::insert(tx, org, kind, &draft, &rule)?;
    let words = store::names(tx, &Sight::whole(org), &rule)?.to_text();
    tx.record(
        &Event::new(org, "group.created", "group", id)
            .named(draft.name.as_str())
            .set("kind", &kind.code())
            .set("description", &draft.description)
            .set("rule", &words),
    )?;
    Ok(Answer::to(format!("/groups/{id}")).saying(&Toast::new("groups-created")))
}

fn show(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<GroupId>, Search, Visit),
) -> Result<Response> {
    let reach = may.reach();
    let group = store::find(db, reach, *id)?;
    let definition = store::definition(db, reach.org(), &group)?;
    let records = records(may.who());
    let sight = Sight::of(may.who(), records.as_ref());
    let names = match &definition {
        Definition::Rule(rule) => Some(store::names(db, &sight, rule)?),
        Definition::Picked(_) => None,
    };
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
        members: store::shown(db, reach, &Seen::by(may.who()), group.division, &definition)?,
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
    let (mut sent, mut unseen) = (group.fields(), 0);
    if let Definition::Rule(rule) = store::definition(db, may.reach().org(), &group)? {
        let records = records(may.who());
        let names = store::names(db, &Sight::of(may.who(), records.as_ref()), &rule)?;
        names.fill(&rule, &mut sent);
        unseen = out_of_sight(db, may, &rule)?.rows().len();
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
        unseen,
    };
    Ok(page::form(&desk, &form).into_response())
}

fn update(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<GroupId>, Form, Visit),
) -> Result<Answer> {
    let (org, old) = (may.reach().org(), changeable(tx, may.reach(), *id)?);
    let (before, kept) = match store::definition(tx, org, &old)? {
        Definition::Rule(rule) => {
            let kept = out_of_sight(tx, may, &rule)?;
            (store::names(tx, &Sight::whole(org), &rule)?.to_text(), kept)
        }
        Definition::Picked(_) => (String::new(), Rule::default()),
    };
    let (draft, rule) = match read(tx, may, Some(*id), form, (old.kind, &kept))? {
        Read::Ready(ready) => *ready,
        Read::Look { invalid, preview } => {
            let group = (Some(&old), old.kind);
            let unseen = kept.rows().len();
            return look(tx, may, (form, visit), group, (&invalid, preview.as_ref()), unseen);
        }
    };
    store::update(tx, org, *id, &draft, &rule)?;
    let after = store::names(tx, &Sight::whole(org), &rule)?.to_text();
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
