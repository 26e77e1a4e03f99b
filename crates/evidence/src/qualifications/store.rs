//! Every SQL statement about qualifications. They are words of the whole organisation.
use judge::Validity;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Name, fold, pattern};
use kernel::{Error, Invalid, OnDuplicate, OrgId, QualificationId, Result, Snapshot, Tx};

use super::model::{Draft, List, Qualification, Subject};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

macro_rules! columns {
    () => {
        "select q.id, q.name, q.issuer, q.category, q.instructions, q.needs_number, q.needs_expiry, q.needs_front,
                q.needs_back, q.validity, q.remind, q.state,
                (select count(distinct e.person_id) from evidence e
                  where e.org_id = q.org_id and e.qualification_id = q.id and e.decision = 'approved'
                    and e.ending is null)
           from qualification q where q.org_id = "
    };
}

fn read(row: &Row<'_>) -> Result<Qualification, Fault> {
    let text = |at| row.get::<String>(at);
    let (validity, state): (String, String) = (row.get(9)?, row.get(11)?);
    let some = |text: String| (!text.is_empty()).then_some(text);
    Ok(Qualification {
        id: row.get(0)?,
        draft: Draft {
            name: row.get(1)?,
            issuer: some(text(2)?).and_then(|it| kernel::field::Line::parse(&it).ok()),
            category: some(text(3)?).and_then(|it| kernel::field::Line::parse(&it).ok()),
            instructions: some(text(4)?).and_then(|it| kernel::field::Lines::parse(&it).ok()),
            needs_number: row.get(5)?,
            needs_expiry: row.get(6)?,
            needs_front: row.get(7)?,
            needs_back: row.get(8)?,
            validity: validity.parse().ok(),
            remind: row.get(10)?,
        },
        active: state == "active",
        held: row.get(12)?,
    })
}

pub fn find(db: &Snapshot<'_>, org: OrgId, id: QualificationId) -> Result<Qualification> {
    db.one(concat!(columns!(), "$1 and q.id = $2"), &[&org, &id], read)
}

pub fn list(db: &Snapshot<'_>, org: OrgId, list: &List) -> Result<Vec<Qualification>> {
    let sought = pattern(&list.search);
    let state = if list.active { "active" } else { "inactive" };
    let mut query = Query::new(columns!());
    query.bind(&org).push(" and q.state = ").bind(state);
    if !list.search.is_empty() {
        query.push(" and q.folded like ").bind(&sought).push(" escape '\\'");
    }
    if let Some((name, id)) = &list.after {
        query.push(" and (q.folded, q.id) > (").bind(name).push(", ").bind(id).push(")");
    }
    query.push(" order by q.folded, q.id limit 51");
    db.rows(&query, read)
}

/// How many are in use, and how many are not.
pub fn counts(db: &Snapshot<'_>, org: OrgId) -> Result<[i64; 2]> {
    db.one(
        "select count(*) filter (where state = 'active'), count(*) filter (where state = 'inactive')
           from qualification where org_id = $1",
        &[&org],
        |row| Ok([row.get(0)?, row.get(1)?]),
    )
}

/// Everything that can be shown evidence for, by name.
pub fn active(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Qualification>> {
    db.all(
        concat!(columns!(), "$1 and q.state = 'active' order by q.folded, q.id limit 500"),
        &[&org],
        read,
    )
}

/// Refuses a name that belongs to another qualification.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<QualificationId>,
    draft: Result<Draft, Invalid>,
) -> Result<Result<Draft, Invalid>> {
    let Ok(it) = &draft else { return Ok(draft) };
    let known: Option<QualificationId> = db.maybe(
        "select id from qualification where org_id = $1 and folded = $2",
        &[&org, &fold(it.name.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "qualifications-taken"))),
        _ => Ok(draft),
    }
}

fn word(validity: Option<Validity>) -> String {
    validity.map(|it| it.to_string()).unwrap_or_default()
}

pub fn insert(tx: &mut Tx<'_>, org: OrgId, it: &Draft) -> Result<QualificationId> {
    let id: QualificationId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into qualification (org_id, id, name, folded, issuer, category, instructions, needs_number,
                                    needs_expiry, needs_front, needs_back, validity, remind, made_at)
         values ($1, $2, $3, $4, coalesce($5, ''), coalesce($6, ''), coalesce($7, ''), $8, $9, $10, $11, $12, $13, $14)",
        &[
            &org,
            &id,
            &it.name,
            &folded(&it.name),
            &it.issuer,
            &it.category,
            &it.instructions,
            &it.needs_number,
            &it.needs_expiry,
            &it.needs_front,
            &it.needs_back,
            &word(it.validity),
            &it.remind,
            &now,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    Ok(id)
}

fn folded(name: &Name) -> String {
    fold(name.as_str())
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: QualificationId, it: &Draft) -> Result<()> {
    tx.run(
        "update qualification set name = $3, folded = $4, issuer = coalesce($5, ''), category = coalesce($6, ''),
                instructions = coalesce($7, ''), needs_number = $8, needs_expiry = $9, needs_front = $10,
                needs_back = $11, validity = $12, remind = $13
          where org_id = $1 and id = $2",
        &[
            &org,
            &id,
            &it.name,
            &folded(&it.name),
            &it.issuer,
            &it.category,
            &it.instructions,
            &it.needs_number,
            &it.needs_expiry,
            &it.needs_front,
            &it.needs_back,
            &word(it.validity),
            &it.remind,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}

/// False when it was so already.
pub fn set_active(tx: &mut Tx<'_>, org: OrgId, id: QualificationId, active: bool) -> Result<bool> {
    let state = if active { "active" } else { "inactive" };
    let changed = tx.run(
        "update qualification set state = $3 where org_id = $1 and id = $2 and state <> $3",
        &[&org, &id, &state],
    )?;
    Ok(changed == 1)
}

/// Every qualification as the judge is asked about it.
pub fn subjects(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Subject>> {
    db.all(
        "select id, name, validity, remind, state from qualification where org_id = $1 order by folded, id",
        &[&org],
        |row| {
            let (validity, state): (String, String) = (row.get(2)?, row.get(4)?);
            Ok(Subject {
                id: row.get(0)?,
                name: row.get(1)?,
                usual: validity.parse().ok(),
                remind: u16::try_from(row.get::<i64>(3)?).unwrap_or(u16::MAX),
                edition: 0,
                active: state == "active",
            })
        },
    )
}
