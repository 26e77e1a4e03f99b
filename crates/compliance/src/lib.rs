//! Compliance: what is required of whom, how everybody stands, and what lets somebody off or keeps them out.
pub mod access;
mod bans;
mod companies;
mod dossiers;
mod matrix;
mod rehearsals;
mod rules;
mod standings;
mod waivers;

use kernel::{Migration, Routes};

pub use standings::jobs::{OVER, WALK, schedule};
pub use standings::{hear, renew};

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
