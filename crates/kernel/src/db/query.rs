//! The one place that puts a statement together from pieces. Every piece is a literal of ours; what a visitor
//! sent can only become a bound value.
use std::borrow::Cow;
use std::fmt::Write as _;

use super::value::{Param, Value};

/// A statement's text: a literal, or what a [`Query`] was built from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sql(pub(super) Cow<'static, str>);

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

/// A statement with its values, built for lists that filter and sort.
///
/// ```
/// # use kernel::db::Query;
/// let mut query = Query::new("select id from person where org_id = ");
/// query.bind(&7_i64).push(" and state = ").bind("active");
/// assert_eq!(query.text(), "select id from person where org_id = $1 and state = $2");
/// ```
#[derive(Debug, Clone)]
pub struct Query<'v> {
    text: String,
    values: Vec<Value<'v>>,
}

impl<'v> Query<'v> {
    pub fn new(text: &'static str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    /// Adds a piece of the statement.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a value, as the next `$n`.
    pub fn bind<P: Param + ?Sized>(&mut self, value: &'v P) -> &mut Self {
        self.put(value.value())
    }

    /// Adds a value that was made here and belongs to the query.
    pub fn put(&mut self, value: Value<'v>) -> &mut Self {
        self.values.push(value);
        // Writing to a text cannot fail.
        let _ = write!(self.text, "${}", self.values.len());
        self
    }

    /// Adds `column in ($1, $2, …)`, or a condition that never holds for no values at all.
    pub fn any_of<P: Param>(&mut self, column: &'static str, values: &'v [P]) -> &mut Self {
        if values.is_empty() {
            return self.push("1 = 0");
        }
        self.push(column).push(" in (");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.push(", ");
            }
            self.bind(value);
        }
        self.push(")")
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn values(&self) -> &[Value<'v>] {
        &self.values
    }
}
