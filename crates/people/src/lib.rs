//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
mod addresses;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod grants;
mod invitations;
mod memberships;
mod organisations;
mod own;
mod passwords;
mod persons;
pub mod profile_access;
mod profiles;
mod scanners;
mod sessions;
mod settings;
mod teams;

use kernel::{Migration, Routes};
use ui::when;

pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use passwords::jobs::FORGOTTEN;
pub use profile_access::hear;
pub use profile_access::store::within;
pub use sessions::store::{identify, tidy, touch};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(organisations::routes())
        .merge(sessions::routes())
        .merge(invitations::routes())
        .merge(profile_access::routes())
        .merge(profiles::routes())
        .merge(passwords::routes())
        .merge(own::routes())
        .merge(addresses::routes())
        .merge(memberships::routes())
        .merge(accounts::routes())
        .merge(grants::routes())
        .merge(scanners::routes())
        .merge(settings::routes())
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
        number: 2_026_112_240,
        name: "sign_in",
        sql: include_str!("../migrations/40_sign_in.sql"),
    },
];
