//! The inbox through the front door.
use axum::http::StatusCode;
use server::testing::{Town, town};

fn tell(town: &Town, key: &str, count: usize) {
    let (org, account) = (town.world.org, town.persona(key).account);
    for number in 0..count {
        let told = town.write(move |tx| {
            let name = format!("Person {number:02}");
            let args = [("name", (&name).into())];
            crate::tell(tx, org, account, "invitation-accepted", &args, "/invitations")
        });
        told.unwrap();
        town.app().clock.advance_seconds(1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_invited_hears_of_the_acceptance_n_03() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let who = "Nadia Farah, nadia@harbour.example";
    let sent =
        owner.post("/invitations", [("people", who), ("role", "DIR"), ("scope", "all")]).await;
    let page = owner.get(sent.location()).await;
    let link = page.between("https://gatepass.test/invitation/", "\"").unwrap();
    let accepted = town
        .visitor()
        .post(&format!("/invitation/{link}"), [("password", "seven grey cranes")])
        .await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER);
    let inbox = owner.get("/notices").await;
    assert!(inbox.has("Nadia Farah accepted your invitation") && inbox.has("1 new"));
    let path = inbox.between("action=\"/notices/0", "\"").expect("a line to open");
    let opened = owner.post(&format!("/notices/0{path}"), [("open", "yes")]).await;
    assert_eq!(opened.location(), sent.location(), "it leads to the invitation");
    assert!(owner.get("/notices").await.has("Everything is read"));
    assert!(owner.get("/notices?lang=pl").await.has("Zaproszenie przyjęte: Nadia Farah"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inbox_is_paged_and_read_at_once() {
    let town = town();
    tell(&town, "owner", 60);
    let mut owner = town.enter("owner").await;
    let first = owner.get("/notices").await;
    assert!(first.has("Person 59") && !first.has("Person 05"), "newest first");
    let next = first.between("href=\"/notices?after=", "\"").expect("another page");
    assert!(owner.get(&format!("/notices?after={next}")).await.has("Person 05"));
    let all = owner.post("/notices/reading", []).await;
    assert!(owner.follow(&all).await.has("60 notifications marked as read"));
    assert!(owner.get("/notices").await.has("Everything is read"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inbox_is_its_owners_alone() {
    let town = town();
    tell(&town, "owner", 1);
    let mut owner = town.enter("owner").await;
    let inbox = owner.get("/notices").await;
    let path = inbox.between("action=\"/notices/0", "\"").expect("a line to open");
    for key in ["administrator", "employee"] {
        let mut other = town.enter(key).await;
        assert!(other.get("/notices").await.has("Nothing new"), "{key}");
        let read = other.post(&format!("/notices/0{path}"), []).await;
        assert_eq!(read.status, StatusCode::NOT_FOUND, "{key}");
    }
    assert_eq!(town.visitor().get("/notices").await.status, StatusCode::SEE_OTHER);
    assert!(owner.get("/notices").await.has("1 new"));
}
