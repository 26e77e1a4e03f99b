//! Assessments: risk assessments and questionnaires, from the template to the answer somebody approved (§7.9).
pub mod access;
mod attempts;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod own;
mod questions;
mod renewals;
mod reviews;
mod settings;
mod templates;

use kernel::{Lang, Migration, Routes};
use notices::Letter;

pub use attempts::store::records;
pub use renewals::jobs::{RENEWALS, schedule};
pub use reviews::jobs::SUBMITTED;
pub use templates::model::Subject;
pub use templates::store::subjects;

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(templates::routes())
        .merge(questions::routes())
        .merge(own::routes())
        .merge(attempts::routes())
        .merge(reviews::routes())
        .merge(settings::routes())
}

/// The letters of this capability with made-up people: for the kit.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    let mut all = reviews::page::sample_letters(lang);
    all.extend(renewals::page::sample_letters(lang));
    all
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 2_026_112_290,
    name: "assessments",
    sql: include_str!("../migrations/290_assessments.sql"),
}];
