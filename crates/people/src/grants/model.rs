//! Which grants make sense, and who may give them.
use kernel::access::{Actor, Cover, Grant, Level, MATRIX, Role, Scope, ScopeKind, matrix};
use kernel::field::Reader;
use kernel::{Fields, Id, Invalid, SiteId};

/// Reads a scope as forms and invitations write it: `all`, `own`, `site:ID`, `division:ID`, `team:ID`, `company:ID`.
pub fn read_scope(text: &str) -> Option<Scope> {
    let (kind, id) = text.split_once(':').unwrap_or((text, ""));
    Some(match kind {
        "all" => Scope::All,
        "own" => Scope::Own,
        "site" => Scope::Site(id.parse().ok()?),
        "division" => Scope::Division(id.parse().ok()?),
        "team" => Scope::Team(id.parse().ok()?),
        "company" => Scope::Company(id.parse().ok()?),
        _ => return None,
    })
}

/// The scope as [`read_scope`] reads it.
pub fn write_scope(scope: &Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Own => "own".to_owned(),
        Scope::Site(id) => format!("site:{id}"),
        Scope::Division(id) => format!("division:{id}"),
        Scope::Team(id) => format!("team:{id}"),
        Scope::Company(id) => format!("company:{id}"),
    }
}

/// A role is granted with the kind of scope that it is made for.
pub fn fits(grant: &Grant) -> bool {
    grant.role.is_granted() && grant.role.scope() == grant.scope.kind()
}

/// Whether `actor` may give `grant` to somebody: there is a capability for it, and nobody grants what they do not
/// hold.
pub fn may_grant(actor: &Actor, grant: &Grant) -> bool {
    fits(grant) && may_appoint(actor, grant) && holds(actor, grant)
}

/// Whether `actor` may act upon an account that holds these grants: only if they could give every one of them.
pub fn may_manage(actor: &Actor, held: &[Grant]) -> bool {
    held.iter().all(|it| may_grant(actor, it))
}

/// Reads a role and its scope from a form.
pub fn read_grant(fields: &Fields) -> Result<Grant, Invalid> {
    let mut read = Reader::new(fields);
    let role = read.need("role", |text| {
        Role::from_code(text).filter(|it| it.is_granted()).ok_or("error-choice")
    });
    let scope = read.need("scope", |text| read_scope(text).ok_or("error-choice"));
    let grant = role.zip(scope).map(|(role, scope)| Grant { role, scope });
    if grant.is_some_and(|it| !fits(&it)) {
        read.problem("scope", "invitations-scope");
    }
    read.done(|| grant)
}

fn may_appoint(actor: &Actor, grant: &Grant) -> bool {
    let site = match grant.scope {
        Scope::Site(site) => Some(site),
        _ => None,
    };
    match grant.role {
        Role::Owner | Role::Administrator => actor.may(&matrix::APPOINT, Level::Edit),
        Role::SiteManager => actor.may(&matrix::SITE_MANAGERS, Level::Edit),
        Role::GateScanner => site.is_some_and(|it| reaches_site(actor, it)),
        _ => actor.may(&matrix::ACCOUNTS, Level::Edit),
    }
}

fn reaches_site(actor: &Actor, site: SiteId) -> bool {
    actor.grants.iter().any(|own| match matrix::GATE_SCANNERS.right(own.role).map(|it| it.cover) {
        Some(Cover::All) => true,
        Some(Cover::Site) => own.scope == Scope::Site(site),
        _ => false,
    })
}

/// Every right of the granted role is a right of the actor, at least as far and at least as strong.
fn holds(actor: &Actor, grant: &Grant) -> bool {
    MATRIX.iter().filter_map(|it| it.right(grant.role).map(|right| (it, right))).all(
        |(capability, wanted)| {
            let narrow = matches!(wanted.cover, Cover::Own | Cover::Reports | Cover::Company);
            narrow
                || actor.grants.iter().any(|own| {
                    capability.right(own.role).is_some_and(|held| {
                        held.level >= wanted.level
                            && (held.cover == Cover::All
                                || (held.cover == wanted.cover && own.scope == grant.scope))
                    })
                })
        },
    )
}

/// The columns of a grant: division, site, team, company.
pub type ScopeIds = (
    Option<Id<kernel::kind::Division>>,
    Option<Id<kernel::kind::Site>>,
    Option<Id<kernel::kind::Team>>,
    Option<Id<kernel::kind::Company>>,
);

/// The columns of a scope.
pub fn scope_ids(scope: &Scope) -> ScopeIds {
    match *scope {
        Scope::Division(id) => (Some(id), None, None, None),
        Scope::Site(id) => (None, Some(id), None, None),
        Scope::Team(id) => (None, None, Some(id), None),
        Scope::Company(id) => (None, None, None, Some(id)),
        Scope::All | Scope::Own => (None, None, None, None),
    }
}

/// The scope of a role with these columns.
pub fn scope_of(role: Role, ids: ScopeIds) -> Option<Scope> {
    Some(match role.scope() {
        ScopeKind::All => Scope::All,
        ScopeKind::Own => Scope::Own,
        ScopeKind::Division => Scope::Division(ids.0?),
        ScopeKind::Site => Scope::Site(ids.1?),
        ScopeKind::Team => Scope::Team(ids.2?),
        ScopeKind::Company => Scope::Company(ids.3?),
    })
}
