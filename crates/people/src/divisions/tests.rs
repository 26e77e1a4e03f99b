//! Divisions through the front door.
use axum::http::StatusCode;
use kernel::DivisionId;
use server::testing::{Town, town};

fn path(town: &Town, folded: &'static str) -> String {
    let org = town.world.org;
    let id: DivisionId = town
        .read(|db| {
            db.one(
                "select id from division where org_id = $1 and folded = $2",
                &[&org, &folded],
                |row| row.get(0),
            )
        })
        .expect("a division");
    format!("/divisions/{id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_division_is_added_renamed_and_removed() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let added = owner.post("/divisions", [("name", "Overseas")]).await;
    assert_eq!(added.location(), "/divisions");
    let overseas = path(&town, "overseas");
    let again = owner.post("/divisions", [("name", "OVERSEAS")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("exists already") && again.has("OVERSEAS"));
    assert_eq!(owner.post(&overseas, [("name", "Abroad")]).await.status, StatusCode::SEE_OTHER);
    assert!(owner.get("/divisions").await.has("Abroad"));
    assert!(owner.get(&format!("{overseas}/edit")).await.has("Remove division"));
    let removed = owner.post(&format!("{overseas}/removal"), []).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert!(!owner.get("/divisions").await.has("Abroad"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_division_and_one_in_use_stay() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let first = format!("/divisions/{}", town.world.division);
    let stays = owner.post(&format!("{first}/removal"), []).await;
    assert_eq!(stays.status, StatusCode::CONFLICT);
    owner.post("/divisions", [("name", "Overseas")]).await;
    let overseas = path(&town, "overseas");
    let id = overseas.trim_start_matches("/divisions/").to_owned();
    owner.post("/teams", [("name", "Far crew"), ("division", &id)]).await;
    let used = owner.post(&format!("{overseas}/removal"), []).await;
    assert_eq!(used.status, StatusCode::CONFLICT);
    assert!(used.has("still belongs"), "{}", used.text());
}

/// H-S7: division editors in theirs, administrators everywhere.
#[tokio::test(flavor = "multi_thread")]
async fn divisions_are_shaped_by_administrators() {
    let town = town();
    let mut owner = town.enter("owner").await;
    owner.post("/divisions", [("name", "Overseas")]).await;
    let (overseas, first) =
        (path(&town, "overseas"), format!("/divisions/{}", town.world.division));
    let mut editor = town.enter("people-editor").await;
    assert!(!editor.get("/divisions").await.has("Overseas"));
    assert_eq!(editor.get(&format!("{overseas}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.post(&overseas, [("name", "Mine")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.post(&first, [("name", "Home")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(editor.post("/divisions", [("name", "x")]).await.status, StatusCode::FORBIDDEN);
    let removal = format!("{overseas}/removal");
    assert_eq!(editor.post(&removal, []).await.status, StatusCode::FORBIDDEN);
    let mut director = town.enter("director").await;
    assert!(director.get("/divisions").await.has("Overseas"));
    assert_eq!(director.post(&first, [("name", "x")]).await.status, StatusCode::FORBIDDEN);
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.post(&first, [("name", "x")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&removal, []).await.status, StatusCode::NOT_FOUND);
    let employee = town.enter("employee").await.get("/divisions").await;
    assert_eq!(employee.status, StatusCode::FORBIDDEN);
}
