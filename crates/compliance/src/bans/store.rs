//! Every SQL statement about bans.
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, BanId, Error, OrgId, PersonId, Result, Snapshot, Tx};

use super::model::{Ban, Draft, Kind};

const COLUMNS: &str =
    "select w.id, w.kind, w.site_id, w.last_on, w.reason, a.name, w.made_at, e.made_at
       from ban w join account a on a.id = w.made_by
       left join ban_end e on e.org_id = w.org_id and e.ban_id = w.id where w.org_id = ";

fn read(row: &Row<'_>) -> Result<Ban, Fault> {
    let kind: String = row.get(1)?;
    Ok(Ban {
        id: row.get(0)?,
        kind: Kind::from_code(&kind),
        site: row.get(2)?,
        last: row.get(3)?,
        reason: row.get(4)?,
        by: row.get(5)?,
        made: row.get(6)?,
        ended: row.get(7)?,
    })
}

/// All of a person, the newest first.
pub fn list(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Ban>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and w.person_id = ").bind(&person);
    query.push(" order by w.made_at desc, w.id desc limit 200");
    db.rows(&query, read)
}

/// One of a person.
pub fn find(db: &Snapshot<'_>, org: OrgId, person: PersonId, id: BanId) -> Result<Ban> {
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
) -> Result<BanId> {
    let id: BanId = tx.new_id();
    let (now, kind) = (tx.now(), draft.kind.code());
    tx.run(
        "insert into ban (org_id, id, person_id, kind, site_id, last_on, reason, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[&org, &id, &person, &kind, &draft.site, &draft.last, &draft.reason, &by, &now],
    )?;
    Ok(id)
}

/// Ends it now. False when somebody did so before.
pub fn end(tx: &mut Tx<'_>, org: OrgId, id: BanId, by: AccountId) -> Result<bool> {
    let now = tx.now();
    let ended = tx.run(
        "insert into ban_end (org_id, ban_id, made_by, made_at) values ($1, $2, $3, $4)
         on conflict (org_id, ban_id) do nothing",
        &[&org, &id, &by, &now],
    )?;
    Ok(ended == 1)
}
