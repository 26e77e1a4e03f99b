//! A joining is the moment from which somebody is in a group that a rule speaks of: grace counts from it.
pub mod store;
#[cfg(test)]
mod tests;
