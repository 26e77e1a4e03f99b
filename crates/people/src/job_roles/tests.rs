//! Job roles through the front door.
use axum::http::StatusCode;
use kernel::{DivisionId, JobRoleId, PersonId};
use server::testing::{Town, town};

fn path(town: &Town, folded: &'static str) -> (String, JobRoleId) {
    let org = town.world.org;
    let id: JobRoleId = town
        .read(|db| {
            db.one(
                "select id from job_role where org_id = $1 and folded = $2",
                &[&org, &folded],
                |row| row.get(0),
            )
        })
        .expect("a job role");
    (format!("/job-roles/{id}"), id)
}

/// Lets somebody of a division hold the job role.
fn hire(town: &Town, division: DivisionId, name: &'static str, role: JobRoleId) {
    let org = town.world.org;
    town.write(move |tx| {
        let person: PersonId =
            crate::persons::store::insert_employee(tx, org, division, name, None)?;
        tx.run(
            "update person set job_role_id = $3 where org_id = $1 and id = $2",
            &[&org, &person, &role],
        )
        .map(drop)
    })
    .expect("somebody at work");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_role_is_added_renamed_and_counted() {
    let town = town();
    let mut editor = town.enter("courses-editor").await;
    let added = editor.post("/job-roles", [("name", "Żeglarz")]).await;
    assert_eq!(added.location(), "/job-roles");
    let (sailor, id) = path(&town, "zeglarz");
    hire(&town, town.world.division, "Stina Storm", id);
    let list = editor.get("/job-roles?search=ZEGLARZ").await;
    assert!(list.has("Żeglarz") && list.has("1 person"), "{}", list.text());
    let again = editor.post("/job-roles", [("name", "zeglarz")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("exists already"));
    let empty = editor.post("/job-roles", [("name", " ")]).await;
    assert!(empty.has("Fill this in"));
    assert_eq!(editor.post(&sailor, [("name", "Sailor")]).await.status, StatusCode::SEE_OTHER);
    assert!(editor.get("/job-roles").await.has("Sailor"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_hold_is_renamed_by_administrators_only() {
    let town = town();
    let mut owner = town.enter("owner").await;
    owner.post("/job-roles", [("name", "Electrician")]).await;
    owner.post("/divisions", [("name", "Overseas")]).await;
    let org = town.world.org;
    let overseas: DivisionId = town
        .read(|db| {
            db.one(
                "select id from division where org_id = $1 and folded = 'overseas'",
                &[&org],
                |row| row.get(0),
            )
        })
        .unwrap();
    let (role, id) = path(&town, "electrician");
    hire(&town, overseas, "Aya Away", id);
    let mut editor = town.enter("people-editor").await;
    let refused = editor.post(&role, [("name", "Sparks")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Sparks") && refused.has("other divisions"));
    assert!(editor.get("/job-roles").await.has("Nobody yet"), "counted within reach");
    assert_eq!(owner.post(&role, [("name", "Sparks")]).await.status, StatusCode::SEE_OTHER);
    let mut director = town.enter("director").await;
    assert!(director.get("/job-roles").await.has("Sparks"));
    assert_eq!(director.post(&role, [("name", "x")]).await.status, StatusCode::FORBIDDEN);
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.post(&role, [("name", "x")]).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/job-roles").await.has("Sparks"));
    assert_eq!(town.enter("operator").await.get("/job-roles").await.status, StatusCode::FORBIDDEN);
}
