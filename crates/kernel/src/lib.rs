//! The ground the house stands on: transactions, gates, routes, ids, clock, jobs.
mod invalid;
mod lang;

pub use invalid::Invalid;
pub use lang::Lang;
