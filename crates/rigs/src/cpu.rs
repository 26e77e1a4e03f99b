//! What the kernel of the machine says about a process.
use std::fs;

use anyhow::{Context, Result};

/// Ticks of a second in `/proc`, on every Linux.
const TICKS: f64 = 100.0;

/// CPU seconds a process and its ended children have used.
pub fn seconds(id: u32) -> Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    // The name in brackets may hold anything; numbers begin behind it, with the third field.
    let (_, rest) = stat.rsplit_once(')').context("a strange /proc")?;
    let fields: Vec<f64> =
        rest.split_whitespace().map(|it| it.parse().unwrap_or_default()).collect();
    let used = fields.get(11..15).context("a short /proc")?;
    Ok(used.iter().sum::<f64>() / TICKS)
}

/// MiB of memory a process holds.
pub fn mebibytes(id: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status"))?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes / 1024.0)
}
