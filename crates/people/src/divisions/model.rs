//! The rules of a division. Pure: no clock, no database, no request.
use kernel::field::{Name, Reader};
use kernel::{DivisionId, Fields, Invalid};

/// A division as it is kept.
pub struct Division {
    pub id: DivisionId,
    pub name: String,
    /// The one that is always there.
    pub is_default: bool,
    pub people: i64,
}

/// The name a form gives.
pub fn parse(fields: &Fields) -> Result<Name, Invalid> {
    let mut read = Reader::new(fields);
    let name = read.need("name", Name::parse);
    read.done(|| name)
}
