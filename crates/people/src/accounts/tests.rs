//! The accounts of an organisation through the front door.
use std::sync::atomic::Ordering::Relaxed;

use axum::http::StatusCode;
use kernel::testing::Page;
use server::testing::{Town, town};

use crate::accounts::store::{Fresh, Membership, insert, join};
use crate::passwords::tests::{PASSWORD, links, sign_in};

fn path(town: &Town, key: &str) -> String {
    format!("/accounts/{}", town.persona(key).account)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_searched_and_narrowed() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let all = owner.get("/accounts").await;
    assert!(all.has("Diane Rousseau") && all.has("Rosa Silva") && !all.has("Elena Markovic"));
    let found = owner.get("/accounts?search=novakova").await;
    assert!(found.has("Petra Nováková") && !found.has("Diane Rousseau"));
    let directors = owner.get("/accounts?role=DIR").await;
    assert!(directors.has("Diane Rousseau") && !directors.has("Petra"));
    assert!(owner.get("/accounts?state=deactivated").await.has("No accounts here"));
    let behind = owner.get("/accounts?after=01&from=x").await;
    assert_eq!(behind.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_run_the_organisation_see_accounts() {
    let town = town();
    let diane = path(&town, "director");
    assert_eq!(town.enter("administrator").await.get(&diane).await.status, StatusCode::OK);
    for key in ["site-manager", "director", "employee", "people-editor"] {
        let mut visitor = town.enter(key).await;
        for page in ["/accounts", &diane] {
            assert_eq!(visitor.get(page).await.status, StatusCode::FORBIDDEN, "{key} {page}");
        }
        let write = visitor.post(&format!("{diane}/deactivation"), []).await;
        assert_eq!(write.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&diane).await.status, StatusCode::NOT_FOUND);
    for noun in ["deactivation", "reactivation", "reset", "grants"] {
        let write = stranger.post(&format!("{diane}/{noun}"), []).await;
        assert_eq!(write.status, StatusCode::NOT_FOUND, "{noun}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_deactivates_themselves_the_last_owner_or_somebody_above() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let rosa = path(&town, "owner");
    let oneself = owner.post(&format!("{rosa}/deactivation"), []).await;
    assert_eq!(oneself.status, StatusCode::CONFLICT);
    let mut admin = town.enter("administrator").await;
    let above = admin.post(&format!("{rosa}/deactivation"), []).await;
    assert_eq!(above.status, StatusCode::FORBIDDEN, "an administrator is not above an owner");
    let above = admin.post(&format!("{rosa}/reset"), []).await;
    assert_eq!(above.status, StatusCode::FORBIDDEN, "nor offers an owner a password");
    assert!(!admin.get(&rosa).await.has("Deactivate"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_back_chooses_a_new_password() {
    let town = town();
    town.app().mailing.store(true, Relaxed);
    let login = crate::passwords::tests::give_password(&town, "director");
    let mut admin = town.enter("administrator").await;
    let diane = path(&town, "director");
    admin.post(&format!("{diane}/deactivation"), []).await;
    assert!(admin.get("/accounts?state=deactivated").await.has("Diane Rousseau"));
    let twice = admin.post(&format!("{diane}/deactivation"), [("again", "1")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let back = admin.post(&format!("{diane}/reactivation"), []).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    let old = sign_in(&mut town.visitor(), &login, PASSWORD).await;
    assert_eq!(old, StatusCode::UNPROCESSABLE_ENTITY, "the old password is forgotten");
    let link = links(&town, &login, "/password/").pop().expect("a link by mail");
    assert!(!admin.get(&diane).await.has(&link), "and nobody else sees it");
    let mut visitor = town.visitor();
    let chosen = visitor.post(&link, [("password", "nine quiet harbours")]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
}

/// Somebody of Harbour Works who has a username and no address.
fn without_address(town: &Town) -> kernel::AccountId {
    let org = town.world.org;
    town.write(move |tx| {
        let fresh = Fresh {
            email: None,
            username: Some("jan.k"),
            name: "Jan Kowalski",
            lang: kernel::Lang::Pl,
            password: None,
            verified: false,
        };
        let account = insert(tx, &fresh)?;
        join(tx, org, account, None, Membership::User)?;
        Ok(account)
    })
    .expect("an account")
}

fn handed(page: &Page) -> Option<String> {
    page.between("https://gatepass.test/password/", "\"").map(|it| format!("/password/{it}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_address_gets_a_link_handed_over() {
    let town = town();
    let jan = format!("/accounts/{}", without_address(&town));
    let mut admin = town.enter("administrator").await;
    assert_eq!(handed(&admin.get(&jan).await), None);
    admin.post(&format!("{jan}/reset"), []).await;
    let link = handed(&admin.get(&jan).await).expect("a link to hand over");
    admin.post(&format!("{jan}/reset"), []).await;
    let newer = handed(&admin.get(&jan).await).expect("a newer link");
    assert_eq!(town.visitor().get(&link).await.status, StatusCode::GONE, "the one before died");
    let mut visitor = town.visitor();
    let chosen = visitor.post(&newer, [("password", PASSWORD)]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    assert_eq!(handed(&admin.get(&jan).await), None, "used");
    assert_eq!(sign_in(&mut town.visitor(), "Jan.K", PASSWORD).await, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_the_link_is_handed_over_to_whoever_has_an_address_too() {
    let town = town();
    let login = crate::passwords::tests::give_password(&town, "director");
    let diane = path(&town, "director");
    let mut admin = town.enter("administrator").await;
    assert!(admin.get(&diane).await.has("sends no mail here yet"));
    let offered = admin.post(&format!("{diane}/reset"), []).await;
    assert_eq!(offered.status, StatusCode::SEE_OTHER);
    let page = admin.get(&diane).await;
    assert!(page.has("ready to be handed over") && page.has("<svg"), "a link, and a code to scan");
    let link = handed(&page).expect("a link to hand over");
    let mut visitor = town.visitor();
    let chosen = visitor.post(&link, [("password", "nine quiet harbours")]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    assert_eq!(handed(&admin.get(&diane).await), None, "used");
    let signed_in = sign_in(&mut town.visitor(), &login, "nine quiet harbours").await;
    assert_eq!(signed_in, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_mail_server_the_link_is_mailed_and_nobody_else_sees_it() {
    let town = town();
    town.app().mailing.store(true, Relaxed);
    let login = crate::passwords::tests::give_password(&town, "director");
    let diane = path(&town, "director");
    let mut admin = town.enter("administrator").await;
    assert!(admin.get(&diane).await.has("Nobody else sees it"));
    admin.post(&format!("{diane}/reset"), []).await;
    let page = admin.get(&diane).await;
    assert!(page.has("on its way") && handed(&page).is_none());
    assert_eq!(links(&town, &login, "/password/").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_asked_for_themselves_is_never_shown_to_others() {
    let town = town();
    let login = crate::passwords::tests::give_password(&town, "director");
    let diane = path(&town, "director");
    town.visitor().post("/password", [("login", &login)]).await;
    let account = town.persona("director").account;
    town.write(move |tx| crate::passwords::offer(tx, account, None)).unwrap();
    assert_eq!(handed(&town.enter("owner").await.get(&diane).await), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_shown_only_to_those_who_could_have_made_it() {
    let town = town();
    let rosa = path(&town, "owner");
    let mut owner = town.enter("owner").await;
    owner.post(&format!("{rosa}/reset"), []).await;
    assert!(handed(&owner.get(&rosa).await).is_some(), "the owner, for herself");
    let mut admin = town.enter("administrator").await;
    let page = admin.get(&rosa).await;
    assert_eq!((page.status, handed(&page)), (StatusCode::OK, None), "an owner's link opens more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_opens_another_organisation_too_is_not_handed_over() {
    let town = town();
    let (account, other) = (town.persona("director").account, town.world.other);
    town.write(move |tx| join(tx, other, account, None, Membership::User)).unwrap();
    let diane = path(&town, "director");
    let mut admin = town.enter("administrator").await;
    let refused = admin.post(&format!("{diane}/reset"), []).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(handed(&admin.get(&diane).await), None);
    town.app().mailing.store(true, Relaxed);
    let mailed = admin.post(&format!("{diane}/reset"), [("again", "1")]).await;
    assert_eq!(mailed.status, StatusCode::SEE_OTHER, "the owner of the address gets it");
}
