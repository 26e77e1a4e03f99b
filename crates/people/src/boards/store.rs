//! Every SQL statement about boards.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::{Instant, OrgId, PersonId, Result, Snapshot, Tx};
use ui::Why;

use super::model::{Board, Bucket, Shown, Walk};
use crate::persons::store::covers;

/// People named in one statement.
const STRETCH: usize = 500;

/// Keeps how somebody stands, and how many people stand so.
pub fn set(tx: &mut Tx<'_>, org: OrgId, person: PersonId, board: &Board) -> Result<()> {
    let before: Option<(i64, String)> = tx.maybe(
        "select bucket, state from person where org_id = $1 and id = $2",
        &[&org, &person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((before, state)) = before else { return Ok(()) };
    // Archived people are in no list of standings.
    let bucket = if state == "active" { *board.bucket.stored() } else { 0 };
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

/// The answers of these people are over: a change touches them. Nothing is shown until each is renewed.
pub fn stale(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    let now = tx.now();
    for some in people.chunks(STRETCH) {
        let mut query = Query::new("update board set until_at = ");
        query.bind(&now).push(" where org_id = ").bind(&org).push(" and ");
        query.any_of("person_id", some);
        tx.run_query(&query)?;
    }
    Ok(())
}

/// The join behind the columns of [`columns`].
pub const JOIN: &str = " left join board b on b.org_id = p.org_id and b.person_id = p.id";

/// The columns of a [`Shown`], for people `p` within `reports`.
pub fn columns<'v>(query: &mut Query<'v>, reports: Option<&'v People>) {
    match reports {
        None => {
            query.push(", 0");
        }
        Some(reach) if reach.is_all() => {
            query.push(", 1");
        }
        Some(reach) => {
            query.push(", case when ");
            covers(query, reach);
            query.push(" then 1 else 0 end");
        }
    }
    query.push(
        ", p.bucket, b.until_at, b.next, b.more,
          case when exists (select 1 from board_walk k where k.org_id = p.org_id
                               and (k.reached is null or p.id > k.reached)) then 1 else 0 end",
    );
}

/// Nothing, where the reader may not see how this person stands.
pub fn read(row: &Row<'_>, at: usize, now: Instant) -> Result<Option<Shown>, Fault> {
    if row.get::<i64>(at)? != 1 {
        return Ok(None);
    }
    let until: Option<Instant> = row.get(at + 2)?;
    let next: Option<String> = row.get(at + 3)?;
    let renewed = row.get::<i64>(at + 5)? == 0;
    let holds = renewed && until.is_none_or(|it| now < it);
    Ok(Some(Shown {
        bucket: holds.then_some(Bucket::from_number(row.get(at + 1)?)),
        next: next.filter(|_| holds).and_then(|it| Why::read(&it)),
        more: row.get::<Option<i64>>(at + 4)?.unwrap_or_default(),
    }))
}

/// Narrows a list to those who stand so, as far as the reader may see it.
pub fn only<'v>(query: &mut Query<'v>, reports: Option<&'v People>, bucket: &'v i64) {
    match reports {
        None => query.push(" and 1 = 0"),
        Some(reach) => {
            query.push(" and ");
            covers(query, reach);
            query.push(" and p.bucket = ").bind(bucket)
        }
    };
}

/// How many people of the organisation stand how, as five columns more; for those who may see everybody.
pub fn totals<'v>(query: &mut Query<'v>, reports: Option<&'v People>, reach: &'v People) {
    let all = reports.is_some_and(People::is_all) && reach.is_all();
    for bucket in &Bucket::ALL[1..] {
        if all {
            query.push(", (select t.people from board_total t where t.org_id = ");
            query.bind(reach.org_ref()).push(" and t.bucket = ").bind(bucket.stored()).push(")");
        } else {
            query.push(", 0");
        }
    }
}

/// In the order of [`Bucket::ALL`]; the first is not counted.
pub fn read_totals(row: &Row<'_>, at: usize) -> Result<[i64; 6], Fault> {
    let mut all = [0; 6];
    for (place, total) in all.iter_mut().enumerate().skip(1) {
        *total = row.get::<Option<i64>>(at + place - 1)?.unwrap_or_default();
    }
    Ok(all)
}

// One row says how far a walk over everybody came, so that a change which touches all costs as little as one that touches
// nobody.

/// The walk that is under way.
pub fn find_walk(db: &Snapshot<'_>, org: OrgId) -> Result<Option<Walk>> {
    db.maybe("select number, reached from board_walk where org_id = $1", &[&org], |row| {
        Ok(Walk { number: row.get(0)?, reached: row.get(1)? })
    })
}

/// Begins a walk, in place of one that is under way.
pub fn begin_walk(tx: &mut Tx<'_>, org: OrgId) -> Result<Walk> {
    let number = find_walk(tx, org)?.map_or(1, |it| it.number + 1);
    let reached: Option<PersonId> = None;
    tx.run(
        "insert into board_walk (org_id, number, reached) values ($1, $2, $3)
         on conflict (org_id) do update set number = excluded.number, reached = excluded.reached",
        &[&org, &number, &reached],
    )?;
    Ok(Walk { number, reached })
}

/// Notes how far the walk came; nothing is its end.
pub fn step_walk(tx: &mut Tx<'_>, org: OrgId, reached: Option<PersonId>) -> Result<()> {
    match reached {
        Some(_) => {
            tx.run("update board_walk set reached = $2 where org_id = $1", &[&org, &reached])
        }
        None => tx.run("delete from board_walk where org_id = $1", &[&org]),
    }
    .map(drop)
}
