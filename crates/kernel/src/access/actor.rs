//! Who is behind a request.
use super::matrix::{Capability, Level};
use super::role::{Grant, Role};
use crate::ids::{AccountId, OrgId, PersonId, SessionId};
use crate::lang::Lang;
use crate::time::Zone;

/// A signed-in account, acting in one organisation.
#[derive(Debug, Clone)]
pub struct Actor {
    pub account: AccountId,
    pub session: SessionId,
    pub org: OrgId,
    /// The account's record in this organisation.
    pub person: Option<PersonId>,
    pub grants: Vec<Grant>,
    pub face: Face,
    /// The session's last use is long enough ago to be noted.
    pub stale: bool,
}

/// What every page shows of the person who looks at it.
#[derive(Debug, Clone)]
pub struct Face {
    pub name: String,
    pub organisation: String,
    pub lang: Lang,
    /// The zone of the organisation: moments are told in it where no site is meant.
    pub zone: Zone,
    /// Unread lines in the inbox.
    pub unread: i64,
    /// How many organisations the account can switch between.
    pub organisations: i64,
}

impl Actor {
    /// Whether any of the actor's grants gives `capability` at `level`, whatever the scope.
    pub fn may(&self, capability: &Capability, level: Level) -> bool {
        self.grants
            .iter()
            .any(|it| capability.right(it.role).is_some_and(|right| right.level >= level))
    }

    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|it| it.role == role)
    }

    /// Works in the office or at a site for the organisation, beyond the own record.
    pub fn is_staff(&self) -> bool {
        self.grants.iter().any(|it| it.role.is_granted() && it.role != Role::ContractorManager)
    }
}
