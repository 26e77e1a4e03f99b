//! The name of the own account: how letters and other people's lists call whoever has no record. A record's name is the
//! organisation's, and those who keep the register change it.
use axum::response::{IntoResponse, Response};
use kernel::field::{Name, Reader};
use kernel::{
    Actor, Answer, Event, Fields, Form, Invalid, May, Result, Snapshot, Toast, Tx, Visit,
};
use maud::Markup;
use ui::Desk;

use super::page;
use crate::access::ChangeOwnName;
use crate::accounts;

pub fn edit(may: &May<ChangeOwnName>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let contact = accounts::store::contact(db, may.who().account)?;
    let sent = Fields::of([("name", contact.name.as_str())]);
    Ok(form(may.who(), db, &sent, visit, &Invalid::default()).into_response())
}

pub fn update(
    may: &May<ChangeOwnName>,
    tx: &mut Tx<'_>,
    (Form(sent), visit): &(Form, Visit),
) -> Result<Answer> {
    let who = may.who();
    let mut read = Reader::new(sent);
    let name = read.need("name", Name::parse);
    let name = match read.done(|| name) {
        Ok(name) => name,
        Err(invalid) => return Ok(Answer::refused(form(who, tx, sent, visit, &invalid))),
    };
    let old = accounts::store::contact(tx, who.account)?.name;
    if old != name.as_str() {
        accounts::store::rename(tx, who.account, &name)?;
        let event = Event::new(who.org, "account.renamed", "account", who.account);
        let event = event.named(name.as_str()).change("name", Some(&old), Some(&name));
        tx.record(&match who.person {
            Some(person) => event.about(person),
            None => event,
        })?;
    }
    Ok(Answer::to("/account").saying(&Toast::new("account-name-saved")))
}

fn form(who: &Actor, db: &Snapshot<'_>, sent: &Fields, visit: &Visit, invalid: &Invalid) -> Markup {
    let desk = Desk::of(db, Some(who), visit);
    page::name(&desk, who, sent, invalid)
}
