//! The matrix as a file: everybody, and all that is asked of them.
use std::time::Instant;

use anyhow::{Result, ensure};
use rigs::cpu;
use rigs::house::House;
use rigs::http::Client;

use crate::Settled;
use crate::rows::Row;

/// Seconds of CPU for the file of everybody in a settled house, and the milliseconds until the whole of it was there.
pub fn export(rounds: usize, settled: &Settled, people: u64) -> Result<Row> {
    let house: House = settled.open()?;
    let mut owner = Client::new(&house.host);
    settled.cookies.clone_into(&mut owner.cookies);
    let asked = owner.post("/matrix/exports", "as=csv&_key=a-key-of-the-bench-0001")?;
    ensure!(asked.status == 303, "the export was answered {}", asked.status);
    let (mut took, mut waited, mut size) = (Vec::new(), Vec::new(), 0);
    for round in 0..=rounds {
        let (before, clock) = (cpu::seconds(house.id())?, Instant::now());
        let file = owner.get(&asked.location)?;
        let (used, whole) = (cpu::seconds(house.id())? - before, clock.elapsed());
        ensure!(file.status == 200, "the file was answered {}", file.status);
        let lines = String::from_utf8_lossy(&file.body).lines().count();
        ensure!(lines as u64 == people + 1, "the file has {lines} lines");
        size = file.body.len();
        if round > 0 {
            took.push(used);
            waited.push(whole.as_secs_f64() * 1e3);
        }
    }
    waited.sort_by(f64::total_cmp);
    let mut row = Row::new("matrix-10k", "s of CPU, 20 columns", took, Some(0.1));
    row.note = format!("{:.0} ms, {} KiB", waited[waited.len() / 2], size / 1024);
    Ok(row)
}
