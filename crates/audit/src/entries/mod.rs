//! An entry is one line of the log, chained to the one before it.
pub mod model;
pub mod store;
