//! Who is told what, and when.
use axum::http::StatusCode;
use kernel::{AnyId, Fields, PersonId};
use server::testing::{Town, town};

use crate::rules::tests::{person, rule, send};

/// Subjects of the letters of a kind to somebody, the first first.
fn letters(town: &Town, kind: &'static str, to: &'static str) -> Vec<String> {
    let sql = "select subject from letter where kind = $1 and to_address = $2 order by made_at, id";
    town.read(|db| db.all(sql, &[&kind, &to], |row| row.get(0))).unwrap()
}

fn count(town: &Town, sql: &'static str) -> i64 {
    town.read(|db| db.one(sql, &[], |row| row.get(0))).unwrap()
}

const EMIL: &str = "employee@harbour.example";
const LENA: &str = "line-manager@harbour.example";
const ALL: &str = "select count(*) from letter";

/// Everything that is due by now, and what follows from it.
fn work(town: &Town) {
    while town.work() > 0 {}
}

/// The next morning, or the one so many days later.
fn mornings(town: &Town, days: i64) {
    town.pass_hours(24 * days);
    town.write(crate::schedule).unwrap();
    work(town);
}

async fn publish(town: &Town, form: &Fields) {
    let mut owner = town.enter("owner").await;
    let page = send(&mut owner, "/requirements", form).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
}

/// The quarter of an hour in which what is new comes to one letter.
fn quarter(town: &Town) {
    town.app().clock.advance_seconds(15 * 60);
    work(town);
}

