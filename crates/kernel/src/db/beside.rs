//! A look at the database from beside the house: for backups, checks and the command line, while the house runs or
//! not. Nothing here writes into it.
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::fault::Fault;
use super::{Migration, Place, pg};

/// A database that is looked at without being opened as a house does.
pub enum Beside {
    Sqlite(Connection),
    Postgres(Box<postgres::Client>),
}

impl Beside {
    /// Opens the database to look at it; none when there is no file yet.
    pub fn open(place: &Place) -> Result<Option<Self>, Fault> {
        match place {
            Place::Sqlite(file) if !file.exists() => Ok(None),
            Place::Sqlite(file) => {
                let conn = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                conn.busy_timeout(Duration::from_secs(10))?;
                conn.execute_batch("pragma trusted_schema = off; pragma cell_size_check = on;")?;
                Ok(Some(Self::Sqlite(conn)))
            }
            Place::Postgres(url) => Ok(Some(Self::Postgres(Box::new(pg::connect(url)?)))),
        }
    }

    /// The numbers of the steps the tables have behind them, in order.
    pub fn steps(&mut self) -> Result<Vec<i32>, Fault> {
        if !self.has_table("refinery_schema_history")? {
            return Ok(Vec::new());
        }
        self.numbers("select cast(version as bigint) from refinery_schema_history order by version")
            .map(|all| all.into_iter().filter_map(|it| i32::try_from(it).ok()).collect())
    }

    /// How many organisations there are.
    pub fn organisations(&mut self) -> Result<i64, Fault> {
        self.first("organisation", "select count(*) from organisation")
    }

    /// Jobs that were set aside, and jobs that wait.
    pub fn queue(&mut self) -> Result<(i64, i64), Fault> {
        let dead = self.first("job", "select count(*) from job where state = 'dead'")?;
        let queued = self.first("job", "select count(*) from job where state = 'queued'")?;
        Ok((dead, queued))
    }

    /// What is wrong with the file itself; nothing on PostgreSQL, which looks after its own.
    pub fn damage(&mut self) -> Result<Vec<String>, Fault> {
        let Self::Sqlite(conn) = self else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        let mut check = conn.prepare("pragma quick_check(20)")?;
        for line in check.query_map([], |row| row.get::<_, String>(0))? {
            found.push(line?);
        }
        found.retain(|it| it != "ok");
        let mut check = conn.prepare("pragma foreign_key_check")?;
        for line in check.query_map([], |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("a row of {table} points at a row of {parent} that does not exist"))
        })? {
            found.push(line?);
        }
        Ok(found)
    }

    /// Copies the whole SQLite database into one new file; false on PostgreSQL.
    pub fn copy_to(&mut self, file: &Path) -> Result<bool, Fault> {
        let Self::Sqlite(conn) = self else { return Ok(false) };
        conn.execute("vacuum into $1", [file.to_string_lossy()])?;
        Ok(true)
    }

    fn first(&mut self, table: &str, sql: &str) -> Result<i64, Fault> {
        let there = self.has_table(table)?;
        let found = if there { self.numbers(sql)? } else { Vec::new() };
        Ok(found.first().copied().unwrap_or_default())
    }

    fn has_table(&mut self, name: &str) -> Result<bool, Fault> {
        match self {
            Self::Sqlite(conn) => {
                let sql = "select count(*) from sqlite_schema where type = 'table' and name = $1";
                Ok(conn.query_row(sql, [name], |row| row.get::<_, i64>(0))? > 0)
            }
            Self::Postgres(client) => {
                let row = client.query_one("select to_regclass($1) is not null", &[&name])?;
                Ok(row.try_get(0)?)
            }
        }
    }

    fn numbers(&mut self, sql: &str) -> Result<Vec<i64>, Fault> {
        match self {
            Self::Sqlite(conn) => {
                let mut statement = conn.prepare(sql)?;
                let rows = statement.query_map([], |row| row.get(0))?;
                Ok(rows.collect::<Result<_, _>>()?)
            }
            Self::Postgres(client) => {
                let rows = client.query(sql, &[])?;
                Ok(rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?)
            }
        }
    }
}

/// Steps that a database has behind it and this program does not know: it was used by a newer one.
pub fn unknown_steps(behind: &[i32], known: &[Migration]) -> Vec<i32> {
    behind.iter().copied().filter(|it| known.iter().all(|step| step.number != *it)).collect()
}
