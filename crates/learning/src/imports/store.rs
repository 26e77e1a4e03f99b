//! Every SQL statement about imports.
use kernel::access::{Face, People};
use kernel::db::{Fault, Query, Row};
use kernel::{
    AccountId, CompletionId, CourseId, Date, Error, ImportId, Instant, Lang, OrgId, PersonId,
    Result, Snapshot, Tx, Zone,
};

use super::lines::model::{Line, Raw, Titled};
use super::model::{Import, Outcome, PAGE, STRETCH, State};
use crate::batches::model::Known;
use crate::batches::store::{people, read as read_known};

/// Whose imports somebody sees: all of them, or their own. Lines name people whom not everybody may see.
fn visible<'v>(query: &mut Query<'v>, reach: &'v People, account: &'v AccountId) {
    query.push("i.org_id = ").bind(reach.org_ref());
    if !reach.is_all() {
        query.push(" and i.made_by = ").bind(account);
    }
}

const COLUMNS: &str = "select i.id, i.state, i.lines, i.made_at, i.made_by, a.name, i.void_reason
    from import i join account a on a.id = i.made_by where ";

fn read(row: &Row<'_>) -> Result<Import, Fault> {
    let state: String = row.get(1)?;
    Ok(Import {
        id: row.get(0)?,
        state: State::from_code(&state),
        lines: row.get(2)?,
        made_at: row.get(3)?,
        made_by: (row.get(4)?, row.get(5)?),
        reason: row.get(6)?,
        counts: Vec::new(),
    })
}

/// The newest imports, with what became of their lines.
pub fn list(db: &Snapshot<'_>, reach: &People, account: AccountId) -> Result<Vec<Import>> {
    let mut query = Query::new(COLUMNS);
    visible(&mut query, reach, &account);
    query.push(" order by i.made_at desc, i.id desc limit 100");
    let mut found = db.rows(&query, read)?;
    counts(db, reach.org(), &mut found)?;
    Ok(found)
}

pub fn find(db: &Snapshot<'_>, reach: &People, account: AccountId, id: ImportId) -> Result<Import> {
    let mut query = Query::new(COLUMNS);
    visible(&mut query, reach, &account);
    query.push(" and i.id = ").bind(&id);
    let mut found = db.rows(&query, read)?;
    counts(db, reach.org(), &mut found)?;
    found.pop().ok_or(Error::NotFound)
}

fn counts(db: &Snapshot<'_>, org: OrgId, imports: &mut [Import]) -> Result<()> {
    let ids: Vec<ImportId> = imports.iter().map(|it| it.id).collect();
    let mut query =
        Query::new("select import_id, outcome, count(*) from import_line where org_id = ");
    query.bind(&org).push(" and ").any_of("import_id", &ids);
    query.push(" group by import_id, outcome order by import_id, outcome");
    let rows = db.rows(&query, |row| {
        let (id, outcome): (ImportId, String) = (row.get(0)?, row.get(1)?);
        Ok((id, Outcome::from_code(&outcome), row.get::<i64>(2)?))
    })?;
    for (id, outcome, count) in rows {
        if let Some(it) = imports.iter_mut().find(|it| it.id == id) {
            it.counts.push((outcome, count));
        }
    }
    Ok(())
}

/// Everybody within reach, to compare a file with.
pub fn everybody(db: &Snapshot<'_>, reach: &People) -> Result<Vec<Known>> {
    db.rows(&people(reach), read_known)
}

/// Every title of every course, folded.
pub fn titles(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Titled>> {
    db.all(
        "select c.id, c.folded, c.active from course c where c.org_id = $1
         union select c.id, l.folded, c.active from course_language l
            join course c on c.org_id = l.org_id and c.id = l.course_id where l.org_id = $1
         order by 2, 1",
        &[&org],
        |row| Ok(Titled { id: row.get(0)?, folded: row.get(1)?, active: row.get(2)? }),
    )
}

/// Who did which of these courses on which day already.
pub fn recorded(
    db: &Snapshot<'_>,
    org: OrgId,
    courses: &[CourseId],
) -> Result<Vec<(PersonId, CourseId, Date)>> {
    let mut query =
        Query::new("select person_id, course_id, done_on from completion where org_id = ");
    query.bind(&org).push(" and voided_at is null and done_at is null and ");
    query.any_of("course_id", courses);
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// Keeps a file's lines.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, by: AccountId, lines: &[Line]) -> Result<ImportId> {
    let (id, now) = (tx.new_id::<kernel::kind::Import>(), tx.now());
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    tx.run(
        "insert into import (org_id, id, state, lines, made_at, made_by) values ($1, $2, 'checked', $3, $4, $5)",
        &[&org, &id, &count, &now, &by],
    )?;
    for it in lines {
        let raw = &it.raw;
        tx.run(
            "insert into import_line (org_id, import_id, line, person, course, done, ends, provider, number, note,
                                      outcome, person_id, course_id, done_on, ends_on)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
            &[
                &org, &id, &raw.line, &raw.person, &raw.course, &raw.done, &raw.ends, &raw.provider,
                &raw.number, &raw.note, &it.outcome.code(), &it.person, &it.course, &it.done, &it.ends,
            ],
        )?;
    }
    Ok(id)
}

const LINE: &str = "select l.line, l.person, l.course, l.done, l.ends, l.provider, l.number, l.note, l.outcome, l.person_id,
        l.course_id, l.done_on, l.ends_on, l.completion_id, p.name
   from import_line l left join person p on p.org_id = l.org_id and p.id = l.person_id where l.org_id = ";

