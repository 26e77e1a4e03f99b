//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
mod addresses;
mod candidates;
mod changes;
mod companies;
#[cfg(feature = "fixtures")]
mod crowd;
mod directory;
mod divisions;
#[cfg(feature = "fixtures")]
pub mod fixtures;
mod grants;
mod groups;
mod invitations;
mod job_roles;
mod memberships;
mod organisations;
mod own;
mod passwords;
mod persons;
pub mod profile_access;
mod profiles;
mod roster;
mod scanners;
mod sessions;
mod settings;
mod tabs;
mod teams;
mod undos;

use kernel::{Event, Migration, Result, Routes, Tx};
use ui::when;

pub use invitations::sample_letters;
pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use passwords::jobs::FORGOTTEN;
pub use persons::store::{covers, is_within as reaches, within};
pub use sessions::store::{identify, tidy, touch};
pub use tabs::{Heading, Tab, heading};

/// Hears what happens in the house, in the transaction that tells it.
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    invitations::hear(tx, event)?;
    persons::hear(tx, event)?;
    profile_access::hear(tx, event)
}

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
        number: 2_026_112_220,
        name: "structure",
        sql: include_str!("../migrations/20_structure.sql"),
    },
    Migration {
        number: 2_026_112_240,
        name: "sign_in",
        sql: include_str!("../migrations/40_sign_in.sql"),
    },
    Migration {
        number: 2_026_112_210,
        name: "rosters",
        sql: include_str!("../migrations/10_rosters.sql"),
    },
];
