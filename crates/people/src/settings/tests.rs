//! The settings through the front door.
use axum::http::StatusCode;
use server::testing::town;

const GOOD: [(&str, &str); 5] = [
    ("name", "Harbour Works Ltd"),
    ("zone", "Europe/Warsaw"),
    ("lang", "pl"),
    ("invitation_code", "on"),
    ("domains", "@harbour.example\r\nquay.example"),
];

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_kept_as_they_were_sent() {
    let town = town();
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/settings").await.has("Europe/London"));
    let saved = owner.post("/settings", GOOD).await;
    assert_eq!(saved.location(), "/settings", "{}", saved.text());
    let page = owner.get("/settings").await;
    assert!(page.has("Harbour Works Ltd") && page.has("harbour.example\nquay.example"));
    let kept: (String, bool, bool) = town
        .read(|db| {
            db.one(
                "select domains, invitation_code, profile_access from organisation where name = 'Harbour Works Ltd'",
                &[],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
        })
        .unwrap();
    assert_eq!(kept, ("harbour.example quay.example".to_owned(), true, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn moments_are_told_by_the_clocks_of_the_organisation() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let pages = ["/audit", "/account"];
    for path in pages {
        assert!(owner.get(path).await.has("22 Nov 2026, 08:00"), "London, {path}");
    }
    let fields = GOOD.map(|(name, value)| match name {
        "zone" => (name, "Pacific/Auckland"),
        "lang" => (name, "en"),
        _ => (name, value),
    });
    assert_eq!(owner.post("/settings", fields).await.location(), "/settings");
    for path in pages {
        let page = owner.get(path).await;
        assert!(page.has("22 Nov 2026, 21:00") && !page.has("22 Nov 2026, 08:00"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_comes_back_filled_in() {
    let town = town();
    let mut admin = town.enter("administrator").await;
    for (field, value) in [("name", ""), ("zone", "Mars/Base"), ("lang", "xx"), ("domains", "x@y")]
    {
        let mut fields = GOOD;
        for it in &mut fields {
            if it.0 == field {
                it.1 = value;
            }
        }
        let wrong = admin.post("/settings", fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(wrong.has(&format!("href=\"#{field}\"")), "{field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_run_the_organisation_change_it() {
    let town = town();
    for key in ["director", "site-manager", "employee", "health-and-safety"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get("/settings").await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(visitor.post("/settings", GOOD).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    stranger.post("/settings", GOOD).await;
    let mut owner = town.enter("owner").await;
    assert!(!owner.get("/settings").await.has("Harbour Works Ltd"), "their own, not ours");
}
