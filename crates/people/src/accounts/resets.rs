//! Offering somebody a new password. It goes by mail to whoever has an address; for all others, and where the house
//! sends no mail, the link is shown to be handed over. Nobody chooses a password for somebody else.
use kernel::{AccountId, Answer, Error, Event, May, Path, Result, Toast, Tx};

use super::model::State;
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
    if account.state == State::Deactivated {
        return Err(Error::Conflict("account-deactivated-already"));
    }
    // Handed over, the link would open the other organisation too.
    let mailed = account.email.is_some() && notices::is_mailing(tx);
    if !mailed && store::is_elsewhere(tx, org, *id)? {
        return Err(Error::Conflict("account-elsewhere"));
    }
    passwords::offer(tx, *id, Some(who.account))?;
    let event =
        Event::new(org, "account.reset-offered", "account", *id).named(account.name.as_str());
    tx.record(&match account.person {
        Some(person) => event.about(person),
        None => event,
    })?;
    let said = if mailed { "account-reset-mailed" } else { "account-reset-made" };
    Ok(Answer::to(format!("/accounts/{id}")).saying(&Toast::new(said)))
}
