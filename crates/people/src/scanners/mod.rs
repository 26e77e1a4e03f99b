//! The gate scanners of a site: site managers appoint them at their own sites, and nobody else there.
mod page;
mod removals;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Grant, Role, Scope, Sites};
use kernel::{
    Answer, Error, Fields, Form, Invalid, May, Path, Result, Routes, SiteId, Snapshot, Toast, Tx,
    Visit,
};
use maud::Markup;
use ui::Desk;

use crate::access::AppointGateScanners;
use crate::grants::model::may_grant;
use crate::{accounts, grants, sessions};

pub fn routes() -> Routes {
    Routes::new()
        .get("/sites/{id}/gate-scanners", index)
        .post("/sites/{id}/gate-scanners", create)
        .post("/sites/{id}/gate-scanners/{account}/removal", removals::create)
}

fn index(
    may: &May<AppointGateScanners>,
    db: &Snapshot<'_>,
    (Path(site), visit): &(Path<SiteId>, Visit),
) -> Result<Response> {
    Ok(shown(may, db, *site, visit, &Fields::default(), &Invalid::default())?.into_response())
}

fn shown(
    may: &May<AppointGateScanners>,
    db: &Snapshot<'_>,
    site: SiteId,
    visit: &Visit,
    sent: &Fields,
    invalid: &Invalid,
) -> Result<Markup> {
    let name = store::site(db, may.reach(), site)?;
    let found = grants::store::at_site(db, may.reach().org(), site, Role::GateScanner)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, (site, &name), &found, sent, invalid))
}

fn create(
    may: &May<AppointGateScanners>,
    tx: &mut Tx<'_>,
    (Path(site), Form(form), visit): &(Path<SiteId>, Form, Visit),
) -> Result<Answer> {
    store::site(tx, may.reach(), *site)?;
    let org = may.reach().org();
    let login = form.text("login").to_lowercase();
    let account = accounts::store::by_login(tx, org, &login)?;
    let Some(account) = account else {
        let problem = if login.is_empty() { "error-required" } else { "account-scanner-unknown" };
        let invalid = Invalid::one("login", problem);
        return Ok(Answer::refused(shown(may, tx, *site, visit, form, &invalid)?));
    };
    let grant = appointment(may, *site)?;
    grants::store::insert(tx, org, account.id, &grant)?;
    sessions::store::shorten(tx, org, account.id)?;
    Ok(Answer::to(path(*site)).saying(&Toast::new("account-scanner-added")))
}

/// The grant of a gate scanner at this site, if the actor may give and take it.
fn appointment(may: &May<AppointGateScanners>, site: SiteId) -> Result<Grant> {
    let grant = Grant { role: Role::GateScanner, scope: Scope::Site(site) };
    let reached = Sites::has(may.reach(), site) && may_grant(may.who(), &grant);
    if reached { Ok(grant) } else { Err(Error::NotFound) }
}

fn path(site: SiteId) -> String {
    format!("/sites/{site}/gate-scanners")
}
