//! Notices: messages that leave the house by mail, and lines in people's inboxes.
mod letters;

use kernel::Migration;

pub use letters::model::Letter;
pub use letters::store::post;

/// The tables of this capability.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 2_026_112_204,
    name: "notices",
    sql: include_str!("../migrations/04_notices.sql"),
}];
