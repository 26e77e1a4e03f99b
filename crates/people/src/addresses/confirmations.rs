//! The links in the two letters: each address says yes for itself. Looking changes nothing, pressing the button does.
use axum::response::{IntoResponse, Response};
use kernel::{Answer, Anyone, Error, Event, OnDuplicate, Path, Result, Snapshot, Token, Tx, Visit};
use ui::Desk;

use super::{page, store};
use crate::{accounts, passwords, sessions};

pub fn new(
    _: &Anyone,
    db: &Snapshot<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Response> {
    let change = store::by_hash(db, &token.hash())?.ok_or(Error::Gone("accounts-link-over"))?;
    let desk = Desk::of(db, None, visit);
    Ok(page::confirm(&desk, &token.reveal(), &change).into_response())
}

pub fn create(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Answer> {
    let hash = token.hash();
    let change = store::by_hash(tx, &hash)?.ok_or(Error::Gone("accounts-link-over"))?;
    store::confirm(tx, &hash)?;
    let confirmed = store::pending(tx, change.account)?;
    let done = confirmed.is_some_and(|it| it.old_confirmed && it.new_confirmed);
    if done {
        let before = accounts::store::contact(tx, change.account)?;
        store::apply(tx, change.account, &change.email)
            .on_duplicate(Error::Conflict("accounts-email-taken"))?;
        passwords::store::end_links(tx, change.account)?;
        let told = [page::changed(&before, &change.email), page::arrived(&before, &change.email)];
        for letter in told.iter().flatten() {
            notices::post(tx, letter)?;
        }
        if let Some(org) = sessions::store::home_organisation(tx, change.account)? {
            let old = before.email.as_ref();
            tx.record(
                &Event::new(org, "account.email-changed", "account", change.account)
                    .named(before.name.as_str())
                    .change("email", old.map(|it| it as _), Some(&change.email)),
            )?;
        }
    }
    let desk = Desk::of(tx, None, visit);
    Ok(Answer::done(page::confirmed(&desk, &change, done)))
}
