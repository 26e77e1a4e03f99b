//! A location is a part of a site: a building, a floor in it, a room (G-21). Locations lie in one another, at most six
//! deep, and never in another site.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{
    Answer, Error, Event, Fields, Form, Invalid, LocationId, May, Path, Result, Routes, SiteId,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, Tree};
use crate::access::{EditSites, SeeSites, may_edit};
use crate::sites;

pub fn routes() -> Routes {
    Routes::new()
        .get("/sites/{id}/locations", index)
        .post("/sites/{id}/locations", create)
        .get("/sites/{id}/locations/{location}/edit", edit)
        .post("/sites/{id}/locations/{location}", update)
        .post("/sites/{id}/locations/{location}/removal", destroy)
}

fn index(
    may: &May<SeeSites>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<SiteId>, Visit),
) -> Result<Response> {
    let site = sites::store::find(db, may.reach(), *id)?;
    let tree = store::tree(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let (sent, invalid) = (Fields::default(), Invalid::default());
    let form = may_edit(may.who(), *id).then_some((&sent, &invalid));
    Ok(page::index(&desk, &site, &tree, form).into_response())
}

fn create(
    may: &May<EditSites>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<SiteId>, Form, Visit),
) -> Result<Answer> {
    let site = sites::store::find(tx, may.reach(), *id)?;
    let tree = store::tree(tx, may.reach(), *id)?;
    let made = match Draft::parse(form).and_then(|draft| draft.fits(&tree, None)) {
        Ok(draft) => {
            let made = store::insert(tx, site.org, *id, &draft)?;
            made.map(|location| (location, draft))
                .ok_or(Invalid::one("name", "locations-name-taken"))
        }
        Err(invalid) => Err(invalid),
    };
    match made {
        Ok((location, draft)) => {
            let event = Event::new(site.org, "location.created", "location", location);
            let event = event.named(draft.name.as_str()).at(*id);
            tx.record(&event.set("inside", &tree.name(draft.parent)))?;
            let path = format!("/sites/{id}/locations");
            Ok(Answer::to(path).saying(&Toast::new("locations-made")))
        }
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            Ok(Answer::refused(page::index(&desk, &site, &tree, Some((form, &invalid)))))
        }
    }
}

fn edit(
    may: &May<EditSites>,
    db: &Snapshot<'_>,
    (Path((id, location)), visit): &(Path<(SiteId, LocationId)>, Visit),
) -> Result<Response> {
    let site = sites::store::find(db, may.reach(), *id)?;
    let tree = store::tree(db, may.reach(), *id)?;
    let node = tree.find(*location).ok_or(Error::NotFound)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let (sent, invalid) = (node.location.to_fields(), Invalid::default());
    Ok(page::edit(&desk, &site, &tree, node, (&sent, &invalid)).into_response())
}

fn update(
    may: &May<EditSites>,
    tx: &mut Tx<'_>,
    (Path((id, location)), Form(form), visit): &(Path<(SiteId, LocationId)>, Form, Visit),
) -> Result<Answer> {
    let site = sites::store::find(tx, may.reach(), *id)?;
    let tree = store::tree(tx, may.reach(), *id)?;
    let node = tree.find(*location).ok_or(Error::NotFound)?;
    let invalid = match Draft::parse(form).and_then(|it| it.fits(&tree, Some(*location))) {
        Ok(draft) if tree.is_taken(*location, &draft) => {
            Invalid::one("name", "locations-name-taken")
        }
        Ok(draft) => {
            store::update(tx, site.org, *location, &draft)?;
            let old = &node.location;
            let event = Event::new(site.org, "location.updated", "location", *location);
            let event = event.named(draft.name.as_str()).at(*id);
            let event = event.change("name", Some(&old.name), Some(&draft.name));
            let inside = (tree.name(old.parent), tree.name(draft.parent));
            tx.record(&event.change("inside", Some(&inside.0), Some(&inside.1)))?;
            let path = format!("/sites/{id}/locations");
            return Ok(Answer::to(path).saying(&Toast::new("locations-saved")));
        }
        Err(invalid) => invalid,
    };
    let desk = Desk::of(tx, Some(may.who()), visit);
    Ok(Answer::refused(page::edit(&desk, &site, &tree, node, (form, &invalid))))
}

/// Only what nothing lies in can be removed.
fn destroy(
    may: &May<EditSites>,
    tx: &mut Tx<'_>,
    Path((id, location)): &Path<(SiteId, LocationId)>,
) -> Result<Answer> {
    let tree: Tree = store::tree(tx, may.reach(), *id)?;
    let node = tree.find(*location).ok_or(Error::NotFound)?;
    let org = may.reach().org();
    store::delete(tx, org, *location)?;
    let event = Event::new(org, "location.removed", "location", *location);
    tx.record(&event.named(node.location.name.as_str()).at(*id))?;
    let path = format!("/sites/{id}/locations");
    Ok(Answer::to(path).saying(&Toast::new("locations-removed")))
}
