//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
mod candidates;
mod companies;
mod directory;
mod divisions;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod grants;
mod groups;
mod invitations;
mod job_roles;
mod organisations;
mod persons;
mod sessions;
mod teams;
mod when;

use kernel::{Migration, Routes};

pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use sessions::store::{identify, touch};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(organisations::routes())
        .merge(sessions::routes())
        .merge(invitations::routes())
        .merge(companies::routes())
        .merge(teams::routes())
        .merge(groups::routes())
        .merge(divisions::routes())
        .merge(job_roles::routes())
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
        number: 2_026_112_220,
        name: "structure",
        sql: include_str!("../migrations/20_structure.sql"),
    },
];
