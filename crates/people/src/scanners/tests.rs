//! Gate scanners through the front door.
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn a_site_manager_appoints_gate_scanners_at_the_own_site_only() {
    let town = town();
    let mut manager = town.enter("site-manager").await;
    let here = format!("/sites/{}/gate-scanners", town.world.gate);
    let there = format!("/sites/{}/gate-scanners", town.world.yard);
    assert!(manager.get(&here).await.has("Grace Mbeki"));
    assert_eq!(manager.get(&there).await.status, StatusCode::NOT_FOUND);
    let unknown = manager.post(&here, [("login", "nobody@harbour.example")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.has("nobody@harbour.example"), "the form comes back filled in");
    let foreign = manager.post(&here, [("login", "elena@elm.example")]).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else's people");
    let added = manager.post(&here, [("login", "Employee@harbour.example")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    assert!(manager.get(&here).await.has("Emil Karlsson"));
    let elsewhere = manager.post(&there, [("login", "employee@harbour.example")]).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    let remove = format!("{here}/{}/removal", town.persona("employee").account);
    assert_eq!(manager.post(&remove, []).await.status, StatusCode::SEE_OTHER);
    assert!(!manager.get(&here).await.has("Emil Karlsson"));
    assert_eq!(manager.post(&remove, [("again", "1")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_appoints_gate_scanners() {
    let town = town();
    let here = format!("/sites/{}/gate-scanners", town.world.gate);
    assert_eq!(town.enter("administrator").await.get(&here).await.status, StatusCode::OK);
    for key in ["gate-scanner", "engineer", "health-and-safety", "director", "employee"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get(&here).await.status, StatusCode::FORBIDDEN, "{key}");
        let write = visitor.post(&here, [("login", "employee@harbour.example")]).await;
        assert_eq!(write.status, StatusCode::FORBIDDEN, "{key}");
    }
    assert_eq!(town.enter("stranger").await.get(&here).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_site_leads_there_for_those_who_may() {
    let town = town();
    let site = format!("/sites/{}", town.world.gate);
    let link = format!("href=\"{site}/gate-scanners\"");
    for (key, leads) in
        [("owner", true), ("site-manager", true), ("health-and-safety", false), ("director", false)]
    {
        let page = town.enter(key).await.get(&site).await;
        assert_eq!(page.status, StatusCode::OK, "{key}");
        assert_eq!(page.has(&link), leads, "{key}");
    }
}
