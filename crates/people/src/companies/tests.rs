//! Companies through the front door.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use kernel::{AnyId, CompanyId, Fields, PersonId, SiteId};
use server::testing::{Town, town};

/// Adds a company and returns its path.
async fn add(visitor: &mut Visitor, name: &str, trades: &str) -> String {
    let sent = visitor.post("/companies", [("name", name), ("trades", trades)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location().to_owned()
}

fn id(path: &str) -> CompanyId {
    path.trim_start_matches("/companies/").parse().expect("the path of a company")
}

/// Lets somebody work for a company, at a site.
fn employ(town: &Town, path: &str, name: &'static str, site: SiteId) {
    let (org, division, company) = (town.world.org, town.world.division, id(path));
    town.write(move |tx| {
        let person: PersonId =
            crate::persons::store::insert_employee(tx, org, division, name, None)?;
        tx.run(
            "update person set kind = 'contractor', company_id = $3 where org_id = $1 and id = $2",
            &[&org, &person, &company],
        )?;
        let now = tx.now();
        tx.run(
            "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)",
            &[&org, &person, &site, &now],
        )
        .map(drop)
    })
    .expect("somebody at work");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_added_found_and_changed() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Żuraw Scaffolding", "Scaffolding\nscaffolding, Roofing").await;
    let page = owner.get(&path).await;
    assert!(page.has("Scaffolding, Roofing") && page.has("Company added"), "{}", page.text());
    assert!(owner.get("/companies?search=zuraw").await.has("Żuraw"), "search is folded");
    assert!(!owner.get("/companies?search=brightline").await.has("Żuraw"));
    assert!(owner.get("/companies?trade=roofing").await.has("Żuraw"));
    assert!(!owner.get("/companies?trade=plumbing").await.has(&path[11..]));
    let edited = owner
        .post(
            &path,
            [("name", "Żuraw"), ("trades", "Cranes"), ("contact_email", "jan@zuraw.example")],
        )
        .await;
    assert_eq!(edited.location(), path);
    let page = owner.get(&path).await;
    assert!(page.has("Cranes") && page.has("jan@zuraw.example") && !page.has("Roofing"));
    assert!(!owner.get("/companies?trade=roofing").await.has("Żuraw"));
    let chosen = owner.get(&format!("/companies?sel={}", id(&path))).await;
    assert!(chosen.has("Open the company"), "the inspector works without script");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_name_is_one_company_and_a_mistake_loses_nothing() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let first = add(&mut owner, "Northgate", "").await;
    let second = add(&mut owner, "Southgate", "").await;
    let again = owner.post("/companies", [("name", "NORTHGATE"), ("trades", "Roofing")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("exists already") && again.has("Roofing") && again.has("href=\"#name\""));
    let renamed = owner.post(&second, [("name", "northgate")]).await;
    assert_eq!(renamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = owner.post(&first, [("name", "Northgate")]).await;
    assert_eq!(same.status, StatusCode::SEE_OTHER, "a company may keep its own name");
    let wrong = owner.post("/companies", [("name", "x"), ("contact_email", "y")]).await;
    assert!(wrong.has("href=\"#contact_email\""));
    let mut stranger = town.enter("stranger").await;
    add(&mut stranger, "Northgate", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_goes_page_by_page_both_ways() {
    let town = town();
    let (org, now) = (town.world.org, kernel::testing::MORNING);
    town.write(move |tx| {
        for at in 0..120 {
            let company: CompanyId = tx.new_id();
            let name = format!("company {at:03}");
            tx.run(
                "insert into company (org_id, id, name, folded, made_at) values ($1, $2, $3, $3, $4)",
                &[&org, &company, &name, &now],
            )?;
        }
        Ok(())
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    for sort in ["", "-name", "new"] {
        let mut path = format!("/companies?sort={sort}");
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..3 {
            let page = owner.get(&path).await;
            let text = page.text();
            seen.extend(
                text.split("company ").skip(1).filter_map(|it| it.get(..3)).map(str::to_owned),
            );
            let next = text.split("href=\"").find(|it| {
                it.starts_with("/companies?") && it.contains("after=") && it.contains(">Next")
            });
            let Some(next) = next else { break };
            path = next.split('"').next().unwrap_or_default().replace("&amp;", "&");
        }
        let numbers = seen.iter().filter(|it| it.parse::<u32>().is_ok()).count();
        assert_eq!(numbers, 120, "sorted by {sort}");
    }
}

/// §8: the office everywhere, site managers and people editors where people of the company are, others look or are
/// kept out.
#[tokio::test(flavor = "multi_thread")]
async fn companies_are_reached_through_their_people() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let here = add(&mut owner, "Here", "Roofing").await;
    let there = add(&mut owner, "There", "Cranes").await;
    let empty = add(&mut owner, "Empty", "").await;
    employ(&town, &here, "Hedda Hansen", town.world.gate);
    employ(&town, &there, "Thea Thorne", town.world.yard);
    let mut manager = town.enter("site-manager").await;
    assert_eq!(manager.get(&here).await.status, StatusCode::OK);
    let list = manager.get("/companies").await;
    assert!(list.has("Here") && !list.has("There") && !list.has("Cranes") && !list.has("Empty"));
    for path in [&there, &empty] {
        assert_eq!(manager.get(path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(manager.post(path, [("name", "Mine")]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(manager.post(&here, [("name", "Here 2")]).await.status, StatusCode::SEE_OTHER);
    let own = add(&mut manager, "Fresh", "").await;
    assert_eq!(manager.get(&own).await.status, StatusCode::OK, "whoever wrote it down sees it");
    employ(&town, &own, "Yara Young", town.world.yard);
    assert_eq!(manager.get(&own).await.status, StatusCode::NOT_FOUND, "until it works elsewhere");
    let mut editor = town.enter("people-editor").await;
    for path in [&here, &there] {
        assert_eq!(editor.get(path).await.status, StatusCode::OK, "both are in the division");
    }
    assert_eq!(editor.get(&empty).await.status, StatusCode::NOT_FOUND);
    for key in ["supervisor", "director", "health-and-safety", "people-viewer"] {
        let mut looks = town.enter(key).await;
        assert_eq!(looks.get(&here).await.status, StatusCode::OK, "{key}");
        assert_eq!(looks.get("/companies/new").await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(looks.post(&here, [("name", "x")]).await.status, StatusCode::FORBIDDEN);
    }
    for key in ["engineer", "operator", "gate-scanner", "team-manager", "line-manager", "employee"]
    {
        assert_eq!(town.enter(key).await.get(&here).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&here).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/companies").await.has("Here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_of_a_company_are_shown_within_reach_only() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Both", "").await;
    employ(&town, &path, "Hedda Hansen", town.world.gate);
    employ(&town, &path, "Thea Thorne", town.world.yard);
    assert!(owner.get(&path).await.has("Thea Thorne"));
    let page = town.enter("site-manager").await.get(&path).await;
    assert!(page.has("Hedda Hansen") && !page.has("Thea Thorne"));
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_deactivated_at_once_and_it_can_be_taken_back() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let first = add(&mut owner, "First", "").await;
    let second = add(&mut owner, "Second", "").await;
    let both: [String; 2] = [id(&first).to_string(), id(&second).to_string()];
    let ids = format!("id={}&id={}&back=/companies&_key=deactivate-both-0", both[0], both[1]);
    let form = Fields::parse(ids.as_bytes()).unwrap();
    let done = owner.post_fields("/companies/deactivation", &form).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/companies"));
    let list = owner.get("/companies").await;
    assert!(list.has("2 companies deactivated") && list.has("/undo/"), "{}", list.text());
    assert!(owner.get("/companies?state=inactive").await.has("Second"));
    let org = town.world.org;
    let payload: String = town
        .read(|db| {
            db.one(
                "select payload from undo where org_id = $1 and what = 'companies.state'",
                &[&org],
                |row| row.get(0),
            )
        })
        .unwrap();
    assert!(payload.contains("\"state\":\"active\"") && payload.contains(&both[0]), "{payload}");
    let undo = format!("/undo/{}", list.between("/undo/", "\"").unwrap_or_default());
    let undone = owner.post(&undo, []).await;
    assert_eq!(undone.location(), "/companies", "{}", undone.text());
    let list = owner.get("/companies").await;
    assert!(list.has("Second") && list.has("Undone for 2 companies"));
    owner.post("/companies/deactivation", [("id", &both[1])]).await;
    owner.post("/companies/deactivation", [("id", &both[0])]).await;
    let one = owner.post("/companies/activation", [("id", &both[0]), ("back", &first)]).await;
    assert_eq!(one.location(), first);
    let foreign =
        owner.post("/companies/activation", [("id", &both[1]), ("back", "//evil.example")]).await;
    assert_eq!(foreign.location(), "/companies", "the way back stays in the house");
    let none = owner.post("/companies/activation", []).await;
    assert_eq!(none.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_company_out_of_reach_stops_the_whole_change() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let here = add(&mut owner, "Here", "").await;
    let there = add(&mut owner, "There", "").await;
    employ(&town, &here, "Hedda Hansen", town.world.gate);
    let mut manager = town.enter("site-manager").await;
    let ids = format!("id={}&id={}&_key=deactivate-both-1", id(&here), id(&there));
    let form = Fields::parse(ids.as_bytes()).unwrap();
    let stopped = manager.post_fields("/companies/deactivation", &form).await;
    assert_eq!(stopped.status, StatusCode::NOT_FOUND);
    assert!(owner.get("/companies").await.has("Here"), "nothing happened");
    let mut stranger = town.enter("stranger").await;
    let foreign = stranger.post("/companies/deactivation", [("id", &id(&here).to_string())]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    let unknown = AnyId::new(1, [1; 10]).to_string();
    let unknown = owner.post("/companies/deactivation", [("id", &unknown)]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_of_a_company_is_in_the_log() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Northgate", "").await;
    owner.post(&path, [("name", "Northgate"), ("contact_name", "Nora North")]).await;
    owner.post("/companies/deactivation", [("id", &id(&path).to_string())]).await;
    let subject: AnyId = id(&path).cast();
    let told: Vec<String> = town
        .read(|db| {
            db.all(
                "select what from entry where subject_id = $1 order by seq",
                &[&subject],
                |row| row.get(0),
            )
        })
        .unwrap();
    assert_eq!(told, ["company.created", "company.updated", "company.deactivated"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exported_list_is_within_reach_and_holds_no_formula() {
    let town = town();
    let mut owner = town.enter("owner").await;
    add(&mut owner, "=1+1", "Roofing").await;
    let here = add(&mut owner, "Here", "").await;
    employ(&town, &here, "Hedda Hansen", town.world.gate);
    let file = owner.get("/companies.csv").await;
    assert!(file.has("'=1+1") && file.has("Here"), "{}", file.text());
    assert!(!owner.get("/companies.csv?trade=roofing").await.has("Here"));
    assert_eq!(owner.get("/companies.xlsx").await.status, StatusCode::OK);
    let file = town.enter("site-manager").await.get("/companies.csv").await;
    assert!(file.has("Here") && !file.has("1+1"));
    assert_eq!(
        town.enter("employee").await.get("/companies.csv").await.status,
        StatusCode::FORBIDDEN
    );
}
