//! Earlier records from a file, through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

const HEAD: &str = "Person,Course,Done on,Expires on,Provider,Certificate number,Note\n";

async fn hand_in(visitor: &mut Visitor, name: &str, bytes: &[u8]) -> Page {
    visitor.upload("/imports", &Fields::default(), &[("file", name, bytes)]).await
}

async fn check(visitor: &mut Visitor, lines: &str) -> String {
    let page = hand_in(visitor, "old.csv", format!("{HEAD}{lines}").as_bytes()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    page.location().to_owned()
}

fn count(town: &Town, sql: &'static str) -> i64 {
    town.read(|db| db.one(sql, &[], |row| row.get(0))).unwrap()
}

const GOOD: &str =
    "select count(*) from completion where provider = 'Old Docks' and voided_at is null";
const VOID: &str =
    "select count(*) from completion where provider = 'Old Docks' and voided_at is not null";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_checked_written_and_taken_back_as_a_whole() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = check(
        &mut owner,
        "employee@harbour.example,Site induction,2020-03-14,,Old Docks,SI-7,first\n\
         Oskar Lind,Praca na wysokości,14.03.2021,13.03.2023,Old Docks,,\n\
         Nobody Known,Site induction,2020-03-14,,Old Docks,,\n\
         Emil Karlsson,Basket weaving,2020-03-14,,Old Docks,,\n\
         Emil Karlsson,Site induction,tomorrow,,Old Docks,,\n\
         Emil Karlsson,Site induction,2020-03-14,,Old Docks,,again\n",
    )
    .await;
    let page = owner.get(&path).await;
    for words in [
        "Checked, nothing recorded yet",
        "Record 2 lines",
        "Nobody whose training you record",
        "There is no course with this title",
        "Done on is no date",
        "The same line stands further up",
    ] {
        assert!(page.has(words), "{words}: {}", page.text());
    }
    assert_eq!(count(&town, GOOD), 0, "only looked at");
    let left = owner.get(&format!("{path}/left-out.csv")).await.text();
    assert_eq!(left.lines().count(), 5, "nothing is lost: {left}");
    assert!(left.contains("Basket weaving") && left.contains("Why, and what to do"), "{left}");
    let sent = owner.post(&format!("{path}/confirmation"), []).await;
    assert_eq!(sent.location(), path, "{}", sent.text());
    assert_eq!(count(&town, GOOD), 2);
    let page = owner.get(&format!("{path}?view=all")).await;
    assert!(page.has("Recorded") && page.has("valid until 13 Mar 2023"), "{}", page.text());
    let twice = owner.post(&format!("{path}/confirmation"), []).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let log = owner.get("/audit").await;
    assert!(log.has("Earlier records imported") && log.has("Course recorded"), "{}", log.text());
    let none = owner.post(&format!("{path}/cancellation"), [("reason", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = owner.post(&format!("{path}/cancellation"), [("reason", "Wrong year")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    assert_eq!((count(&town, GOOD), count(&town, VOID)), (0, 2));
    let page = owner.get(&path).await;
    assert!(page.has("Taken back") && page.has("Wrong year"), "{}", page.text());
    let list = owner.get("/imports").await;
    assert!(list.has("Import of 22 Nov 2026") && list.has("Rosa Silva"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_lines_are_written_bit_by_bit_and_the_log_says_who_wanted_it() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let line = |at: i32| {
        let (year, month, day) = (1990 + at / 100, 1 + at % 12, 1 + at % 28);
        format!("Emil Karlsson,Manual handling,{year}-{month:02}-{day:02},,Old Docks,{at},\n")
    };
    let lines = (0..250).map(line).collect::<Vec<_>>().concat();
    let path = check(&mut owner, &lines).await;
    let sent = owner.post(&format!("{path}/confirmation"), []).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert_eq!(count(&town, GOOD), 100, "the first lines at once");
    let page = owner.get(&path).await;
    assert!(page.has("Being recorded") && page.has("100 of"), "{}", page.text());
    while town.work() > 0 {}
    let all = count(&town, GOOD);
    assert!(all > 200, "{all}");
    assert!(owner.get(&path).await.has("Recorded"));
    let nameless =
        "select count(*) from entry where what = 'completion.recorded' and actor_id is null";
    assert_eq!(count(&town, nameless), 0);
    let back = owner.post(&format!("{path}/cancellation"), [("reason", "Twice")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    while town.work() > 0 {}
    assert_eq!((count(&town, GOOD), count(&town, VOID)), (0, all));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_table_is_refused_with_a_sentence() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let line = |at: i32| format!("a{at},b,2020-01-01\n");
    let long = (0..10_001).map(line).collect::<Vec<_>>().concat();
    for (bytes, words) in [
        (b"".as_slice(), "Fill this in"),
        (b"%PDF-1.7 and so on\0\0", "This is no table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel file"),
        (b"PK\x03\x04 but no archive", "cannot be read"),
        (b"Who,What\nAna,Safety", "must name the columns"),
        (b"Person,Course,Done on\n", "holds no lines"),
        (b"Person,Course,Done on\nJ\xf3zef,a,2020-01-01", "Letters in this file"),
        (format!("{HEAD}{long}").as_bytes(), "more than 10,000 lines"),
    ] {
        let page = hand_in(&mut owner, "x.csv", bytes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.has(words), "{words}: {}", page.text());
    }
    let hostile = check(&mut owner, "=cmd|calc,<script>alert(1)</script>,2020-01-01,,,,\n").await;
    let page = owner.get(&hostile).await;
    assert!(!page.has("<script>alert") && page.has("&lt;script&gt;"), "{}", page.text());
    let file = owner.get(&format!("{hostile}/left-out.csv")).await;
    assert!(file.has("'=cmd|calc"), "{}", file.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_imports_for_their_own_people_and_sees_their_own_imports() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let line = "Emil Karlsson,Site induction,2020-03-14,,Old Docks,,\n";
    let path = check(&mut owner, line).await;
    for (key, status) in [
        ("team-manager", StatusCode::NOT_FOUND),
        ("people-editor", StatusCode::NOT_FOUND),
        ("stranger", StatusCode::NOT_FOUND),
        ("employee", StatusCode::FORBIDDEN),
        ("site-manager", StatusCode::FORBIDDEN),
    ] {
        let mut visitor = town.enter(key).await;
        for end in ["", "/left-out.csv"] {
            let page = visitor.get(&format!("{path}{end}")).await;
            assert_eq!(page.status, status, "{key} {end}");
        }
        for end in ["/confirmation", "/cancellation"] {
            let page = visitor.post(&format!("{path}{end}"), [("reason", "x")]).await;
            assert_eq!(page.status, status, "{key} {end}");
        }
    }
    assert_eq!(count(&town, GOOD), 0);
    let mut manager = town.enter("team-manager").await;
    let own = check(&mut manager, line).await;
    let page = manager.get(&own).await;
    assert!(page.has("Nobody whose training you record"), "not in the team: {}", page.text());
    assert!(!manager.get("/imports").await.has("Rosa Silva"));
    let sent = manager.post(&format!("{own}/confirmation"), []).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
    let dropped = manager.post(&format!("{own}/cancellation"), []).await;
    assert_eq!(dropped.location(), "/imports");
    let mut administrator = town.enter("administrator").await;
    assert_eq!(administrator.get(&path).await.status, StatusCode::OK, "whoever sees everybody");
    let mut stranger = town.enter("stranger").await;
    assert!(!stranger.get("/imports").await.has("Rosa Silva"));
    let employee = hand_in(&mut town.enter("employee").await, "x.csv", line.as_bytes()).await;
    assert_eq!(employee.status, StatusCode::FORBIDDEN);
}
