//! The log as a file, through the front door.
use axum::http::{StatusCode, header};
use kernel::access::{Actor, Face, Grant, Level, Reach, Role, Scope, Sites, matrix};
use kernel::sheet::Sheet;
use kernel::testing::{Page, Visitor};
use kernel::{Event, Fields, Lang, SessionId, Zone};
use server::testing::{Town, town};

use crate::entries::model::List;

/// One line at each site, and one of the organisation that wants to be a formula.
fn record(town: &Town) {
    let (org, gate, yard) = (town.world.org, town.world.gate, town.world.yard);
    let told = town.write(move |tx| {
        tx.record(&Event::new(org, "site.updated", "site", gate).named("Gate line").at(gate))?;
        tx.record(&Event::new(org, "site.updated", "site", yard).named("Yard line").at(yard))?;
        let event = Event::new(org, "organisation.updated", "organisation", org);
        tx.record(&event.named("=1+1").set("name", &"=cmd|' /C calc'!A0"))
    });
    told.unwrap();
}

async fn ask<const N: usize>(visitor: &mut Visitor, fields: [(&str, &str); N]) -> Page {
    visitor.post("/audit/exports", fields).await
}

async fn file<const N: usize>(visitor: &mut Visitor, fields: [(&str, &str); N]) -> Page {
    let asked = ask(visitor, fields).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    visitor.get(asked.location()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_leaves_the_house_as_a_file_and_says_who_took_it_a_s15() {
    let town = town();
    record(&town);
    let mut owner = town.enter("owner").await;
    let all = file(&mut owner, [("as", "csv")]).await;
    assert_eq!(all.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
    assert!(all.has("Number,When (UTC),Who,What") && all.has("Gate line") && all.has("Yard line"));
    assert!(all.has("'=1+1") && !all.has(",=1+1"), "never a formula: {}", all.text());
    assert!(all.has("Name: =cmd"), "a cell that begins with a word of ours");
    assert!(all.has("2026-11-22T08:00:00Z,Rosa Silva,Signed in,session.opened"), "{}", all.text());
    let gate = town.world.gate.to_string();
    let fields = [("as", "csv"), ("what", "site"), ("site", gate.as_str())];
    let some = file(&mut owner, fields).await;
    assert!(some.has("Gate line") && !some.has("Yard line") && !some.has("Signed in"));
    let log = owner.get("/audit").await;
    assert!(log.has("Audit log exported") && log.has("Only: what: site; site: "), "{}", log.text());
    assert!(log.has("name=\"as\" value=\"csv\""), "the page offers it");
    let book = file(&mut owner, [("as", "xlsx"), ("search", "gate")]).await;
    assert!(book.bytes.starts_with(b"PK"), "a workbook");
    let polish = owner.get("/audit?what=site&lang=pl").await;
    assert!(polish.has("Dziennik zmian") && polish.has("name=\"what\" value=\"site\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_for_whoever_asked_for_it_and_not_for_long() {
    let town = town();
    record(&town);
    let mut owner = town.enter("owner").await;
    let asked = ask(&mut owner, [("as", "csv"), ("what", "site")]).await;
    let path = asked.location().to_owned();
    assert!(owner.get(&path).await.has("Gate line"));
    for other in [path.replace("what=site", "what=session"), path.replace("what=site&", "")] {
        let turned = owner.get(&other).await;
        assert_eq!(turned.status, StatusCode::SEE_OTHER, "other lines need another line: {other}");
    }
    assert_eq!(owner.get("/audit.csv?what=site").await.location(), "/audit?what=site");
    let mut administrator = town.enter("administrator").await;
    assert_eq!(administrator.get(&path).await.status, StatusCode::SEE_OTHER, "not for another");
    town.app().clock.advance_seconds(6 * 60);
    assert_eq!(owner.get(&path).await.location(), "/audit?what=site", "too late");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_holds_what_its_reader_may_read() {
    let town = town();
    record(&town);
    let mut manager = town.enter("site-manager").await;
    let own = file(&mut manager, [("as", "csv")]).await;
    assert!(own.has("Gate line") && !own.has("Yard line") && !own.has("=1+1"));
    let yard = town.world.yard.to_string();
    let other = file(&mut manager, [("as", "csv"), ("site", yard.as_str())]).await;
    assert!(!other.has("Yard line"));
    for key in ["engineer", "people-editor", "employee"] {
        let mut other = town.enter(key).await;
        assert_eq!(ask(&mut other, [("as", "csv")]).await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(other.get("/audit.csv").await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert!(!file(&mut stranger, [("as", "csv")]).await.has("Gate line"));
    assert_eq!(town.visitor().get("/audit.csv").await.status, StatusCode::SEE_OTHER);
}

/// Somebody who reads the whole log.
fn reach(town: &Town) -> Sites {
    let actor = Actor {
        session: SessionId::from_bytes([0; 16]),
        account: town.persona("owner").account,
        org: town.world.org,
        person: None,
        grants: vec![Grant { role: Role::Owner, scope: Scope::All }],
        face: Face {
            zone: Zone::usual(),
            name: String::new(),
            organisation: String::new(),
            lang: Lang::En,
            unread: 0,
            organisations: 1,
        },
        stale: false,
    };
    Sites::of(&actor, &matrix::AUDIT, Level::View).expect("the owner reads")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_long_says_where_it_ends() {
    let town = town();
    for _ in 0..700 {
        record(&town);
    }
    let reach = reach(&town);
    let rows = |most: usize| {
        let made = town.read(|db| {
            let mut sheet = Sheet::csv();
            let list = List::parse(&Fields::of([("what", "site")]));
            super::fill(db, &reach, (&list, &Zone::usual()), Lang::En, &mut sheet, most)?;
            sheet.answer("log")
        });
        let body = made.unwrap().into_body();
        async move {
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            String::from_utf8(bytes.to_vec()).unwrap()
        }
    };
    let cut = rows(1_300).await;
    assert_eq!(cut.lines().count(), 1 + 1_300 + 1);
    assert!(cut.lines().last().is_some_and(|it| it.contains("after the newest 1300 lines")));
    let all = rows(50_000).await;
    let number = all.lines().count() - 1;
    assert!(number >= 1_400 && !all.contains("The file ends here"), "{number}");
    assert_eq!(rows(number).await, all, "as many as there are");
    assert!(rows(number - 1).await.contains("The file ends here"));
}