fn read_line(row: &Row<'_>) -> Result<Line, Fault> {
    let outcome: String = row.get(8)?;
    Ok(Line {
        raw: Raw {
            line: row.get(0)?,
            person: row.get(1)?,
            course: row.get(2)?,
            done: row.get(3)?,
            ends: row.get(4)?,
            provider: row.get(5)?,
            number: row.get(6)?,
            note: row.get(7)?,
        },
        outcome: Outcome::from_code(&outcome),
        person: row.get(9)?,
        course: row.get(10)?,
        done: row.get(11)?,
        ends: row.get(12)?,
        completion: row.get(13)?,
        name: row.get(14)?,
    })
}

/// A page of lines in the order of the file: all, or those that are left out.
pub fn lines(
    db: &Snapshot<'_>,
    org: OrgId,
    id: ImportId,
    left_out: bool,
    after: i64,
) -> Result<Vec<Line>> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut query = Query::new(LINE);
    query.bind(&org).push(" and l.import_id = ").bind(&id).push(" and l.line > ").bind(&after);
    if left_out {
        query.push(" and l.outcome not in ('ready', 'written', 'voided')");
    }
    query.push(" order by l.line limit ").bind(&most);
    db.rows(&query, read_line)
}

/// Gives every line that is left out to `take`: for a file.
pub fn left_out(
    db: &Snapshot<'_>,
    org: OrgId,
    id: ImportId,
    mut take: impl FnMut(&Line) -> Result<()>,
) -> Result<()> {
    let mut query = Query::new(LINE);
    query.bind(&org).push(" and l.import_id = ").bind(&id);
    query.push(" and l.outcome not in ('ready', 'written', 'voided') order by l.line");
    db.stream(&query, |row| take(&read_line(row).map_err(Error::from)?))
}

/// The next lines that became `outcome`, behind a line.
pub fn stretch(db: &Snapshot<'_>, org: OrgId, id: ImportId, outcome: Outcome) -> Result<Vec<Line>> {
    let code = outcome.code();
    let mut query = Query::new(LINE);
    query.bind(&org).push(" and l.import_id = ").bind(&id).push(" and l.outcome = ").bind(code);
    query.push(" order by l.line limit ").bind(&STRETCH);
    db.rows(&query, read_line)
}

/// Moves an import on; false when it is not where it was thought to be.
pub fn step(
    tx: &mut Tx<'_>,
    org: OrgId,
    id: ImportId,
    (from, to): (State, State),
    reason: Option<&str>,
) -> Result<bool> {
    let now = tx.now();
    let changed = tx.run(
        "update import set state = $4, void_reason = coalesce($5, void_reason), ended_at = $6
          where org_id = $1 and id = $2 and state = $3",
        &[&org, &id, &from.code(), &to.code(), &reason, &now],
    )?;
    Ok(changed > 0)
}

/// Says what became of a line.
pub fn settle(
    tx: &mut Tx<'_>,
    org: OrgId,
    id: ImportId,
    line: i64,
    (outcome, completion): (Outcome, Option<CompletionId>),
) -> Result<()> {
    tx.run(
        "update import_line set outcome = $4, completion_id = coalesce($5, completion_id)
          where org_id = $1 and import_id = $2 and line = $3",
        &[&org, &id, &line, &outcome.code(), &completion],
    )
    .map(drop)
}

/// Ready lines whose people are no longer within reach are left out.
pub fn leave_out_of_reach(tx: &mut Tx<'_>, reach: &People, id: ImportId) -> Result<()> {
    if reach.is_all() {
        return Ok(());
    }
    let mut query = Query::new("select l.line from import_line l where l.org_id = ");
    query.bind(reach.org_ref()).push(" and l.import_id = ").bind(&id);
    query.push(" and l.outcome = 'ready' and not exists (select 1 from person p where p.id = l.person_id and ");
    people::within(&mut query, reach);
    query.push(") order by l.line");
    let lines: Vec<i64> = tx.rows(&query, |row| row.get(0))?;
    for line in lines {
        settle(tx, reach.org(), id, line, (Outcome::UnknownPerson, None))?;
    }
    Ok(())
}

/// An import that is under way: how far, by whom, and why it is taken back.
pub fn under_way(
    db: &Snapshot<'_>,
    org: OrgId,
    id: ImportId,
) -> Result<(State, (AccountId, String), String)> {
    db.one(
        "select i.state, i.made_by, a.name, i.void_reason from import i join account a on a.id = i.made_by
          where i.org_id = $1 and i.id = $2",
        &[&org, &id],
        |row| {
            let (state, reason): (String, Option<String>) = (row.get(0)?, row.get(3)?);
            let by = (row.get(1)?, row.get(2)?);
            Ok((State::from_code(&state), by, reason.unwrap_or_default()))
        },
    )
}

/// Whether the person can still be given a record.
pub fn is_active(db: &Snapshot<'_>, org: OrgId, id: PersonId) -> Result<bool> {
    let found: Option<Instant> = db.maybe(
        "select made_at from person where org_id = $1 and id = $2 and state = 'active'",
        &[&org, &id],
        |row| row.get(0),
    )?;
    Ok(found.is_some())
}

/// What the log shows of somebody.
pub fn face(db: &Snapshot<'_>, org: OrgId, account: AccountId) -> Result<Face> {
    db.one(
        "select a.name, o.name, o.zone from account a join organisation o on o.id = $1 where a.id = $2",
        &[&org, &account],
        |row| {
            let zone: String = row.get(2)?;
            Ok(Face {
                name: row.get(0)?,
                organisation: row.get(1)?,
                lang: Lang::default(),
                zone: Zone::named(&zone).unwrap_or_else(Zone::usual),
                unread: 0,
                organisations: 1,
            })
        },
    )
}
