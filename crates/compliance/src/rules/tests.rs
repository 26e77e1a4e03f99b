//! Rules and rehearsals through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

pub async fn send(visitor: &mut Visitor, path: &str, form: &Fields) -> Page {
    static KEYS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let key = KEYS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    visitor.post_fields(path, &form.with("_key", &format!("compliance-test-{key:06}"))).await
}

/// How a form names a qualification of the told world.
pub fn qualification(town: &Town, name: &'static str) -> String {
    let id: kernel::QualificationId = town
        .read(|db| {
            db.one("select id from qualification where name = $1", &[&name], |row| row.get(0))
        })
        .unwrap();
    format!("qualification:{id}")
}

pub fn person(town: &Town, name: &'static str) -> String {
    let id: kernel::PersonId = town
        .read(|db| db.one("select id from person where name = $1", &[&name], |row| row.get(0)))
        .unwrap();
    id.to_string()
}

/// A rule for every site that asks for a qualification.
pub fn rule(town: &Town, name: &'static str) -> Fields {
    Fields::of([("all", "1"), ("subject", &qualification(town, name))])
}

async fn publish(visitor: &mut Visitor, form: &Fields) {
    let page = send(visitor, "/requirements", form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_rehearsed_published_changed_and_ended() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = rule(&town, "First aid at work");
    let rehearsed = owner.get(&format!("/requirements/rehearsal{}", form.to_query())).await;
    assert_eq!(rehearsed.status, StatusCode::OK, "{}", rehearsed.text());
    assert!(rehearsed.has("Oskar Lind"), "{}", rehearsed.text());
    assert!(
        owner.get("/requirements?all=1").await.has("Nothing is required here yet"),
        "only looked at"
    );
    let file = owner.get(&format!("/requirements/rehearsal.csv{}", form.to_query())).await;
    assert!(file.text().contains("First aid at work: missing"), "{}", file.text());
    publish(&mut owner, &form).await;
    let list = owner.get("/requirements?all=1").await;
    assert!(list.has("First aid at work") && list.has("In force"));
    let id = list.between("href=\"/requirements/", "\"").filter(|it| it.len() == 26);
    let id = id
        .or_else(|| list.between("<a href=\"/requirements/0", "\"").map(|it| format!("0{it}")))
        .unwrap();
    let warned = form.with("blocking", "warn").with("grace", "14");
    let changed = send(&mut owner, &format!("/requirements/{id}"), &warned).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let old = owner.get(&format!("/requirements/{id}")).await;
    assert!(old.has("Keeps the gate shut") && old.has("Versions"), "nothing is overwritten");
    let twice = send(&mut owner, &format!("/requirements/{id}"), &form.with("grace", "3")).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "an old version is not changed any more");
    let list = owner.get("/requirements?all=1").await;
    assert!(list.has("Warns only, 14 days of grace"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_manager_rules_the_own_sites_only_t_s6() {
    let town = town();
    let mut manager = town.enter("site-manager").await;
    let form = rule(&town, "CSCS card");
    let all = send(&mut manager, "/requirements", &form).await;
    assert_eq!(all.status, StatusCode::NOT_FOUND, "all sites are for those who rule all sites");
    let own = manager.get("/requirements").await;
    assert_eq!(own.status, StatusCode::OK, "{}", own.text());
    let here = own.between("/requirements/new?site=", "\"").expect("the own site");
    let form = Fields::of([("site", &*here), ("subject", &qualification(&town, "CSCS card"))]);
    publish(&mut manager, &form).await;
    let every: Vec<kernel::SiteId> = town
        .read(|db| db.all("select id from site where active = $1", &[&true], |row| row.get(0)))
        .unwrap();
    let mut refused = 0;
    for other in every.iter().map(ToString::to_string).filter(|it| *it != here) {
        let form = form.with("site", &other);
        let page = send(&mut manager, "/requirements", &form).await;
        let look = manager.get(&format!("/requirements?site={other}")).await;
        refused += usize::from(
            page.status == StatusCode::NOT_FOUND && look.status == StatusCode::NOT_FOUND,
        );
    }
    assert!(refused > 0);
    let mut employee = town.enter("employee").await;
    assert_eq!(employee.get("/requirements").await.status, StatusCode::FORBIDDEN);
    let mut stranger = town.enter("stranger").await;
    let foreign = send(&mut stranger, "/requirements", &form).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND, "another organisation's site");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_brings_the_form_back_filled_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = rule(&town, "CSCS card").with("grace", "many").with("mode", "optional");
    let page = send(&mut owner, "/requirements", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("Enter whole days, at most 366") && page.has("value=\"many\""));
    let none = Fields::of([("all", "1"), ("subject", "")]);
    let page = send(&mut owner, "/requirements", &none).await;
    assert!(page.has("Choose at least one course, certificate or assessment"), "{}", page.text());
    let rehearsal = owner.get("/requirements/rehearsal?all=1").await;
    assert!(rehearsal.has("Choose at least one course, certificate or assessment"));
}

/// The id of something of the told world, by its name.
fn id(town: &Town, sql: &'static str, name: &'static str) -> String {
    let id: kernel::AnyId = town
        .read(|db| db.one(sql, &[&name], |row| row.get(0)))
        .expect("something of the told world");
    id.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_rule_asks_for_is_not_archived_and_what_is_archived_is_not_asked_for() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let course = id(&town, "select id from course where title = $1", "Manual handling");
    let code = format!("course:{course}");
    let site = town.world.gate.to_string();
    publish(&mut owner, &Fields::of([("site", &*site), ("subject", &code)])).await;
    publish(&mut owner, &rule(&town, "CSCS card")).await;
    let archive = format!("/courses/{course}/archive");
    let mut editor = town.enter("courses-editor").await;
    let refused = send(&mut editor, &archive, &Fields::default()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    assert!(
        refused.has("A requirement still asks for it") && refused.has("/requirements?asks=course")
    );
    assert!(owner.get("/courses").await.has("Manual handling"), "it stays in use");
    let list = owner.get(&format!("/requirements?asks={code}")).await;
    assert!(list.has("Harbour Gate") && list.has("Manual handling"), "{}", list.text());
    let card = qualification(&town, "CSCS card");
    let deactivation = card.replace("qualification:", "/qualifications/") + "/deactivation";
    let refused = send(&mut owner, &deactivation, &Fields::default()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text());
    let mut manager = town.enter("site-manager").await;
    let list = manager.get(&format!("/requirements?asks={card}")).await;
    assert!(list.has("1 more requirement asks for it"), "{}", list.text());
    assert!(!list.has("All sites"), "what they do not see has no name");
    let rule = id(&town, "select rule_id from rule_subject where kind = $1", "course");
    let ended = send(&mut owner, &format!("/requirements/{rule}/end"), &Fields::default()).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    let done = send(&mut editor, &archive, &Fields::default()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let form = owner.get("/requirements/new?all=1").await;
    assert!(!form.has("Manual handling") && form.has("Site induction"), "{}", form.text());
    let form = Fields::of([("all", "1"), ("subject", &code)]);
    let asked = send(&mut owner, "/requirements", &form).await;
    assert!(asked.has("This is not in use"));
}
