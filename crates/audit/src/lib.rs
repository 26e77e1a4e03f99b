//! The audit log: who did what, when, to whom, old and new. Nothing in it is ever changed or deleted.
mod entries;

use kernel::Migration;

pub use entries::store::write;

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 2_026_112_205,
    name: "audit",
    sql: include_str!("../migrations/05_audit.sql"),
}];
