//! Reviews through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::file::card;
use server::testing::{Town, town};

use crate::evidence::tests::{form, hand_in, person};

/// Places somebody at the gate.
fn place(town: &Town, key: &str) {
    let (org, gate, who) = (town.world.org, town.world.gate, person(town, key));
    let put = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, 1)";
    town.write(move |tx| tx.run(put, &[&org, &who, &gate]).map(drop)).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_needs_it_first_comes_first_and_the_reviewer_goes_on_with_the_next() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let queue = owner.get("/evidence").await;
    assert!(queue.has("2 wait") && queue.has("Emil Karlsson") && queue.has("Tomás Moreno"));
    place(&town, "team-manager");
    let queue = owner.get("/evidence").await;
    assert!(queue.text().find("Tomás").unwrap() < queue.text().find("Emil").unwrap(), "at work");
    assert!(queue.has("At work now") && queue.has("No date"));
    let first = queue.between("href=\"/evidence/", "\"").expect("a row");
    let page = owner.get(&format!("/evidence/{first}")).await;
    assert!(page.has("data-press=\"a\"") && page.has("data-press=\"r\"") && page.has("/front"));
    let done = owner.post(&format!("/evidence/{first}/approval"), []).await;
    let next = owner.follow(&done).await;
    assert!(next.has("Emil Karlsson") && next.has("Asbestos awareness") && next.has("Approved"));
    let path = done.location().to_owned();
    let mute = owner.post(&format!("{path}/rejection"), [("reason", "other")]).await;
    assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mute.has("Say in a few words why"));
    let no = [("reason", "unreadable"), ("words", "Only the top half")];
    let done = owner.post(&format!("{path}/rejection"), no).await;
    assert_eq!(done.location(), "/evidence");
    assert!(owner.get("/evidence").await.has("Nothing to check"));
    let mut emil = town.enter("employee").await;
    let page = emil.get(&path).await;
    assert!(page.has("Not accepted") && page.has("Only the top half") && page.has("Hand in again"));
    assert!(emil.get("/notices").await.has("was not accepted: The picture cannot be read"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_decides_about_their_own_or_what_they_handed_in() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let own = hand_in(&town, &mut editor, "/profile/evidence", 50).await;
    let mut manager = town.enter("team-manager").await;
    let for_emil = format!("/people/{}/evidence", person(&town, "team-manager"));
    let sent = hand_in(&town, &mut manager, &for_emil, 51).await;
    for what in ["approval", "rejection"] {
        let form = [("reason", "unreadable")];
        let status = editor.post(&format!("{own}/{what}"), form).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{what}");
        assert_eq!(
            manager.post(&format!("{sent}/{what}"), form).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let id = own.rsplit('/').next().unwrap().to_owned();
    let bulk = editor.post("/evidence/approvals", [("id", &id)]).await;
    assert_eq!(bulk.status, StatusCode::SEE_OTHER);
    assert!(editor.follow(&bulk).await.has("Nothing to approve among the chosen"));
    assert!(editor.get(&own).await.has("Waiting for review"));
    let mut owner = town.enter("owner").await;
    assert_eq!(owner.post(&format!("{own}/approval"), []).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_approved_at_once() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let queue = owner.get("/evidence").await.text();
    let mut form = Vec::new();
    for part in queue.split("name=\"id\" value=\"").skip(1) {
        form.push(format!("id={}", part.split('"').next().unwrap()));
    }
    assert_eq!(form.len(), 2);
    let fields =
        Fields::parse(format!("{}&_key=a-key-for-many-at-once", form.join("&")).as_bytes());
    let done = owner.post_fields("/evidence/approvals", &fields.unwrap()).await;
    assert!(owner.follow(&done).await.has("2 approved"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_reviewers_at_once_make_one_decision() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = hand_in(&town, &mut emil, "/profile/evidence", 52).await;
    let mut tasks = tokio::task::JoinSet::new();
    for key in ["owner", "administrator", "health-and-safety", "people-editor"] {
        let mut visitor = town.enter(key).await;
        let path = path.clone();
        tasks.spawn(async move {
            if key == "owner" || key == "people-editor" {
                visitor.post(&format!("{path}/approval"), []).await.status
            } else {
                visitor.post(&format!("{path}/rejection"), [("reason", "expired")]).await.status
            }
        });
    }
    let mut answers = tasks.join_all().await;
    answers.sort();
    let (kept, late) = (StatusCode::SEE_OTHER, StatusCode::CONFLICT);
    assert_eq!(answers, [kept, late, late, late]);
}

#[tokio::test(flavor = "multi_thread")]
async fn hints_name_others_only_to_those_who_may_know_them() {
    let town = town();
    place(&town, "operator");
    let photo = card(53);
    let mut emil = town.enter("employee").await;
    hand_in(&town, &mut emil, "/profile/evidence", 53).await;
    let later =
        form(&town, "first aid at work").with("issued-year", "2027").with("number", "ab1234");
    let later = later.with("expires", "2026-01-01");
    let mut oskar = town.enter("operator").await;
    let sent = oskar.upload("/profile/evidence", &later, &[("front", "a.jpg", &photo)]).await;
    let path = sent.location().to_owned();
    let mut owner = town.enter("owner").await;
    let page = owner.get(&path).await;
    assert!(page.has("The same number was handed in for Emil Karlsson"), "{}", page.text());
    assert!(page.has("The same picture was handed in for Emil Karlsson"));
    assert!(page.has("issued in the future") && page.has("ends before it was issued"));
    let mut manager = town.enter("site-manager").await;
    let page = manager.get(&path).await;
    assert!(
        page.has("handed in for somebody you do not see") && !page.has("Emil"),
        "{}",
        page.text()
    );
    assert!(!oskar.get(&path).await.has("The same"), "hints are for reviewers");
}

#[tokio::test(flavor = "multi_thread")]
async fn reviewers_are_told_once_an_hour_n_18_and_senders_at_once_n_19() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = hand_in(&town, &mut emil, "/profile/evidence", 54).await;
    hand_in(&town, &mut emil, "/profile/evidence", 55).await;
    town.work();
    let mut owner = town.enter("owner").await;
    assert!(!owner.get("/notices").await.has("wait for review"), "not yet");
    town.pass_hours(1);
    town.work();
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/notices").await.has("4 certificates wait for review"));
    let mut manager = town.enter("site-manager").await;
    assert!(!manager.get("/notices").await.has("wait for review"), "nobody of theirs");
    let outbox = owner.get("/outbox").await;
    assert!(outbox.has("certificates wait for review"), "by mail too");
    owner.post(&format!("{path}/approval"), []).await;
    assert!(emil.get("/notices").await.has("First aid at work was approved"));
    assert!(owner.get("/outbox").await.has("Approved: First aid at work"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_manager_reviews_whoever_works_there_and_nobody_else() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = hand_in(&town, &mut emil, "/profile/evidence", 56).await;
    let mut manager = town.enter("site-manager").await;
    assert!(manager.get("/evidence").await.has("Nothing to check"));
    assert_eq!(manager.post(&format!("{path}/approval"), []).await.status, StatusCode::NOT_FOUND);
    place(&town, "employee");
    assert!(manager.get("/evidence").await.has("Emil Karlsson"));
    assert_eq!(
        manager.post(&format!("{path}/approval"), [("b", "1")]).await.status,
        StatusCode::SEE_OTHER
    );
    for key in ["director", "engineer", "team-manager", "employee", "courses-editor"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/evidence").await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert!(stranger.get("/evidence").await.has("Nothing to check"));
    assert_eq!(stranger.post(&format!("{path}/rejection"), []).await.status, StatusCode::NOT_FOUND);
}
