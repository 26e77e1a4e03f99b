//! The outbox through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use server::testing::{Town, town};

/// Invites somebody and returns the path of the letter in the outbox.
async fn letter(owner: &mut Visitor, who: &str) -> String {
    owner.post("/invitations", [("people", who), ("role", "DIR"), ("scope", "all")]).await;
    let list = owner.get("/outbox").await;
    let id = list.between("href=\"/outbox/", "\"").expect("a letter");
    format!("/outbox/{id}")
}

fn events(town: &Town, what: &'static str) -> i64 {
    town.read(|db| db.one("select count(*) from entry where what = $1", &[&what], |row| row.get(0)))
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_messages_wait_and_can_be_read_and_handed_over() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = letter(&mut owner, "Nadia Farah, nadia@harbour.example").await;
    let list = owner.get("/outbox").await;
    assert!(list.has("No mail server is configured") && list.has("nadia@harbour.example"));
    let shut = owner.get(&path).await;
    assert!(!shut.has("gatepass.test/invitation/"), "looking does not show the link");
    assert_eq!(events(&town, "letter.read"), 0);
    let asked = owner.post(&format!("{path}/reading"), []).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let open = owner.follow(&asked).await;
    assert!(open.has("https://gatepass.test/invitation/"), "{}", open.text());
    assert_eq!(events(&town, "letter.read"), 1, "the log says who read it");
    let frame = open.between("<iframe class=\"preview\" sandbox src=\"", "\"").expect("a frame");
    let preview = owner.get(&frame.replace("&amp;", "&")).await;
    assert_eq!(preview.status, StatusCode::OK);
    let policy = preview.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("sandbox; default-src 'none'"), "{policy}");
    let mut admin = town.enter("administrator").await;
    let borrowed = frame.replace("&amp;", "&");
    assert_eq!(admin.get(&borrowed).await.status, StatusCode::NOT_FOUND, "only whoever asked");
    assert_eq!(owner.get(&format!("{path}/preview")).await.status, StatusCode::NOT_FOUND);
    town.pass_hours(1);
    let mut owner = town.enter("owner").await;
    assert_eq!(owner.get(&borrowed).await.status, StatusCode::NOT_FOUND, "and not for long");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_sent_again_unless_it_is_gone() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = letter(&mut owner, "nadia@harbour.example").await;
    let again = owner.post(&format!("{path}/renewal"), []).await;
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, path.as_str()));
    town.write(|tx| tx.run("update letter set state = 'sent'", &[]).map(drop)).unwrap();
    let gone = owner.post(&format!("{path}/renewal"), []).await;
    assert_eq!(gone.status, StatusCode::CONFLICT);
    assert_eq!(events(&town, "letter.renewed"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outbox_is_filtered_searched_and_paged() {
    let town = town();
    let mut owner = town.enter("owner").await;
    for number in 0..60 {
        let who = format!("Person {number:02}, p{number:02}@harbour.example");
        letter(&mut owner, &who).await;
        town.app().clock.advance_seconds(1);
    }
    letter(&mut owner, "Łukasz Żółć, lz@harbour.example").await;
    let first = owner.get("/outbox").await;
    assert!(first.has("lz@harbour.example") && !first.has("p05@harbour.example"), "newest first");
    let next = first.between("href=\"/outbox?after=", "\"").expect("another page");
    let second = owner.get(&format!("/outbox?after={next}")).await;
    assert!(second.has("p05@harbour.example") && !second.has("lz@harbour.example"));
    let found = owner.get("/outbox?search=lukasz+zolc").await;
    assert!(found.has("lz@harbour.example") && !found.has("p59@harbour.example"));
    assert!(owner.get("/outbox?state=failed").await.has("No messages here"));
    assert!(owner.get("/outbox?kind=invitation&state=waiting").await.has("p59@harbour.example"));
    assert!(first.statements.unwrap() <= 5, "{:?}", first.statements);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_opens_an_account_is_read_by_nobody_else_n_09() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = letter(&mut owner, "nadia@harbour.example").await;
    let secret = "update letter set kind = 'password-reset'";
    town.write(move |tx| tx.run(secret, &[]).map(drop)).unwrap();
    assert!(owner.get(&path).await.has("Only its reader can see it"));
    let asked = owner.post(&format!("{path}/reading"), []).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_owners_and_administrators_see_the_outbox_of_their_organisation() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = letter(&mut owner, "nadia@harbour.example").await;
    assert!(town.enter("administrator").await.get(&path).await.status == StatusCode::OK);
    for key in ["health-and-safety", "site-manager", "people-editor", "director", "employee"] {
        let mut other = town.enter(key).await;
        assert_eq!(other.get("/outbox").await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    for noun in ["renewal", "reading"] {
        let asked = stranger.post(&format!("{path}/{noun}"), []).await;
        assert_eq!(asked.status, StatusCode::NOT_FOUND, "{noun}");
    }
    assert!(!stranger.get("/outbox").await.has("nadia"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_kit_shows_every_mail_and_notice_in_both_languages() {
    let town = town();
    let mut visitor = town.visitor();
    let kit = visitor.get("/kit/mails").await;
    assert_eq!(kit.status, StatusCode::OK);
    assert!(kit.has("Nadia Farah accepted your invitation") && kit.has("Zaproszenie przyjęte"));
    assert!(kit.has("/kit/mails/3"));
    for shown in ["Password reset (English)", "Change of e-mail address", "Profile access"] {
        assert!(kit.has(shown), "{shown}");
    }
    assert!(kit.has("Sign-in on a new device") && kit.has("Logowanie na nowym urządzeniu"));
    assert_eq!(visitor.get("/kit/mails/3").await.status, StatusCode::OK);
    assert_eq!(visitor.get("/kit/mails/99").await.status, StatusCode::NOT_FOUND);
}
