//! How a company stands, through the front door.
use axum::http::StatusCode;
use kernel::access::{Grant, Role, Scope};
use kernel::{CompanyId, PersonId};
use server::testing::{Town, town};

use crate::rules::tests::{rule, send};

/// A company with three people at the gate and one at the yard.
struct Firm {
    id: CompanyId,
    people: Vec<PersonId>,
}

fn firm(town: &Town) -> Firm {
    let world = town.world.clone();
    town.write(move |tx| {
        let (org, id): (_, CompanyId) = (world.org, tx.new_id());
        let now = tx.now();
        tx.run(
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'Kranwerk', 'kranwerk', $3)",
            &[&org, &id, &now],
        )?;
        let mut people = Vec::new();
        for (name, folded, site) in [
            ("Kira Kran", "kira kran", world.gate),
            ("Kurt Kran", "kurt kran", world.gate),
            ("Kyle Kran", "kyle kran", world.yard),
        ] {
            let person: PersonId = tx.new_id();
            tx.run(
                "insert into person (org_id, id, kind, name, folded, company_id, division_id, made_at)
                 values ($1, $2, 'contractor', $3, $4, $5, $6, $7)",
                &[&org, &person, &name, &folded, &id, &world.division, &now],
            )?;
            tx.run(
                "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)",
                &[&org, &person, &site, &now],
            )?;
            people.push(person);
        }
        Ok(Firm { id, people })
    })
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_told_who_is_kept_out_where_and_why() {
    let town = town();
    let firm = firm(&town);
    let mut owner = town.enter("owner").await;
    let path = format!("/companies/{}/requirements", firm.id);
    let free = owner.get(&path).await;
    assert!(free.has("Kranwerk") && free.has("3 people with nothing open") || free.has("2 people"));
    let form = rule(&town, "CSCS card").with("start", "2026-12-01");
    assert_eq!(send(&mut owner, "/requirements", &form).await.status, StatusCode::SEE_OTHER);
    let now = owner.get(&path).await;
    assert!(!now.has("CSCS card: missing"), "{}", now.text());
    let then = owner.get(&format!("{path}?at=2026-12-01T00:00")).await;
    assert!(then.has("CSCS card: missing") && then.has("Kept out: 2"), "{}", then.text());
    assert!(then.has("Harbour Gate") && then.has("North Yard") && then.has("Kyle Kran"));
    assert!(then.has(&format!("/people/{}/requirements?at=2026-12-01", firm.people[0])));
    let overview = owner.get(&format!("/companies/{}", firm.id)).await;
    assert!(overview.has(&path), "a tab leads there: {}", overview.text());
    let statements = then.statements.unwrap();
    assert!(statements <= 24, "{statements}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_seen_as_far_as_ones_people_and_sites_go() {
    let town = town();
    let firm = firm(&town);
    let path = format!("/companies/{}/requirements", firm.id);
    let mut owner = town.enter("owner").await;
    send(&mut owner, "/requirements", &rule(&town, "CSCS card")).await;
    let mut manager = town.enter("site-manager").await;
    let page = manager.get(&path).await;
    assert!(page.has("Kira Kran") && page.has("Kurt Kran"), "{}", page.text());
    assert!(!page.has("Kyle Kran") && !page.has("North Yard"), "{}", page.text());
    for (key, status) in [
        ("stranger", StatusCode::NOT_FOUND),
        ("team-manager", StatusCode::NOT_FOUND),
        ("employee", StatusCode::FORBIDDEN),
        ("gate-scanner", StatusCode::FORBIDDEN),
    ] {
        assert_eq!(town.enter(key).await.get(&path).await.status, status, "{key}");
    }
    let none = CompanyId::from_bytes([9; 16]);
    let page = owner.get(&format!("/companies/{none}/requirements")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    appoint(&town, "employee", firm.id);
    let mut contractor = town.enter("employee").await;
    let page = contractor.get(&path).await;
    assert!(page.has("Kira Kran") && page.has("Kyle Kran"), "the own company: {}", page.text());
    let other = firm_of_others(&town);
    let page = contractor.get(&format!("/companies/{other}/requirements")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let matrix = contractor.get("/matrix").await;
    assert!(matrix.has("Kira Kran") && !matrix.has("Enzo Marchetti"), "{}", matrix.text());
}

/// Makes somebody the manager of a company.
fn appoint(town: &Town, key: &str, company: CompanyId) {
    let (org, account) = (town.world.org, town.persona(key).account);
    let grant = Grant { role: Role::ContractorManager, scope: Scope::Company(company) };
    town.write(move |tx| people::fixtures::appoint(tx, org, account, &grant)).unwrap();
}

fn firm_of_others(town: &Town) -> CompanyId {
    let org = town.world.org;
    town.write(move |tx| {
        let (id, now): (CompanyId, _) = (tx.new_id(), tx.now());
        tx.run(
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'Others', 'others', $3)",
            &[&org, &id, &now],
        )?;
        Ok(id)
    })
    .unwrap()
}
