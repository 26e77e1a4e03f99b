//! Compliance: what is required of whom, how everybody stands, and what lets somebody off or keeps them out.
pub mod access;
mod bans;
mod companies;
mod dossiers;
mod exceptions;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod joinings;
mod matrix;
mod moments;
mod rehearsals;
mod reminders;
mod rules;
mod standings;
mod waivers;

use kernel::{Lang, Migration, Result, Routes, Tx};
use notices::Letter;

pub use reminders::jobs::{DIGEST, MORNING, NOTES, REQUIRED, ROUND};
pub use standings::jobs::{OVER, WALK};
pub use standings::{hear, renew};

/// Queues what runs again and again.
pub fn schedule(tx: &mut Tx<'_>) -> Result<()> {
    standings::jobs::schedule(tx)?;
    reminders::jobs::schedule(tx)
}

/// The letters of this capability with made-up people: for the kit.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    reminders::page::samples(lang)
}

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(rules::routes())
        .merge(rehearsals::routes())
        .merge(standings::routes())
        .merge(matrix::routes())
        .merge(companies::routes())
        .merge(waivers::routes())
        .merge(bans::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_295,
        name: "compliance",
        sql: include_str!("../migrations/95_compliance.sql"),
    },
    Migration {
        number: 2_026_112_296,
        name: "assessed",
        sql: include_str!("../migrations/296_assessed.sql"),
    },
    Migration {
        number: 2_026_112_297,
        name: "reminders",
        sql: include_str!("../migrations/297_reminders.sql"),
    },
    Migration {
        number: 2_026_112_299,
        name: "dossiers",
        sql: include_str!("../migrations/99_dossiers.sql"),
    },
];

/// For rigs that write a crowd of people straight into a file.
#[cfg(feature = "fixtures")]
pub mod rig {
    pub use crate::dossiers::model::write as dossier;
    pub use crate::standings::model::{Place, Somebody};
}
