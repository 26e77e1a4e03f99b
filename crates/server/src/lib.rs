//! The house put together: every capability's routes, tables, jobs and listeners, on one screen.
pub mod housekeeping;
#[cfg(feature = "testing")]
pub mod testing;
mod wiring;

pub use wiring::{migrations, routes, wiring};
