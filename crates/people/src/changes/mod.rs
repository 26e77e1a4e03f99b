//! Changes to several people at once, or to one: archive, restore, place, move. Each can be taken back for ten
//! minutes.
pub mod model;
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Permission, Reach};
use kernel::{
    Answer, AnyId, Error, Event, Fields, Form, May, OrgId, Path, PersonId, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Change, Chosen, Touched};
use crate::access::{ArchivePeople, EditPeople, PlacePeople, SeePeople, SortPeople};
use crate::choices::model::Thing;
use crate::choices::store::{Sight, choices, names, picked, placeable};
use crate::persons;
use crate::roster::ids_query;
use crate::roster::model::read_ids;
use crate::undos;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/selection", show)
        .post("/people/selection", choose)
        .post("/people/archive", archive)
        .post("/people/restoration", restore)
        .post("/people/placement", place)
        .post("/people/removal", remove)
        .post("/people/division", division)
        .post("/people/job-role", job_role)
        .post("/people/team", team)
        .post("/people/group", group)
        .post("/people/{id}/archive", archive_one)
        .post("/people/{id}/restoration", restore_one)
        .post("/people/{id}/placement", place_one)
        .post("/people/{id}/removal", remove_one)
}

/// The ticked rows, and everything that can be done with them.
fn show(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let chosen = store::names(db, may.reach(), &read_ids(search.text("ids")))?;
    let sight = Sight::of(may.who(), Some(may.reach()));
    let offers = page::Offers {
        sites: placeable(db, may.who())?,
        divisions: choices(db, &sight, Thing::Division)?,
        job_roles: choices(db, &sight, Thing::JobRole)?,
        teams: choices(db, &sight, Thing::Team)?,
        groups: picked(db, &sight)?,
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, may.who(), &chosen, &offers, &model::back(search, 0)).into_response())
}

/// Takes the ticked rows along to the page that asks what to do with them.
fn choose(_: &May<SeePeople>, _: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let query = ids_query(form)?;
    if query.is_empty() {
        return Ok(Answer::to(model::back(form, 0)));
    }
    let whole = Fields::of([("back", &model::back(form, 0))]).to_query().replacen('?', "&", 1);
    let path = format!("/people/selection{query}");
    let fits = path.len() + whole.len() < 2000;
    Ok(Answer::to(if fits { format!("{path}{whole}") } else { path }))
}

fn archive(may: &May<ArchivePeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Archive)
}

fn restore(may: &May<ArchivePeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Restore)
}

fn place(may: &May<PlacePeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Place(target(form, "site")?))
}

fn remove(may: &May<PlacePeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Remove(target(form, "site")?))
}

fn division(may: &May<EditPeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Division(target(form, "division")?))
}

fn job_role(may: &May<EditPeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::JobRole(Some(target(form, "job-role")?)))
}

fn team(may: &May<SortPeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Team(target(form, "team")?))
}

fn group(may: &May<SortPeople>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    many(may, tx, form, Change::Group(target(form, "group")?))
}

fn archive_one(
    may: &May<ArchivePeople>,
    tx: &mut Tx<'_>,
    Path(id): &Path<PersonId>,
) -> Result<Answer> {
    one(may, tx, *id, Change::Archive)
}

fn restore_one(
    may: &May<ArchivePeople>,
    tx: &mut Tx<'_>,
    Path(id): &Path<PersonId>,
) -> Result<Answer> {
    one(may, tx, *id, Change::Restore)
}

fn place_one(
    may: &May<PlacePeople>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<PersonId>, Form),
) -> Result<Answer> {
    known(tx, may.reach(), *id)?;
    one(may, tx, *id, Change::Place(target(form, "site")?))
}

fn remove_one(
    may: &May<PlacePeople>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<PersonId>, Form),
) -> Result<Answer> {
    known(tx, may.reach(), *id)?;
    one(may, tx, *id, Change::Remove(target(form, "site")?))
}

/// What the form says they are changed to; nothing chosen is refused in words.
fn target(form: &Fields, name: &str) -> Result<AnyId> {
    match form.text(name) {
        "" => Err(Error::Conflict("persons-nothing-chosen")),
        id => id.parse().map_err(|_| Error::NotFound),
    }
}

fn many<P: Permission<Reach = People>>(
    may: &May<P>,
    tx: &mut Tx<'_>,
    form: &Fields,
    change: Change,
) -> Result<Answer> {
    let chosen = Chosen::parse(form).ok_or(Error::TooLarge)?;
    let reach = reach_for(tx, may.who(), may.reach(), change)?;
    let touched = perform(tx, &may.who().org, Some(&reach), &chosen.ids, change)?;
    let left = chosen.sent.saturating_sub(touched.len());
    let answer = Answer::to(model::back(form, left));
    if touched.is_empty() {
        return Ok(answer);
    }
    let undo = undos::offer(tx, may.who(), "people", &model::keep(change, &touched))?;
    let count = i64::try_from(touched.len()).unwrap_or(i64::MAX);
    Ok(answer.saying(&Toast::new(change.toast()).count(count).undo(format!("/undo/{undo}"))))
}

