//! Compliance: what is required of whom, how everybody stands, and what lets somebody off or keeps them out.
use kernel::{Migration, Routes};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[];
