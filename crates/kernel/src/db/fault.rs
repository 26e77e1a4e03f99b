//! What can go wrong in the database, sorted by what the house does about it.
use std::fmt;

use postgres::error::SqlState;
use rusqlite::ErrorCode;

/// Why a statement failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The row exists already.
    Duplicate,
    /// A row that this one points at does not exist, or is pointed at by another.
    Reference,
    /// Somebody else wrote first: run the transaction again.
    Rerun,
    /// No room on the disk.
    Full,
    /// The database does not answer.
    Away,
    /// The disk did not keep what it was given: the process must end (see `docs/decisions`).
    Lost,
    /// A mistake in the product.
    Other,
}

/// A failed statement.
pub struct Fault {
    pub kind: Kind,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    pub fn other(source: Box<dyn std::error::Error + Send + Sync>) -> Self {
        Self { kind: Kind::Other, source }
    }
    pub fn text(text: String) -> Self {
        Self::other(text.into())
    }
    pub fn of(kind: Kind, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { kind, source: source.into() }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?}: {}", self.kind, self.source)?;
        let mut cause = self.source.source();
        while let Some(deeper) = cause {
            write!(out, ": {deeper}")?;
            cause = deeper.source();
        }
        Ok(())
    }
}
impl std::error::Error for Fault {}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        let kind = match &error {
            rusqlite::Error::SqliteFailure(it, _) => match (it.code, it.extended_code) {
                (_, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Kind::Reference,
                (
                    _,
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
                    | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY,
                ) => Kind::Duplicate,
                (_, rusqlite::ffi::SQLITE_IOERR_FSYNC | rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC) => {
                    Kind::Lost
                }
                // A limit on the size of files or a quota refuses a write as a full disk does.
                (ErrorCode::DiskFull, _) | (_, rusqlite::ffi::SQLITE_IOERR_WRITE) => Kind::Full,
                (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Kind::Rerun,
                (ErrorCode::CannotOpen | ErrorCode::SystemIoFailure, _) => Kind::Away,
                _ => Kind::Other,
            },
            _ => Kind::Other,
        };
        Self { kind, source: Box::new(error) }
    }
}

impl From<postgres::Error> for Fault {
    fn from(error: postgres::Error) -> Self {
        let kind = match error.code() {
            Some(code) => match *code {
                SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
                    Kind::Rerun
                }
                SqlState::UNIQUE_VIOLATION => Kind::Duplicate,
                SqlState::FOREIGN_KEY_VIOLATION => Kind::Reference,
                SqlState::DISK_FULL => Kind::Full,
                SqlState::ADMIN_SHUTDOWN
                | SqlState::CRASH_SHUTDOWN
                | SqlState::CANNOT_CONNECT_NOW => Kind::Away,
                _ => Kind::Other,
            },
            None => Kind::Away,
        };
        Self { kind, source: Box::new(error) }
    }
}
impl From<r2d2::Error> for Fault {
    fn from(error: r2d2::Error) -> Self {
        Self { kind: Kind::Away, source: Box::new(error) }
    }
}
