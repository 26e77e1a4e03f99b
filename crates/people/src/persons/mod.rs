//! A person is somebody's record in one organisation, with or without an account.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, Role, Sites, matrix};
use kernel::{
    Answer, CompanyId, Event, Fields, Form, Invalid, JobRoleId, May, OrgId, Path, PersonId, Result,
    Routes, Snapshot, Toast, Tx, Visit, see,
};
use maud::Markup;
use ui::Desk;

use self::model::{Draft, Kind, Options, Person, Place};
use crate::access::{EditPeople, SeePeople};
use crate::choices::model::{Choices, Thing};
use crate::choices::store::{Sight, choices, names, placeable};
use crate::profile_access::model::Refusal;
use crate::roster::model::contacts;
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
    if may.who().has(Role::ProfileOnly) && may.who().person == Some(*id) {
        // H-M10: whoever may only see the own profile sees it in one place.
        return Ok(see("/profile"));
    }
    let person = store::find(db, may.reach(), contacts(may.who()).as_ref(), *id)?;
    let mut places = store::places(db, may.reach().org(), *id)?;
    narrow_places(may.who(), &person, &mut places);
    let sites = placeable(db, may.who())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let standing = profile_access::standing(db, may.who(), *id)?;
    Ok(page::show(&desk, may.who(), &person, &places, &sites, &standing).into_response())
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
    let sent = Fields::of([("kind", "contractor")]);
    Ok(blank(may, db, &sent, visit, &Unsaved::default())?.into_response())
}

/// Why a form was not saved.
#[derive(Default)]
struct Unsaved {
    invalid: Invalid,
    /// Access to the own profile could not be given.
    refusal: Option<Refusal>,
}

impl Unsaved {
    /// The words about access come first: they say more of an address than that it is taken.
    fn of(invalid: &Invalid, refusal: Option<Refusal>) -> Self {
        let mut all = Invalid::default();
        let refused = refusal.map(|it| (it.field(), it.key()));
        for (field, problem) in refused.into_iter().chain(invalid.iter()) {
            all.add(field, problem);
        }
        Self { invalid: all, refusal }
    }
}

/// The form of a new person.
fn blank(
    may: &May<EditPeople>,
    db: &Snapshot<'_>,
    sent: &Fields,
    visit: &Visit,
    unsaved: &Unsaved,
) -> Result<Markup> {
    let access = profile_access::offer(db, may.who())?;
    let access = access.map(|offer| page::Letting { offer, refusal: unsaved.refusal });
    let options = options(db, may.who(), may.reach(), None)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &options, sent, &unsaved.invalid, access.as_ref()))
}

fn create(
    may: &May<EditPeople>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let lets_in = form.text("profile-access") == "on";
    match make(tx, may, form, lets_in)? {
        Ok(id) => {
            let said = if lets_in { "persons-created-invited" } else { "persons-created" };
            Ok(Answer::to(format!("/people/{id}")).saying(&Toast::new(said)))
        }
        // Nothing of it is kept, neither the record nor an invitation.
        Err(unsaved) => Ok(Answer::refused(blank(may, tx, form, visit, &unsaved)?)),
    }
}

/// The record and, where the form asks for it, access to the own profile (H-M4): both or neither.
fn make(
    tx: &mut Tx<'_>,
    may: &May<EditPeople>,
    form: &Fields,
    lets_in: bool,
) -> Result<Result<PersonId, Unsaved>> {
    let who = may.who();
    let draft = match Draft::parse(form) {
        Ok(draft) => draft,
        Err(invalid) => return Ok(Err(Unsaved::of(&invalid, None))),
    };
    let id = match add(tx, who, may.reach(), &draft)? {
        Ok(id) => id,
        Err(invalid) => {
            let email = draft.email.as_ref().filter(|_| lets_in && invalid.get("email").is_some());
            let taken = email.map(|it| profile_access::taken(tx, who, it)).transpose()?.flatten();
            return Ok(Err(Unsaved::of(&invalid, taken)));
        }
    };
    if !lets_in {
        return Ok(Ok(id));
    }
    let granted = profile_access::grant(tx, who, id)?;
    Ok(granted.map(|()| id).map_err(|it| Unsaved::of(&Invalid::default(), Some(it))))
}

