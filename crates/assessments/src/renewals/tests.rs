//! Renewals: 30, 7 and 1 days before the last day, each once (N-22).
use server::testing::{Town, town};

use crate::own::tests::start;

/// Reminders that are on their way to Oskar, whose assessment counts until 22 November 2027.
fn reminders(town: &Town) -> i64 {
    let find = "select count(*) from letter where kind = 'assessment-renewal'";
    town.read(|db| db.one(find, &[], |row| row.get(0))).unwrap()
}

/// Lets so many days pass, with a round on each.
fn days(town: &Town, days: i64) {
    for _ in 0..days {
        town.pass_hours(24);
        while town.work() > 0 {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_told_thirty_seven_and_one_days_before_n_22() {
    let town = town();
    town.write(crate::schedule).unwrap();
    town.pass_hours(24 * 334);
    while town.work() > 0 {}
    assert_eq!(reminders(&town), 0, "31 days to go");
    days(&town, 2);
    assert_eq!(reminders(&town), 1, "thirty days to go, and not again on the next");
    days(&town, 22);
    assert_eq!(reminders(&town), 2, "a week to go");
    days(&town, 10);
    assert_eq!(reminders(&town), 3, "one day to go, then nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_renewed_in_time_is_left_alone() {
    let town = town();
    let mut oskar = town.enter("operator").await;
    let path = start(&town, &mut oskar, "site risk assessment").await;
    let (org, id) = (town.world.org, path.rsplit('/').next().unwrap().to_owned());
    let id: kernel::AssessmentId = id.parse().unwrap();
    town.write(crate::schedule).unwrap();
    town.pass_hours(24 * 300);
    town.write(move |tx| {
        let now = tx.now();
        let put = "update assessment set submitted_at = $3, submitted_by = started_by where org_id = $1 and id = $2";
        tx.run(put, &[&org, &id, &now]).map(drop)
    })
    .unwrap();
    days(&town, 60);
    assert_eq!(reminders(&town), 0);
}
