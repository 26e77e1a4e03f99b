//! What is asked of a crowd, and what it has done: written straight into the file of a house that does not run.
use std::path::Path;

use anyhow::Result;
use compliance::rig::{Somebody, dossier};
use judge::{Day, Facts, Id, Record, Span, State, Subject};
use kernel::{AnyId, Instant, PersonId};
use rusqlite::{Connection, Transaction, params};

/// Courses that every site asks for.
pub const COURSES: u64 = 20;
/// A course more, which nobody is asked for yet and one person in two has done.
pub const DRAFT: u64 = COURSES;
/// For how many days at least everybody's courses still hold; they hold for two years.
const AGES: u64 = 690;

/// Where the crowd's facts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As rows of completions, as a house would write them.
    Tables,
    /// As dossiers only, for crowds whose rows would fill the disk: what a walk over everybody reads.
    Dossiers,
}

/// The name of a course in forms and addresses.
pub fn subject(course: u64) -> String {
    format!("course%3A{}", AnyId::from_number(number(7, course)))
}

fn number(kind: u64, at: u64) -> u128 {
    // An id of version 7 from long ago, told apart by its kind.
    (u128::from(kind) << 80) | (0x7_u128 << 76) | (0x8_u128 << 60) | u128::from(at)
}

fn bytes(number: u128) -> [u8; 16] {
    number.to_be_bytes()
}

/// How many days ago somebody did a course; nothing when they never did.
fn age(person: u64, course: u64) -> Option<u64> {
    let spread = (person * 31 + course).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
    if course == DRAFT {
        return spread.is_multiple_of(2).then_some(spread % AGES);
    }
    (!spread.is_multiple_of(200)).then_some(spread % AGES)
}

/// Has every site ask for [`COURSES`] courses, and everybody have done most of them.
pub fn fill(file: &Path, written: Written) -> Result<()> {
    let mut db = Connection::open(file)?;
    db.execute_batch("pragma synchronous = off; pragma cache_size = -200000;")?;
    let tx = db.transaction()?;
    let made: i64 = tx.query_row("select made_at from organisation", [], |row| row.get(0))?;
    rules(&tx, made)?;
    match written {
        Written::Tables => completions(&tx, made)?,
        Written::Dossiers => dossiers(&tx, made)?,
    }
    tx.commit()?;
    db.execute_batch("analyze; pragma wal_checkpoint(truncate);")?;
    Ok(())
}

fn rules(tx: &Transaction<'_>, made: i64) -> Result<()> {
    for at in 0..=COURSES {
        let (course, rule) = (bytes(number(7, at)), bytes(number(8, at)));
        let title = format!("Course {at:02}");
        tx.execute(
            "insert into course (org_id, id, title, folded, validity, remind, made_at)
             select id, ?1, ?2, lower(?2), 'months:24', 60, ?3 from organisation",
            params![course, title, made],
        )?;
        tx.execute(
            "insert into course_edition (org_id, course_id, number, asks_again, title, validity, remind, from_on,
                                         made_at, made_by)
             select o.id, ?1, 1, 1, ?2, 'months:24', 60, '2020-01-01', ?3, a.id from organisation o, account a",
            params![course, title, made],
        )?;
        if at == DRAFT {
            continue;
        }
        tx.execute(
            "insert into rule (org_id, id, line_id, source, mode, blocking, starts_at, made_by, made_at)
             select o.id, ?1, ?1, 'all', 'required', 1, ?2, a.id, ?2 from organisation o, account a",
            params![rule, made],
        )?;
        tx.execute(
            "insert into rule_subject (org_id, rule_id, position, kind, subject_id)
             select id, ?1, 0, 'course', ?2 from organisation",
            params![rule, course],
        )?;
    }
    Ok(())
}

fn completions(tx: &Transaction<'_>, made: i64) -> Result<()> {
    let people: Vec<[u8; 16]> = crowd(tx)?.into_iter().map(|it| it.0).collect();
    let mut put = tx.prepare(
        "insert into completion (org_id, id, person_id, course_id, edition, done_on, made_at, made_by)
         select o.id, ?1, ?2, ?3, 1, date(?4 / 1000 - ?5 * 86400, 'unixepoch'), ?4, a.id
           from organisation o, account a",
    )?;
    for (at, person) in (0..).zip(&people) {
        for course in 0..=COURSES {
            let Some(age) = age(at, course) else { continue };
            let age = i64::try_from(age)?;
            let id = bytes(number(9, at * (COURSES + 1) + course));
            put.execute(params![id, person, bytes(number(7, course)), made, age])?;
        }
    }
    Ok(())
}

fn dossiers(tx: &Transaction<'_>, made: i64) -> Result<()> {
    let mut put = tx.prepare(
        "insert into dossier (org_id, person_id, words, mark) select id, ?1, ?2, 0 from organisation",
    )?;
    let today = i32::try_from(made / 86_400_000)?;
    for (at, (id, name)) in (0..).zip(crowd(tx)?) {
        let records = (0..=COURSES).filter_map(|course| {
            let done = Day(today - i32::try_from(age(at, course)?).ok()?);
            let since = judge::Instant(made);
            Some(Record {
                id: Id(number(9, at * (COURSES + 1) + course)),
                subject: Subject::Course(Id(number(7, course))),
                edition: 1,
                site: None,
                done: judge::Moment::Day(done),
                last: None,
                state: State::Approved,
                since,
                known: Span::since(since),
            })
        });
        let person: PersonId = AnyId::from_number(u128::from_be_bytes(id)).cast();
        let who = Somebody {
            id: person,
            name,
            active: true,
            company_active: true,
            start: None,
            end: None,
            job_role: None,
            since: Instant(made),
            places: Vec::new(),
            groups: Vec::new(),
            facts: Facts { records: records.collect(), ..Facts::default() },
        };
        put.execute(params![id, dossier(&who)])?;
    }
    Ok(())
}

fn crowd(tx: &Transaction<'_>) -> Result<Vec<([u8; 16], String)>> {
    let mut all = tx.prepare("select id, name from person order by id")?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a walk over everybody is under way.
pub fn walking(file: &Path) -> Result<bool> {
    let db = Connection::open(file)?;
    Ok(db.query_row("select exists (select 1 from board_walk)", [], |row| row.get(0))?)
}
