//! Many people at once, written straight into the file of a house that does not run.
use std::path::Path;

use anyhow::Result;
use rusqlite::{Connection, params};

const FIRST: [&str; 16] = [
    "Ana", "Ben", "Chloe", "Dawid", "Ewa", "Farid", "Grace", "Hugo", "Ines", "Jan", "Kasia",
    "Liam", "Maja", "Noor", "Olek", "Petra",
];
const LAST: [&str; 16] = [
    "Adeyemi",
    "Brandt",
    "Castro",
    "Dudek",
    "Evans",
    "Farah",
    "Grabowska",
    "Hansen",
    "Ito",
    "Jankowski",
    "Khan",
    "Lewis",
    "Moreno",
    "Nowak",
    "Okafor",
    "Petrov",
];

/// Adds people to the one organisation until there are `count`.
pub fn fill(file: &Path, count: u64) -> Result<()> {
    let mut db = Connection::open(file)?;
    db.execute_batch("pragma synchronous = off; pragma cache_size = -200000;")?;
    let made: i64 = db.query_row("select made_at from organisation", [], |row| row.get(0))?;
    let known: i64 = db.query_row("select count(*) from person", [], |row| row.get(0))?;
    let known = u64::try_from(known)?;
    let tx = db.transaction()?;
    {
        let mut put = tx.prepare(
            "insert into person (org_id, id, kind, name, folded, email, division_id, made_at)
             select o.id, ?1, ?2, ?3, ?4, ?5, d.id, ?6 from organisation o join division d on d.org_id = o.id",
        )?;
        for at in known..count {
            let spread = usize::try_from(at.wrapping_mul(0x9E37_79B9) >> 7)?;
            let name = format!("{} {} {at}", FIRST[spread % 16], LAST[(spread / 16) % 16]);
            let mut id = u128::from(at + 1).to_be_bytes();
            // An id of the time the house was founded: version 7, in the order of counting.
            id[..6].copy_from_slice(&made.to_be_bytes()[2..]);
            id[6] = 0x70;
            id[8] = (id[8] & 0x3f) | 0x80;
            let kind = if at % 3 == 0 { "employee" } else { "contractor" };
            put.execute(params![
                id.as_slice(),
                kind,
                name,
                name.to_lowercase(),
                format!("person{at}@rig.example"),
                made
            ])?;
        }
    }
    tx.execute(
        "update people_total set employees = (select count(*) from person where kind = 'employee'),
                contractors = (select count(*) from person where kind = 'contractor')",
        [],
    )?;
    tx.commit()?;
    db.execute_batch("analyze; pragma wal_checkpoint(truncate);")?;
    Ok(())
}

/// Asks everybody for so many courses, which nearly everybody did on some day of the last two years.
pub fn require(file: &Path, courses: u8) -> Result<()> {
    let mut db = Connection::open(file)?;
    db.execute_batch("pragma synchronous = off; pragma cache_size = -200000;")?;
    let (org, made): (Vec<u8>, i64) =
        db.query_row("select id, made_at from organisation", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let by: Vec<u8> = db.query_row("select id from account", [], |row| row.get(0))?;
    let mut people = db.prepare("select id from person order by id")?;
    let people: Vec<Vec<u8>> = people.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let tx = db.transaction()?;
    for course in 0..courses {
        let (id, title) = ([course + 1; 16], format!("Course {course:02}"));
        tx.execute(
            "insert into course (org_id, id, title, folded, validity, remind, made_at) values (?1, ?2, ?3, ?4, 'months:24', 60, ?5)",
            params![org, id, title, title.to_lowercase(), made],
        )?;
        tx.execute(
            "insert into course_edition (org_id, course_id, number, asks_again, title, validity, remind, from_on, made_at, made_by)
             values (?1, ?2, 1, 1, ?3, 'months:24', 60, '2020-01-01', ?4, ?5)",
            params![org, id, title, made, by],
        )?;
        tx.execute(
            "insert into rule (org_id, id, line_id, source, mode, blocking, starts_at, made_by, made_at)
             values (?1, ?2, ?2, 'all', 'required', ?3, ?4, ?5, ?4)",
            params![org, id, course % 4 != 3, made, by],
        )?;
        tx.execute(
            "insert into rule_subject (org_id, rule_id, position, kind, subject_id) values (?1, ?2, 0, 'course', ?2)",
            params![org, id],
        )?;
        let mut put = tx.prepare(
            "insert into completion (org_id, id, person_id, course_id, edition, done_on, made_at, made_by)
             values (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7)",
        )?;
        for (at, person) in (0_u64..).zip(&people) {
            let spread = at.wrapping_mul(0x9E37_79B9).wrapping_add(u64::from(course) * 7919) >> 5;
            // One in ten never did it.
            if spread % 10 == 0 {
                continue;
            }
            let (year, month, day) = (2025 + spread % 2, 1 + spread / 2 % 10, 1 + spread / 20 % 28);
            let mut key = [course + 1; 16];
            key[8..].copy_from_slice(&at.to_be_bytes());
            let done = format!("{year}-{month:02}-{day:02}");
            put.execute(params![org, key, person, id, done, made, by])?;
        }
    }
    tx.commit()?;
    db.execute_batch("analyze; pragma wal_checkpoint(truncate);")?;
    Ok(())
}
