//! The values that go into a statement and come out of a row: one closed set for both engines.
use std::borrow::Cow;
use std::error::Error as StdError;

use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type};

use crate::ids::Id;
use crate::secret::Hash;
use crate::time::{Date, Instant};

/// A value on its way into a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'v> {
    Null,
    Bool(bool),
    Int(i64),
    Text(Cow<'v, str>),
    Bytes(&'v [u8]),
}

/// What can be given to a statement as `$1`, `$2`, ….
pub trait Param {
    fn value(&self) -> Value<'_>;
}

impl Param for bool {
    fn value(&self) -> Value<'_> {
        Value::Bool(*self)
    }
}
impl Param for i64 {
    fn value(&self) -> Value<'_> {
        Value::Int(*self)
    }
}
impl Param for str {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}
impl Param for String {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Borrowed(self))
    }
}
impl Param for [u8] {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}
impl Param for Vec<u8> {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self)
    }
}
impl<K> Param for Id<K> {
    fn value(&self) -> Value<'_> {
        Value::Bytes(self.bytes())
    }
}
impl Param for Hash {
    fn value(&self) -> Value<'_> {
        Value::Bytes(&self.0)
    }
}
impl Param for Instant {
    fn value(&self) -> Value<'_> {
        Value::Int(self.0)
    }
}
impl Param for Date {
    fn value(&self) -> Value<'_> {
        Value::Text(Cow::Owned(self.to_string()))
    }
}
impl Param for Value<'_> {
    fn value(&self) -> Value<'_> {
        self.clone()
    }
}
impl<P: Param> Param for Option<P> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Param::value)
    }
}
impl<P: Param + ?Sized> Param for &P {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Bool(it) => ValueRef::Integer(i64::from(*it)),
            Self::Int(it) => ValueRef::Integer(*it),
            Self::Text(it) => ValueRef::Text(it.as_bytes()),
            Self::Bytes(it) => ValueRef::Blob(it),
        }))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Bool(it) => return it.to_sql(ty, out),
            Self::Int(it) if *ty == Type::INT4 => return i32::try_from(*it)?.to_sql(ty, out),
            Self::Int(it) if *ty == Type::INT2 => return i16::try_from(*it)?.to_sql(ty, out),
            Self::Int(it) => return it.to_sql(ty, out),
            Self::Text(it) => out.extend_from_slice(it.as_bytes()),
            // A UUID travels as its 16 bytes, so ids and byte strings go the same way.
            Self::Bytes(it) => out.extend_from_slice(it),
        }
        Ok(IsNull::No)
    }
    fn accepts(_: &Type) -> bool {
        true
    }
    postgres::types::to_sql_checked!();
}

/// A value of a row, borrowed from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'r> {
    Null,
    Bool(bool),
    Int(i64),
    Text(&'r str),
    Bytes(&'r [u8]),
}

impl<'r> FromSql<'r> for Cell<'r> {
    fn from_sql(ty: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(match *ty {
            Type::BOOL => Cell::Bool(bool::from_sql(ty, raw)?),
            Type::INT2 => Cell::Int(i16::from_sql(ty, raw)?.into()),
            Type::INT4 => Cell::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT8 => Cell::Int(i64::from_sql(ty, raw)?),
            Type::BYTEA | Type::UUID => Cell::Bytes(raw),
            _ => Cell::Text(std::str::from_utf8(raw)?),
        })
    }
    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Cell::Null)
    }
    fn accepts(_: &Type) -> bool {
        true
    }
}

/// A column held something else than the code expects: a mistake of ours, never of a visitor.
#[derive(Debug)]
pub struct Mismatch(pub String);

/// What can be read out of a column.
pub trait Column: Sized {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch>;
}

fn mismatch<T>(wanted: &str, cell: Cell<'_>) -> Result<T, Mismatch> {
    Err(Mismatch(format!("wanted {wanted}, found {cell:?}")))
}

impl Column for bool {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Bool(it) => Ok(it),
            Cell::Int(it) => Ok(it != 0),
            other => mismatch("a boolean", other),
        }
    }
}
impl Column for i64 {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Int(it) => Ok(it),
            other => mismatch("a number", other),
        }
    }
}
impl Column for String {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Text(it) => Ok(it.to_owned()),
            other => mismatch("a text", other),
        }
    }
}
impl Column for Vec<u8> {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Bytes(it) => Ok(it.to_vec()),
            other => mismatch("bytes", other),
        }
    }
}
impl Column for Instant {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        i64::read(cell).map(Self)
    }
}
impl Column for Date {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Text(it) => Self::parse(it).ok_or_else(|| Mismatch(format!("not a date: {it}"))),
            other => mismatch("a date", other),
        }
    }
}
impl Column for Hash {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Bytes(it) => {
                Self::from_slice(it).ok_or_else(|| Mismatch("not a hash".to_owned()))
            }
            other => mismatch("a hash", other),
        }
    }
}
impl<K> Column for Id<K> {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Bytes(it) => {
                it.try_into().map(Self::from_bytes).map_err(|_| Mismatch("not an id".to_owned()))
            }
            other => mismatch("an id", other),
        }
    }
}
impl<C: Column> Column for Option<C> {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        match cell {
            Cell::Null => Ok(None),
            other => C::read(other).map(Some),
        }
    }
}
