//! What is asked of everybody: rehearsing a rule, publishing one, and the list that shows how people stand.
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use rigs::asked::{self, Written};
use rigs::cpu;
use rigs::house::House;
use rigs::http::Client;

use crate::load::{Hello, clients};
use crate::rows::Row;
use crate::{Args, Settled, people};

/// A crowd of which twenty courses are asked, with everybody's answer kept.
pub fn settle(people: u64, written: Written) -> Result<Settled> {
    let settled = Settled::new(people)?;
    let file = settled.file();
    asked::fill(&file, written)?;
    let house = settled.open()?;
    let mut owner = clients(&house.host, &settled.cookies).remove(0);
    // A rule that asks for nothing of weight: its walk has everybody judged.
    let (seconds, cpu) = publish(&house, &mut owner, &file, "&mode=optional")?;
    println!("everybody of {people} judged for the first time: {seconds:.2} s, {cpu:.2} s of CPU");
    house.kill()?;
    Ok(settled)
}

/// Publishes a rule over everybody and waits until every answer is renewed: seconds, and seconds of CPU.
fn publish(house: &House, owner: &mut Client, file: &Path, more: &str) -> Result<(f64, f64)> {
    let form = format!("all=1&subject={}{more}", asked::subject(asked::DRAFT));
    let (clock, before) = (Instant::now(), cpu::seconds(house.id())?);
    let answer = owner.post("/requirements", &form)?;
    ensure!(answer.status == 303, "a rule was answered {}", answer.status);
    while asked::walking(file)? {
        pause();
    }
    Ok((clock.elapsed().as_secs_f64(), cpu::seconds(house.id())? - before))
}

#[expect(clippy::disallowed_methods, reason = "a walk of a house in another process is waited for")]
fn pause() {
    std::thread::sleep(Duration::from_millis(20));
}

/// Everything about one crowd.
pub fn measure(
    args: &Args,
    settled: &Settled,
    hello: &Hello,
    names: [&'static str; 4],
    rows: &mut Vec<Row>,
) -> Result<()> {
    let [list, _, rehearsal, change] = names;
    if args.wants(list) {
        people(args, settled, hello, list, rows)?;
    }
    let house = settled.open()?;
    let mut owner = clients(&house.host, &settled.cookies).remove(0);
    if args.wants(rehearsal) {
        rows.push(rehearse(args, &house, &mut owner, rehearsal)?);
    }
    if args.wants(change) {
        let file = settled.file();
        let mut took = Vec::new();
        for at in 0..args.rounds {
            // One reason more for those who have not done it: half of all.
            let more = if at % 2 == 0 { "&blocking=block" } else { "&blocking=warn" };
            took.push(publish(&house, &mut owner, &file, more)?.0);
        }
        let mut row = Row::new(change, "s until durable", took, Some(2.0));
        row.note.push_str("the answer of one person in two changes");
        rows.push(row);
    }
    Ok(())
}

/// Seconds of CPU to the full list of who would change: half of all.
fn rehearse(args: &Args, house: &House, owner: &mut Client, name: &'static str) -> Result<Row> {
    let path =
        format!("/requirements/rehearsal.csv?all=1&subject={}", asked::subject(asked::DRAFT));
    let (mut took, mut lines) = (Vec::new(), 0);
    for _ in 0..=args.rounds {
        let before = cpu::seconds(house.id())?;
        for _ in 0..TIMES {
            let answer = owner.get(&path)?;
            ensure!(answer.status == 200, "the rehearsal answered {}", answer.status);
            let text = std::str::from_utf8(&answer.body).context("not text")?;
            lines = text.lines().count();
        }
        took.push((cpu::seconds(house.id())? - before) / f64::from(TIMES));
    }
    // The first one warms up.
    took.remove(0);
    let mut row = Row::new(name, "s of CPU", took, Some(0.1));
    row.note = format!("{lines} lines");
    Ok(row)
}

/// Rehearsals of a round: CPU time is counted in hundredths of a second.
const TIMES: u32 = 5;
