//! A team says who manages whom (G-24).
mod members;
mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, People, Reach, matrix};
use kernel::{
    Answer, Event, Fields, Form, Invalid, May, Path, Result, Routes, Search, Snapshot, TeamId,
    Toast, Tx, Visit,
};
use ui::Desk;

use self::model::Draft;
use crate::access::{EditStructure, SeeStructure};
use crate::candidates;
use crate::candidates::store::{Into, Seen};
use crate::directory::Directory;
use crate::divisions;

pub fn routes() -> Routes {
    Routes::new()
        .get("/teams", index)
        .get("/teams/new", new)
        .post("/teams", create)
        .get("/teams/{id}", show)
        .get("/teams/{id}/edit", edit)
        .post("/teams/{id}", update)
        .post("/teams/{id}/members", members::create)
        .post("/teams/{id}/members/removal", members::destroy)
}

fn index(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let directory = Directory::parse("/teams", search);
    let found = store::list(db, may.reach(), &directory)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::STRUCTURE, Level::Edit);
    Ok(page::index(&desk, &directory, &found, edits).into_response())
}

fn new(may: &May<EditStructure>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let divisions = divisions::store::choices(db, may.reach())?;
    Ok(page::new(&desk, &divisions, &Fields::default(), &Invalid::default()).into_response())
}

fn create(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let divisions = divisions::store::choices(tx, may.reach())?;
    let draft = Draft::parse(form, &divisions);
    let draft = store::refuse_taken(tx, org, None, draft)?;
    let draft = match draft {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::new(&desk, &divisions, form, &invalid)));
        }
    };
    let id = store::insert(tx, org, draft.division, draft.name.as_str())?;
    tx.record(
        &Event::new(org, "team.created", "team", id)
            .named(draft.name.as_str())
            .set("division", &draft.division_name),
    )?;
    Ok(Answer::to(format!("/teams/{id}")).saying(&Toast::new("teams-created")))
}

fn show(
    may: &May<SeeStructure>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<TeamId>, Search, Visit),
) -> Result<Response> {
    let team = store::find(db, may.reach(), *id)?;
    let members = store::members(db, &Seen::by(may.who()), &team)?;
    let managers = store::managers(db, may.reach(), *id)?;
    let edits = People::of(may.who(), &matrix::STRUCTURE, Level::Edit)
        .filter(|it| it.is_all() || it.divisions.contains(&team.division));
    let sought: String = search.text("find").chars().take(100).collect();
    let found = match edits.as_ref().filter(|_| !sought.is_empty()) {
        Some(reach) => Some(candidates::store::find(db, reach, &Into::Team(*id), &sought)?),
        None => None,
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    let picked = edits.is_some().then_some((sought.as_str(), found.as_deref()));
    Ok(page::show(&desk, &team, &members, &managers, picked).into_response())
}

fn edit(
    may: &May<EditStructure>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<TeamId>, Visit),
) -> Result<Response> {
    let team = store::find(db, may.reach(), *id)?;
    let divisions = divisions::store::choices(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, &team, &divisions, &team.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<TeamId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let old = store::find(tx, may.reach(), *id)?;
    let divisions = divisions::store::choices(tx, may.reach())?;
    let draft = Draft::parse(form, &divisions);
    let draft = match store::refuse_taken(tx, org, Some(*id), draft)? {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, &old, &divisions, form, &invalid)));
        }
    };
    store::update(tx, org, *id, &draft)?;
    let event = Event::new(org, "team.updated", "team", *id)
        .named(draft.name.as_str())
        .change("name", Some(&old.name), Some(&draft.name))
        .change("division", Some(&old.division_name), Some(&draft.division_name));
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to(format!("/teams/{id}")).saying(&Toast::new("structure-saved")))
}
