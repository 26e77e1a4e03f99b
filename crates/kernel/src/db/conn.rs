//! A connection of either engine, and how statements run on it.
use std::cell::RefCell;
use std::collections::HashMap;

use postgres::fallible_iterator::FallibleIterator;

use super::fault::Fault;
use super::row::Row;
use super::value::Value;

/// Which database the house stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A connection to PostgreSQL with the statements it has prepared.
pub struct Client {
    client: postgres::Client,
    prepared: HashMap<String, postgres::Statement>,
}

impl Client {
    pub fn new(client: postgres::Client) -> Self {
        Self { client, prepared: HashMap::new() }
    }

    pub fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    pub fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        Ok(self.client.batch_execute(sql)?)
    }

    pub fn raw(&mut self) -> &mut postgres::Client {
        &mut self.client
    }

    fn statement(&mut self, sql: &str) -> Result<postgres::Statement, Fault> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        let made = self.client.prepare(sql)?;
        // Lists with many filters make many texts; a connection remembers a bounded number of them.
        if self.prepared.len() >= 500 {
            self.prepared.clear();
        }
        self.prepared.insert(sql.to_owned(), made.clone());
        Ok(made)
    }
}

/// A connection inside a transaction.
#[derive(Clone, Copy)]
pub enum Conn<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c RefCell<Client>),
}

impl Conn<'_> {
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Rows changed.
    pub fn run(&self, sql: &str, values: &[Value<'_>]) -> Result<usize, Fault> {
        match self {
            Self::Sqlite(conn) => {
                let mut statement = conn.prepare_cached(sql)?;
                bind(&mut statement, values)?;
                Ok(statement.raw_execute()?)
            }
            Self::Postgres(client) => {
                let mut client = client.borrow_mut();
                let statement = client.statement(sql)?;
                let values: Vec<&(dyn postgres::types::ToSql + Sync)> =
                    values.iter().map(|it| it as _).collect();
                let changed = client.client.execute(&statement, &values)?;
                Ok(usize::try_from(changed).unwrap_or(usize::MAX))
            }
        }
    }

    /// Gives each row to `take` until it says it has had enough (`false`).
    pub fn each<E: From<Fault>>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        mut take: impl FnMut(&Row<'_>) -> Result<bool, E>,
    ) -> Result<(), E> {
        match self {
            Self::Sqlite(conn) => {
                let mut statement = conn.prepare_cached(sql).map_err(Fault::from)?;
                bind(&mut statement, values)?;
                let mut rows = statement.raw_query();
                while let Some(row) = rows.next().map_err(Fault::from)? {
                    if !take(&Row::Sqlite(row))? {
                        break;
                    }
                }
            }
            Self::Postgres(client) => {
                let mut client = client.borrow_mut();
                let statement = client.statement(sql)?;
                let mut rows = client.client.query_raw(&statement, values).map_err(Fault::from)?;
                while let Some(row) = rows.next().map_err(Fault::from)? {
                    if !take(&Row::Postgres(&row))? {
                        break;
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether the engine accepts the statement: for the test that prepares all of them.
    pub fn prepare(&self, sql: &str) -> Result<(), Fault> {
        match self {
            Self::Sqlite(conn) => {
                conn.prepare(sql)?;
            }
            Self::Postgres(client) => {
                client.borrow_mut().client.prepare(sql)?;
            }
        }
        Ok(())
    }
}

/// SQLite numbers `$2` by first appearance, PostgreSQL by its digits: bind by the digits on both.
fn bind(statement: &mut rusqlite::CachedStatement<'_>, values: &[Value<'_>]) -> Result<(), Fault> {
    for at in 1..=statement.parameter_count() {
        let number: Option<usize> =
            statement.parameter_name(at).and_then(|name| name.get(1..)?.parse().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        let value = value.ok_or(rusqlite::Error::InvalidParameterCount(at, values.len()))?;
        statement.raw_bind_parameter(at, value)?;
    }
    Ok(())
}
