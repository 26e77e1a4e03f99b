//! Learning: the courses an organisation has people do, and who completed which of them.
use kernel::{Migration, Routes};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[];
