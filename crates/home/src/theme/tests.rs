//! Choosing colours through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn colours_are_chosen_before_anybody_signs_in_and_as_often_as_one_likes() {
    let town = town();
    let mut visitor = town.visitor();
    for theme in ["dark", "light", "dark"] {
        // The page's own key, each time.
        let fields =
            Fields::of([("theme", theme), ("next", "/help"), ("_key", "key-of-one-page-0001")]);
        let sent = visitor.post_fields("/theme", &fields).await;
        assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/help"));
        assert!(visitor.get("/help").await.has(&format!("data-theme=\"{theme}\"")), "{theme}");
    }
    visitor.post("/theme", [("theme", "system")]).await;
    assert!(!visitor.get("/help").await.has("data-theme=\"dark\""));
    let wrong = visitor.post("/theme", [("theme", "pink")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let away = visitor.post("/theme", [("theme", "dark"), ("next", "//evil.example")]).await;
    assert_eq!(away.location(), "/");
}
