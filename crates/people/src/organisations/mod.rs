//! An organisation is one tenant of the installation: it is named, and gets its owner, through the link of the first
//! start.
mod model;
mod page;
pub mod store;

use axum::response::{IntoResponse, Response};
use kernel::access::{Grant, Role, Scope};
use kernel::field::{Email, Name};
use kernel::limit::Try;
use kernel::{
    AccountId, Answer, Anyone, App, DivisionId, Error, Event, Form, House, Lang, OnDuplicate,
    OrgId, Path, Result, Routes, Snapshot, Token, Tx, Visit, Zone, write,
};
use ui::Desk;

use self::model::Setup;
use crate::accounts::store::{Fresh, Membership};
use crate::{accounts, grants, persons, sessions};

pub fn routes() -> Routes {
    Routes::new().get("/setup/{token}", new).post_after("/setup/{token}", hash, create)
}

/// The link of the first start, when nobody has named an organisation yet. Each call makes a new one and ends the
/// one before.
pub fn setup_link(app: &App) -> Result<Option<String>> {
    let token = setup_token(app)?;
    Ok(token.map(|it| app.url(&format!("/setup/{}", it.reveal()))))
}

/// As [`setup_link`], without the address around it.
pub fn setup_token(app: &App) -> Result<Option<Token>> {
    let token = app.random.token();
    let hash = token.hash();
    write(app, move |tx| store::offer_setup(tx, &hash)).map(|offered| offered.then_some(token))
}

fn new(
    _: &Anyone,
    db: &Snapshot<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Response> {
    store::check_setup(db, &token.hash())?;
    let desk = Desk::of(db, None, visit);
    Ok(page::setup(&desk, &token.reveal(), &kernel::Fields::default(), &kernel::Invalid::default())
        .into_response())
}

/// A password's hash, or what is wrong with the form.
type Hashed = Result<(Setup, String), kernel::Invalid>;

fn hash(
    _: &Anyone,
    house: &House,
    (Path(token), Form(form), visit): &(Path<Token>, Form, Visit),
) -> Result<Hashed> {
    let _permit = house.limits.permit(Try::Link, visit.peer)?;
    house.read(|db| store::check_setup(db, &token.hash()))?;
    match Setup::parse(form) {
        Ok(setup) => {
            let hash = house.hashing.hash(&setup.password, &house.random)?;
            Ok(Ok((setup, hash)))
        }
        Err(invalid) => Ok(Err(invalid)),
    }
}

fn create(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Path(token), Form(form), visit): &(Path<Token>, Form, Visit),
    hashed: &Hashed,
) -> Result<Answer> {
    store::check_setup(tx, &token.hash())?;
    let (setup, hash) = match hashed {
        Ok(ready) => ready,
        Err(invalid) => {
            let desk = Desk::of(tx, None, visit);
            return Ok(Answer::refused(page::setup(&desk, &token.reveal(), form, invalid)));
        }
    };
    store::end_setup(tx)?;
    let plan = Plan {
        organisation: &setup.organisation,
        zone: &setup.zone,
        lang: visit.lang,
        name: &setup.name,
        email: &setup.email,
        password: Some(hash),
    };
    let founded = found(tx, &plan)?;
    sessions::open(tx, founded.account, founded.org, visit, "/home".into())
}

/// A new organisation with its owner.
pub struct Founded {
    pub org: OrgId,
    pub account: AccountId,
    pub division: DivisionId,
}

/// What an organisation begins with.
pub struct Plan<'a> {
    pub organisation: &'a Name,
    pub zone: &'a Zone,
    pub lang: Lang,
    /// The owner's name, address and password hash.
    pub name: &'a Name,
    pub email: &'a Email,
    pub password: Option<&'a str>,
}

/// Founds an organisation: its default division, its owner's account and record.
pub fn found(tx: &mut Tx<'_>, plan: &Plan<'_>) -> Result<Founded> {
    let org = store::insert(tx, plan.organisation, plan.zone, plan.lang)?;
    let division = store::insert_default_division(tx, org, plan.organisation)?;
    let fresh = Fresh {
        email: Some(plan.email.as_str()),
        username: None,
        name: plan.name.as_str(),
        lang: plan.lang,
        password: plan.password,
        verified: false,
    };
    let account = accounts::store::insert(tx, &fresh)
        .on_duplicate(Error::Conflict("accounts-email-taken"))?;
    let (name, email) = (plan.name.as_str(), Some(plan.email.as_str()));
    let person = persons::store::insert_employee(tx, org, division, name, email)?;
    accounts::store::join(tx, org, account, Some(person), Membership::User)?;
    tx.record(
        &Event::new(org, "organisation.founded", "organisation", org)
            .named(plan.organisation.as_str()),
    )?;
    grants::store::insert(tx, org, account, &Grant { role: Role::Owner, scope: Scope::All })?;
    Ok(Founded { org, account, division })
}