fn one<P: Permission<Reach = People>>(
    may: &May<P>,
    tx: &mut Tx<'_>,
    id: PersonId,
    change: Change,
) -> Result<Answer> {
    let reach = reach_for(tx, may.who(), may.reach(), change)?;
    known(tx, &reach, id)?;
    let touched = perform(tx, &may.who().org, Some(&reach), &[id], change)?;
    if touched.is_empty() {
        return Err(Error::Conflict("persons-already"));
    }
    let undo = undos::offer(tx, may.who(), "people", &model::keep(change, &touched))?;
    // Whoever took somebody from the own site may not see the record any more.
    let see = People::of(may.who(), &kernel::access::matrix::PEOPLE, Level::View);
    let seen = match &see {
        Some(see) => persons::store::is_within(tx, see, id)?,
        None => false,
    };
    let path = if seen { format!("/people/{id}") } else { "/people".to_owned() };
    Ok(Answer::to(path).saying(&Toast::new(change.toast()).undo(format!("/undo/{undo}"))))
}

/// Somebody out of reach is not found, whatever else is wrong with the form.
fn known(tx: &Tx<'_>, reach: &People, id: PersonId) -> Result<()> {
    if persons::store::is_within(tx, reach, id)? { Ok(()) } else { Err(Error::NotFound) }
}

/// Whom somebody may change so. A target that is not there, or not theirs, is not found.
fn reach_for(tx: &Tx<'_>, actor: &Actor, reach: &People, change: Change) -> Result<People> {
    if let Change::JobRole(Some(id)) = change {
        let sight = Sight::of(actor, Some(reach));
        if names(tx, &sight, &[(Thing::JobRole, id)])?.iter().all(Option::is_none) {
            return Err(Error::NotFound);
        }
    }
    let reach = match change.site() {
        Some(site) => model::at_site(reach, site).ok_or(Error::NotFound)?,
        None => reach.clone(),
    };
    if store::is_open(tx, &reach, change)? { Ok(reach) } else { Err(Error::NotFound) }
}

/// Does a change to all of these it concerns, and tells it of each.
fn perform(
    tx: &mut Tx<'_>,
    org: &OrgId,
    reach: Option<&People>,
    ids: &[PersonId],
    change: Change,
) -> Result<Vec<Touched>> {
    let touched = store::touched(tx, org, reach, ids, change)?;
    store::apply(tx, org, &touched, change)?;
    let name = store::name(tx, *org, change)?;
    for it in &touched {
        let event = Event::new(*org, change.event(), "person", it.id).named(it.name.as_str());
        let event = event.about(it.id);
        let new = change.target();
        let event = match change {
            Change::Archive | Change::Restore => event,
            Change::Place(_) => event.change("site", None, Some(&name)),
            Change::Remove(_) => event.change("site", Some(&name), None),
            Change::Division(_) => event.change("division", Some(&it.old), Some(&new)),
            Change::JobRole(_) => event.change("job_role", Some(&it.old), Some(&new)),
            Change::Team(_) => event.change("team", None, Some(&name)),
            Change::LeaveTeam(_) => event.change("team", Some(&name), None),
            Change::Group(_) => event.change("group", None, Some(&name)),
            Change::LeaveGroup(_) => event.change("group", Some(&name), None),
        };
        tx.record(&match change.site() {
            Some(site) => event.at(site),
            None => event,
        })?;
    }
    Ok(touched)
}

/// Takes a change back: people and what they had before, as [`model::keep`] wrote it down. Whoever lost the right
/// in the meantime cannot.
pub fn take_back(tx: &mut Tx<'_>, actor: &Actor, text: &str) -> Result<usize> {
    let (change, people) = model::kept(text).ok_or(Error::Gone("persons-undo-over"))?;
    let capability = change.capability();
    let reach = People::of(actor, &capability, Level::Edit);
    let reach = reach.ok_or(Error::Forbidden(capability.name))?;
    if let Some(site) = change.site() {
        model::at_site(&reach, site).ok_or(Error::NotFound)?;
    }
    let mut olds: Vec<Option<AnyId>> = people.iter().map(|it| it.1).collect();
    olds.sort_unstable();
    olds.dedup();
    let mut done = 0;
    for old in olds {
        let ids: Vec<PersonId> = people.iter().filter(|it| it.1 == old).map(|it| it.0).collect();
        if let Some(inverse) = change.inverse(old) {
            done += perform(tx, &actor.org, None, &ids, inverse)?.len();
        }
    }
    Ok(done)
}
