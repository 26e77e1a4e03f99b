//! Letting an account in again. Its old password is forgotten and a new one is chosen through a link (§7.2), unless
//! the same account is at work for another organisation, which did not deactivate it.
use kernel::{AccountId, Answer, Event, May, Path, Result, Toast, Tx};

use super::{refuse_unless_managed, store};
use crate::access::ManageAccounts;
use crate::passwords;

pub fn create(
    may: &May<ManageAccounts>,
    tx: &mut Tx<'_>,
    Path(id): &Path<AccountId>,
) -> Result<Answer> {
    let (who, org) = (may.who(), may.reach().org());
    let account = store::find(tx, may.reach(), *id)?;
    refuse_unless_managed(tx, who, org, &account)?;
    store::reactivate(tx, may.reach(), *id)?;
    if !store::is_elsewhere(tx, org, *id)? {
        store::forget_password(tx, *id)?;
        passwords::offer(tx, *id, Some(who.account))?;
    }
    let event = Event::new(org, "account.reactivated", "account", *id).named(account.name.as_str());
    tx.record(&match account.person {
        Some(person) => event.about(person),
        None => event,
    })?;
    Ok(Answer::to(format!("/accounts/{id}")).saying(&Toast::new("account-reactivated-said")))
}
