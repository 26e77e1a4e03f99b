//! A dossier is everything the judge needs about one person, written down in one row, so that a rule over many people reads
//! one row for each instead of a dozen tables.
//!
//! It is a copy: whatever changes a fact writes it anew in the same transaction, and where it is missing or of an older
//! shape, the tables are read.
pub mod model;
pub mod store;
#[cfg(test)]
mod tests;
