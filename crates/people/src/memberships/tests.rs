//! Switching between organisations. The rest of it is told in the tests of sessions.
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn only_the_own_organisations_are_listed() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let list = owner.get("/account/organisations").await;
    assert!(list.has("Harbour Works") && list.has("Owner") && !list.has("Elm Street"));
    for unknown in ["", "x", &town.world.other.to_string()] {
        let to = owner.post("/account/organisations", [("organisation", unknown)]).await;
        assert_eq!(to.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    let nobody = town.visitor().get("/account/organisations").await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
}
