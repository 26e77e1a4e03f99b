//! The ground the house stands on: transactions, gates, routes, ids, clock, jobs.
pub mod access;
pub mod answer;
pub mod app;
pub mod blob;
pub mod db;
mod error;
mod event;
pub mod field;
pub mod file;
mod form;
pub mod ids;
mod invalid;
pub mod job;
mod lang;
pub mod limit;
pub mod password;
mod random;
pub mod replay;
pub mod request;
mod route;
mod seal;
mod secret;
pub mod sheet;
pub mod table;
#[cfg(feature = "testing")]
pub mod testing;
pub mod ticket;
pub mod time;
pub mod web;

pub use access::{Actor, Anyone, Gate, May, Permission, SignedIn};
pub use answer::{Answer, LocalPath, Toast, see, set_cookie};
pub use app::{App, House, write};
pub use blob::Blobs;
pub use db::{Migration, Snapshot, Tx};
pub use error::{Error, OnDuplicate, Result};
pub use event::{Change, Event, Listener};
pub use form::{Fields, encode};
pub use ids::*;
pub use invalid::Invalid;
pub use lang::Lang;
pub use random::Random;
pub use request::{Film, Form, Input, Path, Request, Search, Upload, Uploads, Visit, Wanted};
pub use route::{Address, Routes, Statements};
pub use seal::Seal;
pub use secret::{Hash, Token};
pub use time::{Clock, Date, Instant, Zone};

/// The tables of the kernel.
pub const MIGRATIONS: &[Migration] = &[Migration {
    number: 2_026_112_201,
    name: "jobs",
    sql: include_str!("../migrations/01_jobs.sql"),
}];
