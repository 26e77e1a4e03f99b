//! The settings of assessments through the front door.
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn the_entry_can_be_hidden_and_everything_behind_it_stays_t_s4() {
    let town = town();
    let (mut owner, mut emil) = (town.enter("owner").await, town.enter("employee").await);
    assert!(owner.get("/settings").await.has("/settings/assessments"), "linked from the settings");
    assert!(emil.get("/home").await.has("href=\"/risk-assessments\""));
    let saved = owner.post("/settings/assessments", [("hidden", "on")]).await;
    assert_eq!(saved.location(), "/settings/assessments");
    assert!(owner.get("/settings/assessments").await.has(" checked"));
    assert!(!emil.get("/home").await.has("href=\"/risk-assessments\""));
    assert!(emil.get("/risk-assessments").await.has("Health questionnaire"), "the address stays");
    for key in ["director", "health-and-safety", "employee"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/settings/assessments").await.status, StatusCode::FORBIDDEN);
        let status = visitor.post("/settings/assessments", []).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    stranger.post("/settings/assessments", []).await;
    assert!(owner.get("/settings/assessments").await.has(" checked"), "of the own house only");
}
