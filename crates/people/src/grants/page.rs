//! How roles and scopes are called.
use kernel::Lang;
use kernel::access::{Grant, Role, Scope};
use ui::text::{t, with};

use super::store::Held;

/// The name of a role.
pub fn name(lang: Lang, role: Role) -> &'static str {
    t(
        lang,
        match role {
            Role::Owner => "roles-own",
            Role::Administrator => "roles-adm",
            Role::HealthAndSafetyAdmin => "roles-hsa",
            Role::SiteManager => "roles-smg",
            Role::Engineer => "roles-eng",
            Role::Supervisor => "roles-sup",
            Role::Operator => "roles-opr",
            Role::GateScanner => "roles-gte",
            Role::PeopleEditor => "roles-ped",
            Role::PeopleViewer => "roles-pvw",
            Role::RolesAndCoursesEditor => "roles-rce",
            Role::TeamManager => "roles-tmg",
            Role::LineManager => "roles-lmg",
            Role::Director => "roles-dir",
            Role::Employee => "roles-emp",
            Role::ProfileOnly => "roles-pro",
            Role::Contractor => "roles-con",
            Role::ContractorManager => "roles-cmg",
        },
    )
}

/// All roles of a list of grants, or the word for none.
pub fn names(lang: Lang, grants: &[Grant]) -> String {
    let names: Vec<&str> = grants.iter().map(|it| name(lang, it.role)).collect();
    if names.is_empty() { t(lang, "roles-none").to_owned() } else { names.join(", ") }
}

/// Where a grant holds, in words.
pub fn scope(lang: Lang, held: &Held) -> String {
    let place = held.place.as_deref().unwrap_or_default();
    let named = |key| with(lang, key, &[("name", place.into())]);
    match held.grant.scope {
        Scope::All => t(lang, "roles-scope-all").to_owned(),
        Scope::Own => t(lang, "roles-scope-own").to_owned(),
        Scope::Site(_) => named("roles-scope-site"),
        Scope::Division(_) => named("roles-scope-division"),
        Scope::Team(_) => named("roles-scope-team"),
        Scope::Company(_) => named("roles-scope-company"),
    }
}
