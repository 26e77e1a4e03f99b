//! A proof says whether the log is as it was written: every line is hashed again and compared with its chain.
pub mod model;
pub mod store;
#[cfg(test)]
mod tests;
