//! The house clears away what ran out, round after round.
use server::testing::town;

/// What runs again within hours: the round of the house, invitations, standings and reminders.
const ROUNDS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn what_ran_out_is_gone_after_a_round() {
    let town = town();
    town.enter("owner").await;
    let sessions = || {
        town.read(|db| db.one("select count(*) from session", &[], |row| row.get::<i64>(0)))
            .unwrap()
    };
    let app = town.app().clone();
    tokio::task::spawn_blocking(move || server::housekeeping::schedule(&app))
        .await
        .unwrap()
        .unwrap();
    assert!(town.work() >= ROUNDS);
    assert_eq!(sessions(), 1, "a session that holds stays");
    town.pass_hours(13);
    assert!(town.work() >= ROUNDS, "a round queues the next");
    assert_eq!(sessions(), 0);
}
