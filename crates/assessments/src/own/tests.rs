//! The own assessments through the front door (T-S4, §7.9, C-12).
use axum::http::StatusCode;
use kernel::file::card;
use kernel::testing::{File, Page, Visitor};
use kernel::{Fields, PersonId, SiteId};
use server::testing::{Town, town};

use crate::templates::tests::id_of;

/// The record of somebody of the told world.
pub fn person(town: &Town, key: &str) -> PersonId {
    let (org, account) = (town.world.org, town.persona(key).account);
    let find = "select person_id from member where org_id = $1 and account_id = $2";
    town.read(|db| db.one(find, &[&org, &account], |row| row.get(0))).expect("a person")
}

/// Places somebody at a site.
pub fn place(town: &Town, key: &str, site: SiteId) {
    let (org, who) = (town.world.org, person(town, key));
    let put = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, 1)";
    town.write(move |tx| tx.run(put, &[&org, &who, &site]).map(drop)).unwrap();
}

/// Begins an assessment and says where it is.
pub async fn start(town: &Town, visitor: &mut Visitor, template: &'static str) -> String {
    let id = id_of(town, template).to_string();
    let begun = visitor.post("/risk-assessments", [("template", &id)]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    begun.location().split("/questions").next().unwrap().to_owned()
}

pub async fn answer(
    visitor: &mut Visitor,
    path: &str,
    n: u32,
    pairs: &[(&str, &str)],
    files: &[File<'_>],
) -> Page {
    let mut form = Fields::default();
    for (name, value) in pairs {
        form.set(name, value);
    }
    visitor.upload(&format!("{path}/questions/{n}"), &form, files).await
}

/// Answers everything the site risk assessment asks, and says where the draft is.
pub async fn fill(town: &Town, visitor: &mut Visitor) -> String {
    let path = start(town, visitor, "site risk assessment").await;
    let photo = card(40);
    for (n, value) in [(1, "yes"), (2, "Digging"), (3, "2,5"), (4, "")] {
        let next = answer(visitor, &path, n, &[("answer", value)], &[]).await;
        assert_eq!(next.location(), format!("{path}/questions/{}", n + 1), "{}", next.text());
    }
    answer(visitor, &path, 5, &[], &[("photo", "site.jpg", &photo)]).await;
    let last = answer(visitor, &path, 6, &[("answer", "Emil Karlsson")], &[]).await;
    assert_eq!(last.location(), path, "then the summary: {}", last.text());
    path
}

/// Fills in the site risk assessment for a site and hands it in.
pub async fn hand_in(town: &Town, visitor: &mut Visitor, site: SiteId) -> String {
    let path = fill(town, visitor).await;
    let site = site.to_string();
    let sent = visitor.post(&format!("{path}/submission"), [("site", &site)]).await;
    assert_eq!(sent.location(), path, "{}", sent.text());
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn one_question_to_a_screen_kept_as_it_is_given_and_resumed_elsewhere_t_s4() {
    let town = town();
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/home").await.has("href=\"/risk-assessments\""));
    let lists = emil.get("/risk-assessments").await;
    assert!(lists.has("Available templates") && lists.has("My assessments"));
    assert!(lists.has("Draft, 1 of 3 answered") && !lists.has("Lone working"), "{}", lists.text());
    let path = start(&town, &mut emil, "site risk assessment").await;
    let page = emil.get(&format!("{path}/questions/1")).await;
    assert!(page.has("Question 1 of 6") && page.has("Each answer is saved when you go on"));
    let mute = answer(&mut emil, &path, 1, &[("answer", "no")], &[]).await;
    assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mute.has("href=\"#note\"") && mute.has("value=\"no\" checked"), "{}", mute.text());
    let noted = [("answer", "no"), ("note", "A cable")];
    answer(&mut emil, &path, 1, &noted, &[]).await;
    answer(&mut emil, &path, 2, &[("answer", "Lifting")], &[]).await;
    let third = emil.get(&format!("{path}/questions/3")).await;
    assert!(third.has("All answers saved, 22 Nov 2026, 08:00"), "{}", third.text());
    // Another device goes on with the first open question.
    let mut phone = town.enter("employee").await;
    let list = phone.get("/risk-assessments").await;
    assert!(list.has("Draft, 2 of 6 answered") && list.has(&format!("{path}/questions/3")));
    let template = id_of(&town, "site risk assessment").to_string();
    let again = phone.post("/risk-assessments", [("template", &template)]).await;
    assert_eq!(again.location(), format!("{path}/questions/3"), "one draft for each template");
    let early = phone.post(&format!("{path}/submission"), []).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.has("3 questions still need an answer") && early.has("Answer needed"));
    let changed = [("answer", "yes"), ("change", "1")];
    let back = answer(&mut phone, &path, 1, &changed, &[]).await;
    assert_eq!(back.location(), path, "back to the summary");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_asked_for_is_answered_and_hostile_files_are_refused() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = start(&town, &mut emil, "site risk assessment").await;
    for (n, pairs, words) in [
        (1, ("answer", "perhaps"), "href=\"#answer\""),
        (1, ("answer", ""), "Answer this question"),
        (2, ("answer", "Flying"), "href=\"#answer\""),
        (3, ("answer", "61"), "outside of what can be"),
        (3, ("answer", "high"), "Enter a number"),
        (5, ("answer", "x"), "Add a photo"),
        (6, ("answer", ""), "Sign, or type your name"),
    ] {
        let page = answer(&mut emil, &path, n, &[pairs], &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{n} {pairs:?}");
        assert!(page.has(words), "{n} {words}: {}", page.text());
    }
    let kept = town.app().blobs.names().unwrap().len();
    for (content, sentence) in [
        (&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], "Only PDF, JPG"),
        (b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF", "picture"),
        (b"\xff\xd8\xff\xe0broken", "cannot be opened"),
    ] {
        for (n, field) in [(5, "photo"), (6, "signature")] {
            let files = [(field, "x.jpg", content)];
            let page = answer(&mut emil, &path, n, &[], &files).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {sentence}");
        }
    }
    assert_eq!(town.app().blobs.names().unwrap().len(), kept, "nothing is kept");
    assert_eq!(emil.get(&format!("{path}/questions/7")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(emil.get(&format!("{path}/questions/0")).await.status, StatusCode::NOT_FOUND);
    let photo = card(41);
    answer(&mut emil, &path, 5, &[], &[("photo", "site.jpg", &photo)]).await;
    let picture = emil.get(&format!("{path}/questions/5/picture")).await;
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    assert!(picture.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    // What is there stays when the form comes without another one.
    let next = answer(&mut emil, &path, 5, &[], &[]).await;
    assert_eq!(next.status, StatusCode::SEE_OTHER, "{}", next.text());
    assert_eq!(emil.get(&format!("{path}/questions/5/picture")).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_is_the_templates_or_one_of_theirs_c_12() {
    let town = town();
    let (gate, yard) = (town.world.gate, town.world.yard);
    let mut emil = town.enter("employee").await;
    let path = fill(&town, &mut emil).await;
    let page = emil.get(&path).await;
    assert!(page.has("Harbour Gate") && !page.has("North Yard"), "{}", page.text());
    assert!(page.has(&format!("value=\"{gate}\" checked")), "the template's own is meant");
    let foreign = emil.post(&format!("{path}/submission"), [("site", &yard.to_string())]).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY, "not placed there");
    assert!(foreign.has("href=\"#site\""));
    place(&town, "employee", yard);
    let there = emil.post(&format!("{path}/submission"), [("site", &yard.to_string())]).await;
    assert_eq!(there.location(), path);
    assert!(emil.get(&path).await.has("North Yard"));
    // The default site does not count once it is closed, and two own sites leave the choice open.
    let mut oskar = town.enter("gate-scanner").await;
    place(&town, "gate-scanner", yard);
    let (org, off) = (town.world.org, false);
    town.write(move |tx| {
        let close = "update site set active = $3 where org_id = $1 and id = $2";
        tx.run(close, &[&org, &gate, &off]).map(drop)
    })
    .unwrap();
    let path = fill(&town, &mut oskar).await;
    let page = oskar.get(&path).await;
    assert!(page.has(&format!("value=\"{yard}\" checked")) && !page.has("Harbour Gate"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_hand_the_same_draft_in_once() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = fill(&town, &mut emil).await;
    let site = town.world.gate.to_string();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let mut device = town.enter("employee").await;
        let (path, site) = (path.clone(), site.clone());
        tasks.spawn(async move {
            device.post(&format!("{path}/submission"), [("site", &site)]).await.status
        });
    }
    let answers = tasks.join_all().await;
    assert_eq!(answers, [StatusCode::SEE_OTHER; 4]);
    let told = "select count(*) from entry where what = 'assessment.submitted'";
    let told: i64 = town.read(|db| db.one(told, &[], |row| row.get(0))).unwrap();
    assert_eq!(told, 1, "one submission");
    let late = answer(&mut emil, &path, 1, &[("answer", "yes")], &[]).await;
    assert_eq!(late.location(), path, "what was handed in is not written over");
    let dropped = emil.post(&format!("{path}/cancellation"), []).await;
    assert_eq!(dropped.status, StatusCode::CONFLICT);
    town.work();
    let page = emil.get(&path).await;
    assert!(page.has("Pending review") && page.has("It does not count yet"), "{}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_can_be_dropped_and_belongs_to_nobody_else() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let path = start(&town, &mut emil, "site risk assessment").await;
    let photo = card(42);
    answer(&mut emil, &path, 5, &[], &[("photo", "a.jpg", &photo)]).await;
    for key in ["owner", "site-manager", "operator", "stranger"] {
        let mut visitor = town.enter(key).await;
        let office = path.replace("/risk-assessments", "/assessments");
        for path in [path.clone(), format!("{path}/questions/1"), office] {
            let status = visitor.get(&path).await.status;
            let closed = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN];
            assert!(closed.contains(&status), "{key} {path} {status}");
        }
        for end in ["submission", "revision", "cancellation"] {
            let status = visitor.post(&format!("{path}/{end}"), []).await.status;
            assert!(status.is_client_error(), "{key} {end}");
        }
        let page = answer(&mut visitor, &path, 1, &[("answer", "no")], &[]).await;
        assert!(page.status.is_client_error(), "{key}");
    }
    let gone = emil.post(&format!("{path}/cancellation"), []).await;
    assert_eq!(gone.location(), "/risk-assessments");
    let again = start(&town, &mut emil, "site risk assessment").await;
    assert_ne!(again, path, "a new one can be begun");
    let mut nobody = town.visitor();
    assert!(nobody.get("/risk-assessments").await.location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_rejected_is_corrected_as_a_new_attempt_and_the_old_one_stays() {
    let town = town();
    let mut sunita = town.enter("supervisor").await;
    let list = sunita.get("/risk-assessments").await;
    assert!(list.has("Not accepted · Clear the walkway"), "{}", list.text());
    let old = list.between("href=\"/risk-assessments/", "\"").expect("the rejected one");
    let old = format!("/risk-assessments/{old}");
    let page = sunita.get(&old).await;
    assert!(page.has("Cables over the walkway.") && page.has("/revision"));
    let begun = sunita.post(&format!("{old}/revision"), []).await;
    let new = begun.location().to_owned();
    assert_ne!(new, old);
    let summary = sunita.get(&new).await;
    assert!(
        summary.has("Cables over the walkway.") && summary.has("The last one was not accepted")
    );
    let twice = sunita.post(&format!("{old}/revision"), [("b", "1")]).await;
    assert_eq!(twice.location(), new, "one draft at a time");
    answer(&mut sunita, &new, 1, &[("answer", "yes"), ("change", "1")], &[]).await;
    let site = town.world.gate.to_string();
    sunita.post(&format!("{new}/submission"), [("site", &site)]).await;
    assert!(sunita.get(&new).await.has("Pending review"));
    let kept = sunita.get(&old).await;
    assert!(kept.has("Cables over the walkway.") && !kept.has("/revision"), "as it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_expired_is_renewed_from_the_beginning() {
    let town = town();
    let mut oskar = town.enter("operator").await;
    let list = oskar.get("/risk-assessments").await;
    assert!(list.has("Approved · Counts until 22 Nov 2027"), "{}", list.text());
    let path = list.between("href=\"/risk-assessments/", "\"").expect("the approved one");
    let path = format!("/risk-assessments/{path}");
    let org = town.world.org;
    town.write(move |tx| {
        let end = "update assessment set last_on = '2026-11-21' where org_id = $1 and decision = 'approved'";
        tx.run(end, &[&org]).map(drop)
    })
    .unwrap();
    let page = oskar.get(&path).await;
    assert!(page.has("Expired") && page.has("Fill it in again"), "{}", page.text());
    let again = start(&town, &mut oskar, "site risk assessment").await;
    assert!(again != path && !oskar.get(&again).await.has("Edge protection"), "nothing is copied");
}
