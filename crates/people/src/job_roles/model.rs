//! The rules of a job role. Pure: no clock, no database, no request.
use kernel::field::{Name, Reader};
use kernel::{Fields, Invalid, JobRoleId};

/// A job role as it is kept.
pub struct JobRole {
    pub id: JobRoleId,
    pub name: String,
    /// How many active people within reach hold it.
    pub people: i64,
}

/// The name a form gives.
pub fn parse(fields: &Fields) -> Result<Name, Invalid> {
    let mut read = Reader::new(fields);
    let name = read.need("name", Name::parse);
    read.done(|| name)
}
