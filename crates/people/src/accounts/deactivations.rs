//! Deactivating an account: at once nothing of it is signed in here any more, and nobody signs in with it (§7.2).
use kernel::access::Role;
use kernel::{AccountId, Answer, Error, Event, May, Path, Result, Toast, Tx};

use super::{refuse_unless_managed, store};
use crate::access::ManageAccounts;
use crate::{grants, passwords, sessions};

pub fn create(
    may: &May<ManageAccounts>,
    tx: &mut Tx<'_>,
    Path(id): &Path<AccountId>,
) -> Result<Answer> {
    let (who, org) = (may.who(), may.reach().org());
    let account = store::find(tx, may.reach(), *id)?;
    if account.id == who.account {
        return Err(Error::Conflict("account-not-oneself"));
    }
    refuse_unless_managed(tx, who, org, &account)?;
    let owner = grants::store::of(tx, org, *id)?.iter().any(|it| it.role == Role::Owner);
    if owner && grants::store::owners_but(tx, org, *id)? == 0 {
        return Err(Error::Conflict("account-last-owner"));
    }
    store::deactivate(tx, may.reach(), *id)?;
    sessions::store::end_in(tx, org, *id)?;
    if !store::is_elsewhere(tx, org, *id)? {
        passwords::store::end_links(tx, *id)?;
    }
    let event = Event::new(org, "account.deactivated", "account", *id).named(account.name.as_str());
    tx.record(&match account.person {
        Some(person) => event.about(person),
        None => event,
    })?;
    Ok(Answer::to(format!("/accounts/{id}")).saying(&Toast::new("account-deactivated-said")))
}
