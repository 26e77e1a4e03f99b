//! How roles and scopes are called.
use kernel::Lang;
use kernel::access::{Grant, Role};
use ui::text::t;

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
