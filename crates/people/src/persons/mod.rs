//! A person is somebody's record in one organisation, with or without an account.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, Sites, matrix};
use kernel::{
    Answer, Event, Fields, Form, Invalid, May, OrgId, Path, PersonId, Result, Routes, Snapshot,
    Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, Kind, Options, Person, Place};
use crate::access::{EditPeople, SeePeople};
use crate::roster::model::contacts;
use crate::roster::store::choices;
use crate::tabs::{Tab, heading};
use crate::{invitations, profile_access};

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/new", new)
        .post("/people", create)
        .get("/people/{id}", show)
        .get("/people/{id}/edit", edit)
        .post("/people/{id}", update)
}

fn show(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let person = store::find(db, may.reach(), contacts(may.who()).as_ref(), *id)?;
    let mut places = store::places(db, may.reach().org(), *id)?;
    narrow_places(may.who(), &person, &mut places);
    let sites = if may.who().may(&matrix::PLACEMENTS, Level::Edit) {
        choices(db, may.who(), may.reach(), "site")?
    } else {
        Vec::new()
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    let standing = profile_access::standing(db, may.who(), *id)?;
    let heading = heading(db, may.who(), may.reach(), *id, Tab::Overview)?;
    Ok(page::show(&desk, may.who(), &heading, &person, &places, &sites, &standing).into_response())
}

/// Where others work is told to those who may look at these sites; with no right about sites, to those who see more
/// of the person than a name.
fn narrow_places(actor: &Actor, person: &Person, places: &mut Vec<Place>) {
    if actor.person == Some(person.id) {
        return;
    }
    match Sites::of(actor, &matrix::SITES, Level::View) {
        Some(sites) => places.retain(|it| sites.has(it.0)),
        None if person.contact.is_none() => places.clear(),
        None => {}
    }
}

fn new(may: &May<EditPeople>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let options = options(db, may.who(), may.reach())?;
    let sent = Fields::of([("kind", "contractor")]);
    Ok(page::new(&desk, &options, &sent, &Invalid::default()).into_response())
}

fn create(
    may: &May<EditPeople>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let made = match Draft::parse(form) {
        Ok(draft) => add(tx, may.reach(), &draft)?,
        Err(invalid) => Err(invalid),
    };
    match made {
        Ok(id) => Ok(Answer::to(format!("/people/{id}")).saying(&Toast::new("persons-created"))),
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let options = options(tx, may.who(), may.reach())?;
            Ok(Answer::refused(page::new(&desk, &options, form, &invalid)))
        }
    }
}

