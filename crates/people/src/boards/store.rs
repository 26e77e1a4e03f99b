//! Every SQL statement about boards.
use kernel::{OrgId, PersonId, Result, Tx};

use super::model::Board;

/// Keeps how somebody stands, and how many people stand so.
pub fn set(tx: &mut Tx<'_>, org: OrgId, person: PersonId, board: &Board) -> Result<()> {
    let before: Option<(i64, String)> = tx.maybe(
        "select bucket, state from person where org_id = $1 and id = $2",
        &[&org, &person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((before, state)) = before else { return Ok(()) };
    // Archived people are in no list of standings.
    let bucket = if state == "active" { board.bucket } else { 0 };
    if before != bucket {
        tx.run(
            "update person set bucket = $3 where org_id = $1 and id = $2",
            &[&org, &person, &bucket],
        )?;
        count(tx, org, before, -1)?;
        count(tx, org, bucket, 1)?;
    }
    tx.run(
        "insert into board (org_id, person_id, until_at, next, more) values ($1, $2, $3, $4, $5)
         on conflict (org_id, person_id) do update set until_at = excluded.until_at, next = excluded.next,
            more = excluded.more",
        &[&org, &person, &board.until, &board.next, &board.more],
    )
    .map(drop)
}

/// The first bucket is not counted: everybody begins there.
fn count(tx: &mut Tx<'_>, org: OrgId, bucket: i64, more: i64) -> Result<()> {
    if bucket == 0 {
        return Ok(());
    }
    tx.run(
        "insert into board_total (org_id, bucket, people) values ($1, $2, $3)
         on conflict (org_id, bucket) do update set people = board_total.people + excluded.people",
        &[&org, &bucket, &more],
    )
    .map(drop)
}

/// Everybody's answer is over: a change touches them all. Nothing is shown until each is renewed.
pub fn stale(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    let now = tx.now();
    tx.run("update board set until_at = $2 where org_id = $1", &[&org, &now]).map(drop)
}
