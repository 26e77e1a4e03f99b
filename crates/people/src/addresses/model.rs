//! The rules of changing an address. Pure.

/// Hours both addresses have to say yes.
pub const HOURS: i64 = 24;
