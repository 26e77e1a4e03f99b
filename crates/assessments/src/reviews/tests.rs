//! Reviews through the front door (§7.9, footnote 4 of §8.1, N-20, N-21).
use axum::http::StatusCode;
use kernel::{AccountId, Fields, GroupId};
use server::testing::{Town, town};

use crate::own::tests::{hand_in, person, place};
use crate::templates::tests::path_of;

fn office(path: &str) -> String {
    path.replace("/risk-assessments", "/assessments")
}

/// Lets only these decide about the site risk assessment.
async fn only(town: &Town, more: &[(&'static str, String)]) {
    let mut form = Fields::of([
        ("name", "Site risk assessment"),
        ("kind", "risk"),
        ("approval", "on"),
        ("expiry", "days"),
        ("expiry-days", "365"),
        ("site", &town.world.gate.to_string()),
        ("_key", "only-these-decide-about-it"),
    ]);
    for (name, value) in more {
        form = form.and(name, value);
    }
    let path = path_of(town, "site risk assessment");
    let saved = town.enter("owner").await.post_fields(&path, &form).await;
    assert_eq!(saved.location(), path, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_comes_first_and_the_reviewer_goes_on_with_the_next() {
    let town = town();
    let mut emil = town.enter("employee").await;
    town.app().clock.advance_seconds(60);
    let path = hand_in(&town, &mut emil, town.world.gate).await;
    let mut owner = town.enter("owner").await;
    let queue = owner.get("/assessments").await;
    assert!(queue.has("2 wait") && queue.has("Enzo Marchetti") && queue.has("Harbour Gate"));
    assert!(queue.text().find("Enzo").unwrap() < queue.text().find("Emil").unwrap());
    let first = queue.between("href=\"/assessments/", "\"").expect("a row");
    let page = owner.get(&format!("/assessments/{first}")).await;
    assert!(page.has("data-press=\"a\"") && page.has("data-press=\"r\"") && page.has("/pictures/"));
    let done = owner.post(&format!("/assessments/{first}/approval"), []).await;
    assert_eq!(done.location(), office(&path), "{}", done.text());
    let next = owner.follow(&done).await;
    assert!(next.has("Emil Karlsson") && next.has("2.5 m"), "{}", next.text());
    let mute = owner.post(&format!("{}/rejection", office(&path)), [("reason", " ")]).await;
    assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mute.has("href=\"#reason\"") && mute.has("<details class=\"fold\" open"));
    let no = [("reason", "The photo shows another place")];
    let done = owner.post(&format!("{}/rejection", office(&path)), no).await;
    assert_eq!(done.location(), "/assessments");
    assert!(owner.get("/assessments").await.has("Nothing to check"));
    let page = emil.get(&path).await;
    assert!(page.has("Not accepted") && page.has("another place") && page.has("Correct it"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_decides_about_their_own() {
    let town = town();
    let mut boss = town.enter("site-manager").await;
    place(&town, "site-manager", town.world.gate);
    let path = hand_in(&town, &mut boss, town.world.gate).await;
    assert!(boss.get("/assessments").await.has("Yours"));
    assert!(!boss.get(&office(&path)).await.has("/approval"));
    for what in ["approval", "rejection"] {
        let status =
            boss.post(&format!("{}/{what}", office(&path)), [("reason", "x")]).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{what}");
    }
    let mut safety = town.enter("health-and-safety").await;
    let done = safety.post(&format!("{}/approval", office(&path)), []).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_without_approvers_is_for_whoever_is_entitled_within_reach() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = office(&hand_in(&town, &mut emil, town.world.gate).await);
    let mut manager = town.enter("site-manager").await;
    assert!(manager.get("/assessments").await.has("Nothing to check"), "nobody of theirs");
    assert_eq!(manager.post(&format!("{path}/approval"), []).await.status, StatusCode::NOT_FOUND);
    place(&town, "employee", town.world.gate);
    assert!(manager.get("/assessments").await.has("Emil Karlsson"));
    for key in ["director", "engineer", "people-editor", "employee", "courses-editor"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/assessments").await.status, StatusCode::FORBIDDEN, "{key}");
        let status = visitor.post(&format!("{path}/approval"), []).await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert!(stranger.get("/assessments").await.has("Nothing to check"));
    assert_eq!(stranger.post(&format!("{path}/approval"), []).await.status, StatusCode::NOT_FOUND);
    let done = manager.post(&format!("{path}/approval"), [("b", "1")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn named_accounts_decide_and_others_with_the_right_do_not() {
    let town = town();
    let hannah: AccountId = town.persona("health-and-safety").account;
    only(&town, &[("account", hannah.to_string())]).await;
    place(&town, "employee", town.world.gate);
    let mut emil = town.enter("employee").await;
    let path = office(&hand_in(&town, &mut emil, town.world.gate).await);
    let mut manager = town.enter("site-manager").await;
    assert!(manager.get("/assessments").await.has("Nothing to check"));
    let page = manager.get(&path).await;
    assert!(page.has("The answers are shown to those who decide"), "{}", page.text());
    assert_eq!(manager.post(&format!("{path}/approval"), []).await.status, StatusCode::FORBIDDEN);
    town.work();
    let mut safety = town.enter("health-and-safety").await;
    assert!(safety.get("/notices").await.has("Emil Karlsson handed in Site risk assessment"));
    let mut owner = town.enter("owner").await;
    assert!(!owner.get("/notices").await.has("handed in"), "only those who are named are told");
    let done = owner.post(&format!("{path}/approval"), [("b", "1")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "the owner may step in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_decides_as_far_as_its_members_have_the_right() {
    let town = town();
    let (org, who) = (town.world.org, person(&town, "site-manager"));
    let group: GroupId = town
        .write(move |tx| {
            let id: GroupId = tx.new_id();
            let put = "insert into people_group (org_id, id, name, folded, kind) values ($1, $2, 'Deciders', 'deciders', 'picked')";
            tx.run(put, &[&org, &id])?;
            let put = "insert into group_member (org_id, group_id, person_id) values ($1, $2, $3)";
            tx.run(put, &[&org, &id, &who])?;
            Ok(id)
        })
        .unwrap();
    only(&town, &[("group", group.to_string())]).await;
    place(&town, "employee", town.world.gate);
    let mut emil = town.enter("employee").await;
    let path = office(&hand_in(&town, &mut emil, town.world.gate).await);
    let mut manager = town.enter("site-manager").await;
    assert!(manager.get("/assessments").await.has("Emil Karlsson"));
    assert!(manager.get(&path).await.has("2.5 m"));
    let done = manager.post(&format!("{path}/approval"), []).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_line_manager_decides_about_the_own_reports() {
    let town = town();
    let (org, emil) = (town.world.org, person(&town, "employee"));
    let lena = person(&town, "line-manager");
    town.write(move |tx| {
        let put = "update person set line_manager_id = $3 where org_id = $1 and id = $2";
        tx.run(put, &[&org, &emil, &lena]).map(drop)
    })
    .unwrap();
    only(&town, &[("manager", "on".to_owned())]).await;
    place(&town, "employee", town.world.gate);
    let mut emil = town.enter("employee").await;
    let path = office(&hand_in(&town, &mut emil, town.world.gate).await);
    let mut site = town.enter("site-manager").await;
    assert_eq!(site.post(&format!("{path}/approval"), []).await.status, StatusCode::FORBIDDEN);
    town.work();
    let mut lena = town.enter("line-manager").await;
    assert!(lena.get("/notices").await.has("Emil Karlsson handed in"));
    assert!(lena.get("/assessments").await.has("Emil Karlsson"));
    assert!(!lena.get("/assessments").await.has("Enzo Marchetti"), "none of hers");
    let done = lena.post(&format!("{path}/approval"), []).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_reviewers_at_once_make_one_decision() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = office(&hand_in(&town, &mut emil, town.world.gate).await);
    let mut tasks = tokio::task::JoinSet::new();
    for (key, what) in
        [("owner", "approval"), ("administrator", "rejection"), ("health-and-safety", "rejection")]
    {
        let mut visitor = town.enter(key).await;
        let place = format!("{path}/{what}");
        tasks.spawn(async move { visitor.post(&place, [("reason", "x")]).await.status });
    }
    let mut answers = tasks.join_all().await;
    answers.sort();
    assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::CONFLICT, StatusCode::CONFLICT]);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_decide_are_told_at_once_n_20_and_the_person_of_the_decision_n_21() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = hand_in(&town, &mut emil, town.world.gate).await;
    town.work();
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/notices").await.has("Emil Karlsson handed in Site risk assessment"));
    assert!(owner.get("/outbox").await.has("To check: Site risk assessment by Emil Karlsson"));
    let mut manager = town.enter("site-manager").await;
    assert!(!manager.get("/notices").await.has("handed in"), "nobody of theirs");
    let dark = [("reason", "The photo is dark")];
    owner.post(&format!("{}/rejection", office(&path)), dark).await;
    assert!(emil.get("/notices").await.has("was not accepted: The photo is dark"));
    assert!(owner.get("/outbox").await.has("Not accepted: Site risk assessment"));
    let new = emil.post(&format!("{path}/revision"), []).await.location().to_owned();
    let site = town.world.gate.to_string();
    emil.post(&format!("{new}/submission"), [("site", &site)]).await;
    owner.post(&format!("{}/approval", office(&new)), []).await;
    assert!(emil.get("/notices").await.has("Site risk assessment was approved"));
    // The job that tells of it came too late: nobody is told of what is decided.
    town.work();
    let told = owner.get("/notices").await.text().matches("Emil Karlsson handed in").count();
    assert_eq!(told, 1);
}
