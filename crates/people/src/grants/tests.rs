//! Giving and taking roles through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use server::testing::{Town, town};

fn path(town: &Town, key: &str) -> String {
    format!("/accounts/{}", town.persona(key).account)
}

/// The path that takes the one grant somebody holds.
async fn revocation(owner: &mut Visitor, account: &str) -> String {
    let page = owner.get(account).await;
    let id = page.between("action=\"/grants/", "/revocation").expect("a role to take");
    format!("/grants/{id}/revocation")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_counts_at_once_and_no_longer_when_it_is_taken() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let mut emil = town.enter("employee").await;
    assert_eq!(emil.get("/accounts").await.status, StatusCode::FORBIDDEN);
    let account = path(&town, "employee");
    let given = owner.post(&format!("{account}/grants"), [("role", "ADM"), ("scope", "all")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    assert_eq!(emil.get("/accounts").await.status, StatusCode::OK, "the same session");
    assert!(owner.get(&account).await.has("Administrator"));
    let take = revocation(&mut owner, &account).await;
    assert_eq!(owner.post(&take, []).await.status, StatusCode::SEE_OTHER);
    assert_eq!(emil.get("/accounts").await.status, StatusCode::FORBIDDEN);
    assert_eq!(owner.post(&take, [("again", "1")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_or_takes_what_they_do_not_hold() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let mut admin = town.enter("administrator").await;
    let account = path(&town, "employee");
    for (role, scope) in [("OWN", "all"), ("ADM", "all"), ("SMG", "all"), ("", ""), ("EMP", "own")]
    {
        let fields = [("role", role), ("scope", scope)];
        let refused = admin.post(&format!("{account}/grants"), fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{role} {scope}");
    }
    let site = format!("site:{}", town.world.gate);
    let fields = [("role", "SMG"), ("scope", site.as_str())];
    let given = admin.post(&format!("{account}/grants"), fields).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    let take = revocation(&mut owner, &path(&town, "administrator")).await;
    assert_eq!(admin.post(&take, []).await.status, StatusCode::FORBIDDEN);
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.post(&take, []).await.status, StatusCode::NOT_FOUND);
    let mut manager = town.enter("site-manager").await;
    assert_eq!(manager.post(&take, []).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn ownership_moves_by_making_somebody_else_owner() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let rosa = path(&town, "owner");
    let take = revocation(&mut owner, &rosa).await;
    let last = owner.post(&take, []).await;
    assert_eq!(last.status, StatusCode::CONFLICT, "the last owner stays");
    let diane = path(&town, "director");
    let given = owner.post(&format!("{diane}/grants"), [("role", "OWN"), ("scope", "all")]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER);
    let gone = owner.post(&take, [("again", "1")]).await;
    assert_eq!((gone.status, gone.location()), (StatusCode::SEE_OTHER, "/home"));
    assert_eq!(owner.get("/accounts").await.status, StatusCode::FORBIDDEN);
    assert_eq!(town.enter("director").await.get("/accounts").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_owners_who_leave_at_once_do_not_both_leave() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (rosa, diane) = (path(&town, "owner"), path(&town, "director"));
    let was = revocation(&mut owner, &diane).await;
    owner.post(&was, []).await;
    owner.post(&format!("{diane}/grants"), [("role", "OWN"), ("scope", "all")]).await;
    let mut second = town.enter("director").await;
    let one = revocation(&mut owner, &rosa).await;
    let two = revocation(&mut owner, &diane).await;
    let (one, two) = tokio::join!(owner.post(&one, []), second.post(&two, []));
    let left = [one.status, two.status].iter().filter(|it| **it == StatusCode::SEE_OTHER).count();
    assert_eq!(left, 1, "{} {}", one.status, two.status);
}
