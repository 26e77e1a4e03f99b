//! The house put together: every capability's routes, tables, jobs and listeners, on one screen.
mod wiring;

pub use wiring::{migrations, routes, wiring};
