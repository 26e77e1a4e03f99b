//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
mod changes;
#[cfg(feature = "fixtures")]
mod crowd;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod grants;
mod invitations;
mod organisations;
mod persons;
mod roster;
mod sessions;
mod teams;
mod undos;
mod when;

use kernel::{Migration, Routes};

pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use persons::hear;
pub use sessions::store::{identify, touch};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(organisations::routes())
        .merge(sessions::routes())
        .merge(invitations::routes())
        .merge(persons::routes())
        .merge(roster::routes())
        .merge(changes::routes())
        .merge(undos::routes())
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
    Migration {
        number: 2_026_112_210,
        name: "rosters",
        sql: include_str!("../migrations/10_rosters.sql"),
    },
];
