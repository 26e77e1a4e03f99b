//! `gatepass audit verify`: whether the log of changes is as it was written.
use kernel::{Error, Result, Snapshot};

/// Checks every link of every organisation's chain and says what it found, line by line.
pub fn verify(_db: &Snapshot<'_>) -> Result<Vec<String>> {
    Err(Error::internal("the log of changes cannot be verified yet"))
}
