//! The own profile through the front door (H-M1, H-M2, H-M9, H-M10, G-08).
use axum::http::StatusCode;
use kernel::testing::Visitor;
use server::testing::{Town, town};

const PASSWORD: &str = "seven grey cranes";

/// Somebody whose only right is to read the own profile.
async fn profile_only(town: &Town) -> Visitor {
    let (org, division) = (town.world.org, town.world.division);
    let email = Some("nadia@harbour.example");
    let person = town
        .write(move |tx| {
            crate::persons::store::insert_employee(tx, org, division, "Nadia Farah", email)
        })
        .unwrap();
    let mut owner = town.enter("owner").await;
    let path = format!("/people/{person}/profile-access");
    owner.post(&path, [("on", "true")]).await;
    let page = owner.get(&path).await;
    let link = page.between("https://gatepass.test/invitation/", "\"").expect("a link");
    let mut nadia = town.visitor();
    nadia.post(&format!("/invitation/{link}"), [("password", PASSWORD)]).await;
    nadia
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_with_an_account_sees_their_own_profile_without_a_grant_h_m9() {
    let town = town();
    for persona in &town.world.actors {
        let page = town.enter(persona.key).await.get("/profile").await;
        assert_eq!(page.status, StatusCode::OK, "{}", persona.key);
        assert!(page.has(persona.name), "{}", persona.key);
        assert!(page.statements <= Some(4), "{:?}", page.statements);
    }
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/home").await.has("href=\"/profile\""), "in the menu at the top right");
    assert!(town.visitor().get("/profile").await.location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_is_one_sheet_with_date_and_organisation_h_m2() {
    let town = town();
    let mut nadia = profile_only(&town).await;
    assert!(nadia.get("/profile").await.has("href=\"/training/report\""));
    let report = nadia.get("/training/report").await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.has("Nadia Farah") && report.has("Harbour Works, as of 22 Nov 2026"));
    assert!(report.has("width=device-width"), "on a phone too");
    let polish = nadia.get("/training/report?lang=pl").await;
    assert!(polish.has("Raport ze szkoleń"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_only_see_the_own_profile_sees_and_changes_nothing_else_g_08() {
    let town = town();
    let mut nadia = profile_only(&town).await;
    let home = nadia.get("/home").await;
    assert_eq!((home.status, home.location()), (StatusCode::SEE_OTHER, "/profile"), "H-M10");
    let page = nadia.get("/profile").await;
    assert!(page.has("tabbar") && page.has("only for looking"), "for the hand");
    let other = town.persona("employee").account;
    let other: kernel::PersonId = town
        .read(|db| {
            db.one("select person_id from member where account_id = $1", &[&other], |row| {
                row.get(0)
            })
        })
        .unwrap();
    let shut = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
    for path in [
        "/people".to_owned(),
        "/companies".to_owned(),
        "/invitations".to_owned(),
        format!("/people/{other}"),
        format!("/people/{other}/profile-access"),
    ] {
        let status = nadia.get(&path).await.status;
        assert!(shut.contains(&status), "GET {path}: {status}");
    }
    for path in [
        "/people".to_owned(),
        "/companies".to_owned(),
        "/invitations".to_owned(),
        format!("/people/{other}"),
        format!("/people/{other}/profile-access"),
        "/profile".to_owned(),
        "/training".to_owned(),
    ] {
        let status = nadia.post(&path, [("on", "true"), ("name", "x")]).await.status;
        let shut = shut.contains(&status) || status == StatusCode::METHOD_NOT_ALLOWED;
        assert!(shut, "POST {path}: {status}");
    }
    let search = nadia.get("/search?q=a").await;
    assert!(!search.has("href=\"/people/"), "search finds nobody");
    assert_eq!(nadia.post("/theme", [("theme", "dark")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(nadia.post("/sign-out", []).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_without_a_record_is_told_so() {
    let town = town();
    let account = town.persona("director").account;
    let mut director = town.enter("director").await;
    town.write(move |tx| {
        tx.run("update member set person_id = null where account_id = $1", &[&account]).map(drop)
    })
    .unwrap();
    for path in ["/profile", "/training", "/training/report"] {
        let page = director.get(path).await;
        assert!(page.has("There is no profile for this account"), "{path}");
    }
}
