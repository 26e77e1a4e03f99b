//! Somebody who reads what the house sends: where it goes, and how far they may see.
pub mod model;
pub mod store;
