//! Searching through the front door.
use axum::http::StatusCode;
use kernel::field::fold;
use server::testing::{Town, town};

/// A company with one person, placed at Harbour Gate.
fn scaffolders(town: &Town) {
    let (org, division, gate) = (town.world.org, town.world.division, town.world.gate);
    town.write(move |tx| {
        let company: kernel::CompanyId = tx.new_id();
        let person: kernel::PersonId = tx.new_id();
        let now = tx.now();
        tx.run(
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, $3, $4, $5)",
            &[&org, &company, &"Łódź Scaffolding", &fold("Łódź Scaffolding"), &now],
        )?;
        tx.run(
            "insert into person (org_id, id, kind, name, folded, company_id, division_id, made_at)
             values ($1, $2, 'contractor', 'Daniel Okafor', 'daniel okafor', $3, $4, $5)",
            &[&org, &person, &company, &division, &now],
        )?;
        tx.run(
            "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)",
            &[&org, &person, &gate, &now],
        )
        .map(drop)
    })
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn people_companies_sites_and_pages_are_found_by_a_part_of_the_name() {
    let town = town();
    scaffolders(&town);
    let mut owner = town.enter("owner").await;
    let page = owner.get("/search?q=OKAF").await;
    assert!(page.has("Daniel Okafor, Łódź Scaffolding") && page.has("id=\"results\""));
    assert!(page.statements <= Some(5), "{:?}", page.statements);
    assert!(owner.get("/search?q=lodz").await.has("Łódź Scaffolding"));
    assert!(owner.get("/search?q=harbour").await.has("Harbour Gate"));
    assert!(owner.get("/search?q=audit").await.has("href=\"/audit\""));
    assert!(owner.get("/search?q=%25").await.has("Nothing matches"), "a sign is a sign");
    assert!(owner.get("/search").await.has("Go to"));
    let many = owner.get("/search?q=a").await;
    assert_eq!(many.text().matches("href=\"/people/").count(), 8, "at most eight of a kind");
    assert_eq!(many.text().matches("id=\"results\"").count(), 1, "ids are there once");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_finds_what_they_may_not_see() {
    let town = town();
    scaffolders(&town);
    let manager = town.enter("site-manager").await.get("/search?q=a").await;
    assert!(manager.has("Daniel Okafor") && manager.has("Łódź Scaffolding"));
    assert!(!manager.has("Amir Haddad"), "not placed at the own site");
    assert!(!manager.has("North Yard"));
    let mut operator = town.enter("operator").await;
    assert!(!operator.get("/search?q=okafor").await.has("Daniel Okafor"));
    let mut employee = town.enter("employee").await;
    let own = employee.get("/search?q=e").await;
    assert_eq!(own.status, StatusCode::OK);
    assert!(!own.has("href=\"/people/") && !own.has("href=\"/sites/"));
    let mut stranger = town.enter("stranger").await;
    let none = stranger.get("/search?q=a").await;
    assert!(!none.has("Daniel") && !none.has("Harbour") && none.has("Elena Markovic"));
    assert!(town.visitor().get("/search?q=a").await.location().starts_with("/sign-in"));
}
