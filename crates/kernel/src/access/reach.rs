//! Reaches: which rows a permission touches. Each is a type of its own, so that the wide set cannot be passed
//! where the narrow one was meant, and no query can forget whose rows it reads.
use super::actor::Actor;
use super::matrix::{Capability, Cover, Level};
use super::role::Scope;
use crate::ids::{AccountId, CompanyId, DivisionId, OrgId, PersonId, SiteId, TeamId};

/// A set of rows of one organisation.
pub trait Reach: Sized + Send + Sync + 'static {
    /// What `actor` reaches with `capability` at `level`; none when nothing at all.
    fn of(actor: &Actor, capability: &Capability, level: Level) -> Option<Self>;
}

/// The covers and scopes the actor's grants give for the capability.
fn rights<'a>(
    actor: &'a Actor,
    capability: &'a Capability,
    level: Level,
) -> impl Iterator<Item = (Cover, Scope)> + 'a {
    actor.grants.iter().filter_map(move |grant| {
        let right = capability.right(grant.role)?;
        (right.level >= level).then_some((right.cover, grant.scope))
    })
}

/// Everything of the organisation.
#[derive(Debug, Clone, Copy)]
pub struct Whole {
    org: OrgId,
}
impl Whole {
    pub fn org(&self) -> OrgId {
        self.org
    }
}
impl Reach for Whole {
    fn of(actor: &Actor, capability: &Capability, level: Level) -> Option<Self> {
        rights(actor, capability, level)
            .any(|(cover, _)| cover == Cover::All)
            .then_some(Self { org: actor.org })
    }
}

/// The sites an actor works on.
#[derive(Debug, Clone)]
pub struct Sites {
    org: OrgId,
    all: bool,
    list: Vec<SiteId>,
}
impl Sites {
    pub fn org(&self) -> OrgId {
        self.org
    }
    /// None when every site of the organisation is meant.
    pub fn only(&self) -> Option<&[SiteId]> {
        (!self.all).then_some(self.list.as_slice())
    }
    pub fn has(&self, site: SiteId) -> bool {
        self.all || self.list.contains(&site)
    }
}
impl Reach for Sites {
    fn of(actor: &Actor, capability: &Capability, level: Level) -> Option<Self> {
        let mut reach = Self { org: actor.org, all: false, list: Vec::new() };
        for (cover, scope) in rights(actor, capability, level) {
            match (cover, scope) {
                (Cover::All, _) => reach.all = true,
                (Cover::Site, Scope::Site(site)) => reach.list.push(site),
                _ => {}
            }
        }
        (reach.all || !reach.list.is_empty()).then_some(reach)
    }
}

/// The people an actor has to do with: a union of scopes.
#[derive(Debug, Clone)]
pub struct People {
    org: OrgId,
    all: bool,
    pub divisions: Vec<DivisionId>,
    pub sites: Vec<SiteId>,
    pub teams: Vec<TeamId>,
    pub companies: Vec<CompanyId>,
    /// The line manager whose reports are meant.
    pub manager: Option<PersonId>,
    pub own: Option<PersonId>,
}
impl People {
    pub fn org(&self) -> OrgId {
        self.org
    }
    /// The organisation, to be bound in a statement that lives as long as this reach.
    pub fn org_ref(&self) -> &OrgId {
        &self.org
    }
    /// Every person of the organisation.
    pub fn is_all(&self) -> bool {
        self.all
    }
    /// More than the own record.
    pub fn is_more_than_own(&self) -> bool {
        self.all
            || !(self.divisions.is_empty()
                && self.sites.is_empty()
                && self.teams.is_empty()
                && self.companies.is_empty())
            || self.manager.is_some()
    }
    fn is_empty(&self) -> bool {
        !self.is_more_than_own() && self.own.is_none()
    }
}
impl Reach for People {
    fn of(actor: &Actor, capability: &Capability, level: Level) -> Option<Self> {
        let mut reach = Self {
            org: actor.org,
            all: false,
            divisions: Vec::new(),
            sites: Vec::new(),
            teams: Vec::new(),
            companies: Vec::new(),
            manager: None,
            own: None,
        };
        for (cover, scope) in rights(actor, capability, level) {
            match (cover, scope) {
                (Cover::All, _) => reach.all = true,
                (Cover::Division, Scope::Division(it)) => reach.divisions.push(it),
                (Cover::Site, Scope::Site(it)) => reach.sites.push(it),
                (Cover::Team, Scope::Team(it)) => reach.teams.push(it),
                (Cover::Company, Scope::Company(it)) => reach.companies.push(it),
                (Cover::Reports, _) => reach.manager = actor.person,
                (Cover::Own, _) => reach.own = actor.person,
                _ => {}
            }
        }
        (!reach.is_empty()).then_some(reach)
    }
}

/// The holder's own account and, where there is one, own record in the organisation.
#[derive(Debug, Clone, Copy)]
pub struct Own {
    org: OrgId,
    account: AccountId,
    person: Option<PersonId>,
}
impl Own {
    pub fn org(&self) -> OrgId {
        self.org
    }
    pub fn account(&self) -> AccountId {
        self.account
    }
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }
}
impl Reach for Own {
    fn of(actor: &Actor, capability: &Capability, level: Level) -> Option<Self> {
        rights(actor, capability, level).next()?;
        Some(Self { org: actor.org, account: actor.account, person: actor.person })
    }
}
