//! Names are told only to those who see what they belong to, whatever id somebody puts into an address or a form.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{AnyId, Fields};
use server::testing::{Town, town};

/// What is out of reach of the editors and managers of the harbour's first division.
struct Far {
    division: String,
    company: String,
    job_role: String,
    team: String,
    group: String,
    site: String,
}

/// A division where one person works, with a company, a team, a group and a site that only this person belongs to.
fn far(town: &Town) -> Far {
    let org = town.world.org;
    let all = town.write(move |tx| {
        let now = tx.now();
        let ids: [AnyId; 7] =
            [tx.new_id(), tx.new_id(), tx.new_id(), tx.new_id(), tx.new_id(), tx.new_id(), tx.new_id()];
        let [division, company, role, team, group, site, person] = ids;
        let sql = "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'Far East', 'far east', $3)";
        tx.run(sql, &[&org, &division, &false])?;
        let sql = "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'Far Firm', 'far firm', $3)";
        tx.run(sql, &[&org, &company, &now])?;
        let sql = "insert into job_role (org_id, id, name, folded) values ($1, $2, 'Far Role', 'far role')";
        tx.run(sql, &[&org, &role])?;
        let sql = "insert into team (org_id, id, division_id, name, folded) values ($1, $2, $3, 'Far Team', 'far team')";
        tx.run(sql, &[&org, &team, &division])?;
        let sql = "insert into people_group (org_id, id, name, folded, kind, division_id)
            values ($1, $2, 'Far Group', 'far group', 'picked', $3)";
        tx.run(sql, &[&org, &group, &division])?;
        let sql = "insert into site (org_id, id, name, folded, zone, made_at) values ($1, $2, 'Far Quay', 'far quay', 'UTC', $3)";
        tx.run(sql, &[&org, &site, &now])?;
        let sql = "insert into person (org_id, id, kind, name, folded, division_id, company_id, job_role_id, made_at)
            values ($1, $2, 'contractor', 'Far Fred', 'far fred', $3, $4, $5, $6)";
        tx.run(sql, &[&org, &person, &division, &company, &role, &now])?;
        let sql = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)";
        tx.run(sql, &[&org, &person, &site, &now])?;
        let sql = "insert into team_member (org_id, team_id, person_id) values ($1, $2, $3)";
        tx.run(sql, &[&org, &team, &person])?;
        let sql = "insert into group_member (org_id, group_id, person_id) values ($1, $2, $3)";
        tx.run(sql, &[&org, &group, &person])?;
        Ok(ids.map(|it| it.to_string()))
    });
    let [division, company, job_role, team, group, site, _] = all.expect("far away");
    Far { division, company, job_role, team, group, site }
}

/// Puts somebody of the stories where only they are out of sight: at a site, in a company.
fn also(town: &Town, name: &'static str, sql: &'static str, id: &str) {
    let (org, id) = (town.world.org, id.parse::<AnyId>().unwrap());
    let changed = town.write(move |tx| tx.run(sql, &[&org, &id, &name]));
    assert_eq!(changed.unwrap(), 1);
}

const PLACE: &str = "insert into placement (org_id, person_id, site_id, made_at)
    select p.org_id, p.id, $2, p.made_at from person p where p.org_id = $1 and p.name = $3";

