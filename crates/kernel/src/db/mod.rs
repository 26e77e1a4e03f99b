//! The database: one thin layer over SQLite and PostgreSQL, nothing more.
mod beside;
mod conn;
mod fault;
mod migrate;
mod pg;
mod query;
mod row;
mod snapshot;
mod sqlite;
mod value;

pub use beside::{Beside, unknown_steps};
pub use conn::Engine;
pub use fault::{Fault, Kind};
pub use migrate::{Migration, schema};
pub use query::{Query, Sql};
pub use row::Row;
pub use snapshot::{Snapshot, Tx};
pub use value::{Cell, Column, Mismatch, Param, Value};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::House;

/// Where the database is.
#[derive(Debug, Clone)]
pub enum Place {
    /// A file.
    Sqlite(PathBuf),
    /// A PostgreSQL server, as a URL.
    Postgres(String),
}

/// What a write decided about its own work.
pub enum Verdict<T> {
    Keep(T),
    Drop(T),
    /// The database asks for another run.
    Rerun(Fault),
}

/// An open database.
pub enum Db {
    Sqlite(sqlite::Sqlite),
    Postgres(pg::Postgres),
}

impl Db {
    /// Opens the database and brings its tables up to date. `before` is called once when tables are about to
    /// change and there is something to lose, so that a copy can be made.
    pub fn open(
        place: &Place,
        migrations: &[Migration],
        before: impl FnOnce(&Path) -> Result<(), Fault>,
    ) -> Result<Self, Fault> {
        match place {
            Place::Sqlite(file) => sqlite::Sqlite::open(file, migrations, before).map(Self::Sqlite),
            Place::Postgres(url) => pg::Postgres::open(url, migrations).map(Self::Postgres),
        }
    }

    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// Looks, on this thread.
    pub fn read<T>(
        &self,
        house: &House,
        look: impl FnOnce(&Snapshot<'_>) -> T,
    ) -> Result<T, Fault> {
        match self {
            Self::Sqlite(it) => it.read(house, look),
            Self::Postgres(it) => it.read(house, look),
        }
    }

    /// Writes, and waits for it on this thread, which may block.
    pub fn write<T: Send + 'static>(
        &self,
        house: &Arc<House>,
        work: impl Fn(&mut Tx<'_>) -> Verdict<T> + Send + 'static,
    ) -> Result<T, Fault> {
        match self {
            Self::Sqlite(it) => {
                it.submit(house, work).blocking_recv().unwrap_or_else(|_| Err(sqlite::gone()))
            }
            Self::Postgres(it) => it.write(house, work),
        }
    }

    /// Writes, and waits for it without blocking the thread.
    pub async fn write_later<T: Send + 'static>(
        &self,
        house: &Arc<House>,
        work: impl Fn(&mut Tx<'_>) -> Verdict<T> + Send + 'static,
    ) -> Result<T, Fault> {
        match self {
            Self::Sqlite(it) => {
                it.submit(house, work).await.unwrap_or_else(|_| Err(sqlite::gone()))
            }
            Self::Postgres(_) => {
                let house = Arc::clone(house);
                let waiting = tokio::task::spawn_blocking(move || house.db.write(&house, work));
                waiting.await.unwrap_or_else(|panic| Err(Fault::other(Box::new(panic))))
            }
        }
    }

    /// Copies the whole SQLite database into one new file while the house goes on; false on PostgreSQL,
    /// which has its own tools for that.
    pub fn copy_to(&self, file: &Path) -> Result<bool, Fault> {
        match self {
            Self::Sqlite(it) => it.copy_to(file).map(|()| true),
            Self::Postgres(_) => Ok(false),
        }
    }
}
