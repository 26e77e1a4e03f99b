//! A house for tests: thrown away afterwards, with a clock that stands still and randomness that repeats. It stands
//! on SQLite, or on PostgreSQL when `GATEPASS_TEST_POSTGRES` names a server.
mod visitor;

use std::path::PathBuf;

pub use visitor::{File, Page, Visitor};

use crate::app::{App, House, Parts, Settings, Wiring, write};
use crate::blob::Blobs;
use crate::db::{Db, Migration, Place, Snapshot, Tx};
use crate::error::Result;
use crate::random::Random;
use crate::route::Routes;
use crate::time::{Clock, Instant};

/// Sunday, 22 November 2026, 08:00 in London: when every told story begins.
pub const MORNING: Instant = Instant(1_795_334_400_000);
/// Where the house of a test is reached.
pub const BASE: &str = "https://gatepass.test";

/// A house with its doors.
pub struct Test {
    app: Option<App>,
    router: Option<axum::Router>,
    place: Option<Throwaway>,
}

/// Runs on a thread of its own: the synchronous client of PostgreSQL must not run where asynchronous work is driven.
fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| match scope.spawn(work).join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}

impl Drop for Test {
    fn drop(&mut self) {
        let parts = (self.router.take(), self.app.take(), self.place.take());
        aside(|| drop(parts));
    }
}

impl Test {
    /// A new, empty house.
    pub fn new(wiring: Wiring, migrations: &[Migration], routes: Routes) -> Self {
        let (place, db) = aside(|| {
            let place = Throwaway::new(migrations);
            let db = Db::open(&place.place, migrations, |_| Ok(())).expect("a database");
            (place, db)
        });
        let app = House::new(Parts {
            db,
            blobs: Blobs::in_memory(),
            clock: Clock::stopped(MORNING),
            random: Random::seeded(7),
            settings: Settings { base: BASE.to_owned(), proxies: Vec::new(), dev: true, rig: true },
            wiring,
            seal: [7; 32],
        })
        .expect("a house");
        let router = routes.into_service(&app);
        Self { app: Some(app), router: Some(router), place: Some(place) }
    }

    pub fn app(&self) -> &App {
        self.app.as_ref().expect("a house")
    }

    /// Looks at the database.
    pub fn read<T: Send>(&self, look: impl FnOnce(&Snapshot<'_>) -> Result<T> + Send) -> Result<T> {
        aside(|| self.app().read(look))
    }

    /// Writes without a visitor.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        aside(|| write(self.app(), work))
    }

    /// Somebody with a browser and no cookies.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone().expect("a house"))
    }

    /// Moves the clock on.
    pub fn pass_hours(&self, hours: i64) {
        self.app().clock.advance_seconds(hours * 3600);
    }

    /// Does all jobs that are due.
    pub fn work(&self) -> usize {
        aside(|| crate::job::work_all(self.app()).expect("the queue"))
    }
}

/// A database that goes away with its test.
struct Throwaway {
    place: Place,
    folder: Option<tempfile::TempDir>,
}

impl Throwaway {
    fn new(migrations: &[Migration]) -> Self {
        if let Some(url) = server() {
            return Self {
                place: Place::Postgres(copy_of_template(&url, migrations)),
                folder: None,
            };
        }
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("gatepass.db");
        std::fs::copy(template(migrations), &file).expect("a copy of the empty database");
        Self { place: Place::Sqlite(file), folder: Some(folder) }
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        drop(self.folder.take());
        if let (Place::Postgres(url), Some(server)) = (&self.place, server()) {
            let name = url.rsplit('/').next().unwrap_or_default().to_owned();
            let sql = format!("drop database if exists {name} with (force)");
            drop(admin(&server).batch_execute(&sql));
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the engine of a test run is chosen from outside")]
fn server() -> Option<String> {
    let url = std::env::var("GATEPASS_TEST_POSTGRES").ok().filter(|it| !it.is_empty())?;
    // The server, whichever of its databases the address names.
    let (scheme, rest) = url.split_once("://")?;
    Some(format!("{scheme}://{}", rest.split('/').next().unwrap_or_default()))
}

/// The tables of an empty house, made once per machine and set of tables: runners give each test a process of its own.
fn template(migrations: &[Migration]) -> PathBuf {
    let folder = std::env::temp_dir();
    let file = folder.join(format!("gatepass-{}.db", fingerprint(migrations)));
    if !file.exists() {
        let own = tempfile::tempdir_in(&folder).expect("a folder");
        let first = own.path().join("first.db");
        let db =
            Db::open(&Place::Sqlite(first), migrations, |_| Ok(())).expect("an empty database");
        let copy = own.path().join("copy.db");
        // A copy is one file, without the log of the writer that is still closing.
        db.copy_to(&copy).expect("a copy of the empty database");
        // Whoever comes second puts the same bytes in the same place.
        std::fs::rename(copy, &file).expect("the empty database");
    }
    file
}

/// Names a set of tables.
fn fingerprint(migrations: &[Migration]) -> String {
    let steps: Vec<String> =
        migrations.iter().map(|it| format!("{}{}", it.number, it.sql)).collect();
    crate::secret::Hash::of(steps.concat().as_bytes()).hex()[..16].to_owned()
}

fn admin(url: &str) -> postgres::Client {
    postgres::Client::connect(&format!("{url}/postgres"), postgres::NoTls).expect("the test server")
}

/// A database of its own for one test, copied from one that has the tables.
fn copy_of_template(server: &str, migrations: &[Migration]) -> String {
    let server = server.trim_end_matches('/').to_owned();
    let template = format!("empty_{}", fingerprint(migrations));
    let [a, b] = [Random::Machine.bytes::<4>(), std::process::id().to_le_bytes()];
    let name = format!("test_{}", data_encoding::HEXLOWER.encode(&[a, b].concat()));
    let mut admin = admin(&server);
    admin.batch_execute("select pg_advisory_lock(7012027)").expect("a lock");
    let known = admin.query("select 1 from pg_database where datname = $1", &[&template]);
    if known.expect("an answer").is_empty() {
        let half = format!("{template}_half");
        admin
            .batch_execute(&format!("drop database if exists {half} with (force)"))
            .expect("no half template");
        admin.batch_execute(&format!("create database {half}")).expect("a template");
        drop(
            Db::open(&Place::Postgres(format!("{server}/{half}")), migrations, |_| Ok(()))
                .expect("tables"),
        );
        let close = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{half}'"
        );
        admin.batch_execute(&close).expect("nobody in the template");
        admin
            .batch_execute(&format!("alter database {half} rename to {template}"))
            .expect("a template");
    }
    admin.batch_execute("select pg_advisory_unlock(7012027)").expect("no lock");
    admin
        .batch_execute(&format!("create database {name} template {template}"))
        .expect("a database");
    format!("{server}/{name}")
}
