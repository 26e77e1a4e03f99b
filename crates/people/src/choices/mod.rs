//! A choice is something by name that people can be narrowed by, put at or moved to: a company, a job role, a division,
//! a site, a team, a group. Here is said whose names somebody reads, in one place for filters, forms and rules: what
//! is out of sight is as if it were not there.
pub mod model;
pub mod store;
#[cfg(test)]
mod tests;
