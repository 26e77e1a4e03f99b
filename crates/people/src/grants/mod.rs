//! A grant is one role with one scope, held by an account in an organisation. Grants are read with each request, so
//! that one that is given or taken counts at once.
pub mod model;
pub mod page;
mod revocations;
pub mod store;
#[cfg(test)]
mod tests;

use kernel::{AccountId, Answer, Form, Invalid, May, Path, Result, Routes, Toast, Tx, Visit};

use crate::access::ManageAccounts;
use crate::accounts::model::State;
use crate::{accounts, sessions};

pub fn routes() -> Routes {
    Routes::new()
        .post("/accounts/{id}/grants", create)
        .post("/grants/{id}/revocation", revocations::create)
}

fn create(
    may: &May<ManageAccounts>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<AccountId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let account = accounts::store::find(tx, may.reach(), *id)?;
    let checked = match model::read_grant(form) {
        Ok(_) if account.state != State::Active => {
            Err(Invalid::one("role", "account-role-only-active"))
        }
        Ok(grant) if !model::may_grant(may.who(), &grant) => {
            Err(Invalid::one("role", "invitations-not-yours-to-give"))
        }
        Ok(grant) if !store::exists(tx, org, &grant.scope)? => {
            Err(Invalid::one("scope", "error-choice"))
        }
        read => read,
    };
    let grant = match checked {
        Ok(grant) => grant,
        Err(invalid) => {
            let page = accounts::shown(may, tx, *id, visit, form, &invalid)?;
            return Ok(Answer::refused(page));
        }
    };
    store::insert(tx, org, *id, &grant)?;
    sessions::store::shorten(tx, org, *id)?;
    Ok(Answer::to(format!("/accounts/{id}")).saying(&Toast::new("account-role-given")))
}
