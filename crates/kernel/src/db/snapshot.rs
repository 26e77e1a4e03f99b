//! What a request sees of the database: a snapshot to read, a transaction to write.
use std::cell::Cell as StdCell;
use std::ops::Deref;

use super::conn::{Conn, Engine};
use super::fault::Fault;
use super::query::{Query, Sql};
use super::row::Row;
use super::value::{Param, Value};
use crate::access::Actor;
use crate::app::House;
use crate::error::{Error, Result};
use crate::ids::Id;
use crate::time::Instant;

/// The database as it is at one moment, and the time, randomness and settings of the house.
/// Pages that only look get one of these; it cannot write.
pub struct Snapshot<'s> {
    conn: Conn<'s>,
    house: &'s House,
    now: Instant,
    statements: StdCell<u32>,
}

impl<'s> Snapshot<'s> {
    pub(crate) fn new(conn: Conn<'s>, house: &'s House) -> Self {
        Self { conn, house, now: house.clock.now(), statements: StdCell::new(0) }
    }

    /// The moment of this request. It does not move while the request runs.
    pub fn now(&self) -> Instant {
        self.now
    }

    pub fn house(&self) -> &House {
        self.house
    }

    pub fn engine(&self) -> Engine {
        self.conn.engine()
    }

    /// How many statements ran: the budget test counts them per page.
    pub fn statements(&self) -> u32 {
        self.statements.get()
    }

    /// A new id, ordered by time.
    pub fn new_id<K>(&self) -> Id<K> {
        Id::new(self.now.0, self.house.random.bytes())
    }

    /// The one row of a query, or [`Error::NotFound`].
    pub fn one<T>(
        &self,
        sql: impl Into<Sql>,
        params: &[&dyn Param],
        row: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<T> {
        self.maybe(sql, params, row)?.ok_or(Error::NotFound)
    }

    /// The first row of a query, if there is one.
    pub fn maybe<T>(
        &self,
        sql: impl Into<Sql>,
        params: &[&dyn Param],
        mut row: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.each(&sql.into().0, &values(params), |it| {
            found = Some(row(it)?);
            Ok(false)
        })?;
        Ok(found)
    }

    /// All rows of a query.
    pub fn all<T>(
        &self,
        sql: impl Into<Sql>,
        params: &[&dyn Param],
        mut row: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(&sql.into().0, &values(params), |it| {
            found.push(row(it)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// All rows of a built query.
    pub fn rows<T>(
        &self,
        query: &Query<'_>,
        mut row: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(query.text(), query.values(), |it| {
            found.push(row(it)?);
            Ok(true)
        })?;
        Ok(found)
    }

    /// Gives each row of a built query to `take`, without keeping them: for exports.
    pub fn stream(
        &self,
        query: &Query<'_>,
        mut take: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.each(query.text(), query.values(), |it| take(it).map(|()| true))
    }

    /// Whether the engine accepts the statement.
    pub fn prepare(&self, sql: &str) -> Result<()> {
        Ok(self.conn.prepare(sql)?)
    }

    fn each(
        &self,
        sql: &str,
        values: &[Value<'_>],
        take: impl FnMut(&Row<'_>) -> Result<bool>,
    ) -> Result<()> {
        self.statements.set(self.statements.get() + 1);
        self.conn.each(sql, values, take)
    }
}

/// One write: everything in it happens, or nothing does. A handler may be run again after a conflict with
/// another write, so it touches nothing but this and its arguments.
pub struct Tx<'t> {
    snapshot: Snapshot<'t>,
    pub(crate) actor: Option<Actor>,
    pub(crate) wake: StdCell<bool>,
}

impl<'t> Tx<'t> {
    pub(crate) fn new(snapshot: Snapshot<'t>) -> Self {
        Self { snapshot, actor: None, wake: StdCell::new(false) }
    }

    /// Rows changed.
    pub fn run(&mut self, sql: impl Into<Sql>, params: &[&dyn Param]) -> Result<usize> {
        self.snapshot.statements.set(self.snapshot.statements.get() + 1);
        Ok(self.snapshot.conn.run(&sql.into().0, &values(params))?)
    }

    /// Rows changed by a built statement.
    pub fn run_query(&mut self, query: &Query<'_>) -> Result<usize> {
        self.snapshot.statements.set(self.snapshot.statements.get() + 1);
        Ok(self.snapshot.conn.run(query.text(), query.values())?)
    }

    /// Who acts, when somebody signed in does.
    pub fn actor(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }

    /// Says who acts from here on: the person an invitation just let in, for example.
    pub fn act_as(&mut self, actor: Option<Actor>) {
        self.actor = actor;
    }
}

impl<'t> Deref for Tx<'t> {
    type Target = Snapshot<'t>;
    fn deref(&self) -> &Snapshot<'t> {
        &self.snapshot
    }
}

fn values<'v>(params: &'v [&'v dyn Param]) -> Vec<Value<'v>> {
    params.iter().map(|it| it.value()).collect()
}
