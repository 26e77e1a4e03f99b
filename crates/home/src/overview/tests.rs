//! The first page through the front door.
use axum::http::StatusCode;
use server::testing::town;

#[tokio::test(flavor = "multi_thread")]
async fn the_bare_address_leads_in_or_home() {
    let town = town();
    assert_eq!(town.visitor().get("/").await.location(), "/sign-in");
    assert_eq!(town.enter("employee").await.get("/").await.location(), "/home");
    assert!(town.visitor().get("/home").await.location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_has_a_first_page_in_a_few_statements() {
    let town = town();
    for persona in &town.world.actors {
        let page = town.enter(persona.key).await.get("/home").await;
        assert_eq!(page.status, StatusCode::OK, "{}: {}", persona.key, page.text());
        assert!(page.has(&format!("Hello, {}", persona.name)), "{}", persona.key);
        assert!(page.statements <= Some(5), "{}: {:?}", persona.key, page.statements);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_office_sees_as_much_as_its_roles() {
    let town = town();
    let owner = town.enter("owner").await.get("/home").await;
    for seen in
        ["<b>15</b><span>People", "<b>2</b><span>Sites", "href=\"/outbox", "href=\"/audit\""]
    {
        assert!(owner.has(seen), "{seen}: {}", owner.text());
    }
    let scanner = town.enter("gate-scanner").await.get("/home").await;
    assert!(scanner.has("<b>1</b><span>Sites"), "only the own gate");
    for hidden in ["href=\"/people\"", "href=\"/outbox", "href=\"/audit\"", "href=\"/invitations"] {
        assert!(!scanner.has(hidden), "{hidden}");
    }
    let stranger = town.enter("stranger").await.get("/home").await;
    assert!(stranger.has("<b>1</b><span>People") && !stranger.has("Harbour"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_organisation_is_told_how_to_begin() {
    let town = town();
    let mut stranger = town.enter("stranger").await;
    let page = stranger.get("/home").await;
    for step in ["What to do next", "/sites/new", "/people/new", "/invitations/new"] {
        assert!(page.has(step), "{step}");
    }
    assert!(!page.has("is-ok"), "nothing is done yet");
    let who = [("people", "zoe@elm.example"), ("role", "DIR"), ("scope", "all")];
    assert_eq!(stranger.post("/invitations", who).await.status, StatusCode::SEE_OTHER);
    let page = stranger.get("/home").await;
    assert!(page.has("is-ok") && page.has("<b>1</b><span>Invitations waiting"), "ticked");
    let director = town.enter("director").await.get("/home").await;
    assert!(!director.has("What to do next"), "for those who can");
}

#[tokio::test(flavor = "multi_thread")]
async fn workers_have_their_own_affairs_in_the_hand() {
    let town = town();
    let mut employee = town.enter("employee").await;
    let page = employee.get("/home").await;
    assert!(page.has("tabbar") && page.has("href=\"/profile\"") && page.has("href=\"/notices\""));
    assert!(page.has("not placed at a site") && !page.has("class=\"side\""));
    let (org, gate) = (town.world.org, town.world.gate);
    let account = town.persona("employee").account;
    town.write(move |tx| {
        let now = tx.now();
        tx.run(
            "insert into placement (org_id, person_id, site_id, made_at)
             select m.org_id, m.person_id, s.id, $4 from member m join site s on s.org_id = m.org_id
              where m.org_id = $1 and m.account_id = $2 and s.id = $3",
            &[&org, &account, &gate, &now],
        )
        .map(drop)
    })
    .unwrap();
    assert!(employee.get("/home").await.has("Harbour Gate"));
    town.write(move |tx| {
        tx.run("update member set person_id = null where account_id = $1", &[&account]).map(drop)
    })
    .unwrap();
    assert!(employee.get("/home").await.has("Nothing to see here yet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_is_a_page_too() {
    let town = town();
    let page = town.enter("owner").await.get("/menu").await;
    assert!(page.has("href=\"/people\"") && page.has("href=\"/settings\""));
    let page = town.enter("operator").await.get("/menu").await;
    assert!(!page.has("href=\"/settings\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_and_went_is_no_news() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let who = [("people", "zoe@harbour.example"), ("role", "DIR"), ("scope", "all")];
    assert_eq!(owner.post("/invitations", who).await.status, StatusCode::SEE_OTHER);
    for _ in 0..8 {
        let mut director = town.enter("director").await;
        director.post("/account/language", [("lang", "en")]).await;
        director.post("/sign-out", []).await;
    }
    let page = owner.get("/home").await;
    assert!(page.has("Invitation sent") && !page.has("Signed in") && !page.has("Signed out"));
    assert!(owner.get("/audit").await.has("Signed in"), "the log itself says everything");
}
