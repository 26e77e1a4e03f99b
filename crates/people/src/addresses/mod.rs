//! Changing the address of an account. Both the old and the new address must say yes; then it changes, and both
//! are told (N-09).
mod confirmations;
mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::field::{Email, Reader};
use kernel::{
    Actor, Answer, Event, Fields, Form, House, Invalid, Result, Routes, SignedIn, Snapshot, Toast,
    Tx, Visit,
};
use ui::Desk;

use crate::accounts;
use crate::own::passwords::{Weighed, check_current, note_guess};

pub fn routes() -> Routes {
    Routes::new()
        .get("/account/email", edit)
        .post_after("/account/email", weigh, create)
        .get("/account/email/{token}", confirmations::new)
        .post("/account/email/{token}", confirmations::create)
}

fn edit(gate: &SignedIn, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(gate.who()), visit);
    Ok(page::edit(&desk, &Fields::default(), &Invalid::default()).into_response())
}

/// Whether the current password was right: nothing, when it was.
pub struct Checked(Option<Weighed>);

fn weigh(gate: &SignedIn, house: &House, (Form(form), visit): &(Form, Visit)) -> Result<Checked> {
    Ok(Checked(check_current(gate.who(), house, form.get("current"), visit)?))
}

fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
    checked: &Checked,
) -> Result<Answer> {
    let who = gate.who();
    let mut read = Reader::new(form);
    let email = read.need("email", Email::parse);
    match &checked.0 {
        Some(Weighed::Wrong(field, problem)) => read.problem(field, problem),
        Some(Weighed::Guessed) => {
            note_guess(tx, who)?;
            read.problem("current", "accounts-password-wrong");
        }
        _ => {}
    }
    let contact = accounts::store::contact(tx, who.account)?;
    if email.is_some() && email == contact.email {
        read.problem("email", "account-email-same");
    }
    match read.done(|| email) {
        Ok(email) => begin(who, tx, &contact, &email),
        Err(invalid) => {
            let desk = Desk::of(tx, Some(who), visit);
            // Kept, not refused: the wrong guess must count.
            let page = page::edit(&desk, form, &invalid);
            Ok(Answer::done((StatusCode::UNPROCESSABLE_ENTITY, page)))
        }
    }
}

/// Asks both addresses. Whether the new one belongs to somebody else already is not told here.
fn begin(
    who: &Actor,
    tx: &mut Tx<'_>,
    contact: &accounts::store::Contact,
    email: &Email,
) -> Result<Answer> {
    let (old, new) = (tx.house().random.token(), tx.house().random.token());
    let old = contact.email.as_ref().map(|_| old);
    store::insert(tx, contact, email, old.as_ref(), &new)?;
    let url = |token: &kernel::Token| format!("/account/email/{}", token.reveal());
    if let (Some(address), Some(token)) = (&contact.email, &old) {
        let link = tx.house().url(&url(token));
        notices::post(tx, &page::ask(contact, address, email, &link))?;
    }
    let link = tx.house().url(&url(&new));
    notices::post(tx, &page::ask(contact, email, email, &link))?;
    tx.record(
        &Event::new(who.org, "account.email-change-asked", "account", who.account)
            .named(who.face.name.as_str()),
    )?;
    Ok(Answer::to("/account").saying(&Toast::new("account-email-asked")))
}
