//! Questions of a template through the front door.
use axum::http::StatusCode;
use server::testing::town;

use crate::templates::tests::path_of;

/// The words of the questions, in the order of the page.
fn order(page: &str) -> Vec<String> {
    let list = page.split("<ol class=\"asks\"").nth(1).unwrap_or_default();
    let list = list.split("</ol>").next().unwrap_or_default();
    list.split("<b>").skip(1).map(|it| it.split("</b>").next().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_of_every_kind_are_added_moved_changed_and_taken_out() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = path_of(&town, "lone working");
    for (kind, words, more) in [
        ("choice", "How do you check in?", ("choices", "Radio\nPhone")),
        ("number", "After how many minutes?", ("unit", "min")),
        ("text", "Who calls for help?", ("help", "A name")),
        ("photo", "The place", ("required", "on")),
        ("signature", "Sign", ("required", "on")),
    ] {
        let form = [("kind", kind), ("words", words), more];
        let page = owner.get(&format!("{path}/questions/new?kind={kind}")).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}");
        let made = owner.post(&format!("{path}/questions"), form).await;
        assert_eq!(made.location(), path, "{kind}: {}", made.text());
    }
    let page = owner.get(&path).await;
    assert!(page.has("Radio / Phone") && page.has("must be answered") && page.has("min"));
    let before = order(&page.text());
    assert_eq!(before.len(), 6, "{before:?}");
    // Up and down are buttons of their own: they work with the keyboard and without script.
    let (_, rest) = page
        .text()
        .split_once("How do you check in?")
        .map(|it| (it.0.to_owned(), it.1.to_owned()))
        .unwrap();
    let place = rest.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(place.ends_with("/move"), "{place}");
    let moved = owner.post(&place, [("to", "up")]).await;
    assert!(moved.location().starts_with(&format!("{path}#question-")), "{}", moved.location());
    let after = order(&owner.get(&path).await.text());
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
    owner.post(&place, [("to", "up"), ("b", "1")]).await;
    assert_eq!(order(&owner.get(&path).await.text()), after, "the first stays the first");
    let question = place.trim_end_matches("/move").to_owned();
    let edit = owner.get(&format!("{question}/edit")).await;
    assert!(edit.has("Radio\nPhone") && edit.has("How do you check in?"), "{}", edit.text());
    let wrong = owner.post(&question, [("words", ""), ("choices", "Radio")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("href=\"#words\"") && wrong.has("href=\"#choices\""));
    let saved = owner.post(&question, [("words", "How?"), ("choices", "Radio\nPhone")]).await;
    assert_eq!(saved.location(), path);
    assert!(owner.get(&path).await.has("How?"));
    owner.post(&format!("{question}/removal"), []).await;
    let left = order(&owner.get(&path).await.text());
    assert_eq!(left, [&before[0..1], &before[2..]].concat());
    let gone = owner.post(&format!("{question}/removal"), [("b", "1")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_shows_what_the_phone_shows_and_keeps_nothing() {
    let town = town();
    let mut safety = town.enter("health-and-safety").await;
    let path = path_of(&town, "site risk assessment");
    let first = safety.get(&format!("{path}/preview")).await;
    assert!(first.has("tabbar") && first.has("Question 1 of 6") && first.has("Not applicable"));
    assert!(!first.has("method=\"post\" action=\"/risk"), "{}", first.text());
    for (n, words) in [
        (2, "Working at height"),
        (3, "from 0 to 60 m"),
        (4, "optional"),
        (5, "capture=\"environment\""),
        (6, "data-sign"),
    ] {
        let page = safety.get(&format!("{path}/preview?n={n}")).await;
        assert!(page.has(words), "{words}: {}", page.text());
    }
    let none = safety.get(&format!("{path}/preview?n=7")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_write_templates_change_questions() {
    let town = town();
    let path = path_of(&town, "site risk assessment");
    let question = town
        .enter("owner")
        .await
        .get(&path)
        .await
        .between("href=\"/assessment-templates/", "/edit\"")
        .expect("a way to change something");
    let owner = town.enter("owner").await.get(&path).await.text();
    let place = owner
        .split("href=\"")
        .map(|it| it.split('"').next().unwrap_or_default())
        .find(|it| it.contains("/questions/") && it.ends_with("/edit"))
        .expect(&question)
        .to_owned();
    let form = [("words", "x"), ("kind", "text")];
    for key in ["director", "site-manager", "employee"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get(&place).await.status, StatusCode::FORBIDDEN, "{key}");
        let status = visitor.post(&format!("{path}/questions"), form).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    let base = place.trim_end_matches("/edit");
    assert_eq!(stranger.get(&place).await.status, StatusCode::NOT_FOUND);
    for end in ["", "/move", "/removal"] {
        let status = stranger.post(&format!("{base}{end}"), form).await.status;
        assert_eq!(status, StatusCode::NOT_FOUND, "{end}");
    }
    // A question of another template is none of this one.
    let other = base.replace(path.as_str(), &path_of(&town, "lone working"));
    let mut owner = town.enter("owner").await;
    assert_eq!(owner.post(&format!("{other}/removal"), []).await.status, StatusCode::NOT_FOUND);
}
