//! Sites: the places people work at, what lies in them, and the regions they form.
mod sites;

use kernel::Migration;

pub use sites::store::insert;

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 2_026_112_203,
    name: "sites",
    sql: include_str!("../migrations/03_sites.sql"),
}];
