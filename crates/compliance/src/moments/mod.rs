//! The moment a page is asked for: now, or another one (`?at=`).
pub mod model;