/// Lena leads Emil.
fn leads(town: &Town) {
    let (emil, lena): (PersonId, PersonId) = (
        person(town, "Emil Karlsson").parse().unwrap(),
        person(town, "Lena Magnusson").parse().unwrap(),
    );
    town.write(move |tx| {
        let sql = "update person set line_manager_id = $2 where id = $1";
        tx.run(sql, &[&emil, &lena]).map(drop)
    })
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_comes_in_one_letter_and_once_n_10() {
    let town = town();
    publish(&town, &rule(&town, "First aid at work").with("grace", "14")).await;
    publish(&town, &rule(&town, "CSCS card")).await;
    work(&town);
    assert_eq!(count(&town, ALL), 0, "not yet");
    quarter(&town);
    let told = letters(&town, "training-required", "operator@harbour.example");
    assert_eq!(told.len(), 1, "one letter: {told:?}");
    let told = letters(&town, "training-required", EMIL);
    assert_eq!(told, ["Something new is required of you"], "the card is there");
    let mut emil = town.enter("employee").await;
    let inbox = emil.get("/notices").await;
    assert!(inbox.has("Required from now on: First aid at work"), "{}", inbox.text());
    let mut owner = town.enter("owner").await;
    let id = owner.get("/outbox?search=employee").await.between("href=\"/outbox/", "\"").unwrap();
    let asked = owner.post(&format!("/outbox/{id}/reading"), []).await;
    let letter = owner.follow(&asked).await;
    assert!(letter.has("First aid at work: missing, needed by 5 Dec 2026"), "{}", letter.text());
    assert!(letter.has(&format!("/people/{}/requirements", person(&town, "Emil Karlsson"))));
    let before = count(&town, ALL);
    let org = town.world.org;
    town.write(move |tx| super::jobs::announce(tx, org)).unwrap();
    quarter(&town);
    assert_eq!(count(&town, ALL), before, "a second run sends nothing");
    assert_eq!(letters(&town, "training-digest", LENA).len(), 0, "nobody else is written to");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_hidden_reminds_nobody_until_it_is_required_c_36() {
    let town = town();
    publish(&town, &rule(&town, "First aid at work").with("mode", "hidden")).await;
    quarter(&town);
    mornings(&town, 1);
    mornings(&town, 7);
    assert_eq!(count(&town, ALL), 0);
    let id: AnyId = town.read(|db| db.one("select id from rule", &[], |row| row.get(0))).unwrap();
    let mut owner = town.enter("owner").await;
    let form = rule(&town, "First aid at work").with("mode", "required");
    let changed = send(&mut owner, &format!("/requirements/{id}"), &form).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    quarter(&town);
    assert_eq!(letters(&town, "training-required", EMIL).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_is_told_three_times_and_then_every_week_n_11_n_12() {
    let town = town();
    leads(&town);
    publish(&town, &rule(&town, "First aid at work").with("grace", "10")).await;
    // Due on 1 December. Today is 22 November.
    let mut told = Vec::new();
    for day in 0..24 {
        mornings(&town, i64::from(day > 0));
        mornings(&town, 0);
        told.push([
            letters(&town, "training-due", EMIL).len(),
            letters(&town, "training-overdue", EMIL).len(),
            letters(&town, "training-digest", LENA).len(),
        ]);
    }
    let of = |at: usize| told.iter().map(|it| it[at]).collect::<Vec<_>>();
    // 24, 28 and 30 November.
    assert_eq!(of(0)[..10], [0, 0, 1, 1, 1, 1, 2, 2, 3, 3]);
    assert!(of(0)[10..].iter().all(|it| *it == 3));
    // 2 and 9 December.
    assert_eq!(of(1)[9..], [0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    // The manager reads of the last step, and of what is late.
    assert_eq!(of(2)[7..12], [0, 1, 1, 2, 2]);
    let mut lena = town.enter("line-manager").await;
    let inbox = lena.get("/notices").await;
    assert!(inbox.has("Training of your people: 1 reminder today"), "{}", inbox.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_comes_late_tells_the_last_step_only() {
    let town = town();
    publish(&town, &rule(&town, "First aid at work").with("grace", "10")).await;
    mornings(&town, 8);
    assert_eq!(letters(&town, "training-due", EMIL), ["Something is due soon"]);
    mornings(&town, 30);
    assert_eq!(letters(&town, "training-due", EMIL).len(), 1);
    assert_eq!(letters(&town, "training-overdue", EMIL).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_is_told_to_the_person_and_once_a_day_to_managers_n_14() {
    let town = town();
    // Enzo's card ends on 20 December, in 28 days.
    publish(&town, &rule(&town, "CSCS card")).await;
    mornings(&town, 0);
    let enzo = "engineer@harbour.example";
    assert_eq!(letters(&town, "training-expiring", enzo).len(), 1);
    for key in ["rosa", "administrator", "people-editor"] {
        let to: &'static str = Box::leak(format!("{key}@harbour.example").into_boxed_str());
        assert_eq!(letters(&town, "training-digest", to).len(), 1, "{key}");
    }
    for key in ["health-and-safety", "site-manager", "director", "courses-editor"] {
        let to: &'static str = Box::leak(format!("{key}@harbour.example").into_boxed_str());
        assert_eq!(letters(&town, "training-digest", to).len(), 0, "{key}");
    }
    mornings(&town, 1);
    assert_eq!(letters(&town, "training-expiring", enzo).len(), 1);
    mornings(&town, 26);
    assert_eq!(letters(&town, "training-expiring", enzo).len(), 2, "a day before");
    mornings(&town, 1);
    assert_eq!(letters(&town, "training-expiring", enzo).len(), 3, "on its last day");
    mornings(&town, 1);
    assert_eq!(letters(&town, "training-overdue", enzo).len(), 1, "and then it is late");
    let stranger = "elena@elm.example";
    assert_eq!(letters(&town, "training-digest", stranger).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_turned_it_off_reads_it_in_the_inbox_only() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let page = emil.get("/notices/preferences").await;
    assert!(page.has("mail-training-overdue") && !page.has("mail-training-required"), "N-10 is O");
    emil.post("/notices/preferences", [("inbox-training-overdue", "on")]).await;
    publish(&town, &rule(&town, "First aid at work")).await;
    mornings(&town, 0);
    assert_eq!(letters(&town, "training-overdue", EMIL).len(), 0);
    assert_eq!(letters(&town, "training-overdue", "operator@harbour.example").len(), 1);
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/notices").await.has("Missing: First aid at work"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_for_many_writes_to_each_manager_once_and_counts_whom_nothing_reached() {
    let town = town();
    town.crowd(450);
    let lena: PersonId = person(&town, "Lena Magnusson").parse().unwrap();
    town.write(move |tx| {
        let sql = "update person set line_manager_id = $1 where id <> $1 and org_id in
            (select org_id from person where id = $1)";
        tx.run(sql, &[&lena]).map(drop)
    })
    .unwrap();
    publish(&town, &rule(&town, "First aid at work")).await;
    work(&town);
    quarter(&town);
    let told = count(&town, "select count(*) from letter where kind = 'training-required'");
    assert!(told > 400, "{told}");
    assert_eq!(count(&town, "select count(*) from letter where kind = 'training-digest'"), 0);
    mornings(&town, 1);
    assert_eq!(letters(&town, "training-digest", LENA).len(), 1);
    let digests = count(&town, "select count(*) from letter where kind = 'training-digest'");
    assert!(digests <= 5, "{digests}");
    let mute: i64 = town
        .read(|db| {
            let sql = "select count(*) from reminder where reached = $1";
            db.one(sql, &[&false], |row| row.get(0))
        })
        .unwrap();
    assert!(mute > 20, "{mute}");
    let mut owner = town.enter("owner").await;
    let found = owner.get("/outbox?search=line-manager&kind=training-digest").await;
    let id = found.between("href=\"/outbox/", "\"").unwrap();
    let asked = owner.post(&format!("/outbox/{id}/reading"), []).await;
    let letter = owner.follow(&asked).await;
    assert!(letter.has("neither an account nor an e-mail address"), "{}", letter.text());
    let before = count(&town, ALL);
    mornings(&town, 0);
    assert_eq!(count(&town, ALL), before, "a second run sends nothing");
}

/// The day's job again, as after a crash that lost its end.
fn again(town: &Town) {
    let org = town.world.org;
    town.write(move |tx| tx.enqueue("compliance.reminders", &format!("{org} 2026-11-22"))).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_and_two_at_once_tell_everything_once() {
    let town = town();
    town.crowd(450);
    publish(&town, &rule(&town, "First aid at work")).await;
    work(&town);
    town.write(crate::schedule).unwrap();
    // The round begins, and whoever takes its first job dies with it.
    let name = "compliance.reminders";
    let waits = "select count(*) from job where kind = 'compliance.reminders'";
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while count(&town, waits) == 0 {
                kernel::job::work_one(town.app()).unwrap();
            }
        });
    });
    let lease = town.app().clock.now().plus_minutes(10);
    let take = "update job set lease_until = $1, tries = 1, once = null where kind = $2";
    town.write(move |tx| tx.run(take, &[&lease, &name]).map(drop)).unwrap();
    work(&town);
    assert_eq!(count(&town, "select count(*) from reminder"), 0, "somebody else has it");
    town.app().clock.advance_seconds(11 * 60);
    for _ in 0..3 {
        again(&town);
    }
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| while kernel::job::work_one(town.app()).unwrap() {});
        }
    });
    town.app().clock.advance_seconds(60);
    work(&town);
    let told = count(&town, "select count(*) from letter where kind = 'training-overdue'");
    let addresses = count(
        &town,
        "select count(distinct to_address) from letter where kind = 'training-overdue'",
    );
    assert!(told > 400 && told == addresses, "{told} letters to {addresses}");
    let out = "select count(*) from owed o where not exists (select 1 from reminder r where r.person_id = o.person_id)";
    assert_eq!(count(&town, out), 0, "nobody is left out");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_handed_in_is_not_asked_for_again() {
    let town = town();
    // Emil handed in the asbestos card; nobody has looked at it.
    publish(&town, &rule(&town, "Asbestos awareness")).await;
    quarter(&town);
    mornings(&town, 0);
    mornings(&town, 7);
    assert!(letters(&town, "training-required", EMIL).is_empty());
    assert!(letters(&town, "training-overdue", EMIL).is_empty());
    assert_eq!(letters(&town, "training-required", "operator@harbour.example").len(), 1);
}
