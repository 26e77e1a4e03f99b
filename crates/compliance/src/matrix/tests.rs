//! The matrix through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

use crate::rules::tests::{person, qualification, rule, send};

/// A town where every site asks for three certificates.
async fn asking() -> (Town, Visitor) {
    let town = town();
    let mut owner = town.enter("owner").await;
    for name in ["CSCS card", "First aid at work", "Asbestos awareness"] {
        let page = send(&mut owner, "/requirements", &rule(&town, name)).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }
    (town, owner)
}

/// The file that somebody asks for.
async fn export(visitor: &mut Visitor, form: &Fields) -> Page {
    let asked = send(visitor, "/matrix/exports", form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    visitor.follow(&asked).await
}

/// The line of somebody in a file.
fn line<'t>(text: &'t str, name: &str) -> &'t str {
    text.lines().find(|it| it.starts_with(name)).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_stand_beside_what_is_asked_of_them() {
    let (_town, mut owner) = asking().await;
    let page = owner.get("/matrix").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    for words in ["Emil Karlsson", "CSCS card", "First aid at work", "missing", "Not valid"] {
        assert!(page.has(words), "{words}: {}", page.text());
    }
    assert!(page.has("waiting to be checked") && page.has("open"), "{}", page.text());
    assert_eq!(page.text().matches("<th role=\"columnheader\"").count(), 3, "{}", page.text());
    let statements = page.statements.unwrap();
    assert!(statements <= 24, "{statements}");
    let red = owner.get("/matrix?status=red").await;
    assert!(red.has("Emil Karlsson"), "{}", red.text());
    let waiting = owner.get("/matrix?status=waiting").await;
    assert!(waiting.has("Emil Karlsson") && waiting.has("waiting to be checked"));
    assert!(!waiting.has("Lena Magnusson"), "nothing of hers waits");
    let soon = owner.get("/matrix?status=expiring").await;
    assert!(soon.has("Enzo Marchetti") && !soon.has("Emil Karlsson"), "{}", soon.text());
    let one = owner.get("/matrix?search=Emil").await;
    assert!(one.has("Emil Karlsson") && !one.has("Enzo Marchetti"));
    let nobody = owner.get("/matrix?search=%25").await;
    assert!(nobody.has("Nobody matches"), "a percent sign is no wildcard");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_that_asks_for_nothing_says_so() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let page = owner.get("/matrix").await;
    assert!(page.has("Nothing is required yet"), "{}", page.text());
    let empty = export(&mut owner, &Fields::of([("as", "csv")])).await;
    assert!(empty.has("Emil Karlsson"), "people stand there all the same: {}", empty.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_page_by_page_and_asks_as_many_statements_on_each() {
    let (town, mut owner) = asking().await;
    town.crowd(130);
    let first = owner.get("/matrix").await;
    let rows = |page: &Page| page.text().matches("<th class=\"mx-who\" role=\"rowheader\"").count();
    assert_eq!(rows(&first), 50, "{}", first.text());
    let next = first.between("/matrix?after=", "\"").expect("a next page");
    let second = owner.get(&format!("/matrix?after={next}")).await;
    assert_eq!((rows(&second), second.statements), (50, first.statements));
    let back = second.between("/matrix?before=", "\"").expect("a way back");
    let again = owner.get(&format!("/matrix?before={back}")).await;
    assert_eq!(again.text().matches("rowheader").count(), 50);
    let name = first.between("rowheader\" scope=\"row\"><a href=\"/people/", "\"");
    assert_eq!(again.between("rowheader\" scope=\"row\"><a href=\"/people/", "\""), name);
    assert!(!first.has("none open"), "counts are of everybody or nobody");
    let file = export(&mut owner, &Fields::of([("as", "csv")])).await.text();
    assert_eq!(file.lines().count(), 1 + 15 + 130, "all pages");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_written_down_and_holds_the_same_words_and_no_formula() {
    let (town, mut owner) = asking().await;
    let org = town.world.org;
    town.write(move |tx| {
        let sql = "update person set name = '=cmd|calc', folded = 'cmd' where org_id = $1 and name = 'Oskar Lind'";
        tx.run(sql, &[&org]).map(drop)
    })
    .unwrap();
    let file = export(&mut owner, &Fields::of([("as", "csv")])).await;
    let text = file.text();
    assert!(text.contains("'=cmd|calc") && !text.contains("\n=cmd"), "{text}");
    let emil = line(&text, "Emil Karlsson");
    assert!(emil.contains("missing") && emil.contains("waiting to be checked"), "{emil}");
    let book = export(&mut owner, &Fields::of([("as", "xlsx")])).await;
    assert_eq!(&book.bytes[..2], b"PK");
    let log = owner.get("/audit").await;
    assert!(log.has("People and requirements exported"), "{}", log.text());
    let narrow = export(&mut owner, &Fields::of([("as", "csv"), ("search", "Emil")])).await.text();
    assert_eq!(narrow.lines().count(), 2, "{narrow}");
    let direct = owner.get("/matrix.csv").await;
    assert_eq!(direct.location(), "/matrix", "nobody takes a file that the log does not know");
    let asked = send(&mut owner, "/matrix/exports", &Fields::of([("search", "Emil")])).await;
    let other = asked.location().replace("Emil", "Enzo");
    assert_eq!(owner.get(&other).await.location(), "/matrix?search=Enzo", "only what was asked");
    let address = asked.location().to_owned();
    let mut director = town.enter("director").await;
    assert_eq!(director.get(&address).await.status, StatusCode::SEE_OTHER, "only who asked");
    town.pass_hours(1);
    let mut owner = town.enter("owner").await;
    assert_eq!(owner.get(&address).await.status, StatusCode::SEE_OTHER, "only for a while");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_print_says_what_it_is_who_made_it_and_when() {
    let (_town, mut owner) = asking().await;
    let page = owner.get("/matrix/print?status=red").await;
    assert_eq!(page.status, StatusCode::OK);
    for words in
        ["Made by Rosa Silva", "Harbour Works", "As at 22 Nov 2026", "Not valid", "missing"]
    {
        assert!(page.has(words), "{words}: {}", page.text());
    }
    assert!(page.has("<thead>") && page.has("mx-legend"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_told_as_known_now_and_as_known_then() {
    let (town, mut owner) = asking().await;
    town.pass_hours(48);
    let mut owner_later = town.enter("owner").await;
    let emil = person(&town, "Emil Karlsson");
    let waiver = Fields::of([
        ("subject", &*qualification(&town, "First aid at work")),
        ("until", "2026-12-24"),
        ("reason", "Course is booked"),
    ]);
    let made = send(&mut owner_later, &format!("/people/{emil}/waivers"), &waiver).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    drop(owner.get("/matrix").await);
    let mut owner = owner_later;
    let now = owner.get("/matrix?search=Emil").await;
    assert!(now.has("waived until 24 Dec 2026"), "{}", now.text());
    let past = owner.get("/matrix?search=Emil&at=2026-11-23T08:00").await;
    assert!(past.has("As it was at 23 Nov 2026") && !past.has("waived until"), "{}", past.text());
    assert!(past.has("With what was known then"), "{}", past.text());
    let then = owner.get("/matrix?search=Emil&at=2026-11-23T08:00&known=then").await;
    assert!(then.has("handed in, waiting"), "{}", then.text());
    let future = owner.get("/matrix?search=Emil&at=2026-12-25T08:00").await;
    assert!(
        future.has("As it will be at 25 Dec 2026") && !future.has("waived"),
        "{}",
        future.text()
    );
    let before = owner.get("/matrix?search=Emil&at=2026-01-01T08:00&known=then").await;
    assert!(!before.has("missing</span>"), "nothing was required then: {}", before.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_their_own_part_of_the_matrix() {
    let (town, mut owner) = asking().await;
    let gate = town.world.gate.to_string();
    let yard = town.world.yard.to_string();
    let form = Fields::of([("site", &*yard), ("subject", &course(&town, "Working at height"))]);
    assert_eq!(send(&mut owner, "/requirements", &form).await.status, StatusCode::SEE_OTHER);
    settle(&town, &person(&town, "Emil Karlsson"));
    let all = owner.get("/matrix?search=Emil").await;
    assert!(all.has("Working at height"), "{}", all.text());
    let mut manager = town.enter("site-manager").await;
    let page = manager.get("/matrix").await;
    assert!(page.has("Emil Karlsson"), "placed at the own site: {}", page.text());
    assert!(!page.has("Enzo Marchetti"), "placed nowhere");
    assert!(!page.has("Working at height") && !page.has("North Yard"), "{}", page.text());
    let file = export(&mut manager, &Fields::of([("as", "csv")])).await.text();
    assert!(file.contains("Emil Karlsson") && !file.contains("Enzo"), "{file}");
    assert!(!file.contains("Working at height") && !file.contains("North Yard"), "{file}");
    let print = manager.get("/matrix/print").await;
    assert!(print.has("Emil") && !print.has("Enzo") && !print.has("Working at height"));
    let far = manager.get(&format!("/matrix?site={yard}")).await;
    assert!(!far.has("Emil Karlsson"), "a site out of sight is as if it were not there");
    let own = manager.get(&format!("/matrix?site={gate}")).await;
    assert!(own.has("Emil Karlsson"));
    let filters = manager.get("/matrix/filters").await;
    assert!(filters.has("Harbour Gate") && !filters.has("North Yard"));
    let mut stranger = town.enter("stranger").await;
    for path in ["/matrix", "/matrix/print", &format!("/matrix?site={gate}")] {
        let page = stranger.get(path).await;
        assert!(page.status == StatusCode::OK && !page.has("Emil"), "{path}");
    }
    let file = export(&mut stranger, &Fields::of([("as", "csv"), ("site", &gate)])).await.text();
    assert_eq!(file.lines().count(), 1, "{file}");
    for key in ["employee", "operator", "gate-scanner"] {
        let mut visitor = town.enter(key).await;
        for path in ["/matrix", "/matrix/filters", "/matrix/print", "/matrix.csv", "/matrix.xlsx"] {
            assert_eq!(visitor.get(path).await.status, StatusCode::FORBIDDEN, "{key} {path}");
        }
        let asked = send(&mut visitor, "/matrix/exports", &Fields::of([("as", "csv")])).await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{key}");
    }
    assert_eq!(town.visitor().get("/matrix").await.status, StatusCode::SEE_OTHER);
}

/// How a form names a course of the told world.
fn course(town: &Town, title: &'static str) -> String {
    let id: kernel::CourseId = town
        .read(|db| db.one("select id from course where title = $1", &[&title], |row| row.get(0)))
        .unwrap();
    format!("course:{id}")
}

/// Places somebody at both sites.
fn settle(town: &Town, person: &str) {
    let (org, sites) = (town.world.org, [town.world.gate, town.world.yard]);
    let person: kernel::PersonId = person.parse().unwrap();
    town.write(move |tx| {
        let now = tx.now();
        for site in &sites {
            let sql = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)
                on conflict do nothing";
            tx.run(sql, &[&org, &person, site, &now])?;
        }
        crate::renew(tx, org, &[person])
    })
    .unwrap();
}
