//! Notices: messages that leave the house by mail, and lines in people's inboxes.
pub mod access;
mod deliveries;
mod kinds;
mod letters;
mod notes;
mod preferences;

use std::sync::atomic::Ordering;

use kernel::{Migration, Routes, Snapshot};

pub use deliveries::model::{Courier, Outcome};
pub use deliveries::start;
pub use deliveries::transport::{PATIENCE, Smtp, Transport, Way};
pub use kinds::model::{Channel, KINDS, Kind, OptOut};
pub use letters::model::Letter;
pub use letters::page::sample;
pub use letters::previews::framed;
pub use letters::store::post;
pub use notes::page::samples;
pub use notes::store::tell;
pub use preferences::store::wants;

/// Whether there is a mail server to send with. Without one letters wait in the outbox, and links are handed over.
pub fn is_mailing(db: &Snapshot<'_>) -> bool {
    db.house().mailing.load(Ordering::Relaxed)
}

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new().merge(letters::routes()).merge(notes::routes()).merge(preferences::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_204,
        name: "notices",
        sql: include_str!("../migrations/04_notices.sql"),
    },
    Migration {
        number: 2_026_112_260,
        name: "letter_search",
        sql: include_str!("../migrations/260_search.sql"),
    },
];
