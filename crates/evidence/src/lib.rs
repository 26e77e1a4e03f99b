//! Evidence: the qualifications people bring from elsewhere, what they show for them, and who checked it.
use kernel::{Migration, Routes};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[];
