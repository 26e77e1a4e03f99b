//! A person is somebody's record in one organisation, with or without an account.
pub mod store;
