//! Another address through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use server::testing::{Town, town};

use crate::passwords::tests::{PASSWORD, give_password, letters, links, sign_in};

const NEW: &str = "diane@quay.example";

async fn ask(town: &Town, diane: &mut Visitor, email: &str) -> (String, String) {
    let fields = [("email", email), ("current", PASSWORD)];
    let asked = diane.post("/account/email", fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let link = |to: &str| links(town, to, "/account/email/").pop().expect("a letter");
    (link("director@harbour.example"), link(email))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_changes_when_both_mailboxes_have_said_yes() {
    let town = town();
    let login = give_password(&town, "director");
    let mut diane = town.enter("director").await;
    let (old, new) = ask(&town, &mut diane, NEW).await;
    assert!(diane.get("/account").await.has(NEW), "it waits, and says so");
    let mut mailbox = town.visitor();
    assert!(mailbox.get(&new).await.has("Yes, change it"), "looking changes nothing");
    assert!(mailbox.post(&new, []).await.has("Noted"));
    assert_eq!(mailbox.post(&new, [("again", "1")]).await.status, StatusCode::GONE, "once");
    assert_eq!(sign_in(&mut town.visitor(), NEW, PASSWORD).await, 422, "not yet");
    assert!(mailbox.post(&old, []).await.has("Address changed"));
    assert_eq!(sign_in(&mut town.visitor(), NEW, PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&mut town.visitor(), &login, PASSWORD).await, 422);
    let told = letters(&town, &login).iter().any(|it| it.contains("no longer used"));
    assert!(told, "N-09: the old address hears of it");
    let told = letters(&town, NEW).iter().any(|it| it.contains("is the address of your account"));
    assert!(told, "N-09: and so does the new one");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_ends_after_a_day_or_with_the_next_one() {
    let town = town();
    give_password(&town, "director");
    let mut diane = town.enter("director").await;
    let (_, first) = ask(&town, &mut diane, NEW).await;
    let (_, second) = ask(&town, &mut diane, "diane@yard.example").await;
    assert_eq!(town.visitor().get(&first).await.status, StatusCode::GONE);
    town.pass_hours(25);
    assert_eq!(town.visitor().get(&second).await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_address_is_not_told_to_whoever_asks() {
    let town = town();
    give_password(&town, "director");
    let mut diane = town.enter("director").await;
    let (old, new) = ask(&town, &mut diane, "engineer@harbour.example").await;
    town.visitor().post(&old, []).await;
    let taken = town.visitor().post(&new, []).await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_comes_back_filled_in() {
    let town = town();
    give_password(&town, "director");
    let mut diane = town.enter("director").await;
    let wrong = diane.post("/account/email", [("email", NEW), ("current", "guess")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has(NEW) && wrong.has("href=\"#current\""));
    let same = [("email", "director@harbour.example"), ("current", PASSWORD)];
    let same = diane.post("/account/email", same).await;
    assert!(same.has("This is your address already"));
    assert!(letters(&town, NEW).is_empty());
}
