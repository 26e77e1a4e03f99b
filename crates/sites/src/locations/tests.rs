//! Locations through the front door.
use axum::http::StatusCode;
use kernel::db::Kind;
use kernel::field::Name;
use kernel::testing::Visitor;
use kernel::{Error, LocationId, OrgId, SiteId};
use server::testing::{Town, town};

use super::model::{DEPTH, Draft};
use super::store;

fn path(site: SiteId) -> String {
    format!("/sites/{site}/locations")
}

/// Adds a location and returns its id.
async fn add(visitor: &mut Visitor, site: SiteId, name: &str, parent: &str) -> String {
    let path = path(site);
    let added = visitor.post(&path, [("name", name), ("parent", parent)]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let page = visitor.follow(&added).await.text();
    // The link of a location is the last one before its own words.
    let words = format!("aria-label=\"Change {name}\"");
    let (before, _) = page.split_once(&words).expect("the new location");
    let (_, link) = before.rsplit_once(&format!("{path}/")).expect("its link");
    link.split('/').next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn locations_lie_in_one_another_and_are_shown_as_a_tree_g_21() {
    let town = town();
    let (mut manager, gate) = (town.enter("site-manager").await, town.world.gate);
    let hall = add(&mut manager, gate, "Hall A", "").await;
    let level = add(&mut manager, gate, "Level 2", &hall).await;
    add(&mut manager, gate, "Plant room", &level).await;
    let page = manager.get(&format!("/sites/{gate}")).await;
    let tree = page.between("<div class=\"tree\">", "</section>").expect("a tree");
    assert_eq!(tree.matches("<ul>").count(), 3, "{tree}");
    let twice = manager.post(&path(gate), [("name", "LEVEL 2"), ("parent", &*hall)]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.has("in the same place"));
    add(&mut manager, gate, "Level 2b", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_location_moves_but_never_into_itself() {
    let town = town();
    let (mut owner, gate) = (town.enter("owner").await, town.world.gate);
    let hall = add(&mut owner, gate, "Hall A", "").await;
    let level = add(&mut owner, gate, "Level 2", &hall).await;
    let room = add(&mut owner, gate, "Plant room", &level).await;
    let at = |id: &str| format!("{}/{id}", path(gate));
    let form = [("name", "Hall A"), ("parent", &*room)];
    let circle = owner.post(&at(&hall), form).await;
    assert_eq!(circle.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(circle.has("cannot lie in itself") && circle.has("href=\"#parent\""));
    let moved = owner.post(&at(&room), [("name", "Store"), ("parent", &*hall)]).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    assert!(owner.get(&path(gate)).await.has("Hall A, Store"));
    assert_eq!(owner.post(&at(&level), form).await.status, StatusCode::SEE_OTHER);
    let again = owner.post(&at(&room), [("name", "Store"), ("parent", &*level)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the circle is closed at no point");
}

#[tokio::test(flavor = "multi_thread")]
async fn six_deep_and_no_deeper() {
    let town = town();
    let (mut owner, gate) = (town.enter("owner").await, town.world.gate);
    let mut parent = String::new();
    for depth in 1..=DEPTH {
        parent = add(&mut owner, gate, &format!("Level {depth}"), &parent).await;
    }
    let deeper = owner.post(&path(gate), [("name", "Too deep"), ("parent", &*parent)]).await;
    assert_eq!(deeper.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(deeper.has("six deep at most") && deeper.has("Too deep"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_empty_is_removed() {
    let town = town();
    let (mut owner, gate) = (town.enter("owner").await, town.world.gate);
    let hall = add(&mut owner, gate, "Hall A", "").await;
    let level = add(&mut owner, gate, "Level 2", &hall).await;
    let removal = |id: &str| format!("{}/{id}/removal", path(gate));
    assert_eq!(owner.post(&removal(&hall), []).await.status, StatusCode::CONFLICT);
    assert_eq!(owner.post(&removal(&level), []).await.status, StatusCode::SEE_OTHER);
    assert_eq!(owner.post(&removal(&hall), []).await.status, StatusCode::SEE_OTHER);
    assert!(!owner.get(&path(gate)).await.has("Hall A"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_and_changes_what_the_matrix_says() {
    let town = town();
    let gate = town.world.gate;
    let hall = add(&mut town.enter("owner").await, gate, "Hall A", "").await;
    let (see, edit) = (path(gate), format!("{}/{hall}/edit", path(gate)));
    let told = [
        ("administrator", 200, 200),
        ("health-and-safety", 200, 200),
        ("site-manager", 200, 200),
        ("operator", 200, 403),
        ("director", 200, 403),
        ("employee", 403, 403),
        ("stranger", 404, 404),
    ];
    for (who, sees, edits) in told {
        let mut visitor = town.enter(who).await;
        assert_eq!(visitor.get(&see).await.status, sees, "{who}");
        assert_eq!(visitor.get(&edit).await.status, edits, "{who}");
        let added = visitor.post(&see, [("name", who)]).await.status;
        assert_eq!(added, if edits == 200 { 303 } else { edits }, "{who}");
    }
    let mut stranger = town.enter("stranger").await;
    let removal = stranger.post(&format!("{see}/{hall}/removal"), []).await;
    assert_eq!(removal.status, StatusCode::NOT_FOUND);
    let mut manager = town.enter("site-manager").await;
    let yard = path(town.world.yard);
    assert_eq!(manager.get(&yard).await.status, StatusCode::NOT_FOUND);
    assert_eq!(manager.post(&yard, [("name", "X")]).await.status, StatusCode::NOT_FOUND);
}

fn inside(parent: LocationId) -> Draft {
    Draft { name: Name::parse("Room").unwrap(), parent: Some(parent) }
}

fn top(town: &Town, org: OrgId, site: SiteId) -> LocationId {
    let draft = Draft { name: Name::parse("Hall").unwrap(), parent: None };
    town.write(move |tx| store::insert(tx, org, site, &draft)).unwrap().expect("a new location")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_refuses_a_parent_of_another_site_or_organisation() {
    let town = town();
    let (org, other) = (town.world.org, town.world.other);
    let (gate, yard) = (town.world.gate, town.world.yard);
    let elm = town
        .write(move |tx| crate::insert(tx, other, "Elm Street", &kernel::Zone::usual()))
        .unwrap();
    let parents = [top(&town, org, yard), top(&town, other, elm)];
    for parent in parents {
        let draft = inside(parent);
        let refused = town.write(move |tx| store::insert(tx, org, gate, &draft));
        match refused {
            Err(Error::Internal(fault)) => assert_eq!(fault.kind, Kind::Reference, "{fault}"),
            other => panic!("{other:?}"),
        }
        let parent = parent.to_string();
        let mut owner = town.enter("owner").await;
        let form = owner.post(&path(gate), [("name", "Room"), ("parent", &*parent)]).await;
        assert_eq!(form.status, StatusCode::UNPROCESSABLE_ENTITY, "the form says it in words");
    }
    let site = town.write(move |tx| store::insert(tx, other, gate, &inside(gate.cast())));
    assert!(site.is_err(), "a site of another organisation");
}
