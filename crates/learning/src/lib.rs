//! Learning: the courses an organisation has people do, and who completed which of them.
pub mod access;
mod batches;
mod completions;
mod courses;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod imports;
mod training;

use kernel::{Migration, Routes};

pub use completions::store::records;
pub use courses::model::{Edition, Subject};
pub use courses::store::{editions, subjects};
pub use imports::jobs::IMPORT;

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(courses::routes())
        .merge(completions::routes())
        .merge(batches::routes())
        .merge(imports::routes())
        .merge(training::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_285,
        name: "courses",
        sql: include_str!("../migrations/85_courses.sql"),
    },
    Migration {
        number: 2_026_112_286,
        name: "completions",
        sql: include_str!("../migrations/86_completions.sql"),
    },
    Migration {
        number: 2_026_112_298,
        name: "imports",
        sql: include_str!("../migrations/98_imports.sql"),
    },
];
