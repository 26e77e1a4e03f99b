//! The own training through the front door (H-M1, H-M2, H-M9).
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_what_they_did_and_until_when_it_holds() {
    let town = town();
    let mut employee = town.enter("employee").await;
    let page = employee.get("/training").await;
    for words in [
        "Site induction",
        "Holds until 6 May 2027",
        "Ends soon: holds until 28 Dec 2026",
        "It has to be done again",
        "only for looking",
        "tabbar",
    ] {
        assert!(page.has(words), "{words}: {}", page.text());
    }
    assert!(!page.has("method=\"post\" action=\"/people"), "nothing to change");
    assert!(page.statements <= Some(4), "{:?}", page.statements);
    for persona in &town.world.actors {
        let page = town.enter(persona.key).await.get("/training").await;
        assert_eq!(page.status, StatusCode::OK, "{}", persona.key);
        assert!(persona.key == "employee" || !page.has("28 Dec 2026"), "{}", persona.key);
    }
    assert!(town.visitor().get("/training").await.location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_is_one_sheet_without_what_was_voided_h_m2() {
    let town = town();
    let mut operator = town.enter("operator").await;
    let page = operator.get("/training").await;
    assert!(page.has("href=\"/training/report\"") && page.has("Wrong person"), "{}", page.text());
    let report = operator.get("/training/report").await;
    assert!(report.has("Oskar Lind") && report.has("Harbour Works, as of 22 Nov 2026"));
    assert!(report.has("Site induction") && report.has("Quayside Training"));
    assert!(!report.has("Manual handling"), "what was voided was never so");
    assert!(operator.get("/training/report?lang=pl").await.has("Raport ze szkoleń"));
}
