//! Regions through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use server::testing::{Town, town};

async fn make(visitor: &mut Visitor, name: &str) -> String {
    let made = visitor
        .post("/regions", [("name", name), ("code", "N-1"), ("description", "All in the north")])
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location().to_owned()
}

/// A region that holds Harbour Gate and North Yard.
async fn north(town: &Town) -> String {
    let mut owner = town.enter("owner").await;
    let path = make(&mut owner, "North").await;
    let (gate, yard) = (town.world.gate.to_string(), town.world.yard.to_string());
    let added = owner.post(&format!("{path}/sites"), [("id", &*gate), ("id", &*yard)]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    assert!(owner.follow(&added).await.has("2 sites added to the region"));
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn a_region_is_a_set_of_sites_g_22() {
    let town = town();
    let path = north(&town).await;
    let mut owner = town.enter("owner").await;
    let page = owner.get(&path).await;
    assert!(
        page.has("Harbour Gate") && page.has("North Yard") && page.has("N-1, All in the north")
    );
    let gate = town.world.gate.to_string();
    assert!(owner.get(&format!("/sites/{gate}")).await.has(&path), "a site names its regions");
    let again = owner.post(&format!("{path}/sites"), [("id", &*gate)]).await;
    assert!(owner.follow(&again).await.has("Nothing was added"));
    let out = owner.post(&format!("{path}/sites/removal"), [("id", &*gate)]).await;
    assert!(owner.follow(&out).await.has("Site taken out of the region"));
    assert!(!owner.get(&format!("/sites/{gate}")).await.has(&path));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_of_another_organisation_never_gets_into_a_region() {
    let town = town();
    let mut stranger = town.enter("stranger").await;
    let path = make(&mut stranger, "Elm").await;
    let gate = town.world.gate.to_string();
    let added = stranger.post(&format!("{path}/sites"), [("id", &*gate)]).await;
    assert_eq!(added.status, StatusCode::NOT_FOUND);
    let (org, other, gate) = (town.world.org, town.world.other, town.world.gate);
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    for org in [org, other] {
        let refused = town.write(move |tx| crate::members::store::insert(tx, org, id, gate));
        assert!(refused.is_err(), "the database itself refuses");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_and_changes_what_the_matrix_says() {
    let town = town();
    let path = north(&town).await;
    let told = [
        ("administrator", 200, 200),
        ("health-and-safety", 200, 403),
        ("site-manager", 200, 403),
        ("gate-scanner", 200, 403),
        ("director", 200, 403),
        ("people-editor", 403, 403),
        ("employee", 403, 403),
        ("stranger", 404, 404),
    ];
    for (who, sees, edits) in told {
        let mut visitor = town.enter(who).await;
        assert_eq!(visitor.get(&path).await.status, sees, "{who}");
        assert_eq!(visitor.get(&format!("{path}/edit")).await.status, edits, "{who}");
        let gate = town.world.gate.to_string();
        let added = visitor.post(&format!("{path}/sites"), [("id", &*gate)]).await.status;
        assert_eq!(added, if edits == 200 { 303 } else { edits }, "{who}");
    }
    let page = town.enter("site-manager").await.get(&path).await;
    assert!(page.has("Harbour Gate") && !page.has("North Yard"), "only the own site of it");
    let mut owner = town.enter("owner").await;
    let empty = make(&mut owner, "Empty").await;
    let mut manager = town.enter("site-manager").await;
    assert_eq!(manager.get(&empty).await.status, StatusCode::NOT_FOUND);
    assert!(!manager.get("/regions").await.has("Empty"));
    assert!(owner.get("/regions").await.has("Empty"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_region_keeps_one_name_and_a_hundred_letters() {
    let town = town();
    let mut owner = town.enter("owner").await;
    make(&mut owner, "North").await;
    let long = "x".repeat(101);
    let wrong = owner.post("/regions", [("name", "South"), ("description", &*long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("value=\"South\"") && wrong.has("href=\"#description\""));
    let twice = owner.post("/regions", [("name", "NORTH")]).await;
    assert!(twice.has("Another region has this name"));
    let path = make(&mut owner, "South").await;
    let page = owner.get(&format!("{path}/edit")).await;
    let mark = page.between("name=\"mark\" value=\"", "\"").expect("a form");
    let taken = owner.post(&path, [("name", "north"), ("mark", &*mark)]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = owner.post(&path, [("name", "Deep South"), ("mark", &*mark)]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let late = owner.post(&path, [("name", "Far South"), ("mark", &*mark)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "the form is older than the region");
}
