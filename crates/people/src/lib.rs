//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod grants;
mod invitations;
mod organisations;
mod persons;
mod sessions;
mod teams;

use kernel::{Migration, Routes};
use ui::when;

pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use sessions::store::{identify, tidy, touch};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(organisations::routes())
        .merge(sessions::routes())
        .merge(invitations::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_202,
        name: "accounts",
        sql: include_str!("../migrations/02_accounts.sql"),
    },
    Migration {
        number: 2_026_112_206,
        name: "people",
        sql: include_str!("../migrations/06_people.sql"),
    },
];
