//! What the program says at the terminal.
use std::io::Write;

use anyhow::Result;

/// Says one thing on the standard output, at once.
pub fn say(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Says on the error output what went wrong.
pub fn complain(text: &str) {
    // When nobody can hear it, the exit code still says it.
    drop(writeln!(std::io::stderr().lock(), "gatepass: {text}"));
}
