//! Signing in, staying in and being kept out, through the front door.
use axum::http::StatusCode;
use kernel::Token;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

use crate::accounts::store::Membership;
use crate::passwords::tests::{PASSWORD, give_password, letters, links, sign_in};

async fn is_in(visitor: &mut Visitor) -> bool {
    visitor.get("/account").await.status == StatusCode::OK
}

async fn enter(town: &Town, login: &str) -> Visitor {
    let mut visitor = town.visitor();
    assert_eq!(sign_in(&mut visitor, login, PASSWORD).await, StatusCode::SEE_OTHER);
    visitor
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_wrong_tries_strangers_wait_and_the_owner_does_not_t_c1() {
    let town = town();
    let login = give_password(&town, "director");
    let mut diane = enter(&town, &login).await;
    diane.post("/sign-out", []).await;
    let mut stranger = town.visitor();
    for _ in 0..10 {
        let wrong = sign_in(&mut stranger, &login, "not the password").await;
        assert_eq!(wrong, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let waits = sign_in(&mut stranger, &login, PASSWORD).await;
    assert_eq!(waits, StatusCode::UNPROCESSABLE_ENTITY, "even the right one waits now");
    let known = sign_in(&mut diane, &login, PASSWORD).await;
    assert_eq!(known, StatusCode::SEE_OTHER, "a browser that was here before gets in");
    let still = sign_in(&mut stranger, &login, PASSWORD).await;
    assert_eq!(still, StatusCode::UNPROCESSABLE_ENTITY, "the owner's visit resets nothing");
    town.app().clock.advance_seconds(20 * 60);
    let later = sign_in(&mut stranger, &login, PASSWORD).await;
    assert_eq!(later, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_weighs_more_than_a_hundred_guesses_a_day_t_c1() {
    let town = town();
    let login = give_password(&town, "director");
    let account = town.persona("director").account;
    for _ in 0..(24 * 6) {
        let wrong = sign_in(&mut town.visitor(), &login, "not the password").await;
        assert_eq!(wrong, StatusCode::UNPROCESSABLE_ENTITY);
        town.app().clock.advance_seconds(10 * 60);
    }
    let weighed: i64 = town
        .read(|db| {
            db.one("select failed from account where id = $1", &[&account], |row| row.get(0))
        })
        .unwrap();
    assert!((20..=100).contains(&weighed), "{weighed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_name_and_a_wrong_password_look_the_same_t_c2() {
    let town = town();
    give_password(&town, "director");
    let mut answers = Vec::new();
    for login in ["director@harbour.example", "dirextor@harbour.example"] {
        let fields = [("login", login), ("password", "not the password")];
        answers.push(town.visitor().post("/sign-in", fields).await);
    }
    let plain = |page: &Page| {
        let mut headers = page.headers.clone();
        headers.remove("x-request-id");
        (page.status, headers, page.bytes.len())
    };
    assert_eq!(plain(&answers[0]), plain(&answers[1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_lies_in_the_database_t_c3() {
    let town = town();
    let mut secrets: Vec<String> = town.world.actors.iter().map(|it| it.link.reveal()).collect();
    for _ in 0..60 {
        let visitor = town.enter("director").await;
        for cookie in ["__Host-s", "device"] {
            secrets.push(visitor.cookie(cookie).unwrap().to_owned());
        }
    }
    let mut owner = town.enter("owner").await;
    let people: Vec<String> = (0..55).map(|it| format!("p{it}@harbour.example")).collect();
    let fields = [("people", people.join("\n")), ("role", "DIR".into()), ("scope", "all".into())];
    let fields = fields.each_ref().map(|(name, value): &(&str, String)| (*name, value.as_str()));
    assert_eq!(owner.post("/invitations", fields).await.status, StatusCode::SEE_OTHER);
    for actor in &town.world.actors {
        let login = format!("{}@harbour.example", actor.key);
        town.visitor().post("/password", [("login", &login)]).await;
    }
    town.work();
    for to in &people {
        secrets.extend(links(&town, to, "/invitation/"));
    }
    for actor in &town.world.actors {
        let login = format!("{}@harbour.example", actor.key);
        secrets.extend(links(&town, &login, "/password/"));
    }
    let secrets: Vec<String> =
        secrets.iter().map(|it| it.rsplit('/').next().unwrap().to_owned()).collect();
    assert!(secrets.len() >= 200, "{}", secrets.len());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");
    if !town.app().db.copy_to(&file).unwrap() {
        return; // PostgreSQL keeps the same columns.
    }
    let bytes = std::fs::read(file).unwrap();
    let is_there = |sought: &[u8]| bytes.windows(sought.len()).any(|it| it == sought);
    assert!(is_there(b"director@harbour.example"), "the copy holds the data");
    let known: std::collections::BTreeSet<&[u8]> =
        secrets.iter().map(|it| &it.as_bytes()[..43]).collect();
    assert!(!bytes.windows(43).any(|it| known.contains(it)));
    for secret in &secrets {
        assert!(Token::parse(secret).is_some(), "{secret} is a secret");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_session_id_opens_nothing_t_c4() {
    let town = town();
    let login = give_password(&town, "director");
    // Signing in again.
    let mut diane = enter(&town, &login).await;
    let mut old = diane.clone();
    sign_in(&mut diane, &login, PASSWORD).await;
    assert!(is_in(&mut diane).await && !is_in(&mut old).await, "signed in again");
    // Signing out.
    let mut old = diane.clone();
    diane.post("/sign-out", []).await;
    assert!(!is_in(&mut diane).await && !is_in(&mut old).await, "signed out");
    // Another password.
    let (mut diane, mut elsewhere) = (enter(&town, &login).await, enter(&town, &login).await);
    let mut old = diane.clone();
    let fields = [("current", PASSWORD), ("password", "nine quiet harbours")];
    let changed = diane.post("/account/password", fields).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    assert!(is_in(&mut diane).await, "this browser goes on with a new id");
    assert!(!is_in(&mut old).await && !is_in(&mut elsewhere).await, "all others end");
}

/// Makes the director a member of the other organisation too.
fn join_elm(town: &Town) {
    let (org, account) = (town.world.other, town.persona("director").account);
    town.write(move |tx| crate::accounts::store::join(tx, org, account, None, Membership::User))
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn switching_leaves_the_other_organisation_behind_t_c4() {
    let town = town();
    join_elm(&town);
    let mut diane = town.enter("director").await;
    let list = diane.get("/account/organisations").await;
    assert!(list.has("Harbour Works") && list.has("Elm Street Estates"));
    let mut old = diane.clone();
    let elm = town.world.other.to_string();
    let gone = diane.post("/account/organisations", [("organisation", &elm)]).await;
    assert_eq!((gone.status, gone.location()), (StatusCode::SEE_OTHER, "/home"));
    assert!(!is_in(&mut old).await, "the id of before is dead");
    let account = diane.get("/account").await;
    assert!(account.has("Elm Street Estates") && !account.has("Harbour Works"));
    assert_eq!(diane.get("/accounts").await.status, StatusCode::FORBIDDEN, "no role here");
    let harbour = town.world.org.to_string();
    let mut stranger = town.enter("stranger").await;
    let foreign = stranger.post("/account/organisations", [("organisation", &harbour)]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/accounts").await.has("Rosa Silva"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_staff_ends_after_half_an_hour_without_use_t_c4() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let mut emil = town.enter("employee").await;
    town.app().clock.advance_seconds(29 * 60);
    assert!(is_in(&mut owner).await);
    town.app().clock.advance_seconds(31 * 60);
    assert!(!is_in(&mut owner).await, "31 minutes");
    assert!(is_in(&mut emil).await, "who only sees the own affairs stays longer");
    town.pass_hours(13);
    assert!(!is_in(&mut emil).await, "but not without use");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_staff_ends_after_twelve_hours_in_use_t_c4() {
    let town = town();
    let mut owner = town.enter("owner").await;
    for _ in 0..35 {
        town.app().clock.advance_seconds(20 * 60);
        assert!(is_in(&mut owner).await);
    }
    for _ in 0..4 {
        town.app().clock.advance_seconds(20 * 60);
        owner.get("/account").await;
    }
    assert!(!is_in(&mut owner).await, "13 hours");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deactivated_account_is_refused_at_once() {
    let town = town();
    let login = give_password(&town, "director");
    let mut diane = enter(&town, &login).await;
    let mut owner = town.enter("owner").await;
    let path = format!("/accounts/{}", town.persona("director").account);
    let done = owner.post(&format!("{path}/deactivation"), []).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    assert!(!is_in(&mut diane).await);
    let write = diane.post("/account/language", [("lang", "pl")]).await;
    assert_eq!(write.status, StatusCode::UNAUTHORIZED);
    let again = sign_in(&mut town.visitor(), &login, PASSWORD).await;
    assert_eq!(again, StatusCode::UNPROCESSABLE_ENTITY);
    let link = format!("/sign-in/{}", town.persona("director").link.reveal());
    let by_link = town.visitor().post(&link, []).await;
    assert_ne!(by_link.status, StatusCode::SEE_OTHER, "not by a link either");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_with_a_new_browser_is_told_by_mail_once_n_09() {
    const TOLD: &str = "a browser that was not used for it before";
    let town = town();
    let login = give_password(&town, "director");
    let told = || letters(&town, &login).iter().filter(|it| it.contains(TOLD)).count();
    let mut diane = enter(&town, &login).await;
    assert_eq!(told(), 0, "the first of all is the owner's own");
    diane.post("/sign-out", []).await;
    assert_eq!(sign_in(&mut diane, &login, PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(told(), 0, "this browser was here before");
    let mut other = town.visitor();
    let wrong = sign_in(&mut other, &login, "not the password").await;
    assert_eq!((wrong, told()), (StatusCode::UNPROCESSABLE_ENTITY, 0), "nobody came in");
    assert_eq!(sign_in(&mut other, &login, PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(told(), 1);
    other.post("/sign-out", []).await;
    assert_eq!(sign_in(&mut other, &login, PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(told(), 1, "told once");
    let letter = letters(&town, &login).pop().unwrap();
    assert!(letter.contains("22 Nov 2026") && letter.contains("https://gatepass.test/account"));
    assert!(!letter.contains("127.0.0.1"), "nobody's address is in it");
    // A browser that another account used is new to this one.
    let operator = give_password(&town, "operator");
    let mut shared = enter(&town, &operator).await;
    assert_eq!(sign_in(&mut shared, &login, PASSWORD).await, StatusCode::SEE_OTHER);
    assert_eq!(told(), 2);
    // The mail about a new password is enough.
    town.visitor().post("/password", [("login", &login)]).await;
    town.work();
    let reset = links(&town, &login, "/password/").pop().expect("a link");
    let back = town.visitor().post(&reset, [("password", "nine quiet harbours")]).await;
    assert_eq!((back.status, told()), (StatusCode::SEE_OTHER, 2), "{}", back.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_only_ever_sends_stays_signed_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    for at in 0..6 {
        town.app().clock.advance_seconds(20 * 60);
        let made = owner.post("/regions", [("name", &*format!("Region {at}"))]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "after {} minutes", (at + 1) * 20);
    }
}
