//! The audit log: who did what, when, to whom, old and new. Nothing in it is ever changed or deleted.
pub mod access;
mod entries;
mod exports;
mod proofs;

use kernel::{Migration, Routes};

pub use entries::store::write;
pub use proofs::model::{Chain, Fault, Report};
pub use proofs::store::verify;

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new().merge(entries::routes()).merge(exports::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_205,
        name: "audit",
        sql: include_str!("../migrations/05_audit.sql"),
    },
    Migration {
        number: 2_026_112_261,
        name: "entry_stays",
        sql: include_str!("../migrations/261_entry_stays.sql"),
    },
];
