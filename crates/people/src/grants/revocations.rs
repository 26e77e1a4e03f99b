//! Taking a role. Only who could give it may take it, and the last owner stays.
use kernel::access::Role;
use kernel::{Answer, Error, GrantId, May, Path, Result, Toast, Tx};

use super::{model, store};
use crate::access::ManageAccounts;

pub fn create(
    may: &May<ManageAccounts>,
    tx: &mut Tx<'_>,
    Path(id): &Path<GrantId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let held = store::find(tx, may.reach(), *id)?;
    if !model::may_grant(may.who(), &held.grant) {
        return Err(Error::Refused("account-not-yours"));
    }
    if held.grant.role == Role::Owner && store::owners_but(tx, org, held.account)? == 0 {
        return Err(Error::Conflict("account-last-owner"));
    }
    store::delete(tx, org, &held)?;
    let path = format!("/accounts/{}", held.account);
    // Whoever gave up their own right to look at accounts does not land on a refusal.
    let gone = held.account == may.who().account && held.grant.role == Role::Owner;
    let path = if gone { "/home".to_owned() } else { path };
    Ok(Answer::to(path).saying(&Toast::new("account-role-taken")))
}
