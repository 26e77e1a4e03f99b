//! A grant is one role with one scope, held by an account in an organisation.
pub mod model;
pub mod page;
pub mod store;
