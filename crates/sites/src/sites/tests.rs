//! Sites through the front door.
use axum::http::StatusCode;
use kernel::SiteId;
use kernel::field::Name;
use kernel::testing::{Page, Visitor};
use kernel::{Fields, Zone};
use server::testing::{Town, town};

use super::model::Facts;
use super::store;

const FACTS: [(&str, &str); 7] = [
    ("name", "Łódź Depot"),
    ("zone", "America/New_York"),
    ("address", "12 Quay Road\nLower Town"),
    ("postcode", "HG1 4AB"),
    ("contact_name", "Ana Ribeiro"),
    ("contact_phone", "+44 7700 900123"),
    ("contact_email", "ana@harbour.example"),
];

async fn make(visitor: &mut Visitor, name: &str) -> String {
    let made = visitor.post("/sites", [("name", name), ("zone", "Europe/London")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location().to_owned()
}

/// The form of a site as its page gives it, with another name in it.
async fn renamed(visitor: &mut Visitor, path: &str, name: &str, key: &str) -> Fields {
    let page = visitor.get(&format!("{path}/edit")).await;
    let mark = page.between("name=\"mark\" value=\"", "\"").expect("a form");
    Fields::of([("name", name), ("zone", "Europe/London"), ("mark", &mark), ("_key", key)])
}

fn gate(town: &Town) -> String {
    format!("/sites/{}", town.world.gate)
}

fn yard(town: &Town) -> String {
    format!("/sites/{}", town.world.yard)
}

async fn status(visitor: &mut Visitor, path: &str) -> StatusCode {
    visitor.get(path).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_made_and_shown_with_the_time_on_its_clock() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let new = owner.get("/sites/new").await;
    assert!(new.has("<option value=\"Europe/London\" selected>"), "the organisation's own zone");
    let made = owner.post("/sites", FACTS).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let page = owner.follow(&made).await;
    for words in ["Site added", "Łódź Depot", "12 Quay Road, Lower Town, HG1 4AB", "+447700900123"]
    {
        assert!(page.has(words), "{words}");
    }
    assert!(page.has("22 Nov 2026, 03:00"), "eight in London is three in New York");
    assert!(owner.get("/sites?search=lodz").await.has("Łódź Depot"), "found without accents");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invalid_form_comes_back_filled_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let long = "x".repeat(101);
    let sent = owner
        .post(
            "/sites",
            [
                ("name", "harbour gate"),
                ("zone", "Mars/Olympus"),
                ("description", &long),
                ("contact_email", "nobody"),
                ("contact_phone", "ring me"),
            ],
        )
        .await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["zone", "description", "contact_email", "contact_phone"] {
        assert!(sent.has(&format!("href=\"#{field}\"")), "the summary leads to {field}");
    }
    assert!(sent.has("ring me") && sent.has("Choose a time zone from the list"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_sites_of_an_organisation_have_two_names() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let twice = owner.post("/sites", [("name", "HARBOUR gate"), ("zone", "Europe/London")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.has("Another site has this name"));
    let form = renamed(&mut owner, &yard(&town), "Harbour Gate", "key-of-the-second-1").await;
    let twice = owner.post_fields(&yard(&town), &form).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.has("Another site has this name"));
    make(&mut town.enter("stranger").await, "Harbour Gate").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_and_changes_what_the_matrix_says() {
    let town = town();
    let (ok, gone, no) = (StatusCode::OK, StatusCode::NOT_FOUND, StatusCode::FORBIDDEN);
    // Who: list, Harbour Gate, North Yard, changing the one, changing the other, making a third (C-26).
    let told = [
        ("owner", [ok, ok, ok, ok, ok, ok]),
        ("administrator", [ok, ok, ok, ok, ok, ok]),
        ("health-and-safety", [ok, ok, ok, ok, ok, no]),
        ("site-manager", [ok, ok, gone, ok, gone, no]),
        ("engineer", [no, no, no, no, no, no]),
        ("supervisor", [ok, ok, gone, no, no, no]),
        ("operator", [ok, ok, gone, no, no, no]),
        ("gate-scanner", [ok, ok, gone, no, no, no]),
        ("people-editor", [no, no, no, no, no, no]),
        ("people-viewer", [no, no, no, no, no, no]),
        ("courses-editor", [no, no, no, no, no, no]),
        ("team-manager", [no, no, no, no, no, no]),
        ("line-manager", [no, no, no, no, no, no]),
        ("director", [ok, ok, ok, no, no, no]),
        ("employee", [no, no, no, no, no, no]),
        ("stranger", [ok, gone, gone, gone, gone, ok]),
    ];
    let (gate, yard) = (gate(&town), yard(&town));
    let (edit_gate, edit_yard) = (format!("{gate}/edit"), format!("{yard}/edit"));
    let paths = ["/sites", &gate, &yard, &edit_gate, &edit_yard, "/sites/new"];
    for (who, expected) in told {
        let mut visitor = town.enter(who).await;
        for (path, expected) in paths.iter().zip(expected) {
            assert_eq!(status(&mut visitor, path).await, expected, "{who} at {path}");
        }
        let sent = visitor.post("/sites", [("zone", "Europe/London")]).await.status;
        let expected = if expected[5] == ok { StatusCode::UNPROCESSABLE_ENTITY } else { no };
        assert_eq!(sent, expected, "{who} makes a site");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_manager_has_one_site_and_no_other() {
    let town = town();
    let mut manager = town.enter("site-manager").await;
    let list = manager.get("/sites").await;
    assert!(list.has("Harbour Gate") && !list.has("North Yard"));
    assert!(!list.has("/sites/new"), "nobody is offered what they may not do");
    let form = renamed(&mut manager, &gate(&town), "Harbour Gate East", "key-of-a-manager-1").await;
    let saved = manager.post_fields(&gate(&town), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let other = manager.post_fields(&yard(&town), &form.with("_key", "key-of-a-manager-2")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    let yard = town.world.yard.to_string();
    let other = manager.post("/sites/deactivation", [("id", &*yard)]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    assert_eq!(status(&mut manager, &format!("/sites?site={yard}")).await, StatusCode::NOT_FOUND);
    let director = town.enter("director").await.post_fields(&gate(&town), &form).await;
    assert_eq!(director.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn deactivating_keeps_everything_and_is_taken_back_c_26() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (gate, yard) = (town.world.gate.to_string(), town.world.yard.to_string());
    let done = owner.post("/sites/deactivation", [("id", &*gate), ("id", &*yard)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let list = owner.follow(&done).await;
    assert!(list.has("2 sites deactivated"));
    assert!(list.has("No sites here"), "the usual view shows what is active");
    assert!(owner.get("/sites?state=inactive").await.has("North Yard"));
    let active = town.read(|db| store::active(db, town.world.org)).unwrap();
    assert!(active.is_empty(), "nobody can choose them");
    let undo = list.between("action=\"/sites/undo/", "\"").expect("a way back");
    let undo = format!("/sites/undo/{undo}");
    let manager = town.enter("site-manager").await.post(&undo, []).await;
    assert_eq!(manager.status, StatusCode::NOT_FOUND, "only whoever did it takes it back");
    assert_eq!(owner.post(&undo, []).await.status, StatusCode::SEE_OTHER);
    assert!(owner.get("/sites").await.has("North Yard"));
    assert_eq!(owner.post(&undo, []).await.status, StatusCode::NOT_FOUND, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_ten_minutes_nothing_is_taken_back() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let gate = town.world.gate.to_string();
    let done = owner.post("/sites/deactivation", [("id", &*gate), ("stay", "on")]).await;
    let page = owner.follow(&done).await;
    assert!(page.has("Nobody can choose this site"));
    let undo = page.between("action=\"/sites/undo/", "\"").expect("a way back");
    town.pass_hours(1);
    let mut owner = town.enter("owner").await;
    let late = owner.post(&format!("/sites/undo/{undo}"), []).await;
    assert_eq!(late.status, StatusCode::GONE);
    let on = owner.post("/sites/activation", [("id", &*gate)]).await;
    assert!(owner.follow(&on).await.has("Site activated"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_renames_the_second_is_told_of_the_first() {
    let town = town();
    let (mut owner, mut admin) = (town.enter("owner").await, town.enter("administrator").await);
    let first = renamed(&mut owner, &gate(&town), "East Gate", "key-of-the-first-1").await;
    let second = renamed(&mut admin, &gate(&town), "West Gate", "key-of-the-second-2").await;
    let first = owner.post_fields(&gate(&town), &first).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let second = admin.post_fields(&gate(&town), &second).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(admin.get(&gate(&town)).await.has("East Gate"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_who_want_one_name_at_once_one_gets_it() {
    let town = town();
    let owner = town.enter("owner").await;
    let mut racing = tokio::task::JoinSet::new();
    for at in 0..20 {
        let mut owner = owner.clone();
        racing.spawn(async move {
            let (at, key) = (at.to_string(), format!("key-of-a-racer-{at}"));
            let fields = [("name", "South Dock"), ("zone", "Europe/London"), ("code", &*at)];
            let fields = Fields::of(fields).with("_key", &key);
            loop {
                match owner.post_fields("/sites", &fields).await.status {
                    StatusCode::SERVICE_UNAVAILABLE => {}
                    other => return other,
                }
            }
        });
    }
    let mut made = 0;
    while let Some(status) = racing.join_next().await {
        match status.unwrap() {
            StatusCode::SEE_OTHER => made += 1,
            StatusCode::UNPROCESSABLE_ENTITY => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(made, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_has_pages_and_each_site_once() {
    let town = town();
    let org = town.world.org;
    town.write(move |tx| {
        for at in 0..60 {
            store::insert(tx, org, &format!("Plot {at:02}"), &Zone::usual())?;
        }
        Ok(())
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    let first = owner.get("/sites").await;
    let count = |page: &Page| page.text().matches("type=\"checkbox\" name=\"id\"").count();
    let next = first.between("<nav class=\"pager\"", "</nav>").expect("pages");
    let (_, next) = next.rsplit_once("href=\"").expect("a next page");
    let next = next.split('"').next().unwrap_or_default().replace("&amp;", "&");
    let second = owner.get(&next).await;
    assert_eq!((count(&first), count(&second)), (50, 12));
    assert!(first.has("Harbour Gate") && !second.has("Harbour Gate") && second.has("Plot 59"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_the_list_and_no_formula() {
    let town = town();
    let mut owner = town.enter("owner").await;
    make(&mut owner, "=cmd()").await;
    let file = owner.get("/sites.csv").await;
    assert!(file.has("'=cmd()") && file.has("North Yard") && file.has("Europe/London"));
    let found = owner.get("/sites.csv?search=yard").await;
    assert!(found.has("North Yard") && !found.has("Harbour Gate"));
    assert!(owner.get("/sites.xlsx").await.bytes.starts_with(b"PK"));
    let own = town.enter("site-manager").await.get("/sites.csv").await;
    assert!(own.has("Harbour Gate") && !own.has("North Yard"));
    assert_eq!(
        status(&mut town.enter("employee").await, "/sites.csv").await,
        StatusCode::FORBIDDEN
    );
    assert!(!town.enter("stranger").await.get("/sites.csv").await.has("North Yard"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doors_for_other_rooms_open() {
    let town = town();
    let (org, gate) = (town.world.org, town.world.gate);
    let (zone, name, active) = town
        .read(|db| {
            Ok((store::zone(db, org, gate)?, store::name(db, org, gate)?, store::active(db, org)?))
        })
        .unwrap();
    assert_eq!((zone.name(), &*name, active.len()), ("Europe/London", "Harbour Gate", 2));
    let other = town.world.other;
    assert!(town.read(|db| store::name(db, other, gate)).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_is_shown_as_they_typed_it() {
    let town = town();
    let facts = Facts {
        name: Name::parse("<script>alert(1)</script>").unwrap(),
        code: "'; drop table site; --".to_owned(),
        ..Facts::parse(&Fields::of(FACTS)).unwrap()
    };
    let org = town.world.org;
    let id: Option<SiteId> = town.write(move |tx| store::insert_facts(tx, org, &facts)).unwrap();
    let page = town.enter("owner").await.get(&format!("/sites/{}", id.unwrap())).await;
    assert!(page.has("&lt;script&gt;alert(1)") && !page.has("<script>alert"));
    assert!(page.has("drop table site"));
}
