//! Choosing another password oneself. The current one is asked for, and the tries are counted as at the sign-in page.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::limit::Try;
use kernel::password::Password;
use kernel::{
    Actor, Answer, Event, Form, House, Invalid, Result, SignedIn, Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use super::page;
use crate::{accounts, passwords, sessions};

/// What came of the form: the hash of the new password, or what is wrong.
pub enum Weighed {
    Ready(String),
    /// The current password was compared and is not it.
    Guessed,
    Wrong(&'static str, &'static str),
}

pub fn edit(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(gate.who()), visit);
    let contact = accounts::store::contact(db, gate.who().account)?;
    Ok(page::password(&desk, &contact, &Invalid::default()).into_response())
}

pub fn weigh(
    gate: &SignedIn,
    house: &House,
    (Form(form), visit): &(Form, Visit),
) -> Result<Weighed> {
    let who = gate.who();
    if let Some(problem) = check_current(who, house, form.get("current"), visit)? {
        return Ok(problem);
    }
    let contact = house.read(|db| accounts::store::contact(db, who.account))?;
    let login = contact.email.as_ref().map(ToString::to_string).or(contact.username);
    let words = [who.face.name.as_str(), login.as_deref().unwrap_or_default()];
    let typed = form.get("password").unwrap_or_default();
    Ok(match Password::parse(typed, &words) {
        Ok(password) => Weighed::Ready(house.hashing.hash(&password, &house.random)?),
        Err(_) if typed.is_empty() => Weighed::Wrong("password", "error-required"),
        Err(problem) => Weighed::Wrong("password", problem),
    })
}

/// Compares the current password: nothing when it is right. A stolen session guesses no faster than a stranger.
pub fn check_current(
    who: &Actor,
    house: &House,
    typed: Option<&str>,
    visit: &Visit,
) -> Result<Option<Weighed>> {
    let permit = house.limits.permit(Try::SignIn, visit.peer)?;
    let login = house.read(|db| sessions::store::login_of(db, who.account))?;
    let typed = typed.unwrap_or_default();
    if typed.is_empty() {
        return Ok(Some(Weighed::Wrong("current", "error-required")));
    }
    if login.is_locked(house.clock.now()) {
        return Ok(Some(Weighed::Wrong("current", "account-waits")));
    }
    let right = house.hashing.matches(permit, typed, login.password.as_deref());
    Ok((!right).then_some(Weighed::Guessed))
}

/// Counts a wrong guess at the current password.
pub fn note_guess(tx: &mut Tx<'_>, who: &Actor) -> Result<()> {
    let login = sessions::store::login_of(tx, who.account)?;
    sessions::store::count_failure(tx, &login)
}

pub fn update(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (_, visit): &(Form, Visit),
    weighed: &Weighed,
) -> Result<Answer> {
    let who = gate.who();
    let invalid = match weighed {
        Weighed::Ready(hash) => return replace(who, tx, visit, hash),
        Weighed::Wrong(field, problem) => Invalid::one(field, problem),
        Weighed::Guessed => {
            note_guess(tx, who)?;
            Invalid::one("current", "accounts-password-wrong")
        }
    };
    let desk = Desk::of(tx, Some(who), visit);
    let contact = accounts::store::contact(tx, who.account)?;
    // Kept, not refused: the wrong guess must count.
    let page = page::password(&desk, &contact, &invalid);
    Ok(Answer::done((StatusCode::UNPROCESSABLE_ENTITY, page)))
}

fn replace(who: &Actor, tx: &mut Tx<'_>, visit: &Visit, hash: &str) -> Result<Answer> {
    tx.record(
        &Event::new(who.org, "account.password-changed", "account", who.account)
            .named(who.face.name.as_str()),
    )?;
    passwords::replace(tx, who.account, hash)?;
    let answer = sessions::open(tx, who.account, who.org, visit, "/account".into())?;
    Ok(answer.saying(&Toast::new("account-password-saved")))
}
