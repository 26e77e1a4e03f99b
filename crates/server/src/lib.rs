//! The house put together: every capability's routes, tables, jobs and listeners, on one screen.
mod assets;
mod audit_cmd;
pub mod backup;
pub mod cli;
pub mod config;
mod demo;
pub mod doctor;
pub mod folder;
pub mod house;
pub mod housekeeping;
pub mod keys;
mod logs;
pub mod probes;
mod product;
pub mod restore;
pub mod serve;
#[cfg(feature = "testing")]
pub mod testing;
mod wiring;

pub use product::{Product, Seed};
pub use wiring::{migrations, routes, wiring};
