//! A site is a place people work at (G-20). It is made, changed, deactivated and activated; it is never deleted (C-26).
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Sites};
use kernel::sheet::Sheet;
use kernel::{
    Answer, Error, Event, Fields, Form, Invalid, May, Path, Result, Routes, Search, SiteId,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Facts, List};
use crate::access::{
    EditSites, MakeSites, SeeSites, may_appoint, may_edit, may_edit_some, may_make,
};
use crate::locations;

pub fn routes() -> Routes {
    Routes::new()
        .get("/sites", index)
        .get("/sites.csv", csv)
        .get("/sites.xlsx", xlsx)
        .get("/sites/new", new)
        .post("/sites", create)
        .get("/sites/{id}", show)
        .get("/sites/{id}/edit", edit)
        .post("/sites/{id}", update)
}

fn index(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = List::parse(search);
    let found = store::list(db, may.reach(), &list)?;
    let counts = store::counts(db, may.reach())?;
    let chosen = match list.chosen {
        Some(id) => Some(store::shown(db, may.reach(), id)?),
        None => None,
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    let can = page::Can { make: may_make(may.who()), edit: may_edit_some(may.who()) };
    Ok(page::index(&desk, &list, counts, &found, chosen.as_ref(), can).into_response())
}

fn csv(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may.reach(), may.who(), db, (&List::parse(search), visit), Sheet::csv())
}

fn xlsx(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may.reach(), may.who(), db, (&List::parse(search), visit), Sheet::xlsx())
}

/// Row by row into the file: the list itself is never held in memory.
fn write(
    reach: &Sites,
    actor: &Actor,
    db: &Snapshot<'_>,
    (list, visit): (&List, &Visit),
    mut sheet: Sheet,
) -> Result<Response> {
    let lang = visit.lang_for(Some(actor));
    sheet.row(page::columns(lang))?;
    store::each(db, reach, list, |it| {
        let facts = it.site.facts.pairs();
        let (state, placed) = (page::word(lang, it.site.active), it.placed.to_string());
        let facts = facts.iter().map(|(_, value)| value.as_str());
        sheet.row(facts.chain([state, &placed]))
    })?;
    sheet.answer("sites")
}

fn new(may: &May<MakeSites>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = Fields::of([("zone", &store::usual_zone(db, may.reach().org())?)]);
    Ok(page::form(&desk, None, &sent, &Invalid::default()).into_response())
}

fn create(
    may: &May<MakeSites>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let made = match Facts::parse(form) {
        Ok(facts) => make(tx, may, &facts)?.ok_or(Invalid::one("name", "sites-name-taken")),
        Err(invalid) => Err(invalid),
    };
    match made {
        Ok(id) => Ok(Answer::to(format!("/sites/{id}")).saying(&Toast::new("sites-made"))),
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            Ok(Answer::refused(page::form(&desk, None, form, &invalid)))
        }
    }
}

/// None when the name is taken.
fn make(tx: &mut Tx<'_>, may: &May<MakeSites>, facts: &Facts) -> Result<Option<SiteId>> {
    let org = may.reach().org();
    let Some(id) = store::insert_facts(tx, org, facts)? else { return Ok(None) };
    let event = Event::new(org, "site.created", "site", id).named(facts.name.as_str()).at(id);
    tx.record(&changes(event, None, facts))?;
    Ok(Some(id))
}

fn show(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<SiteId>, Visit),
) -> Result<Response> {
    let shown = store::shown(db, may.reach(), *id)?;
    let tree = locations::store::tree(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let can =
        page::CanHere { edit: may_edit(may.who(), *id), appoint: may_appoint(may.who(), *id) };
    Ok(page::show(&desk, &shown, &tree, can).into_response())
}

fn edit(
    may: &May<EditSites>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<SiteId>, Visit),
) -> Result<Response> {
    let site = store::find(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = site.facts.to_fields();
    Ok(page::form(&desk, Some(&site), &sent, &Invalid::default()).into_response())
}

fn update(
    may: &May<EditSites>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<SiteId>, Form, Visit),
) -> Result<Answer> {
    let site = store::find(tx, may.reach(), *id)?;
    let invalid = match Facts::parse(form) {
        // The form was opened before somebody else saved: theirs stays.
        Ok(_) if form.text("mark") != site.facts.mark() => {
            return Err(Error::Conflict("error-conflict-words"));
        }
        Ok(facts) if store::is_taken(tx, &site, &facts)? => {
            Invalid::one("name", "sites-name-taken")
        }
        Ok(facts) => {
            store::update(tx, &site, &facts)?;
            let event = Event::new(site.org, "site.updated", "site", *id);
            let event = event.named(facts.name.as_str()).at(*id);
            tx.record(&changes(event, Some(&site.facts), &facts))?;
            let toast = Toast::new("sites-saved");
            return Ok(Answer::to(format!("/sites/{id}")).saying(&toast));
        }
        Err(invalid) => invalid,
    };
    let desk = Desk::of(tx, Some(may.who()), visit);
    Ok(Answer::refused(page::form(&desk, Some(&site), form, &invalid)))
}

/// What changed, field by field.
fn changes(event: Event, old: Option<&Facts>, new: &Facts) -> Event {
    let before = old.map(Facts::pairs).unwrap_or_default();
    let both = before.iter().zip(new.pairs());
    both.fold(event, |event, ((_, old), (field, new))| event.change(field, Some(old), Some(&new)))
}

/// Deactivates or activates sites, and remembers how to take that back. The number that changed, and the way back.
pub fn set_active(
    tx: &mut Tx<'_>,
    may: &May<EditSites>,
    ids: &[SiteId],
    active: bool,
) -> Result<(i64, Option<String>)> {
    let changed = switch(tx, may, ids, active)?;
    if changed.is_empty() {
        return Ok((0, None));
    }
    let undo = crate::undos::store::insert(tx, may.who(), &changed, !active)?;
    let count = i64::try_from(changed.len()).unwrap_or(i64::MAX);
    Ok((count, Some(format!("/sites/undo/{undo}"))))
}

/// The sites that changed: one that was so already is left alone.
pub fn switch(
    tx: &mut Tx<'_>,
    may: &May<EditSites>,
    ids: &[SiteId],
    active: bool,
) -> Result<Vec<SiteId>> {
    let what = if active { "site.activated" } else { "site.deactivated" };
    let mut changed = Vec::new();
    for id in ids {
        let site = store::find(tx, may.reach(), *id)?;
        if site.active != active {
            store::set_active(tx, &site, active)?;
            let event = Event::new(site.org, what, "site", *id).named(site.facts.name.as_str());
            tx.record(&event.at(*id).change("active", Some(&site.active), Some(&active)))?;
            changed.push(*id);
        }
    }
    Ok(changed)
}
