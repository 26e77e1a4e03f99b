//! Templates through the front door.
use axum::http::StatusCode;
use kernel::{Fields, TemplateId};
use server::testing::{Town, town};

use crate::own::tests::{answer, fill, start};

/// The id of a template of the told world.
pub fn id_of(town: &Town, folded: &'static str) -> TemplateId {
    let org = town.world.org;
    town.read(|db| {
        let find = "select id from assessment_template where org_id = $1 and folded = $2";
        db.one(find, &[&org, &folded], |row| row.get(0))
    })
    .expect("a template")
}

pub fn path_of(town: &Town, folded: &'static str) -> String {
    format!("/assessment-templates/{}", id_of(town, folded))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_is_written_published_changed_and_published_again() {
    let town = town();
    let mut safety = town.enter("health-and-safety").await;
    let filled = [
        ("name", "Hot work"),
        ("kind", "risk"),
        ("description", "Before welding"),
        ("approval", "on"),
        ("expiry", "days"),
        ("expiry-days", "30"),
    ];
    let made = safety.post("/assessment-templates", filled).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let path = made.location().to_owned();
    let empty = safety.post(&format!("{path}/publication"), []).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing to ask");
    assert!(empty.has("Add at least one question first"), "{}", empty.text());
    let question = [("kind", "yes-no"), ("words", "Is a fire watch there?"), ("required", "on")];
    safety.post(&format!("{path}/questions"), question).await;
    let mut emil = town.enter("employee").await;
    assert!(!emil.get("/risk-assessments").await.has("Hot work"), "a draft is not offered");
    let sent = safety.post(&format!("{path}/publication"), []).await;
    assert_eq!(sent.location(), path);
    let list = emil.get("/risk-assessments").await;
    assert!(list.has("Hot work") && list.has("Before welding") && list.has("1 question"));
    let draft = start(&town, &mut emil, "hot work").await;
    // Another question begins a new version; people are asked the frozen one until that is published.
    let more = [("kind", "text"), ("words", "Where is the extinguisher?")];
    safety.post(&format!("{path}/questions"), more).await;
    let page = safety.get(&path).await;
    assert!(page.has("People are still asked the last version") && page.has("Being worked on"));
    assert!(emil.get("/risk-assessments").await.has("1 question"));
    safety.post(&format!("{path}/publication"), []).await;
    assert!(emil.get("/risk-assessments").await.has("2 questions"), "the new version");
    let kept = emil.get(&format!("{draft}/questions/1")).await;
    assert!(kept.has("Question 1 of 1"), "a draft keeps its version: {}", kept.text());
    let again = safety.post(&format!("{path}/publication"), [("b", "1")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "nothing new");
    let log = town.enter("owner").await.get("/audit").await;
    for line in ["Assessment template added", "Assessment template published", "Question added"] {
        assert!(log.has(line), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_change_after_creation_and_mistakes_come_back_filled_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = path_of(&town, "site risk assessment");
    let wrong = [("name", ""), ("kind", "risk"), ("expiry", "days"), ("expiry-days", "x")];
    let page = owner.post(&path, wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("href=\"#name\"") && page.has("href=\"#expiry-days\"") && page.has("\"x\""));
    let taken = [("name", "health QUESTIONNAIRE"), ("kind", "risk"), ("expiry", "never")];
    assert!(owner.post(&path, taken).await.has("Another template has this name"));
    let edit = owner.get(&format!("{path}/edit")).await;
    assert!(edit.has("value=\"365\"") && edit.has("Rosa Silva"), "{}", edit.text());
    assert!(!edit.has("Enzo Marchetti"), "engineers have no right to approve");
    let boss = town.persona("site-manager").account.to_string();
    let form = Fields::of([
        ("name", "Site risk assessment"),
        ("kind", "risk"),
        ("expiry", "on"),
        ("expiry-on", "2027-03-31"),
        ("approval", "on"),
        ("account", &boss),
        ("_key", "settings-of-a-template"),
    ]);
    let saved = owner.post_fields(&path, &form).await;
    assert_eq!(saved.location(), path, "{}", saved.text());
    let page = owner.get(&path).await;
    assert!(page.has("Until 31 Mar 2027") && page.has("Sam Whitfield"), "{}", page.text());
    let nobody = form.with("account", &id_of(&town, "lone working").to_string());
    let page = owner.post_fields(&path, &nobody.with("_key", "another-key-of-settings")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody of that id decides");
}

#[tokio::test(flavor = "multi_thread")]
async fn unpublishing_drops_untouched_drafts_and_archiving_can_be_undone() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (mut emil, mut grace) = (town.enter("employee").await, town.enter("gate-scanner").await);
    let touched = start(&town, &mut emil, "site risk assessment").await;
    answer(&mut emil, &touched, 1, &[("answer", "yes")], &[]).await;
    let untouched = start(&town, &mut grace, "site risk assessment").await;
    let path = path_of(&town, "site risk assessment");
    let gone = owner.post(&format!("{path}/publication/end"), []).await;
    assert_eq!(gone.location(), path);
    assert!(emil.get(&touched).await.has("Check your answers"), "what was begun can be finished");
    assert!(grace.get(&untouched).await.has("Dropped"));
    assert!(!grace.get("/risk-assessments").await.has("Site risk assessment"));
    let template = id_of(&town, "site risk assessment").to_string();
    let late = grace.post("/risk-assessments", [("template", &template)]).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND, "nobody begins it any more");
    let archived = owner.post(&format!("{path}/archive"), []).await;
    let told = owner.follow(&archived).await;
    assert!(told.has(&format!("action=\"{path}/archive/end\"")), "with the way back");
    let closed = owner.get(&format!("{path}/questions/new")).await;
    assert_eq!(closed.status, StatusCode::CONFLICT, "an archived one is not changed");
    owner.post(&format!("{path}/archive/end"), []).await;
    let back = owner.post(&format!("{path}/publication"), []).await;
    assert_eq!(back.location(), path, "the last version again: {}", back.text());
    let twice = owner.post(&format!("{path}/archive/end"), [("b", "1")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn some_look_some_change_and_strangers_do_neither() {
    let town = town();
    let path = path_of(&town, "site risk assessment");
    let change = [("name", "x"), ("kind", "risk"), ("expiry", "never")];
    let mut director = town.enter("director").await;
    assert!(director.get("/assessment-templates").await.has("Site risk assessment"));
    let page = director.get(&path).await;
    assert!(page.has("Photograph your work area") && !page.has("/publication"));
    assert_eq!(director.post(&path, change).await.status, StatusCode::FORBIDDEN);
    for key in ["site-manager", "employee", "line-manager", "people-editor"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/assessment-templates").await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor.get(&path).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert!(!stranger.get("/assessment-templates").await.has("Site risk assessment"));
    for end in ["", "/edit", "/preview", "/questions/new"] {
        let status = stranger.get(&format!("{path}{end}")).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{end}");
    }
    for end in ["", "/publication", "/publication/end", "/archive", "/archive/end", "/questions"] {
        let status = stranger.post(&format!("{path}{end}"), change).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{end}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_is_told_what_there_is_and_what_can_be_picked() {
    let town = town();
    let org = town.world.org;
    let subjects = town.read(|db| crate::subjects(db, org)).unwrap();
    let told: Vec<(&str, bool)> = subjects.iter().map(|it| (it.name.as_str(), it.active)).collect();
    let all =
        [("Health questionnaire", true), ("Lone working", false), ("Site risk assessment", true)];
    assert_eq!(told, all);
    assert!(town.read(|db| crate::subjects(db, town.world.other)).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_has_to_approve_counts_at_once_and_that_can_change_later() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = path_of(&town, "site risk assessment");
    let open = [("name", "Site risk assessment"), ("kind", "risk"), ("expiry", "never")];
    owner.post(&path, open).await;
    let mut emil = town.enter("employee").await;
    let draft = fill(&town, &mut emil).await;
    assert!(emil.get(&draft).await.has("It counts as soon as you hand it in"));
    emil.post(&format!("{draft}/submission"), [("site", "")]).await;
    let page = emil.get(&draft).await;
    assert!(page.has("Approved") && page.has("Nobody had to") && page.has("Counts without an end"));
}
