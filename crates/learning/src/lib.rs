//! Learning: the courses an organisation has people do, and who completed which of them.
pub mod access;
mod attempts;
mod batches;
mod completions;
mod courses;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod imports;
mod lessons;
mod markdown;
mod questions;
mod quizzes;
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
        .merge(lessons::routes())
        .merge(questions::routes())
        .merge(training::routes())
        .merge(attempts::routes())
        .merge(quizzes::routes())
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
        number: 2_026_112_300,
        name: "imports",
        sql: include_str!("../migrations/98_imports.sql"),
    },
    Migration {
        number: 2_026_112_287,
        name: "lessons",
        sql: include_str!("../migrations/87_lessons.sql"),
    },
    Migration {
        number: 2_026_112_288,
        name: "attempts",
        sql: include_str!("../migrations/88_attempts.sql"),
    },
    Migration {
        number: 2_026_112_289,
        name: "quizzes",
        sql: include_str!("../migrations/89_quizzes.sql"),
    },
];
