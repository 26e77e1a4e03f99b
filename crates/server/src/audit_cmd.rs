//! `gatepass audit verify`: whether the log of changes is as it was written.
use audit::Fault;
use kernel::{Error, Result, Snapshot};

/// Checks every link of every organisation's chain and says what it found, line by line. A chain that is broken is an
/// error that names its first wrong line.
pub fn verify(db: &Snapshot<'_>) -> Result<Vec<String>> {
    let report = audit::verify(db)?;
    let mut lines = Vec::new();
    for chain in &report.chains {
        let (name, count) = (&chain.name, chain.lines);
        lines.push(match chain.fault {
            None => format!("{name}: {count} lines, last hash {}", chain.hash.hex()),
            Some((seq, fault)) => format!("{name}: line {seq} {}", words(fault)),
        });
    }
    if report.is_good() { Ok(lines) } else { Err(Error::internal(lines.join("; "))) }
}

fn words(fault: Fault) -> &'static str {
    match fault {
        Fault::Changed => "does not say what it said when it was written",
        Fault::Missing => "is missing or stands elsewhere",
        Fault::Head => "is not where the log ended when it was last written",
    }
}
