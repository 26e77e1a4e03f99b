//! A team says who manages whom (G-24).
pub mod store;
