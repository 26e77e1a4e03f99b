//! The lines of a file, as they came.
pub mod model;
