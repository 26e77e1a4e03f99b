//! Permission roles and the scopes they are granted with.
use crate::ids::{CompanyId, DivisionId, SiteId, TeamId};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident $code:literal $internal:literal),* $(,)?) => {
        /// A bundle of capabilities (G-19). A person may hold several, each with its scope; the union counts.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role { $($(#[$doc])* $name),* }

        impl Role {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The short code of the permission matrix, also kept in the database.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }
            /// Whether the role is granted by somebody. The others follow from what a person is.
            pub const fn is_granted(self) -> bool {
                match self { $(Self::$name => $internal),* }
            }
        }
    };
}

roles! {
    /// All rights; the creator of the organisation.
    Owner "OWN" true,
    Administrator "ADM" true,
    HealthAndSafetyAdmin "HSA" true,
    SiteManager "SMG" true,
    Engineer "ENG" true,
    Supervisor "SUP" true,
    Operator "OPR" true,
    GateScanner "GTE" true,
    PeopleEditor "PED" true,
    PeopleViewer "PVW" true,
    RolesAndCoursesEditor "RCE" true,
    TeamManager "TMG" true,
    LineManager "LMG" true,
    Director "DIR" true,
    /// An employee with an account, on the own record.
    Employee "EMP" false,
    /// A person whose only right is to read the own profile (G-08).
    ProfileOnly "PRO" false,
    /// A contractor with an account, on the own record.
    Contractor "CON" false,
    /// A person of a contractor company who manages its people (G-06).
    ContractorManager "CMG" true,
}

impl Role {
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.code() == code)
    }

    /// The kind of scope this role is granted with.
    pub const fn scope(self) -> ScopeKind {
        match self {
            Self::Owner | Self::Administrator | Self::HealthAndSafetyAdmin | Self::Director => {
                ScopeKind::All
            }
            Self::SiteManager
            | Self::Engineer
            | Self::Supervisor
            | Self::Operator
            | Self::GateScanner => ScopeKind::Site,
            Self::PeopleEditor | Self::PeopleViewer | Self::RolesAndCoursesEditor => {
                ScopeKind::Division
            }
            Self::TeamManager => ScopeKind::Team,
            Self::ContractorManager => ScopeKind::Company,
            Self::LineManager | Self::Employee | Self::ProfileOnly | Self::Contractor => {
                ScopeKind::Own
            }
        }
    }
}

/// What a grant of a role is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// The whole organisation.
    All,
    Division,
    Site,
    Team,
    Company,
    /// The holder's own record, or the people who report to the holder.
    Own,
}

impl ScopeKind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Division => "division",
            Self::Site => "site",
            Self::Team => "team",
            Self::Company => "company",
            Self::Own => "own",
        }
    }
}

/// The scope of one grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    All,
    Division(DivisionId),
    Site(SiteId),
    Team(TeamId),
    Company(CompanyId),
    Own,
}

impl Scope {
    pub const fn kind(&self) -> ScopeKind {
        match self {
            Self::All => ScopeKind::All,
            Self::Division(_) => ScopeKind::Division,
            Self::Site(_) => ScopeKind::Site,
            Self::Team(_) => ScopeKind::Team,
            Self::Company(_) => ScopeKind::Company,
            Self::Own => ScopeKind::Own,
        }
    }
}

/// One role with one scope, held by an account in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}
