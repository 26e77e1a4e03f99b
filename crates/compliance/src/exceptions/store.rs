//! Every SQL statement about exceptions.
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, AnyId, Error, OrgId, PersonId, Result, Snapshot, Tx};

use super::model::{Draft, Exception, Kind, Noun, What};
use crate::rules::store::{subject, subject_key};

const WAIVERS: &str =
    "select w.id, w.site_id, w.last_on, w.reason, a.name, w.made_at, e.made_at, w.kind, w.subject_id
       from waiver w join account a on a.id = w.made_by
       left join waiver_end e on e.org_id = w.org_id and e.waiver_id = w.id where w.org_id = ";
const BANS: &str =
    "select w.id, w.site_id, w.last_on, w.reason, a.name, w.made_at, e.made_at, w.kind
       from ban w join account a on a.id = w.made_by
       left join ban_end e on e.org_id = w.org_id and e.ban_id = w.id where w.org_id = ";

const fn columns(noun: Noun) -> &'static str {
    match noun {
        Noun::Waiver => WAIVERS,
        Noun::Ban => BANS,
    }
}

fn read(row: &Row<'_>, noun: Noun) -> Result<Exception, Fault> {
    let kind: String = row.get(7)?;
    let what = match noun {
        Noun::Waiver => What::Waiver(subject(&kind, row.get(8)?)),
        Noun::Ban => What::Ban(Kind::from_code(&kind)),
    };
    Ok(Exception {
        id: row.get(0)?,
        what,
        site: row.get(1)?,
        last: row.get(2)?,
        reason: row.get(3)?,
        by: row.get(4)?,
        made: row.get(5)?,
        ended: row.get(6)?,
    })
}

/// All of a person, the newest first.
pub fn list(db: &Snapshot<'_>, org: OrgId, person: PersonId, noun: Noun) -> Result<Vec<Exception>> {
    let mut query = Query::new(columns(noun));
    query.bind(&org).push(" and w.person_id = ").bind(&person);
    query.push(" order by w.made_at desc, w.id desc limit 200");
    db.rows(&query, |row| read(row, noun))
}

/// One of a person.
pub fn find(
    db: &Snapshot<'_>,
    org: OrgId,
    person: PersonId,
    (noun, id): (Noun, AnyId),
) -> Result<Exception> {
    let mut query = Query::new(columns(noun));
    query.bind(&org).push(" and w.person_id = ").bind(&person).push(" and w.id = ").bind(&id);
    db.rows(&query, |row| read(row, noun))?.pop().ok_or(Error::NotFound)
}

pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    person: PersonId,
    draft: &Draft,
    by: AccountId,
) -> Result<AnyId> {
    let (id, now): (AnyId, _) = (tx.new_id(), tx.now());
    let (site, last, reason) = (&draft.site, &draft.last, &draft.reason);
    match draft.what {
        What::Waiver(about) => {
            let (kind, subject) = subject_key(about);
            tx.run(
                "insert into waiver (org_id, id, person_id, kind, subject_id, site_id, last_on, reason, made_by, made_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                &[&org, &id, &person, &kind, &subject, site, last, reason, &by, &now],
            )?
        }
        What::Ban(kind) => tx.run(
            "insert into ban (org_id, id, person_id, kind, site_id, last_on, reason, made_by, made_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[&org, &id, &person, &kind.code(), site, last, reason, &by, &now],
        )?,
    };
    Ok(id)
}

/// Ends it now. False when somebody did so before.
pub fn end(tx: &mut Tx<'_>, org: OrgId, (noun, id): (Noun, AnyId), by: AccountId) -> Result<bool> {
    let now = tx.now();
    let sql = match noun {
        Noun::Waiver => {
            "insert into waiver_end (org_id, waiver_id, made_by, made_at) values ($1, $2, $3, $4)
             on conflict (org_id, waiver_id) do nothing"
        }
        Noun::Ban => {
            "insert into ban_end (org_id, ban_id, made_by, made_at) values ($1, $2, $3, $4)
             on conflict (org_id, ban_id) do nothing"
        }
    };
    Ok(tx.run(sql, &[&org, &id, &by, &now])? == 1)
}
