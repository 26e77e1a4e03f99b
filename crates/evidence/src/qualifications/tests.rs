//! The catalogue of qualifications through the front door.
use axum::http::StatusCode;
use kernel::QualificationId;
use server::testing::{Town, town};

/// The id of a qualification of the told world.
pub fn id_of(town: &Town, folded: &'static str) -> QualificationId {
    let org = town.world.org;
    town.read(|db| {
        let find = "select id from qualification where org_id = $1 and folded = $2";
        db.one(find, &[&org, &folded], |row| row.get(0))
    })
    .expect("a qualification")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_qualification_is_added_changed_taken_out_of_use_and_brought_back() {
    let town = town();
    let mut editor = town.enter("courses-editor").await;
    let filled = [
        ("name", "IPAF licence"),
        ("issuer", "IPAF"),
        ("category", "Access"),
        ("needs-number", "on"),
        ("validity", "months"),
        ("validity-count", "60"),
        ("remind", "30"),
    ];
    let made = editor.post("/qualifications", filled).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let edit = editor.follow(&made).await;
    assert!(edit.has("value=\"IPAF licence\"") && edit.has("value=\"60\""), "{}", edit.text());
    let list = editor.get("/qualifications?search=ipaf").await;
    assert!(list.has("60 months") && list.has("IPAF") && !list.has("CSCS"));
    let path = format!("/qualifications/{}", id_of(&town, "ipaf licence"));
    let saved = editor.post(&path, [("name", "IPAF card"), ("validity", "forever")]).await;
    assert_eq!(saved.location(), "/qualifications", "{}", saved.text());
    let gone = editor.post(&format!("{path}/deactivation"), []).await;
    let told = editor.follow(&gone).await;
    assert!(told.has(&format!("action=\"{path}/activation\"")), "with the way back");
    assert!(!editor.get("/qualifications").await.has("IPAF card"));
    assert!(editor.get("/qualifications?state=inactive").await.has("IPAF card"));
    editor.post(&format!("{path}/activation"), []).await;
    assert!(editor.get("/qualifications").await.has("For ever"));
    let mut owner = town.enter("owner").await;
    let log = owner.get("/audit").await;
    for line in ["Qualification added", "Qualification changed", "Qualification taken out of use"] {
        assert!(log.has(line), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_comes_back_filled_in_and_a_name_is_taken_once() {
    let town = town();
    let mut admin = town.enter("administrator").await;
    let wrong = [("name", ""), ("issuer", "CITB"), ("validity", "days"), ("validity-count", "x")];
    let page = admin.post("/qualifications", wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.has("value=\"CITB\"")
            && page.has("href=\"#name\"")
            && page.has("href=\"#validity-count\"")
    );
    let taken = admin.post("/qualifications", [("name", "cscs CARD")]).await;
    assert!(taken.has("Another qualification has this name"));
}

#[tokio::test(flavor = "multi_thread")]
async fn some_look_some_change_and_strangers_do_neither() {
    let town = town();
    let path = format!("/qualifications/{}", id_of(&town, "cscs card"));
    for key in ["director", "people-editor", "site-manager", "health-and-safety"] {
        let mut visitor = town.enter(key).await;
        assert!(visitor.get("/qualifications").await.has("CSCS card"), "{key}");
        assert_eq!(visitor.post(&path, [("name", "x")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor.get("/qualifications/new").await.status, StatusCode::FORBIDDEN);
    }
    for key in ["employee", "gate-scanner", "operator"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/qualifications").await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert!(!stranger.get("/qualifications").await.has("CSCS card"));
    assert_eq!(stranger.post(&path, [("name", "x")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        stranger.post(&format!("{path}/deactivation"), []).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(stranger.get(&format!("{path}/edit")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_is_told_what_there_is() {
    let town = town();
    let org = town.world.org;
    let subjects = town.read(|db| crate::subjects(db, org)).unwrap();
    let cscs = subjects.iter().find(|it| it.name == "CSCS card").expect("the card");
    assert_eq!(
        (cscs.usual, cscs.remind, cscs.edition, cscs.active),
        (Some(judge::Validity::Months(60)), 60, 0, true)
    );
    assert!(town.read(|db| crate::subjects(db, town.world.other)).unwrap().is_empty());
}