fn edit(
    may: &May<EditPeople>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let person = store::find(db, may.reach(), Some(may.reach()), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let options = options(db, may.who(), may.reach(), Some(&person))?;
    Ok(page::edit(&desk, &person, &options, &person.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditPeople>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    let person = store::find(tx, may.reach(), Some(may.reach()), *id)?;
    let changed = match Draft::parse(form) {
        Ok(draft) => change(tx, may.who(), may.reach(), &person, &draft)?,
        Err(invalid) => Err(invalid),
    };
    match changed {
        Ok(()) => Ok(Answer::to(format!("/people/{id}")).saying(&Toast::new("persons-updated"))),
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let options = options(tx, may.who(), may.reach(), Some(&person))?;
            Ok(Answer::refused(page::edit(&desk, &person, &options, form, &invalid)))
        }
    }
}

/// What the form offers: what is in sight and, for a record that is there, what it says now.
fn options(
    db: &Snapshot<'_>,
    actor: &Actor,
    reach: &People,
    now: Option<&Person>,
) -> Result<Options> {
    fn keep<I: ToString>(mut list: Choices, now: Option<&(I, String)>) -> Choices {
        if let Some((id, name)) = now.map(|(id, name)| (id.to_string(), name.clone()))
            && list.iter().all(|(it, _)| *it != id)
        {
            list.push((id, name));
        }
        list
    }
    let sight = Sight::for_records(actor, reach);
    let mut divisions = choices(db, &sight, Thing::Division)?;
    if !reach.is_all() && !reach.divisions.is_empty() {
        divisions.retain(|(id, _)| reach.divisions.iter().any(|it| it.to_string() == *id));
    }
    let company = now.and_then(|it| it.company.as_ref());
    let job_role = now.and_then(|it| it.job_role.as_ref());
    Ok(Options {
        companies: keep(choices(db, &sight, Thing::Company)?, company),
        job_roles: keep(choices(db, &sight, Thing::JobRole)?, job_role),
        divisions: keep(divisions, now.map(|it| &it.division)),
    })
}

/// A new record, as far as the reach goes; whoever manages teams adds people to the own one. Other rooms that bring
/// people in, such as an import, call this too.
pub fn add(
    tx: &mut Tx<'_>,
    actor: &Actor,
    reach: &People,
    draft: &Draft,
) -> Result<Result<PersonId, Invalid>> {
    let org = reach.org();
    let manager = match check(tx, actor, reach, draft, None)? {
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
    actor: &Actor,
    reach: &People,
    before: &Person,
    draft: &Draft,
) -> Result<Result<(), Invalid>> {
    let org = reach.org();
    let manager = match check(tx, actor, reach, draft, Some(before))? {
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
    actor: &Actor,
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
    for thing in unknown(tx, &Sight::for_records(actor, reach), draft, before)? {
        invalid.add(thing.code(), "error-choice");
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

/// What a draft newly points to that is not there, or out of the writer's sight: one is refused like the other.
fn unknown(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    draft: &Draft,
    before: Option<&Person>,
) -> Result<Vec<Thing>> {
    let company = before.and_then(|it| it.company.as_ref()).map(|it| it.0.cast());
    let job_role = before.and_then(|it| it.job_role.as_ref()).map(|it| it.0.cast());
    let division = before.map(|it| it.division.0.cast());
    let all = [
        (Thing::Company, draft.company.map(CompanyId::cast), company),
        (Thing::JobRole, draft.job_role.map(JobRoleId::cast), job_role),
        (Thing::Division, Some(draft.division.cast()), division),
    ];
    let new = all.into_iter().filter(|(_, new, old)| new != old);
    let wanted: Vec<_> = new.filter_map(|(thing, new, _)| Some((thing, new?))).collect();
    let found = names(db, sight, &wanted)?;
    let unknown = wanted.iter().zip(found).filter(|(_, name)| name.is_none());
    Ok(unknown.map(|((thing, _), _)| *thing).collect())
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
