//! Teams through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use kernel::{Fields, PersonId, TeamId};
use server::testing::{Town, town};

async fn add(visitor: &mut Visitor, name: &str) -> String {
    let sent = visitor.post("/teams", [("name", name)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location().to_owned()
}

fn person(town: &Town, name: &str) -> PersonId {
    let (org, name) = (town.world.org, name.to_owned());
    town.read(|db| {
        db.one("select id from person where org_id = $1 and name = $2", &[&org, &name], |row| {
            row.get(0)
        })
    })
    .expect("somebody of the told world")
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_added_and_taken_out() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let path = add(&mut editor, "Crane crew").await;
    let found = editor.get(&format!("{path}?find=markoVIC")).await;
    assert!(found.has("Nobody with this name"), "nobody of another organisation is found");
    let found = editor.get(&format!("{path}?find=novakova")).await;
    let petra = person(&town, "Petra Nováková").to_string();
    assert!(found.has("Petra Nováková") && found.has(&petra));
    let emil = person(&town, "Emil Karlsson").to_string();
    let form = Fields::parse(format!("id={petra}&id={emil}&_key=two-people-at-once").as_bytes());
    let added = editor.post_fields(&format!("{path}/members"), &form.unwrap()).await;
    assert_eq!(added.location(), path);
    let page = editor.get(&path).await;
    assert!(page.has("2 people added") && page.has("Emil Karlsson"), "{}", page.text());
    assert!(editor.get(&format!("{path}?find=novakova")).await.has("Nobody with this name"));
    editor.post(&format!("{path}/members/removal"), [("id", &emil)]).await;
    let page = editor.get(&path).await;
    assert!(page.has("1 person taken out") && !page.has("Emil Karlsson"));
    let nobody = editor.post(&format!("{path}/members"), []).await;
    assert_eq!(nobody.status, StatusCode::CONFLICT);
}

/// H-S10: the team manager is shown with the team.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_shows_who_manages_it() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let org = town.world.org;
    let team: TeamId = town
        .read(|db| db.one("select id from team where org_id = $1", &[&org], |row| row.get(0)))
        .unwrap();
    let page = owner.get(&format!("/teams/{team}")).await;
    assert!(page.has("Tomás Moreno") && page.has("Quay team"));
    assert!(owner.get("/teams?search=QUAY").await.has("Quay team"));
    assert!(owner.get("/teams?search=crane").await.has("Nothing matches"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_name_is_one_team() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let again = owner.post("/teams", [("name", "QUAY  team")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("exists already") && again.has("QUAY  team"));
    let path = add(&mut owner, "Crane crew").await;
    let renamed = owner.post(&path, [("name", "Quay team")]).await;
    assert_eq!(renamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let renamed = owner.post(&path, [("name", "Cranes")]).await;
    assert_eq!(renamed.location(), path);
    assert!(owner.get(&path).await.has("Cranes"));
}

/// §8: a people editor reaches the teams of the own division, and adds only people of it.
#[tokio::test(flavor = "multi_thread")]
async fn teams_are_reached_by_division() {
    let town = town();
    let mut owner = town.enter("owner").await;
    owner.post("/divisions", [("name", "Overseas")]).await;
    let org = town.world.org;
    let overseas: kernel::DivisionId = town
        .read(|db| {
            db.one(
                "select id from division where org_id = $1 and folded = 'overseas'",
                &[&org],
                |row| row.get(0),
            )
        })
        .unwrap();
    let asked = owner.post("/teams", [("name", "Far crew")]).await;
    assert!(asked.has("href=\"#division\""), "with two divisions one must be chosen");
    let sent =
        owner.post("/teams", [("name", "Far crew"), ("division", &overseas.to_string())]).await;
    let far = sent.location().to_owned();
    let away: PersonId = town
        .write(move |tx| {
            crate::persons::store::insert_employee(tx, org, overseas, "Aya Away", None)
        })
        .unwrap();
    let mut editor = town.enter("people-editor").await;
    assert_eq!(editor.get(&far).await.status, StatusCode::NOT_FOUND);
    assert!(!editor.get("/teams").await.has("Far crew"));
    let own = add(&mut editor, "Near crew").await;
    assert!(!editor.get(&format!("{own}?find=aya")).await.has("Aya Away"));
    let added = editor.post(&format!("{own}/members"), [("id", &away.to_string())]).await;
    assert_eq!(added.status, StatusCode::NOT_FOUND);
    let moved = editor.post(&own, [("name", "Near"), ("division", &overseas.to_string())]).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "the only division is not asked for");
    assert_eq!(editor.get(&own).await.status, StatusCode::OK, "and so it stays");
    for key in ["supervisor", "director", "team-manager", "line-manager", "people-viewer"] {
        let mut looks = town.enter(key).await;
        assert_eq!(looks.get(&own).await.status, StatusCode::OK, "{key}");
        assert!(!looks.get(&own).await.has("/members"), "{key} only looks");
        let adds = looks.post(&format!("{own}/members"), [("id", &away.to_string())]).await;
        assert_eq!(adds.status, StatusCode::FORBIDDEN, "{key}");
    }
    for key in ["site-manager", "engineer", "operator", "gate-scanner", "employee"] {
        assert_eq!(
            town.enter(key).await.get("/teams").await.status,
            StatusCode::FORBIDDEN,
            "{key}"
        );
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&own).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&own, [("name", "Mine")]).await.status, StatusCode::NOT_FOUND);
    let theirs = add(&mut stranger, "Near").await;
    let adds = stranger.post(&format!("{theirs}/members"), [("id", &away.to_string())]).await;
    assert_eq!(adds.status, StatusCode::NOT_FOUND, "nobody of another organisation");
}

#[tokio::test(flavor = "multi_thread")]
async fn members_whose_records_are_out_of_reach_are_only_counted() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let path = add(&mut editor, "Crane crew").await;
    for name in ["Petra Nováková", "Emil Karlsson"] {
        let id = person(&town, name).to_string();
        editor.post(&format!("{path}/members"), [("id", &id)]).await;
    }
    assert!(!editor.get(&path).await.has("whom you may not see"));
    let mut manager = town.enter("team-manager").await;
    let page = manager.get(&path).await;
    assert!(page.has("Crane crew") && page.has("And 2 more whom you may not see"));
    assert!(!page.has("Emil Karlsson") && !page.has("Petra Nováková"), "not the own team");
}
