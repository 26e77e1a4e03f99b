//! Evidence: the qualifications people bring from elsewhere, what they show for them, and who checked it.
pub mod access;
mod evidence;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod own;
mod qualifications;
mod reviews;
mod settings;

use kernel::{Lang, Migration, Routes};
use notices::Letter;

pub use evidence::store::records;
pub use qualifications::model::Subject;
pub use qualifications::store::subjects;
pub use reviews::jobs::WAITING;
pub use reviews::store::set_keeps_out;

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(qualifications::routes())
        .merge(settings::routes())
        .merge(evidence::routes())
        .merge(own::routes())
        .merge(reviews::routes())
}

/// The letters of this capability with made-up people: for the kit.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    reviews::page::sample_letters(lang)
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_280,
        name: "evidence",
        sql: include_str!("../migrations/280_evidence.sql"),
    },
    Migration {
        number: 2_026_112_298,
        name: "keeps_out",
        sql: include_str!("../migrations/298_keeps_out.sql"),
    },
];
