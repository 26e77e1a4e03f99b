//! Profile access: the switch *Allow employee to view their profile* (H-M1…H-M10, §7.4).
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, matrix};
use kernel::field::Email;
use kernel::{
    Answer, Error, Event, Form, Invalid, May, Path, PersonId, Result, Routes, Snapshot, Toast, Tx,
    Visit,
};
use ui::Desk;

use self::model::{Disabled, Hidden, Offer, Refusal, State, Taken};
use self::page::Access;
use self::store::Subject;
use crate::access::GrantProfileAccess;
use crate::invitations;
use crate::invitations::model::{Draft, Purpose};

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/profile-access", show)
        .post("/people/{id}/profile-access", update)
}

fn show(
    may: &May<GrantProfileAccess>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let subject = store::find(db, may.reach(), *id)?;
    let access = shown(db, may.who(), &subject)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let secrets = link(db, &subject, access.state)?;
    Ok(page::show(&desk, db.house(), &access, secrets.as_ref(), None).into_response())
}

/// The switch as it is pressed: `on=true` or `on=false` is the state that is wanted.
fn update(
    may: &May<GrantProfileAccess>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<PersonId>, Form, Visit),
) -> Result<Answer> {
    let subject = store::find(tx, may.reach(), *id)?;
    let access = shown(tx, may.who(), &subject)?;
    let toast = match form.text("on") {
        "true" => match begin(tx, may.who(), &subject)? {
            Ok(toast) => toast,
            Err(refusal) => {
                let desk = Desk::of(tx, Some(may.who()), visit);
                let page = page::show(&desk, tx.house(), &access, None, Some(refusal));
                return Ok(Answer::refused(page));
            }
        },
        "false" if access.state.is_on() => {
            end(tx, &subject)?;
            Some("profile-access-ended")
        }
        "false" => None,
        _ => return Err(Invalid::one("on", "error-choice").into()),
    };
    let answer = Answer::to(format!("/people/{id}"));
    Ok(match toast {
        Some(key) => answer.saying(&Toast::new(key)),
        None => answer,
    })
}

/// The switch for somebody who may press it; otherwise there is nothing here.
fn shown(db: &Snapshot<'_>, actor: &Actor, subject: &Subject) -> Result<Access> {
    let access = access(db, actor, subject);
    if matches!(access.state, State::Hidden(_)) { Err(Error::NotFound) } else { Ok(access) }
}

fn access(db: &Snapshot<'_>, actor: &Actor, subject: &Subject) -> Access {
    let right = store::right(actor, subject.division);
    Access {
        person: subject.person,
        name: subject.name.to_string(),
        state: model::availability(right, &subject.facts, db.now()),
        may_accounts: actor.may(&matrix::ACCOUNTS, Level::View),
    }
}

/// Where the access of a person stands for whoever looks: what [`page::switch`] shows on the person's own page. A
/// person whom the actor cannot reach has no switch.
pub fn standing(db: &Snapshot<'_>, actor: &Actor, person: PersonId) -> Result<Access> {
    let subject = store::find_any(db, actor.org, person)?.ok_or(Error::NotFound)?;
    Ok(access(db, actor, &subject))
}

/// The switch on the form of a new person (H-M4), unless the actor has none anywhere (H-E3, H-E5, H-E6).
pub fn offer(db: &Snapshot<'_>, actor: &Actor) -> Result<Option<Offer>> {
    if !actor.may(&matrix::PROFILE_ACCESS, Level::Edit) {
        return Ok(None);
    }
    store::offer(db, actor.org)
}

