//! An account is a login. It belongs to the installation and may be linked to a person in several organisations.
pub mod store;
