//! An account is a login. It belongs to the installation and may be linked to a person in several organisations; an
//! organisation sees and changes only its own link to it.
mod deactivations;
pub mod model;
pub mod page;
mod reactivations;
mod resets;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::Actor;
use kernel::{
    AccountId, Error, Fields, Invalid, May, OrgId, Path, Result, Routes, Search, Snapshot, Visit,
};
use maud::Markup;
use ui::Desk;

use self::model::{Account, List};
use crate::access::SeeAccounts;
use crate::grants::model::may_manage;
use crate::{grants, invitations, passwords};

pub fn routes() -> Routes {
    Routes::new()
        .get("/accounts", index)
        .get("/accounts/{id}", show)
        .post("/accounts/{id}/deactivation", deactivations::create)
        .post("/accounts/{id}/reactivation", reactivations::create)
        .post("/accounts/{id}/reset", resets::create)
}

fn index(
    may: &May<SeeAccounts>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = List::parse(search);
    let found = store::list(db, may.reach(), &list)?;
    let ids: Vec<AccountId> = found.iter().take(store::PAGE).map(|it| it.id).collect();
    let held = grants::store::of_all(db, may.reach(), &ids)?;
    let counts = store::counts(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &list, counts, &found, &held).into_response())
}

fn show(
    may: &May<SeeAccounts>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<AccountId>, Visit),
) -> Result<Response> {
    Ok(shown(may, db, *id, visit, &Fields::default(), &Invalid::default())?.into_response())
}

/// The page of one account, with the form for another role as it was sent.
pub fn shown<P: kernel::Permission<Reach = kernel::access::Whole>>(
    may: &May<P>,
    db: &Snapshot<'_>,
    id: AccountId,
    visit: &Visit,
    sent: &Fields,
    invalid: &Invalid,
) -> Result<Markup> {
    let account = store::find(db, may.reach(), id)?;
    let org = may.reach().org();
    let manages = may_manage(may.who(), &grants::store::of(db, org, id)?);
    // The link opens the account, so it is shown only to those who could have made it.
    let link = if manages { passwords::store::handed_over(db, org, id)? } else { None };
    let known = page::Known {
        held: grants::store::held(db, may.reach(), id)?,
        sessions: store::sessions(db, may.reach(), id)?,
        scopes: invitations::store::scopes(db, may.reach())?,
        link,
        manages,
        mailed: account.email.is_some() && notices::is_mailing(db),
        myself: id == may.who().account,
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, may.who(), db.house(), &account, &known, (sent, invalid)))
}

/// Nobody deactivates, or offers a new password to, somebody who may do more than they do themselves.
fn refuse_unless_managed(
    db: &Snapshot<'_>,
    actor: &Actor,
    org: OrgId,
    account: &Account,
) -> Result<()> {
    let held = grants::store::of(db, org, account.id)?;
    if may_manage(actor, &held) { Ok(()) } else { Err(Error::Refused("account-not-yours")) }
}
