//! People: organisations, persons and their companies, accounts, who may do what, and who was invited.
pub mod access;
mod accounts;
mod addresses;
mod boards;
mod candidates;
mod changes;
mod choices;
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
mod readers;
mod roster;
mod scanners;
mod sessions;
mod settings;
mod tabs;
mod teams;
mod undos;

use kernel::{Event, Lang, Migration, Result, Routes, Tx};
use notices::Letter;
use ui::when;

pub use boards::model::{Board, Bucket, Walk};
pub use boards::store::{
    begin_walk, find_walk, set as set_board, stale as stale_boards, step_walk,
};
pub use groups::members::store::{Member, members_among};
pub use invitations::jobs::ENDING;
pub use organisations::{Founded, Plan, found, setup_link, setup_token};
pub use passwords::jobs::FORGOTTEN;
pub use persons::store::{covers, is_within as reaches, within};
pub use readers::model::Reader;
pub use readers::store::{holders, read as read_reader};
pub use roster::filtering;
pub use roster::model::{From, List, Listed, PAGE, contacts};
pub use roster::page::{narrowing, standing as stands};
pub use roster::store::{Ask, listed};
pub use sessions::store::{identify, tidy, touch};
pub use tabs::{CompanyHeading, CompanyTab, Heading, Tab, company_heading, heading};

/// Hears what happens in the house, in the transaction that tells it.
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    invitations::hear(tx, event)?;
    persons::hear(tx, event)?;
    profile_access::hear(tx, event)
}

/// Queues what runs again and again.
pub fn schedule(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    invitations::jobs::schedule(tx, now)
}

/// The letters of this capability to people who do not exist: for the kit.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    let mut all = invitations::sample_letters(lang);
    all.extend(profile_access::page::samples(lang));
    all.extend(passwords::page::samples(lang));
    all.extend(addresses::page::samples(lang));
    all.extend(sessions::page::sample(lang));
    all
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
        number: 2_026_112_275,
        name: "boards",
        sql: include_str!("../migrations/75_boards.sql"),
    },
    Migration {
        number: 2_026_112_276,
        name: "group_since",
        sql: include_str!("../migrations/276_group_since.sql"),
    },
    Migration {
        number: 2_026_112_277,
        name: "board_walk",
        sql: include_str!("../migrations/277_board_walk.sql"),
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
    Migration {
        number: 2_026_112_271,
        name: "invitation_told",
        sql: include_str!("../migrations/271_invitation_told.sql"),
    },
];
