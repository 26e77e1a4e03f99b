//! The permission matrix: its page in the documentation, and the gate's decision for every cell.
use std::path::Path;

use kernel::access::{
    Actor, Capability, Cover, Face, Grant, Level, MATRIX, Own, People, Reach, Right, Role, Scope,
    ScopeKind, Sites, Whole,
};
use kernel::{AccountId, CompanyId, DivisionId, Lang, OrgId, PersonId, SessionId, SiteId, TeamId};

const HEAD: &str = "# Who may do what

Made from the permission matrix in `crates/kernel/src/access/matrix.rs` by the test
`crates/server/tests/permissions.rs`; `UPDATE_DOCS=1` writes it anew. A right is a role with a scope: a person may hold
several, and the union counts. Nobody grants what they do not hold.

";

/// What the table does not say: rules of the rooms behind it.
const NOTES: &[(&str, &str)] = &[(
    "training.records",
    "The own record and the own company: to hand in evidence, which somebody else looks at. Courses are recorded by the others.",
)];

/// A role as people call it.
fn role_name(role: Role) -> String {
    let key = format!("roles-{}", role.code().to_lowercase());
    ui::text::t(Lang::En, &key).to_owned()
}

fn words(right: Option<Right>) -> String {
    let Some(right) = right else { return "no".to_owned() };
    let whose = match right.cover {
        Cover::All => "the whole organisation",
        Cover::Division => "own divisions",
        Cover::Site => "own sites",
        Cover::Team => "own teams",
        Cover::Reports => "own reports",
        Cover::Company => "own company",
        Cover::Own => "own record",
    };
    match right.level {
        Level::View => format!("looks: {whose}"),
        Level::Edit => format!("changes: {whose}"),
    }
}

fn scope_words(kind: ScopeKind) -> &'static str {
    match kind {
        ScopeKind::All => "the whole organisation",
        ScopeKind::Division => "a division",
        ScopeKind::Site => "a site",
        ScopeKind::Team => "a team",
        ScopeKind::Company => "a contractor company",
        ScopeKind::Own => "the own record or people",
    }
}

fn page() -> String {
    let mut text = HEAD.to_owned();
    text.push_str(
        "## Roles\n\n| code | role | comes from | holds for |\n| --- | --- | --- | --- |\n",
    );
    for role in Role::ALL {
        let from = if role.is_granted() { "somebody grants it" } else { "what the person is" };
        let (code, name, scope) = (role.code(), role_name(*role), scope_words(role.scope()));
        text.push_str(&format!("| {code} | {name} | {from} | {scope} |\n"));
    }
    text.push_str("\n## At a glance\n\n`v` looks only; a dash is nothing.\n\n| capability |");
    for role in Role::ALL {
        text.push_str(&format!(" {} |", role.code()));
    }
    text.push_str(&format!("\n|{}\n", " --- |".repeat(Role::ALL.len() + 1)));
    for capability in MATRIX {
        text.push_str(&format!("| `{}` |", capability.name));
        for role in Role::ALL {
            let word = capability.right(*role).map_or("–".to_owned(), Right::word);
            text.push_str(&format!(" {word} |"));
        }
        text.push('\n');
    }
    text.push_str("\n## In words\n");
    for capability in MATRIX {
        text.push_str(&format!("\n### `{}`\n\n", capability.name));
        for role in Role::ALL.iter().filter(|it| capability.right(**it).is_some()) {
            text.push_str(&format!("- {}: {}\n", role_name(*role), words(capability.right(*role))));
        }
        for (_, note) in NOTES.iter().filter(|it| it.0 == capability.name) {
            text.push_str(&format!("\n{note}\n"));
        }
    }
    text
}

#[test]
#[expect(clippy::disallowed_methods, reason = "whoever runs the test decides whether it writes")]
fn the_documentation_says_what_the_table_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.md");
    let made = page();
    if std::env::var("UPDATE_DOCS").is_ok_and(|it| it == "1") {
        std::fs::write(&file, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == made, "docs/permissions.md is not of this table: run with UPDATE_DOCS=1");
}