async fn send(visitor: &mut Visitor, path: &str, form: &Fields) -> Page {
    static KEYS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let key = KEYS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    visitor.post_fields(path, &form.with("_key", &format!("choices-test-{key:08}"))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_neither_names_nor_finds_what_is_out_of_sight() {
    let town = town();
    town.crowd(30);
    let far = far(&town);
    let all = [
        ("division", &far.division, "Far East"),
        ("company", &far.company, "Far Firm"),
        ("team", &far.team, "Far Team"),
        ("group", &far.group, "Far Group"),
        ("site", &far.site, "Far Quay"),
        ("job-role", &far.job_role, "Far Role"),
    ];
    let mut owner = town.enter("owner").await;
    let mut manager = town.enter("site-manager").await;
    // One of the manager's people works there too: the list must not say so.
    also(&town, "Sam Whitfield", PLACE, &far.site);
    for (filter, id, name) in all {
        let path = format!("/people?{filter}={id}");
        let page = owner.get(&path).await;
        assert!(page.has(name) && page.has("Far Fred"), "{name}: {}", page.text());
        let page = manager.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(!page.has(name) && page.has("Nobody matches"), "{name}: {}", page.text());
        let unknown = manager.get(&format!("/people?{filter}={}", town.world.other)).await;
        assert!(unknown.has("Nobody matches"), "one is like the other");
        for kind in ["csv", "xlsx"] {
            assert_eq!(manager.get(&format!("/people.{kind}?{filter}={id}")).await.status, 200);
        }
        let file = manager.get(&format!("/people.csv?{filter}={id}")).await.text();
        assert_eq!(file.lines().count(), 1, "{name}: {file}");
    }
    let mut viewer = town.enter("people-viewer").await;
    for (filter, id, name) in &all[..4] {
        let page = viewer.get(&format!("/people?{filter}={id}")).await;
        assert!(!page.has(name) && page.has("Nobody matches"), "{name}: {}", page.text());
    }
    let gate = format!("/people?site={}", town.world.gate);
    let page = manager.get(&gate).await;
    assert!(page.has("Harbour Gate") && !page.has("Nobody matches"), "the own site");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_takes_no_company_role_or_division_out_of_sight() {
    let town = town();
    town.crowd(30);
    let far = far(&town);
    let division = town.world.division.to_string();
    let form =
        Fields::of([("kind", "contractor"), ("name", "Nadia Farah"), ("division", &division)]);
    let unknown = town.world.other.to_string();
    for key in ["people-editor", "team-manager"] {
        let mut visitor = town.enter(key).await;
        let made = send(&mut visitor, "/people", &form).await;
        let path = made.location().to_owned();
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{key}: {}", made.text());
        for (field, id) in [("company", &far.company), ("division", &far.division)] {
            for place in ["/people", &path] {
                let refused = send(&mut visitor, place, &form.with(field, id)).await;
                assert_eq!(
                    refused.status,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "{key} {place} {field}"
                );
                let told = refused.has("Far Firm") || refused.has("Far East");
                assert!(refused.has("Nadia Farah") && !told, "{key} {field}");
                let other = send(&mut visitor, place, &form.with(field, &unknown)).await;
                assert_eq!(other.status, refused.status, "{key} {place} {field}");
            }
        }
    }
    let mut owner = town.enter("owner").await;
    let made = send(&mut owner, "/people", &form.with("company", &far.company)).await;
    let path = made.location().to_owned();
    let mut editor = town.enter("people-editor").await;
    let page = editor.get(&format!("{path}/edit")).await;
    assert!(page.has("Far Firm"), "a person of theirs works there now");
    let kept = send(&mut editor, &path, &form.with("company", &far.company)).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let firm: AnyId = far.company.parse().unwrap();
    let sql = "update company set state = 'inactive' where id = $1";
    town.write(move |tx| tx.run(sql, &[&firm])).unwrap();
    let page = editor.get(&format!("{path}/edit")).await;
    assert!(page.has("Far Firm"), "what the record says now stays in its form");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_moved_to_a_group_or_a_role_out_of_sight() {
    let town = town();
    town.crowd(30);
    let far = far(&town);
    let mut editor = town.enter("people-editor").await;
    let id = editor.get("/people").await.between("name=\"id\" value=\"", "\"").expect("a row");
    let moved = editor.post("/people/group", [("id", &id), ("group", &far.group)]).await;
    assert_eq!(moved.status, StatusCode::NOT_FOUND);
    let moved = editor.post("/people/team", [("id", &id), ("team", &far.team)]).await;
    assert_eq!(moved.status, StatusCode::NOT_FOUND);
    let mut manager = town.enter("team-manager").await;
    let division = town.world.division.to_string();
    let form =
        Fields::of([("kind", "contractor"), ("name", "Nadia Farah"), ("division", &division)]);
    let made = send(&mut manager, "/people", &form).await;
    let own = made.location().trim_start_matches("/people/").to_owned();
    let sent = [("id", own.as_str()), ("job-role", town.world.other.to_string().leak() as &str)];
    assert_eq!(manager.post("/people/job-role", sent).await.status, StatusCode::NOT_FOUND);
    let sent = [("id", own.as_str()), ("job-role", far.job_role.as_str())];
    let moved = manager.post("/people/job-role", sent).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "a team manager sees every job role (§8)");
}

/// A people editor places the people of a division wherever the organisation works, and nobody out of it.
#[tokio::test(flavor = "multi_thread")]
async fn the_picker_of_sites_offers_what_placing_takes() {
    let town = town();
    let far = far(&town);
    let name = |page: &Page| page.has(">Far Quay<");
    let mut editor = town.enter("people-editor").await;
    let division = town.world.division.to_string();
    let form =
        Fields::of([("kind", "contractor"), ("name", "Nadia Farah"), ("division", &division)]);
    let path = send(&mut editor, "/people", &form).await.location().to_owned();
    assert!(name(&editor.get(&path).await), "the first of the division at this site");
    assert!(name(&editor.get("/people/selection").await));
    let placed = editor.post(&format!("{path}/placement"), [("site", &far.site)]).await;
    assert_eq!(placed.status, StatusCode::SEE_OTHER);
    assert!(editor.get(&path).await.has("Remove from Far Quay"));
    let mut manager = town.enter("site-manager").await;
    assert!(!name(&manager.get("/people/selection").await), "the own site only");
    assert!(!manager.get("/people/filters").await.has("Far Quay"));
    let mut viewer = town.enter("people-viewer").await;
    assert!(viewer.get("/people/filters").await.has("Far Quay"), "where people in sight work");
    assert!(!viewer.get("/people/filters").await.has("North Yard"));
    let owner = town.enter("owner").await.get("/people/selection").await;
    assert!(name(&owner) && owner.has("North Yard"));
}

/// Looks at what a rule comes to, and saves it.
async fn save(visitor: &mut Visitor, path: &str, form: &Fields) -> Page {
    let looked = send(visitor, path, form).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text());
    let seen = looked.between("name=\"seen\" value=\"", "\"").expect("the mark of the rule");
    send(visitor, path, &form.with("seen", &seen)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_names_no_place_or_company_to_those_who_cannot_see_it() {
    let town = town();
    let far = far(&town);
    let mut owner = town.enter("owner").await;
    let rule = Fields::of([
        ("kind", "rule"),
        ("name", "Quay hands"),
        ("rule_site", "Far Quay\nHarbour Gate"),
        ("rule_company", "Far Firm"),
    ]);
    let path = save(&mut owner, "/groups", &rule).await.location().to_owned();
    let page = owner.get(&path).await;
    assert!(page.has("Far Quay or Harbour Gate") && page.has("Far Firm"), "{}", page.text());
    for (key, sites, company) in [
        ("supervisor", "Harbour Gate or 1 that you cannot see", true),
        ("director", "Far Quay or Harbour Gate", true),
        ("people-editor", "Far Quay or Harbour Gate", false),
        ("people-viewer", "2 that you cannot see", false),
        ("team-manager", "2 that you cannot see", false),
        ("line-manager", "2 that you cannot see", false),
        ("courses-editor", "2 that you cannot see", false),
    ] {
        let page = town.enter(key).await.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{key}");
        assert!(page.has(sites), "{key}: {}", page.text());
        assert_eq!(page.has("Far Firm"), company, "{key}");
        assert!(page.has("All of these must hold"), "{key}: the rule is not taken for a wider one");
    }
    drop(far);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_editor_neither_reads_nor_guesses_nor_loses_what_is_out_of_sight_in_a_rule() {
    let town = town();
    far(&town);
    let division = town.world.division.to_string();
    let mut owner = town.enter("owner").await;
    let rule = Fields::of([
        ("kind", "rule"),
        ("name", "Quay hands"),
        ("division", &division),
        ("rule_site", "Far Quay"),
        ("rule_company", "Far Firm"),
    ]);
    let path = save(&mut owner, "/groups", &rule).await.location().to_owned();
    let mut editor = town.enter("courses-editor").await;
    let page = editor.get(&format!("{path}/edit")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.has("Far ") && page.has("2 conditions of this rule"), "{}", page.text());
    for (field, name) in [("rule_site", "Far Quay"), ("rule_company", "Far Firm")] {
        let form = Fields::of([("kind", "rule"), ("name", "Mine"), ("division", &division)]);
        let known = send(&mut editor, "/groups", &form.with(field, name)).await;
        assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} is as good as unknown");
        assert!(known.has(&format!("href=\"#{field}\"")));
    }
    let renamed = Fields::of([("kind", "rule"), ("name", "Quayside"), ("division", &division)]);
    let saved = save(&mut editor, &path, &renamed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let page = owner.get(&path).await;
    assert!(
        page.has("Quayside") && page.has("Far Quay") && page.has("Far Firm"),
        "nothing is lost"
    );
}

/// The list narrowed to a group by rule holds exactly its members.
#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_people_knows_groups_by_rule() {
    let town = town();
    town.crowd(60);
    let far = far(&town);
    let mut owner = town.enter("owner").await;
    let rule =
        Fields::of([("kind", "rule"), ("name", "At the gate"), ("rule_site", "Harbour Gate")]);
    let path = save(&mut owner, "/groups", &rule).await.location().to_owned();
    let id = path.trim_start_matches("/groups/").to_owned();
    let rows = |page: Page| page.text().matches("name=\"id\" value=\"").count();
    let page = owner.get(&format!("/people?group={id}")).await;
    assert!(page.has("At the gate") && !page.has("Far Fred"));
    assert_eq!(rows(page), rows(owner.get(&format!("/people?site={}", town.world.gate)).await));
    let far_rule =
        rule.with("name", "Far hands").with("rule_site", "").with("rule_company", "Far Firm");
    let path = save(&mut owner, "/groups", &far_rule).await.location().to_owned();
    let id = path.trim_start_matches("/groups/").to_owned();
    let page = owner.get(&format!("/people?group={id}")).await;
    assert!(page.has("Far Fred") && page.has("Far hands"));
    assert_eq!(rows(page), 1);
    assert!(owner.get("/people/filters").await.has("Far hands"));
    let page = owner.get(&format!("/people?group={id}&site={}", town.world.gate)).await;
    assert!(page.has("Nobody matches"), "filters add up");
    let file = owner.get(&format!("/people.csv?group={id}")).await.text();
    assert!(file.lines().count() == 2 && file.contains("Far Fred"));
    let mut editor = town.enter("people-editor").await;
    let page = editor.get(&format!("/people?group={id}")).await;
    assert!(page.has("Nobody matches") && !page.has("Far Fred"), "its members are out of reach");
    let mut stranger = town.enter("stranger").await;
    let page = stranger.get(&format!("/people?group={id}")).await;
    assert!(page.has("Nobody matches") && !page.has("Far hands"));
    drop(far);
}
