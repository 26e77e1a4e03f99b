//! Sites: the places people work at, what lies in them, and the regions they form.
pub mod access;
mod activations;
mod deactivations;
mod locations;
mod members;
mod regions;
mod sites;
mod undos;

use kernel::{Migration, Routes};

pub use sites::store::{active, insert, name, zone};

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(sites::routes())
        .merge(activations::routes())
        .merge(deactivations::routes())
        .merge(undos::routes())
        .merge(regions::routes())
        .merge(members::routes())
        .merge(locations::routes())
}

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 2_026_112_203,
        name: "sites",
        sql: include_str!("../migrations/03_sites.sql"),
    },
    Migration {
        number: 2_026_112_250,
        name: "site_details",
        sql: include_str!("../migrations/50_details.sql"),
    },
];
