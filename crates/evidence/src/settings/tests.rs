//! The settings of evidence through the front door.
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn both_are_on_until_somebody_says_otherwise_and_stay_as_they_were_set() {
    let town = town();
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/settings").await.has("/settings/evidence"), "linked from the settings");
    let page = owner.get("/settings/evidence").await;
    assert_eq!(page.text().matches(" checked").count(), 2, "{}", page.text());
    let saved = owner.post("/settings/evidence", [("approval", "on")]).await;
    assert_eq!(saved.location(), "/settings/evidence");
    assert_eq!(owner.get("/settings/evidence").await.text().matches(" checked").count(), 1);
    assert!(owner.get("/audit").await.has("Handling of evidence changed"));
    for key in ["director", "site-manager", "employee", "people-editor"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/settings/evidence").await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(visitor.post("/settings/evidence", []).await.status, StatusCode::FORBIDDEN);
    }
    let mut stranger = town.enter("stranger").await;
    stranger.post("/settings/evidence", []).await;
    assert_eq!(owner.get("/settings/evidence").await.text().matches(" checked").count(), 1);
}
