//! Invitations through the front door.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

const PASSWORD: &str = "seven grey cranes";

/// Invites somebody and returns the path of the invitation and the path of its link.
async fn invite(owner: &mut Visitor, who: &str) -> (String, String) {
    let sent =
        owner.post("/invitations", [("people", who), ("role", "DIR"), ("scope", "all")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let path = sent.location().to_owned();
    (path.clone(), link(&owner.get(&path).await))
}

fn link(page: &Page) -> String {
    let link =
        page.between("https://gatepass.test/invitation/", "\"").expect("a link to hand over");
    format!("/invitation/{link}")
}

async fn accept(town: &Town, link: &str) -> Page {
    town.visitor().post(link, [("password", PASSWORD)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invited_person_chooses_a_password_and_is_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (path, link) = invite(&mut owner, "Nadia Farah, nadia@harbour.example").await;
    let mut nadia = town.visitor();
    assert!(nadia.get(&link).await.has("Join Harbour Works"));
    let joined = nadia.post(&link, [("password", PASSWORD)]).await;
    assert_eq!((joined.status, joined.location()), (StatusCode::SEE_OTHER, "/home"));
    assert_eq!(
        nadia.get("/invitations").await.status,
        StatusCode::FORBIDDEN,
        "a director only looks"
    );
    assert!(owner.get(&path).await.has("Accepted"), "H-M5: acceptance is shown");
    let mut again = town.visitor();
    let signed_in =
        again.post("/sign-in", [("login", "nadia@harbour.example"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_invitation_kills_the_link_before() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (path, old) = invite(&mut owner, "nadia@harbour.example").await;
    owner.post(&format!("{path}/renewal"), []).await;
    let new = link(&owner.get(&path).await);
    assert_eq!(town.visitor().get(&old).await.status, StatusCode::GONE);
    assert_eq!(town.visitor().get(&new).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_ends_after_seven_days_and_can_be_sent_again() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (path, old) = invite(&mut owner, "nadia@harbour.example").await;
    town.pass_hours(7 * 24);
    let mut owner = town.enter("owner").await;
    assert_eq!(accept(&town, &old).await.status, StatusCode::GONE);
    assert!(owner.get(&path).await.has("Expired"));
    owner.post(&format!("{path}/renewal"), []).await;
    let new = link(&owner.get(&path).await);
    assert_eq!(accept(&town, &new).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_invitation_lets_nobody_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (path, link) = invite(&mut owner, "nadia@harbour.example").await;
    assert_eq!(owner.post(&format!("{path}/revocation"), []).await.status, StatusCode::SEE_OTHER);
    assert_eq!(accept(&town, &link).await.status, StatusCode::GONE);
    let twice = owner.post(&format!("{path}/revocation"), [("again", "1")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_invitation_accepted_by_a_hundred_at_once_is_one_account() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (_, link) = invite(&mut owner, "nadia@harbour.example").await;
    let mut accepting = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let (mut visitor, link) = (town.visitor(), link.clone());
        accepting.spawn(async move {
            loop {
                match visitor.post(&link, [("password", PASSWORD)]).await.status {
                    StatusCode::SERVICE_UNAVAILABLE => {}
                    other => return other,
                }
            }
        });
    }
    let mut joined = 0;
    while let Some(status) = accepting.join_next().await {
        match status.unwrap() {
            StatusCode::SEE_OTHER => joined += 1,
            StatusCode::GONE | StatusCode::UNPROCESSABLE_ENTITY => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(joined, 1);
    let accounts: i64 = town
        .read(|db| {
            db.one(
                "select count(*) from account where email = 'nadia@harbour.example'",
                &[],
                |row| row.get(0),
            )
        })
        .unwrap();
    assert_eq!(accounts, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_invited_at_once_and_a_mistake_loses_nothing() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let people = "Ana Ribeiro, ana@harbour.example\nnot an address";
    let wrong =
        owner.post("/invitations", [("people", people), ("role", "DIR"), ("scope", "all")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Ana Ribeiro, ana@harbour.example"), "the form comes back filled in");
    assert!(wrong.has("href=\"#people\""), "the summary leads to the field");
    let people = "Ana Ribeiro, ana@harbour.example\nIbrahim Yusuf, ibrahim@harbour.example";
    let sent =
        owner.post("/invitations", [("people", people), ("role", "DIR"), ("scope", "all")]).await;
    assert_eq!(sent.location(), "/invitations");
    let list = owner.get("/invitations").await;
    assert!(list.has("Ana Ribeiro") && list.has("Ibrahim Yusuf") && list.has("2 invitations sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_a_role_they_do_not_hold() {
    let town = town();
    let mut admin = town.enter("administrator").await;
    let owner = admin
        .post("/invitations", [("people", "x@y.example"), ("role", "OWN"), ("scope", "all")])
        .await;
    assert_eq!(owner.status, StatusCode::UNPROCESSABLE_ENTITY);
    let elsewhere = format!("site:{}", town.world.other);
    let nowhere = admin
        .post("/invitations", [("people", "x@y.example"), ("role", "SMG"), ("scope", &elsewhere)])
        .await;
    assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY, "a place that is not there");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_another_organisation_joins_with_its_own_password() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (_, first) = invite(&mut owner, "nadia@harbour.example").await;
    accept(&town, &first).await;
    let mut stranger = town.enter("stranger").await;
    let (_, second) = invite(&mut stranger, "nadia@harbour.example").await;
    let mut nadia = town.visitor();
    assert!(nadia.get(&second).await.has("has a Gatepass account"));
    let wrong = nadia.post(&second, [("password", "another password")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = nadia.post(&second, [("password", PASSWORD)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_it_is_seen_from_another_organisation() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (path, _) = invite(&mut owner, "nadia@harbour.example").await;
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&format!("{path}/renewal"), []).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/invitations").await.has("nadia"));
    assert_eq!(
        town.visitor().get(&path).await.status,
        StatusCode::SEE_OTHER,
        "nobody is asked to sign in"
    );
    assert_eq!(town.enter("employee").await.get(&path).await.status, StatusCode::FORBIDDEN);
}

/// Does the round that is due, as the house does it.
fn round(town: &Town) {
    town.write(crate::schedule).unwrap();
    town.work();
}

async fn inbox(town: &Town, key: &str) -> Page {
    town.enter(key).await.get("/notices").await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_invited_hears_once_that_invitations_end_n_02() {
    let town = town();
    let mut owner = town.enter("owner").await;
    for who in ["a@harbour.example", "b@harbour.example", "c@harbour.example"] {
        invite(&mut owner, who).await;
    }
    let mut administrator = town.enter("administrator").await;
    let (renewed, _) = invite(&mut administrator, "d@harbour.example").await;
    round(&town);
    assert!(inbox(&town, "owner").await.has("Nothing new"), "seven days are left");
    town.pass_hours(6 * 24);
    round(&town);
    let page = inbox(&town, "owner").await;
    assert!(page.has("3 of your invitations end within a day") && page.has("1 new"), "one line");
    assert!(page.has("name=\"open\""), "it leads to the list");
    assert!(inbox(&town, "administrator").await.has("1 of your invitations ends within a day"));
    town.pass_hours(2);
    round(&town);
    assert!(inbox(&town, "owner").await.has("1 new"), "not told again");
    let mut administrator = town.enter("administrator").await;
    administrator.post(&format!("{renewed}/renewal"), []).await;
    // However late the round is.
    town.pass_hours(4 * 24);
    round(&town);
    let page = inbox(&town, "owner").await;
    assert!(page.has("3 of your invitations ran out without an answer") && page.has("2 new"));
    assert!(inbox(&town, "administrator").await.has("1 new"), "the renewed one holds");
    town.pass_hours(2 * 24);
    round(&town);
    assert!(inbox(&town, "owner").await.has("2 new"), "not told again");
    let page = inbox(&town, "administrator").await;
    assert!(page.has("2 new"), "the renewed one is told of anew: {}", page.text());
    let polish = town.enter("owner").await.get("/notices?lang=pl").await;
    assert!(polish.has("3 zaproszenia wygasły bez odpowiedzi"), "{}", polish.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ran_out_and_what_soon_will_are_one_line_n_02() {
    let town = town();
    let mut owner = town.enter("owner").await;
    invite(&mut owner, "a@harbour.example").await;
    let (revoked, _) = invite(&mut owner, "b@harbour.example").await;
    owner.post(&format!("{revoked}/revocation"), []).await;
    let (_, link) = invite(&mut owner, "c@harbour.example").await;
    assert_eq!(accept(&town, &link).await.status, StatusCode::SEE_OTHER);
    town.pass_hours(20);
    let mut owner = town.enter("owner").await;
    invite(&mut owner, "e@harbour.example").await;
    town.pass_hours(6 * 24 + 10);
    round(&town);
    let page = inbox(&town, "owner").await;
    let said = "1 of your invitations ran out without an answer. Within a day: 1 more";
    assert!(page.has(said) && page.has("2 new"), "with the acceptance: {}", page.text());
    town.pass_hours(24);
    round(&town);
    assert!(inbox(&town, "owner").await.has("3 new"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_left_hears_no_more_of_invitations_n_02() {
    let town = town();
    let mut administrator = town.enter("administrator").await;
    invite(&mut administrator, "a@harbour.example").await;
    let account = town.persona("administrator").account;
    let mut owner = town.enter("owner").await;
    let path = format!("/accounts/{account}/deactivation");
    assert_eq!(owner.post(&path, []).await.status, StatusCode::SEE_OTHER);
    town.pass_hours(8 * 24);
    round(&town);
    let notes = town.read(|db| {
        db.one("select count(*) from note where account_id = $1", &[&account], |row| {
            row.get::<i64>(0)
        })
    });
    assert_eq!(notes.unwrap(), 0);
}
