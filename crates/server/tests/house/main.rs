//! The process from outside: its configuration, its verbs, its sockets, its files.
#![expect(clippy::unwrap_used, reason = "where the stage cannot be set the test fails")]
mod backup;
mod before;
mod command_line;
mod config;
mod process;
mod rig;
