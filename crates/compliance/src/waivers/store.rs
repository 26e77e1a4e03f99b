//! Every SQL statement about waivers.
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, Error, OrgId, PersonId, Result, Snapshot, Tx, WaiverId};

use super::model::{Draft, Waiver};
use crate::rules::store::{subject, subject_key};

const COLUMNS: &str =
    "select w.id, w.kind, w.subject_id, w.site_id, w.last_on, w.reason, a.name, w.made_at, e.made_at
       from waiver w join account a on a.id = w.made_by
       left join waiver_end e on e.org_id = w.org_id and e.waiver_id = w.id where w.org_id = ";

fn read(row: &Row<'_>) -> Result<Waiver, Fault> {
    let kind: String = row.get(1)?;
    Ok(Waiver {
        id: row.get(0)?,
        subject: subject(&kind, row.get(2)?),
        site: row.get(3)?,
        last: row.get(4)?,
        reason: row.get(5)?,
        by: row.get(6)?,
        made: row.get(7)?,
        ended: row.get(8)?,
    })
}

/// All of a person, the newest first.
pub fn list(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Waiver>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and w.person_id = ").bind(&person);
    query.push(" order by w.made_at desc, w.id desc limit 200");
    db.rows(&query, read)
}

/// One of a person.
pub fn find(db: &Snapshot<'_>, org: OrgId, person: PersonId, id: WaiverId) -> Result<Waiver> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and w.person_id = ").bind(&person).push(" and w.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    person: PersonId,
    draft: &Draft,
    by: AccountId,
) -> Result<WaiverId> {
    let id: WaiverId = tx.new_id();
    let (now, (kind, subject)) = (tx.now(), subject_key(draft.subject));
    tx.run(
        "insert into waiver (org_id, id, person_id, kind, subject_id, site_id, last_on, reason, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[&org, &id, &person, &kind, &subject, &draft.site, &draft.last, &draft.reason, &by, &now],
    )?;
    Ok(id)
}

/// Ends it now. False when somebody did so before.
pub fn end(tx: &mut Tx<'_>, org: OrgId, id: WaiverId, by: AccountId) -> Result<bool> {
    let now = tx.now();
    let ended = tx.run(
        "insert into waiver_end (org_id, waiver_id, made_by, made_at) values ($1, $2, $3, $4)
         on conflict (org_id, waiver_id) do nothing",
        &[&org, &id, &by, &now],
    )?;
    Ok(ended == 1)
}
