//! What a person handed in, as others and the judge see it.
use axum::http::StatusCode;
use judge::State::{Approved, Rejected, Waiting};
use server::testing::town;

use crate::own::tests::{hand_in, person, place};
use crate::templates::tests::id_of;

#[tokio::test(flavor = "multi_thread")]
async fn who_is_further_away_sees_where_it_stands_and_reads_no_answers() {
    let town = town();
    let list = format!("/people/{}/assessments", person(&town, "operator"));
    let mut director = town.enter("director").await;
    let page = director.get(&list).await;
    assert!(page.has("Site risk assessment") && page.has("Counts until 22 Nov 2027"));
    let path = page.between("href=\"/assessments/", "\"").expect("one of them");
    let path = format!("/assessments/{path}");
    let shown = director.get(&path).await;
    assert!(shown.has("Approved") && shown.has("The answers are shown to those who decide"));
    assert!(!shown.has("Edge protection") && !shown.has("/pictures/"), "{}", shown.text());
    let mut owner = town.enter("owner").await;
    let shown = owner.get(&path).await;
    assert!(shown.has("Edge protection") && shown.has("4.5 m") && shown.has("Signed: Oskar Lind"));
    assert!(owner.get(&list.replace("/assessments", "")).await.has(&list), "a tab of the person");
    let picture = shown.between("<img src=\"", "\"").expect("the photo");
    assert_eq!(owner.get(&picture).await.headers["content-type"], "image/jpeg");
    assert_eq!(director.get(&picture).await.status, StatusCode::NOT_FOUND);
    let mut oskar = town.enter("operator").await;
    assert!(oskar.get(&path).await.has("Edge protection"), "the own answers");
    let mut manager = town.enter("site-manager").await;
    assert_eq!(manager.get(&path).await.status, StatusCode::NOT_FOUND, "nobody of theirs");
    place(&town, "operator", town.world.gate);
    assert!(manager.get(&path).await.has("Edge protection"), "they decide about people there");
    for key in ["employee", "gate-scanner", "stranger"] {
        let mut visitor = town.enter(key).await;
        for path in [&list, &path, &picture] {
            assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{key} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_gets_every_state_with_its_site_and_the_time_it_was_known() {
    let town = town();
    let (org, emil) = (town.world.org, person(&town, "employee"));
    let mut visitor = town.enter("employee").await;
    let path = hand_in(&town, &mut visitor, town.world.gate).await;
    let office = path.replace("/risk-assessments", "/assessments");
    town.pass_hours(2);
    let mut owner = town.enter("owner").await;
    owner.post(&format!("{office}/rejection"), [("reason", "Too dark")]).await;
    let mut visitor = town.enter("employee").await;
    let again = visitor.post(&format!("{path}/revision"), []).await.location().to_owned();
    let site = town.world.gate.to_string();
    visitor.post(&format!("{again}/submission"), [("site", &site)]).await;
    town.pass_hours(2);
    let office = again.replace("/risk-assessments", "/assessments");
    let mut owner = town.enter("owner").await;
    owner.post(&format!("{office}/approval"), []).await;
    let records = town.read(|db| crate::records(db, org, &[emil])).unwrap();
    let told: Vec<_> = records
        .iter()
        .map(|(who, it)| (*who, it.state, it.known.until == judge::Instant::END))
        .collect();
    assert_eq!(
        told,
        [
            (emil, Waiting, false),
            (emil, Rejected, true),
            (emil, Waiting, false),
            (emil, Approved, true)
        ]
    );
    let risk = judge::Id(id_of(&town, "site risk assessment").number());
    let gate = judge::Id(town.world.gate.number());
    for (_, it) in &records {
        assert_eq!((it.subject, it.site), (judge::Subject::Assessment(risk), Some(gate)));
        assert!(it.last.is_some(), "the year it counts for");
    }
    assert_eq!(records[0].1.known.until, records[1].1.known.from);
    assert_eq!(records[2].1.known.until, records[3].1.known.from);
    assert!(town.read(|db| crate::records(db, org, &[])).unwrap().is_empty());
}
