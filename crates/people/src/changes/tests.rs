//! Changes to several people through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

fn crowded(number: usize) -> Town {
    let town = town();
    town.crowd(number);
    town
}

/// The ids of the rows of a page.
fn ids(page: &Page) -> Vec<String> {
    let text = page.text();
    let rows = text.split("name=\"id\" value=\"").skip(1);
    rows.filter_map(|it| it.split_once('"').map(|(id, _)| id.to_owned())).collect()
}

async fn send(visitor: &mut Visitor, path: &str, ids: &[String], more: &[(&str, &str)]) -> Page {
    static KEYS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let key = KEYS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let mut text = format!("_key=changes-test-{key:08}");
    for id in ids {
        text.push_str(&format!("&id={id}"));
    }
    for (name, value) in more {
        text.push_str(&format!("&{name}={value}"));
    }
    visitor.post_fields(path, &Fields::parse(text.as_bytes()).unwrap()).await
}

/// The address that takes back what the next page says was done.
async fn undo(visitor: &mut Visitor, done: &Page) -> String {
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let page = visitor.follow(done).await;
    let id = page.between("action=\"/undo/", "\"").expect("a way back");
    format!("/undo/{id}")
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_archived_at_once_and_it_is_taken_back_once() {
    let town = crowded(30);
    let mut owner = town.enter("owner").await;
    let all = ids(&owner.get("/people?view=contractors").await);
    let done = send(&mut owner, "/people/archive", &all, &[("back", "/people")]).await;
    let back = undo(&mut owner, &done).await;
    assert!(owner.get("/people?view=contractors").await.has("No people here yet"));
    let mut admin = town.enter("administrator").await;
    assert_eq!(admin.post(&back, []).await.status, StatusCode::NOT_FOUND, "only its author");
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.post(&back, []).await.status, StatusCode::NOT_FOUND);
    let undone = owner.post(&back, []).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
    assert_eq!(ids(&owner.get("/people?view=contractors").await), all);
    assert_eq!(owner.post(&back, []).await.status, StatusCode::NOT_FOUND, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_minutes_nothing_is_taken_back() {
    let town = crowded(3);
    let mut owner = town.enter("owner").await;
    let all = ids(&owner.get("/people?view=contractors").await);
    let done = send(&mut owner, "/people/archive", &all, &[]).await;
    let back = undo(&mut owner, &done).await;
    town.app().clock.advance_seconds(601);
    assert_eq!(owner.post(&back, []).await.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_out_of_reach_is_left_out_and_counted() {
    let town = crowded(10);
    let mut owner = town.enter("owner").await;
    let mut chosen = ids(&owner.get("/people?view=contractors").await);
    let (ours, yard) = (chosen.len(), town.world.yard.to_string());
    chosen.push(town.world.other.to_string());
    chosen.push("nonsense".to_owned());
    let done = send(&mut owner, "/people/placement", &chosen, &[("site", &yard)]).await;
    assert_eq!(done.location(), "/people?left=2");
    let page = owner.follow(&done).await;
    assert!(page.has(&format!("{ours} people placed at the site")));
    assert!(page.has("2 people were left out"));
    let many: Vec<String> = (0..1001).map(|_| chosen[0].clone()).collect();
    let refused = send(&mut owner, "/people/archive", &many, &[]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_a_selection_can_become_comes_back() {
    let town = crowded(12);
    let (org, division) = (town.world.org, town.world.division);
    let [east, role, team, group] = town
        .write(move |tx| {
            let all: [kernel::AnyId; 4] = [tx.new_id(), tx.new_id(), tx.new_id(), tx.new_id()];
            tx.run(
                "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'East', 'east', $3)",
                &[&org, &all[0], &false],
            )?;
            tx.run(
                "insert into job_role (org_id, id, name, folded) values ($1, $2, 'Diver', 'diver')",
                &[&org, &all[1]],
            )?;
            tx.run(
                "insert into team (org_id, id, division_id, name, folded) values ($1, $2, $3, 'Divers', 'divers')",
                &[&org, &all[2], &division],
            )?;
            tx.run(
                "insert into people_group (org_id, id, name, folded, kind) values ($1, $2, 'Wet', 'wet', 'picked')",
                &[&org, &all[3]],
            )?;
            Ok(all.map(|it| it.to_string()))
        })
        .unwrap();
    let yard = town.world.yard.to_string();
    let gate = town.world.gate.to_string();
    let mut owner = town.enter("owner").await;
    let chosen = ids(&owner.get("/people?view=contractors").await);
    for (path, name, target, filter) in [
        ("placement", "site", &yard, "site"),
        ("division", "division", &east, "division"),
        ("job-role", "job-role", &role, "job-role"),
        ("team", "team", &team, "team"),
        ("group", "group", &group, "group"),
    ] {
        let done = send(&mut owner, &format!("/people/{path}"), &chosen, &[(name, target)]).await;
        let back = undo(&mut owner, &done).await;
        let narrowed = format!("/people?{filter}={target}");
        assert_eq!(ids(&owner.get(&narrowed).await), chosen, "{path}");
        owner.post(&back, []).await;
        assert!(ids(&owner.get(&narrowed).await).is_empty(), "{path} taken back");
    }
    let done = send(&mut owner, "/people/removal", &chosen, &[("site", &gate)]).await;
    let back = undo(&mut owner, &done).await;
    let at_gate = format!("/people?site={gate}");
    assert!(ids(&owner.get(&at_gate).await).is_empty());
    owner.post(&back, []).await;
    assert_eq!(ids(&owner.get(&at_gate).await), chosen);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_asks_for_its_own_right() {
    let town = crowded(6);
    let mut owner = town.enter("owner").await;
    let chosen = ids(&owner.get("/people?view=contractors").await);
    let gate = town.world.gate.to_string();
    let division = town.world.division.to_string();
    for (key, path, target, status) in [
        ("director", "archive", ("x", "y"), StatusCode::FORBIDDEN),
        ("site-manager", "archive", ("x", "y"), StatusCode::FORBIDDEN),
        ("site-manager", "division", ("division", &*division), StatusCode::FORBIDDEN),
        ("team-manager", "placement", ("site", &*gate), StatusCode::FORBIDDEN),
        ("employee", "team", ("team", "x"), StatusCode::FORBIDDEN),
        ("stranger", "placement", ("site", &*gate), StatusCode::NOT_FOUND),
        ("stranger", "division", ("division", &*division), StatusCode::NOT_FOUND),
        ("owner", "placement", ("site", ""), StatusCode::CONFLICT),
    ] {
        let mut visitor = town.enter(key).await;
        let answer = send(&mut visitor, &format!("/people/{path}"), &chosen, &[target]).await;
        assert_eq!(answer.status, status, "{key} {path}");
    }
    let mut stranger = town.enter("stranger").await;
    let nothing = send(&mut stranger, "/people/archive", &chosen, &[]).await;
    assert_eq!(nothing.location(), "/people?left=6", "all of them are left out");
    assert_eq!(ids(&owner.get("/people?view=contractors").await), chosen);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_selection_asks_what_to_do_with_it() {
    let town = crowded(6);
    let mut owner = town.enter("owner").await;
    let chosen = ids(&owner.get("/people?view=contractors").await);
    let back = [("back", "%2Fpeople%3Fview%3Dcontractors")];
    let asked = send(&mut owner, "/people/selection", &chosen, &back).await;
    let page = owner.follow(&asked).await;
    assert!(page.has("6 people chosen") && page.has("Daniel Okafor") && page.has("Place at site"));
    assert!(page.has("/people?view=contractors"));
    let mut stranger = town.enter("stranger").await;
    let page = stranger.get(asked.location()).await;
    assert!(page.has("0 people chosen") && !page.has("Okafor"));
}
