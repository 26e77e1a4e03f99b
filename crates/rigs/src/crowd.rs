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
