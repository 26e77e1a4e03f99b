//! The told world: one organisation at the harbour, one on Elm Street, and somebody in every role. The tests and the
//! demo tell their stories in it.
use kernel::access::{Grant, Role, Scope, ScopeKind};
use kernel::field::{Email, Name, fold};
use kernel::{
    AccountId, DivisionId, Error, GroupId, JobRoleId, Lang, OrgId, PersonId, Result, SiteId,
    Snapshot, Token, Tx, Zone,
};

pub use crate::crowd::{crowd, everybody};
pub use crate::grants::store::insert as appoint;
pub use crate::persons::store::named;

use crate::accounts::store::{Fresh, Membership};
use crate::choices::model::Thing;
use crate::choices::store::{Sight, by_name};
use crate::{Plan, accounts, found, grants, groups, persons, sessions};

/// The told world.
#[derive(Clone)]
pub struct World {
    pub org: OrgId,
    pub division: DivisionId,
    /// Harbour Gate, where most of the stories happen.
    pub gate: SiteId,
    /// North Yard, where nobody of the stories has a role.
    pub yard: SiteId,
    /// The other organisation, whose people must never see anything of this one.
    pub other: OrgId,
    pub actors: Vec<Persona>,
}

/// Somebody who can sign in.
#[derive(Clone)]
pub struct Persona {
    /// How the stories call them: `owner`, `site-manager`, `stranger`.
    pub key: &'static str,
    pub name: &'static str,
    pub account: AccountId,
    pub org: OrgId,
    /// The secret of their sign-in link.
    pub link: Token,
}

/// Roles that one person each holds, with the scope their role asks for.
const STAFF: [(&str, &str, Role); 13] = [
    ("administrator", "Amir Haddad", Role::Administrator),
    ("health-and-safety", "Hannah Weiss", Role::HealthAndSafetyAdmin),
    ("site-manager", "Sam Whitfield", Role::SiteManager),
    ("engineer", "Enzo Marchetti", Role::Engineer),
    ("supervisor", "Sunita Rao", Role::Supervisor),
    ("operator", "Oskar Lind", Role::Operator),
    ("gate-scanner", "Grace Mbeki", Role::GateScanner),
    ("people-editor", "Petra Nováková", Role::PeopleEditor),
    ("people-viewer", "Paul Viklund", Role::PeopleViewer),
    ("courses-editor", "Rina Castro", Role::RolesAndCoursesEditor),
    ("team-manager", "Tomás Moreno", Role::TeamManager),
    ("line-manager", "Lena Magnusson", Role::LineManager),
    ("director", "Diane Rousseau", Role::Director),
];

/// Builds the told world in an empty house.
pub fn build(tx: &mut Tx<'_>) -> Result<World> {
    let zone = Zone::usual();
    let harbour = organisation(tx, "Harbour Works", "Rosa Silva", "rosa@harbour.example")?;
    let elm = organisation(tx, "Elm Street Estates", "Elena Markovic", "elena@elm.example")?;
    let gate = sites::insert(tx, harbour.org, "Harbour Gate", &zone)?;
    let yard = sites::insert(tx, harbour.org, "North Yard", &zone)?;
    let mut world = World {
        org: harbour.org,
        division: harbour.division,
        gate,
        yard,
        other: elm.org,
        actors: Vec::new(),
    };
    for (key, name, founded) in
        [("owner", "Rosa Silva", &harbour), ("stranger", "Elena Markovic", &elm)]
    {
        let link = sessions::store::offer_link(tx, founded.org, founded.account)?;
        world.actors.push(Persona { key, name, account: founded.account, org: founded.org, link });
    }
    let team = crate::teams::store::insert(tx, harbour.org, harbour.division, "Quay team")?;
    for (key, name, role) in STAFF {
        let scope = match role.scope() {
            ScopeKind::All => Scope::All,
            ScopeKind::Own | ScopeKind::Company => Scope::Own,
            ScopeKind::Site => Scope::Site(gate),
            ScopeKind::Division => Scope::Division(harbour.division),
            ScopeKind::Team => Scope::Team(team),
        };
        let persona = employee(tx, &world, key, name)?;
        grants::store::insert(tx, world.org, persona.account, &Grant { role, scope })?;
        world.actors.push(persona);
    }
    let persona = employee(tx, &world, "employee", "Emil Karlsson")?;
    world.actors.push(persona);
    Ok(world)
}

