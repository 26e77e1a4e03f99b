//! The proof against somebody who writes into the database itself (T-E1).
use kernel::db::Engine;
use kernel::{Event, Hash, Random, Result, Tx};
use server::testing::{Town, town};

use super::model::Report;

const LINES: i64 = 2_000;
/// Ten of each way.
const TAMPERINGS: usize = 180;

fn grown() -> Town {
    let town = town();
    let (org, gate) = (town.world.org, town.world.gate);
    for _ in 0..10 {
        let told = town.write(move |tx| {
            for number in 0..LINES / 10 {
                let new = format!("Gate {number}");
                let event = Event::new(org, "site.updated", "site", gate).named(new.as_str());
                tx.record(&event.at(gate).set("name", &new))?;
            }
            Ok(())
        });
        told.unwrap();
    }
    let unguarded: [&'static str; 2] = match town.app().engine() {
        Engine::Sqlite => {
            ["drop trigger entry_is_not_changed", "drop trigger entry_is_not_deleted"]
        }
        Engine::Postgres => [
            "drop trigger entry_is_not_changed on entry",
            "drop trigger entry_is_not_deleted on entry",
        ],
    };
    town.write(move |tx| unguarded.iter().try_for_each(|it| tx.run(*it, &[]).map(drop))).unwrap();
    town
}

/// One tampering of some line, with raw SQL.
fn tamper(tx: &mut Tx<'_>, way: usize, seq: i64) -> Result<()> {
    const EDITS: [&str; 13] = [
        "update entry set at = at + 1 where org_id = $1 and seq = $2",
        "update entry set actor = 'Nobody' where org_id = $1 and seq = $2",
        "update entry set actor_id = id where org_id = $1 and seq = $2",
        "update entry set what = 'site.created' where org_id = $1 and seq = $2",
        "update entry set kind = 'person' where org_id = $1 and seq = $2",
        "update entry set subject_id = id where org_id = $1 and seq = $2",
        "update entry set label = 'x' where org_id = $1 and seq = $2",
        "update entry set person_id = id where org_id = $1 and seq = $2",
        "update entry set site_id = null where org_id = $1 and seq = $2",
        "update entry set changes = '[]' where org_id = $1 and seq = $2",
        "update entry set folded = 'x' where org_id = $1 and seq = $2",
        "update entry set id = subject_id where org_id = $1 and seq = $2",
        "update entry set seq = seq + 1000000 where org_id = $1 and seq = $2",
    ];
    let org = tx.one("select org_id from entry where seq = $1", &[&LINES], |row| {
        row.get::<kernel::OrgId>(0)
    })?;
    match way {
        0..13 => tx.run(EDITS[way], &[&org, &seq]).map(drop),
        13 => {
            let hash = Hash::of(b"x");
            tx.run(
                "update entry set hash = $3 where org_id = $1 and seq = $2",
                &[&org, &seq, &hash],
            )
            .map(drop)
        }
        14 => tx.run("delete from entry where org_id = $1 and seq = $2", &[&org, &seq]).map(drop),
        15 => {
            // Two neighbours change places.
            for (from, to) in [(seq, -1), (seq - 1, seq), (-1, seq - 1)] {
                tx.run(
                    "update entry set seq = $3 where org_id = $1 and seq = $2",
                    &[&org, &from, &to],
                )?;
            }
            Ok(())
        }
        16 => tx.run("delete from entry where org_id = $1 and seq >= $2", &[&org, &seq]).map(drop),
        _ => tx.run("update chain_head set seq = $2 where org_id = $1", &[&org, &seq]).map(drop),
    }
}

/// Tampers, proves, and throws the tampering away.
fn found(town: &Town, way: usize, seq: i64) -> Report {
    let seen = std::sync::Arc::new(std::sync::Mutex::new(Report::default()));
    let report = std::sync::Arc::clone(&seen);
    let undone = town.write(move |tx| {
        tamper(tx, way, seq)?;
        *report.lock().unwrap() = super::store::verify(tx)?;
        Err::<(), _>(kernel::Error::NotFound)
    });
    assert!(matches!(undone, Err(kernel::Error::NotFound)), "way {way}: {undone:?}");
    std::mem::take(&mut *seen.lock().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_tampering_is_found_and_its_line_named_t_e1() {
    let town = grown();
    let good = town.read(super::store::verify).unwrap();
    assert!(good.is_good(), "{good:?}");
    let lines: i64 = good.chains.iter().map(|it| it.lines).sum();
    assert!(lines >= LINES, "{lines}");
    let random = Random::seeded(11);
    for number in 0..TAMPERINGS {
        let way = number % 18;
        let seq = 2 + i64::from(u32::from_le_bytes(random.bytes())) % (LINES - 2);
        let report = found(&town, way, seq);
        let chain = report.chains.iter().find(|it| it.fault.is_some());
        let (line, _) = chain.and_then(|it| it.fault).unwrap_or_else(|| {
            panic!("way {way} at {seq} was not found");
        });
        match way {
            15 => assert_eq!(line, seq - 1, "swapped"),
            17 => assert!(line > seq, "the head"),
            _ => assert_eq!(line, seq, "way {way}"),
        }
    }
    assert!(town.read(super::store::verify).unwrap().is_good(), "nothing was kept");
}