/// Switches access on for a person who was made just now, as the form asked (H-M4).
pub fn grant(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Result<(), Refusal>> {
    let subject = store::find_any(tx, actor.org, person)?.ok_or(Error::NotFound)?;
    match access(tx, actor, &subject).state {
        State::Hidden(Hidden::Elsewhere) => Ok(Err(Refusal::Elsewhere)),
        State::Hidden(_) => Err(Error::NotFound),
        _ => Ok(begin(tx, actor, &subject)?.map(drop)),
    }
}

/// Why the address of a record that could not be made would not do for access either (H-E1, H-E2).
pub fn taken(db: &Snapshot<'_>, actor: &Actor, email: &Email) -> Result<Option<Refusal>> {
    Ok(store::taken(db, actor, email, None)?.map(Refusal::Taken))
}

/// Invites the person, or lets them in again when they have a password already. Says what was done, if anything.
fn begin(
    tx: &mut Tx<'_>,
    actor: &Actor,
    subject: &Subject,
) -> Result<Result<Option<&'static str>, Refusal>> {
    let right = store::right(actor, subject.division);
    let old = model::availability(right, &subject.facts, tx.now());
    if let State::Disabled(why) = old {
        return Ok(Err(Refusal::Unavailable(why)));
    }
    if old.is_on() {
        return Ok(Ok(None));
    }
    let Some(email) = &subject.email else {
        return Ok(Err(Refusal::Unavailable(Disabled::NoEmail)));
    };
    // Looked at again here, in the transaction: somebody may have been quicker.
    if let Some(taken) = store::taken(tx, actor, email, Some(subject.person))? {
        return Ok(Err(Refusal::Taken(taken)));
    }
    let (new, toast) = if let Some((account, login)) = &subject.account {
        if !store::reopen(tx, subject.org, *account)? {
            return Ok(Err(Refusal::Taken(Taken::Login)));
        }
        let to = login.as_ref().unwrap_or(email);
        let link = tx.house().url("/profile");
        notices::post(tx, &page::letter_again(subject, to, &link))?;
        ("active", "profile-access-again")
    } else {
        drop_invitation(tx, subject)?;
        let draft = Draft {
            name: subject.name.clone(),
            email: email.clone(),
            purpose: Purpose::Profile,
            person: Some(subject.person),
        };
        invitations::invite(tx, actor, &draft, &[])?;
        ("invited", "profile-access-invited")
    };
    record(tx, subject, "profile-access.granted", old, new)?;
    Ok(Ok(Some(toast)))
}

/// Takes access away at once: an open invitation is withdrawn, a login shut out wherever it is signed in (H-M6).
fn end(tx: &mut Tx<'_>, subject: &Subject) -> Result<()> {
    let old = model::progress(&subject.facts, tx.now());
    drop_invitation(tx, subject)?;
    let mut to = subject.email.clone();
    if let Some((account, login)) = &subject.account {
        store::close(tx, subject.org, *account)?;
        to = login.clone().or(to);
    }
    if let Some(to) = &to {
        notices::post(tx, &page::letter_ended(subject, to))?;
    }
    record(tx, subject, "profile-access.revoked", old, State::Revoked.code())
}

/// Withdraws the invitation that is still open, if there is one.
fn drop_invitation(tx: &mut Tx<'_>, subject: &Subject) -> Result<()> {
    match subject.facts.invited.filter(|it| it.state.is_open()) {
        Some(open) => {
            let open = invitations::store::find_any(tx, subject.org, open.id)?;
            invitations::revocations::revoke(tx, &open)
        }
        None => Ok(()),
    }
}

fn record(
    tx: &mut Tx<'_>,
    subject: &Subject,
    what: &'static str,
    old: State,
    new: &'static str,
) -> Result<()> {
    let event = Event::new(subject.org, what, "person", subject.person)
        .named(subject.name.as_str())
        .about(subject.person)
        .change("profile-access", Some(&old.code()), Some(&new));
    tx.record(&event)
}

/// The link of an open invitation, for whoever may give access: it can be handed over without a mail server.
fn link(
    db: &Snapshot<'_>,
    subject: &Subject,
    state: State,
) -> Result<Option<invitations::model::Secrets>> {
    match (state, subject.facts.invited) {
        (State::Invited { .. }, Some(open)) => {
            let open = invitations::store::find_any(db, subject.org, open.id)?;
            invitations::store::secrets(db, &open)
        }
        _ => Ok(None),
    }
}

/// Hears what changes people and organisations, and ends access that could not be given any more: the address was
/// removed, the person became a contractor or a user, the record was put away, the register is not used.
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    if event.what.starts_with("organisation.") {
        for person in store::with_access(tx, event.org)? {
            check(tx, event, person)?;
        }
        return Ok(());
    }
    if matches!(event.what, "person.updated" | "person.archived") {
        return check(tx, event, event.subject.1.cast());
    }
    match event.person.filter(|_| event.what == "invitation.accepted") {
        Some(person) => check(tx, event, person),
        None => Ok(()),
    }
}

fn check(tx: &mut Tx<'_>, event: &Event, person: PersonId) -> Result<()> {
    let Some(subject) = store::find_any(tx, event.org, person)? else { return Ok(()) };
    let facts = &subject.facts;
    let open = facts.invited.filter(|it| it.state.is_open());
    let active = facts
        .login
        .is_some_and(|it| it.active && it.kind == crate::accounts::store::Membership::Profile);
    if model::must_end(facts) && (active || open.is_some_and(|_| facts.login.is_none())) {
        return end(tx, &subject);
    }
    let Some(open) = open else { return Ok(()) };
    // The invitation went to an address that is no longer the person's, or the person is a user by now (§7.1).
    let sent_to = invitations::store::find_any(tx, event.org, open.id)?.email;
    if facts.login.is_some() || subject.email.as_ref() != Some(&sent_to) {
        drop_invitation(tx, &subject)?;
    }
    Ok(())
}
