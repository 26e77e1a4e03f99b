//! A site is a place people work at.
pub mod store;
