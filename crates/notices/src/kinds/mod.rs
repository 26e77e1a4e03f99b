//! A kind of notice: what it is about, where it goes, and who may turn it off.
pub mod model;
