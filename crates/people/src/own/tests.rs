//! One's own account through the front door.
use axum::http::StatusCode;
use server::testing::town;

use crate::passwords::tests::{PASSWORD, give_password, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn browsers_are_listed_and_signed_out_one_or_all() {
    let town = town();
    let mut here = town.enter("employee").await;
    let mut there = town.enter("employee").await;
    let mut third = town.enter("employee").await;
    let page = here.get("/account").await;
    assert!(page.has("Emil Karlsson") && page.has("This browser"));
    assert_eq!(page.text().matches("/account/sessions/").count(), 3, "two others, and all");
    let one = page.between("action=\"/account/sessions/", "/revocation").expect("another");
    let path = format!("/account/sessions/{one}/revocation");
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.post(&path, []).await.status, StatusCode::NOT_FOUND);
    assert_eq!(here.post(&path, []).await.status, StatusCode::SEE_OTHER);
    let mut open = 0;
    for it in [&mut there, &mut third] {
        open += usize::from(it.get("/account").await.status == StatusCode::OK);
    }
    assert_eq!(open, 1, "one of the two is signed out");
    here.post("/account/sessions/revocation", []).await;
    for it in [&mut there, &mut third] {
        assert_eq!(it.get("/account").await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(here.get("/account").await.status, StatusCode::OK, "this one stays");
    assert_eq!(stranger.get("/account").await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_kept_and_a_look_in_another_is_not() {
    let town = town();
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/account").await.has("Your account"));
    assert!(emil.get("/account?lang=pl").await.has("Twoje konto"));
    assert!(emil.get("/account").await.has("Your account"), "only for that visit");
    let wrong = emil.post("/account/language", [("lang", "xx")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(emil.post("/account/language", [("lang", "pl")]).await.location(), "/account");
    assert!(emil.get("/account").await.has("Twoje konto"));
    assert!(town.enter("employee").await.get("/account").await.has("Twoje konto"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_current_password_is_needed_and_guessing_it_counts() {
    let town = town();
    let login = give_password(&town, "director");
    let mut diane = town.enter("director").await;
    let none = diane.post("/account/password", [("password", "nine quiet harbours")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..10 {
        let fields = [("current", "not the password"), ("password", "nine quiet harbours")];
        let wrong = diane.post("/account/password", fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.has("This is not the password of your account"));
    }
    let fields = [("current", PASSWORD), ("password", "nine quiet harbours")];
    let waits = diane.post("/account/password", fields).await;
    assert!(waits.has("Wait 20 minutes"));
    town.app().clock.advance_seconds(20 * 60);
    let short = diane.post("/account/password", [("current", PASSWORD), ("password", "x")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let saved = diane.post("/account/password", fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(diane.get("/account").await.has("Password changed"));
    let new = sign_in(&mut town.visitor(), &login, "nine quiet harbours").await;
    assert_eq!(new, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_name_is_changed_and_the_log_says_so() {
    let town = town();
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/account").await.has("href=\"/account/name\""));
    assert!(emil.get("/account/name").await.has("value=\"Emil Karlsson\""));
    let empty = emil.post("/account/name", [("name", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.has("href=\"#name\""));
    let saved = emil.post("/account/name", [("name", "Emil Östberg")]).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/account"));
    let page = emil.follow(&saved).await;
    assert!(page.has("Name changed") && page.has("Emil Östberg"));
    assert!(page.has("Harbour Works calls you Emil Karlsson"), "the record is the organisation's");
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/people?search=karlsson").await.has("Emil Karlsson"));
    let log = owner.get("/audit").await;
    assert!(log.has("Name of the account changed") && log.has("Emil Östberg"), "{}", log.text());
    let account = town.persona("employee").account;
    let folded: String = town
        .read(|db| {
            db.one("select folded from account where id = $1", &[&account], |row| row.get(0))
        })
        .unwrap();
    assert_eq!(folded, "emil ostberg");
}
