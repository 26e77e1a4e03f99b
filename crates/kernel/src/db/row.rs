//! One row of an answer.
use super::fault::Fault;
use super::value::{Cell, Column};

/// A row of either engine, read by position.
pub enum Row<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r postgres::Row),
}

impl Row<'_> {
    /// The value of column `at`, counted from 0.
    pub fn get<C: Column>(&self, at: usize) -> Result<C, Fault> {
        let cell = match self {
            Self::Sqlite(row) => match row.get_ref(at)? {
                rusqlite::types::ValueRef::Null => Cell::Null,
                rusqlite::types::ValueRef::Integer(it) => Cell::Int(it),
                rusqlite::types::ValueRef::Text(it) => {
                    Cell::Text(std::str::from_utf8(it).map_err(|it| Fault::other(Box::new(it)))?)
                }
                rusqlite::types::ValueRef::Blob(it) => Cell::Bytes(it),
                rusqlite::types::ValueRef::Real(it) => {
                    return Err(Fault::text(format!("column {at}: a fraction, {it}")));
                }
            },
            Self::Postgres(row) => row.try_get(at)?,
        };
        C::read(cell).map_err(|it| Fault::text(format!("column {at}: {}", it.0)))
    }
}