fn organisation(tx: &mut Tx<'_>, name: &str, owner: &str, email: &str) -> Result<crate::Founded> {
    let line = |text: &str| Name::parse(text).map_err(Error::internal);
    let plan = Plan {
        organisation: &line(name)?,
        zone: &Zone::usual(),
        lang: Lang::En,
        name: &line(owner)?,
        email: &Email::parse(email).map_err(Error::internal)?,
        password: None,
    };
    found(tx, &plan)
}

fn employee(
    tx: &mut Tx<'_>,
    world: &World,
    key: &'static str,
    name: &'static str,
) -> Result<Persona> {
    let email = format!("{key}@harbour.example");
    let fresh = Fresh {
        email: Some(&email),
        username: None,
        name,
        lang: Lang::En,
        password: None,
        verified: true,
    };
    let account = accounts::store::insert(tx, &fresh)?;
    let person =
        persons::store::insert_employee(tx, world.org, world.division, name, Some(&email))?;
    accounts::store::join(tx, world.org, account, Some(person), Membership::User)?;
    let link = sessions::store::offer_link(tx, world.org, account)?;
    Ok(Persona { key, name, account, org: world.org, link })
}

/// The domain of everybody at the harbour.
const HARBOUR: &str = "@harbour.example";

/// Whether the world was told in this house before.
pub fn is_told(db: &Snapshot<'_>) -> Result<bool> {
    Ok(!sessions::store::members(db)?.is_empty())
}

/// A sign-in link for everybody at the harbour, by the name of their role.
pub fn links(tx: &mut Tx<'_>) -> Result<Vec<(String, Token)>> {
    let mut links = Vec::new();
    for (org, account, email) in sessions::store::members(tx)? {
        if let Some(name) = email.strip_suffix(HARBOUR) {
            let role = if name == "rosa" { "owner" } else { name };
            links.push((role.to_owned(), sessions::store::offer_link(tx, org, account)?));
        }
    }
    Ok(links)
}

/// The told world with a crowd, a contractor who has an account, and somebody who may only read the own profile.
pub fn demo(tx: &mut Tx<'_>, people: usize) -> Result<World> {
    let world = build(tx)?;
    crowd(tx, &world, people)?;
    if let Some(daniel) = named(tx, world.org, "Daniel Okafor")? {
        sign_in(tx, &world, "contractor", "Daniel Okafor", daniel, Membership::User)?;
    }
    let nora =
        persons::store::insert_employee(tx, world.org, world.division, "Nora Lindqvist", None)?;
    sign_in(tx, &world, "profile-only", "Nora Lindqvist", nora, Membership::Profile)?;
    Ok(world)
}

/// A group of people who were picked by hand, by their names.
pub fn group(tx: &mut Tx<'_>, world: &World, name: &str, members: &[&str]) -> Result<GroupId> {
    let draft = groups::model::Draft {
        name: Name::parse(name).map_err(Error::internal)?,
        description: String::new(),
        division: None,
        wish: groups::model::Wish::default(),
    };
    let (kind, rule) = (groups::model::Kind::Picked, groups::model::Rule::default());
    let id = groups::store::insert(tx, world.org, kind, &draft, &rule)?;
    for name in members {
        if let Some(person) = named(tx, world.org, name)? {
            groups::members::store::add_member(tx, world.org, id, person)?;
        }
    }
    Ok(id)
}

/// A job role of the crowd.
pub fn job_role(db: &Snapshot<'_>, world: &World, name: &str) -> Result<Option<JobRoleId>> {
    let found = by_name(db, &Sight::whole(world.org), Thing::JobRole, &[fold(name)])?;
    Ok(found.into_iter().next().map(kernel::AnyId::cast))
}

/// An account for somebody who has a record already.
fn sign_in(
    tx: &mut Tx<'_>,
    world: &World,
    key: &str,
    name: &str,
    person: PersonId,
    kind: Membership,
) -> Result<()> {
    let email = format!("{key}{HARBOUR}");
    let fresh = Fresh {
        email: Some(&email),
        username: None,
        name,
        lang: Lang::En,
        password: None,
        verified: true,
    };
    let account = accounts::store::insert(tx, &fresh)?;
    accounts::store::join(tx, world.org, account, Some(person), kind)
}