fn edit(
    may: &May<EditPeople>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let person = store::find(db, may.reach(), Some(may.reach()), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let options = options(db, may.who(), may.reach())?;
    Ok(page::edit(&desk, &person, &options, &person.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditPeople>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    let person = store::find(tx, may.reach(), Some(may.reach()), *id)?;
    let changed = match Draft::parse(form) {
        Ok(draft) => change(tx, may.reach(), &person, &draft)?,
        Err(invalid) => Err(invalid),
    };
    match changed {
        Ok(()) => Ok(Answer::to(format!("/people/{id}")).saying(&Toast::new("persons-updated"))),
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let options = options(tx, may.who(), may.reach())?;
            Ok(Answer::refused(page::edit(&desk, &person, &options, form, &invalid)))
        }
    }
}

fn options(db: &Snapshot<'_>, actor: &Actor, reach: &People) -> Result<Options> {
    let mut divisions = choices(db, actor, reach, "division")?;
    if !reach.is_all() && !reach.divisions.is_empty() {
        divisions.retain(|(id, _)| reach.divisions.iter().any(|it| it.to_string() == *id));
    }
    Ok(Options {
        companies: choices(db, actor, reach, "company")?,
        job_roles: choices(db, actor, reach, "job-role")?,
        divisions,
    })
}

/// A new record, as far as the reach goes; whoever manages teams adds people to the own one. Other rooms that bring
/// people in, such as an import, call this too.
pub fn add(tx: &mut Tx<'_>, reach: &People, draft: &Draft) -> Result<Result<PersonId, Invalid>> {
    let org = reach.org();
    let manager = match check(tx, reach, draft, None)? {
        Ok(manager) => manager,
        Err(invalid) => return Ok(Err(invalid)),
    };
    let id = store::insert(tx, org, draft, manager)?;
    if let [team, ..] = reach.teams.as_slice()
        && !store::is_within(tx, reach, id)?
    {
        store::join_team(tx, org, *team, id)?;
    }
    if !store::is_within(tx, reach, id)? {
        return Ok(Err(not_yours(reach)));
    }
    let event = Event::new(org, "person.created", "person", id).named(draft.name.as_str());
    tx.record(&facts(event, None, draft).about(id))?;
    Ok(Ok(id))
}

fn change(
    tx: &mut Tx<'_>,
    reach: &People,
    before: &Person,
    draft: &Draft,
) -> Result<Result<(), Invalid>> {
    let org = reach.org();
    let manager = match check(tx, reach, draft, Some(before))? {
        Ok(manager) => manager,
        Err(invalid) => return Ok(Err(invalid)),
    };
    store::update(tx, org, before, draft, manager)?;
    if !store::is_within(tx, reach, before.id)? {
        return Ok(Err(not_yours(reach)));
    }
    let old = before.contact.as_ref().and_then(|it| it.email.as_deref());
    if old != draft.email.as_ref().map(kernel::field::Email::as_str) {
        // §7.1: an invitation belongs to the address it was sent to.
        for invitation in invitations::store::open_of(tx, org, before.id)? {
            invitations::revocations::revoke(tx, &invitation)?;
        }
    }
    let event = Event::new(org, "person.updated", "person", before.id).named(draft.name.as_str());
    let manager_before = before.manager.as_ref().map(|it| it.0);
    let event = facts(event, Some(before), draft).change(
        "line_manager",
        manager_before.as_ref().map(|it| it as _),
        manager.as_ref().map(|it| it as _),
    );
    tx.record(&event.about(before.id))?;
    Ok(Ok(()))
}

/// The record would lie outside of what its writer may touch.
fn not_yours(reach: &People) -> Invalid {
    let company = reach.divisions.is_empty() && !reach.companies.is_empty();
    Invalid::one(if company { "company" } else { "division" }, "persons-not-yours")
}

/// What only the database knows is wrong with a draft; else its line manager.
fn check(
    tx: &Tx<'_>,
    reach: &People,
    draft: &Draft,
    before: Option<&Person>,
) -> Result<Result<Option<PersonId>, Invalid>> {
    let org = reach.org();
    let mut invalid = Invalid::default();
    if !model::may_belong(reach, draft, before) {
        let field = if draft.kind == Kind::Employee && reach.divisions.is_empty() {
            "kind"
        } else {
            "division"
        };
        invalid.add(field, "persons-not-yours");
    }
    let own = before.map(|it| it.id);
    let [company, role, division] = store::exists(tx, org, draft)?;
    if let Some(email) = &draft.email {
        if !model::fits_domains(draft.kind, email, &store::domains(tx, org)?) {
            invalid.add("email", "persons-email-domain");
        }
        if store::with_email(tx, org, email)?.is_some_and(|it| Some(it) != own) {
            invalid.add("email", "persons-email-taken");
        }
    }
    if let Some(number) = &draft.external_id
        && store::with_external_id(tx, org, number)?.is_some_and(|it| Some(it) != own)
    {
        invalid.add("external-id", "persons-external-id-taken");
    }
    for (there, field) in [(company, "company"), (role, "job-role"), (division, "division")] {
        if !there {
            invalid.add(field, "error-choice");
        }
    }
    let manager = match line_manager(tx, org, draft, before)? {
        Ok(manager) => manager,
        Err(problem) => {
            invalid.add("manager", problem);
            None
        }
    };
    Ok(if invalid.is_empty() { Ok(manager) } else { Err(invalid) })
}

/// The person somebody typed as line manager: somebody else, active, and nobody who reports to this person.
fn line_manager(
    tx: &Tx<'_>,
    org: OrgId,
    draft: &Draft,
    before: Option<&Person>,
) -> Result<Result<Option<PersonId>, &'static str>> {
    let Some(typed) = &draft.manager else { return Ok(Ok(None)) };
    let kept = before.and_then(|it| it.manager.as_ref()).filter(|it| it.1 == typed.as_str());
    if let Some((id, _)) = kept {
        return Ok(Ok(Some(*id)));
    }
    let manager = match store::called(tx, org, typed.as_str())?.as_slice() {
        [] => return Ok(Err("persons-manager-unknown")),
        [one] => *one,
        _ => return Ok(Err("persons-manager-several")),
    };
    let circle = match before {
        Some(person) => store::reports_to(tx, org, manager, person.id)?,
        None => false,
    };
    Ok(if circle { Err("persons-manager-circle") } else { Ok(Some(manager)) })
}

/// Every field that changed, for the log.
fn facts(event: Event, before: Option<&Person>, draft: &Draft) -> Event {
    let contact = before.and_then(|it| it.contact.clone()).unwrap_or_default();
    let kind = before.map(|it| it.kind.code());
    let company = before.and_then(|it| it.company.as_ref()).map(|it| it.0);
    let role = before.and_then(|it| it.job_role.as_ref()).map(|it| it.0);
    let (start, end) = (before.and_then(|it| it.start), before.and_then(|it| it.end));
    event
        .change("kind", kind.as_ref().map(|it| it as _), Some(&draft.kind.code()))
        .change("name", before.map(|it| &it.name as _), Some(&draft.name))
        .change("email", Some(&contact.email), Some(&draft.email))
        .change("phone", Some(&contact.phone), Some(&draft.phone))
        .change("company", Some(&company), Some(&draft.company))
        .change("job_role", Some(&role), Some(&draft.job_role))
        .change("division", before.map(|it| &it.division.0 as _), Some(&draft.division))
        .change("external_id", Some(&contact.external_id), Some(&draft.external_id))
        .change("work_base", before.map(|it| &it.work_base as _), Some(&draft.work_base))
        .change("start", Some(&start), Some(&draft.start))
        .change("end", Some(&end), Some(&draft.end))
}

/// Hears of companies that got another name.
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    if event.subject.0 == "company" && event.changes.iter().any(|it| it.field == "name") {
        store::sort_by_company(tx, event.org, event.subject.1.cast())?;
    }
    Ok(())
}
