//! A renewal is an assessment that will soon no longer count: its person is told 30, 7 and 1 days before (N-22).
pub mod jobs;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;
