//! The log through the front door.
use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;
use kernel::{Event, Lang};
use server::testing::{Town, town};

/// Records one event at the site and one without, by the owner's hand.
fn record(town: &Town) {
    let (org, gate, yard) = (town.world.org, town.world.gate, town.world.yard);
    let told = town.write(move |tx| {
        let (old, new) = ("Harbour Gate", "Harbour Gate East");
        let at_gate = Event::new(org, "site.updated", "site", gate).named("Gate line").at(gate);
        tx.record(&at_gate.change("name", Some(&old), Some(&new)))?;
        tx.record(&Event::new(org, "site.updated", "site", yard).named("Yard line").at(yard))?;
        tx.record(&Event::new(org, "organisation.updated", "organisation", org).named("Żółta line"))
    });
    told.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_says_who_what_when_and_old_and_new_a_s15() {
    let town = town();
    record(&town);
    let mut owner = town.enter("owner").await;
    let log = owner.get("/audit").await;
    assert!(log.has("Site changed") && log.has("Gate line"), "{}", log.text());
    assert!(log.has("Name: Harbour Gate → Harbour Gate East"), "old and new");
    assert!(log.has("Signed in") && log.has("Rosa Silva"), "who");
    assert!(log.has("22 Nov 2026, 08:00"), "when");
    let polish = owner.get("/audit?lang=pl").await;
    assert!(polish.has("Obiekt zmieniony") && polish.has("Dziennik zmian"));
    assert!(log.statements.unwrap() <= 5, "{:?}", log.statements);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_manager_reads_the_lines_of_the_own_site_and_no_others_a_s15() {
    let town = town();
    record(&town);
    let mut manager = town.enter("site-manager").await;
    let log = manager.get("/audit").await;
    assert!(log.has("Gate line") && !log.has("Yard line") && !log.has("Żółta line"));
    let yard = manager.get(&format!("/audit?site={}", town.world.yard)).await;
    assert!(yard.has("Nothing here") && !yard.has("North Yard"));
    for key in ["owner", "administrator", "health-and-safety", "director"] {
        let log = town.enter(key).await.get("/audit").await;
        assert!(log.has("Gate line") && log.has("Yard line") && log.has("Żółta line"), "{key}");
    }
    for key in ["engineer", "supervisor", "operator", "people-editor", "team-manager", "employee"] {
        let status = town.enter(key).await.get("/audit").await.status;
        assert_eq!(status, StatusCode::FORBIDDEN, "{key}");
    }
    assert!(!town.enter("stranger").await.get("/audit").await.has("Gate line"));
    assert_eq!(town.visitor().get("/audit").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_filtered_searched_and_paged() {
    let town = town();
    record(&town);
    let mut owner = town.enter("owner").await;
    let sites = owner.get("/audit?what=site").await;
    assert!(sites.has("Gate line") && !sites.has("Żółta line"));
    let gate = owner.get(&format!("/audit?site={}", town.world.gate)).await;
    assert!(gate.has("Gate line") && !gate.has("Yard line"));
    let found = owner.get("/audit?search=zolta").await;
    assert!(found.has("Żółta line") && !found.has("Gate line"));
    let one = owner.get(&format!("/audit?subject={}", town.world.yard)).await;
    assert!(one.has("Yard line") && !one.has("Gate line"));
    let actor = town.persona("owner").account;
    let own = owner.get(&format!("/audit?actor={actor}")).await;
    assert!(own.has("Signed in") && !own.has("Gate line"));
    assert!(owner.get("/audit?from=2026-11-22&until=2026-11-22").await.has("Gate line"));
    assert!(owner.get("/audit?until=2026-11-21").await.has("Nothing here"));
    assert!(owner.get("/audit?from=2026-11-23").await.has("Nothing here"));
    assert!(owner.get("/audit?kind=organisation").await.has("Żółta line"));
    for _ in 0..20 {
        record(&town);
    }
    let first = owner.get("/audit").await;
    let next = first.between("href=\"/audit?after=", "\"").expect("another page");
    let second = owner.get(&format!("/audit?after={next}")).await;
    assert!(second.has("Signed in") && !first.has("Signed in"), "newest first");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_said_with_the_name_of_its_place_as_far_as_the_reader_knows_it() {
    let town = town();
    let (org, gate, yard) = (town.world.org, town.world.gate, town.world.yard);
    let account = town.persona("operator").account;
    let told = town.write(move |tx| {
        let team = tx.one("select id from team where org_id = $1 limit 1", &[&org], |row| {
            row.get::<kernel::AnyId>(0)
        })?;
        let scopes = [
            ("SMG", format!("site:{gate}")),
            ("SMG", format!("site:{yard}")),
            ("TMG", format!("team:{team}")),
            ("DIR", "all".to_owned()),
        ];
        for (role, scope) in scopes {
            let event = Event::new(org, "role.granted", "account", account).named("Ola").at(gate);
            tx.record(&event.set("role", &role).set("scope", &scope))?;
        }
        tx.one("select name from team where id = $1", &[&team], |row| row.get::<String>(0))
    });
    let team = format!("Where: Team: {}", told.unwrap());
    let log = town.enter("owner").await.get("/audit").await;
    for said in ["Where: Site: Harbour Gate", "Where: Site: North Yard", &team] {
        assert!(log.has(said), "{said}: {}", log.text());
    }
    assert!(log.has("Where: The whole organisation") && log.has("Role: Site manager"));
    assert!(log.statements.unwrap() <= 5, "{:?}", log.statements);
    let log = town.enter("site-manager").await.get("/audit").await;
    assert!(log.has("Where: Site: Harbour Gate") && log.has("Where: Site: name not shown"));
    assert!(log.has("Where: Team: name not shown") && !log.has("North Yard") && !log.has(&team));
    assert!(log.statements.unwrap() <= 5, "{:?}", log.statements);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_statement_changes_or_deletes_a_line_16_4_2() {
    let town = town();
    for sql in ["update entry set label = 'x' where seq = 1", "delete from entry where seq = 1"] {
        let tried = town.write(move |tx| tx.run(sql, &[]));
        let error = format!("{:?}", tried.unwrap_err());
        assert!(error.contains("a line of the log is never"), "{error}");
    }
}

/// The names of all events that the sources tell.
fn told() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let events = text.split("Event::new(").skip(1);
                let names = events.filter_map(|it| it.split_once(')')?.0.split('"').nth(1));
                found.extend(names.filter(|it| it.contains('.')).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn every_event_has_its_words_in_both_languages() {
    let told = told();
    assert!(told.contains("invitation.created"), "{told:?}");
    for what in &told {
        let key = super::model::what_key(what);
        for lang in Lang::ALL {
            assert!(ui::text::exists(lang, &key), "{key} has no words in {}", lang.name());
        }
    }
    for noun in super::model::NOUNS {
        assert!(ui::text::exists(Lang::Pl, &format!("audit-noun-{noun}")), "{noun}");
    }
}
