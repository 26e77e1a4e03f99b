//! A letter is one message to one address, written in the transaction that wants it and sent afterwards.
pub mod model;
pub mod store;
