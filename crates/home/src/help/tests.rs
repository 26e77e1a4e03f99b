//! The help through the front door.
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn help_says_whom_to_ask_to_those_who_belong_here() {
    let town = town();
    let page = town.enter("employee").await.get("/help").await;
    assert!(page.has("Rosa Silva") && page.has("Amir Haddad") && page.has("Gatepass 0."));
    assert!(!page.has("Elena Markovic") && !page.has("Ctrl K"));
    assert!(town.enter("owner").await.get("/help").await.has("Ctrl K"));
    let nobody = town.visitor().get("/help").await;
    assert!(nobody.has("What Gatepass does") && !nobody.has("Rosa Silva"));
    assert!(town.visitor().get("/help?lang=pl").await.has("Kogo zapytać"));
}
