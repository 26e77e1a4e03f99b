//! The choice of notices through the front door.
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_turned_off_is_not_told_and_what_is_mandatory_stays() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let page = owner.get("/notices/preferences").await;
    assert!(page.has("Always sent") && page.has("Decided by your organisation"));
    assert!(page.has("name=\"inbox-invitation-accepted\" value=\"on\" checked"), "on by default");
    assert!(!page.has("name=\"mail-password-reset\""), "N-09 is mandatory");
    let sent = [("inbox-invitation-expired", "on"), ("mail-password-reset", "")];
    let saved = owner.post("/notices/preferences", sent).await;
    let page = owner.follow(&saved).await;
    assert!(page.has("Your choice is saved"));
    assert!(!page.has("name=\"inbox-invitation-accepted\" value=\"on\" checked"));
    assert!(page.has("name=\"inbox-invitation-expired\" value=\"on\" checked"));
    let (org, account) = (town.world.org, town.persona("owner").account);
    let told = town.write(move |tx| {
        let (args, ended) = ([("name", "Nadia".into())], [("count", 3.into()), ("soon", 0.into())]);
        crate::tell(tx, org, account, "invitation-accepted", &args, "/invitations")?;
        crate::tell(tx, org, account, "invitation-expired", &ended, "/invitations")
    });
    told.unwrap();
    let inbox = owner.get("/notices").await;
    assert!(!inbox.has("Nadia") && inbox.has("3 of your invitations ran out"));
    let log = owner.get("/audit?what=preferences").await;
    assert!(log.has("Choice of notifications changed"));
    let mut worker = town.enter("employee").await;
    assert!(worker.get("/notices/preferences").await.has("Choose notifications"));
}
