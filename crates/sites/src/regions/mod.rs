//! A region is a set of sites (G-22, C-42).
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, Error, Event, Fields, Form, Invalid, May, Path, RegionId, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Facts, List};
use crate::access::{MakeSites, SeeSites, may_make};

pub fn routes() -> Routes {
    Routes::new()
        .get("/regions", index)
        .get("/regions/new", new)
        .post("/regions", create)
        .get("/regions/{id}", show)
        .get("/regions/{id}/edit", edit)
        .post("/regions/{id}", update)
}

fn index(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = List::parse(search);
    let found = store::list(db, may.reach(), &list)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &list, &found, may_make(may.who())).into_response())
}

fn new(may: &May<MakeSites>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::form(&desk, None, &Fields::default(), &Invalid::default()).into_response())
}

fn create(
    may: &May<MakeSites>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let made = match Facts::parse(form) {
        Ok(facts) => store::insert(tx, org, &facts)?
            .map(|id| (id, facts))
            .ok_or(Invalid::one("name", "regions-name-taken")),
        Err(invalid) => Err(invalid),
    };
    match made {
        Ok((id, facts)) => {
            let event = Event::new(org, "region.created", "region", id);
            let event = event.named(facts.name.as_str()).set("code", &facts.code);
            tx.record(&event.set("description", &facts.description))?;
            Ok(Answer::to(format!("/regions/{id}")).saying(&Toast::new("regions-made")))
        }
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            Ok(Answer::refused(page::form(&desk, None, form, &invalid)))
        }
    }
}

fn show(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<RegionId>, Visit),
) -> Result<Response> {
    let region = store::find(db, may.reach(), *id)?;
    let sites = store::sites(db, may.reach(), *id)?;
    let others =
        if may_make(may.who()) { Some(store::others(db, may.reach(), *id)?) } else { None };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, &region, &sites, others.as_deref()).into_response())
}

fn edit(
    may: &May<MakeSites>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<RegionId>, Visit),
) -> Result<Response> {
    let region = store::find_any(db, may.reach().org(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let sent = region.facts.to_fields();
    Ok(page::form(&desk, Some(&region), &sent, &Invalid::default()).into_response())
}

fn update(
    may: &May<MakeSites>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<RegionId>, Form, Visit),
) -> Result<Answer> {
    let region = store::find_any(tx, may.reach().org(), *id)?;
    let invalid = match Facts::parse(form) {
        // The form was opened before somebody else saved: theirs stays.
        Ok(_) if form.text("mark") != region.facts.mark() => {
            return Err(Error::Conflict("error-conflict-words"));
        }
        Ok(facts) if store::is_taken(tx, &region, &facts)? => {
            Invalid::one("name", "regions-name-taken")
        }
        Ok(facts) => {
            store::update(tx, &region, &facts)?;
            let old = &region.facts;
            let event = Event::new(region.org, "region.updated", "region", *id);
            let event = event.named(facts.name.as_str());
            let event = event.change("name", Some(&old.name), Some(&facts.name));
            let event = event.change("code", Some(&old.code), Some(&facts.code));
            let (old, new) = (&old.description, &facts.description);
            tx.record(&event.change("description", Some(old), Some(new)))?;
            let toast = Toast::new("regions-saved");
            return Ok(Answer::to(format!("/regions/{id}")).saying(&toast));
        }
        Err(invalid) => invalid,
    };
    let desk = Desk::of(tx, Some(may.who()), visit);
    Ok(Answer::refused(page::form(&desk, Some(&region), form, &invalid)))
}