fn site() -> SiteId {
    SiteId::new(3, [3; 10])
}

/// Somebody with exactly this role, where it is meant to be held.
fn actor(role: Role) -> Actor {
    let scope = match role.scope() {
        ScopeKind::All => Scope::All,
        ScopeKind::Division => Scope::Division(DivisionId::new(2, [2; 10])),
        ScopeKind::Site => Scope::Site(site()),
        ScopeKind::Team => Scope::Team(TeamId::new(4, [4; 10])),
        ScopeKind::Company => Scope::Company(CompanyId::new(5, [5; 10])),
        ScopeKind::Own => Scope::Own,
    };
    Actor {
        account: AccountId::new(6, [6; 10]),
        session: SessionId::new(7, [7; 10]),
        org: OrgId::new(1, [1; 10]),
        person: Some(PersonId::new(8, [8; 10])),
        grants: vec![Grant { role, scope }],
        face: Face {
            name: String::new(),
            organisation: String::new(),
            lang: Lang::En,
            zone: kernel::Zone::utc(),
            unread: 0,
            organisations: 1,
        },
        stale: false,
    }
}

/// Checks one cell against every kind of gate.
fn check(capability: &Capability, role: Role, level: Level) {
    let who = actor(role);
    let right = capability.right(role).filter(|it| it.level >= level);
    let cover = right.map(|it| it.cover);
    let cell = format!("{} of {} at {level:?}", capability.name, role.code());
    assert_eq!(who.may(capability, level), right.is_some(), "{cell}");
    assert_eq!(Own::of(&who, capability, level).is_some(), right.is_some(), "own, {cell}");
    let whole = Whole::of(&who, capability, level);
    assert_eq!(whole.is_some(), cover == Some(Cover::All), "whole, {cell}");
    let sites = Sites::of(&who, capability, level);
    let expected = matches!(cover, Some(Cover::All | Cover::Site));
    assert_eq!(sites.is_some(), expected, "sites, {cell}");
    if let Some(sites) = sites {
        assert!(sites.has(site()), "the own site, {cell}");
        let foreign = SiteId::new(9, [9; 10]);
        assert_eq!(sites.has(foreign), cover == Some(Cover::All), "another site, {cell}");
    }
    let people = People::of(&who, capability, level);
    assert_eq!(people.is_some(), right.is_some(), "people, {cell}");
    if let Some(people) = people {
        assert_eq!(people.is_all(), cover == Some(Cover::All), "all people, {cell}");
        assert_eq!(!people.divisions.is_empty(), cover == Some(Cover::Division), "{cell}");
        assert_eq!(!people.sites.is_empty(), cover == Some(Cover::Site), "{cell}");
        assert_eq!(!people.teams.is_empty(), cover == Some(Cover::Team), "{cell}");
        assert_eq!(!people.companies.is_empty(), cover == Some(Cover::Company), "{cell}");
        assert_eq!(people.manager.is_some(), cover == Some(Cover::Reports), "{cell}");
        assert_eq!(people.own.is_some(), cover == Some(Cover::Own), "{cell}");
    }
}

#[test]
fn every_gate_decides_as_the_table_says() {
    let mut cells = 0;
    for capability in MATRIX {
        for role in Role::ALL {
            for level in [Level::View, Level::Edit] {
                check(capability, *role, level);
                cells += 1;
            }
        }
    }
    assert_eq!(cells, MATRIX.len() * Role::ALL.len() * 2);
}

#[test]
fn nobody_without_a_role_passes_any_gate() {
    let nobody = Actor { grants: Vec::new(), ..actor(Role::Owner) };
    for capability in MATRIX {
        assert!(!nobody.may(capability, Level::View), "{}", capability.name);
        assert!(Own::of(&nobody, capability, Level::View).is_none(), "{}", capability.name);
        assert!(Whole::of(&nobody, capability, Level::View).is_none(), "{}", capability.name);
        assert!(Sites::of(&nobody, capability, Level::View).is_none(), "{}", capability.name);
        assert!(People::of(&nobody, capability, Level::View).is_none(), "{}", capability.name);
    }
}
