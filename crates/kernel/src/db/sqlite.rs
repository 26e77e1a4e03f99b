//! SQLite: one file, many readers, one writer thread that shares one fsync among the writes that wait.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant as Stopwatch};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::oneshot;

use super::conn::Conn;
use super::fault::{Fault, Kind};
use super::migrate::{self, Migration};
use super::{Snapshot, Tx, Verdict};
use crate::app::House;

/// Writes that share one commit, at most.
const BATCH: usize = 256;
/// How long the first write of a batch waits for others at most.
const PATIENCE: Duration = Duration::from_millis(4);
/// Writes that may wait in line; beyond it a caller waits for room.
const QUEUE: usize = 4096;

/// A write that ran inside the batch; it still has to hear whether the commit held.
enum Ending {
    Keep(Box<dyn FnOnce(Result<(), Fault>) + Send>),
    Drop(Box<dyn FnOnce() + Send>),
}

type Task = Box<dyn FnOnce(&Connection) -> Ending + Send>;

pub struct Sqlite {
    readers: r2d2::Pool<Readers>,
    writer: SyncSender<Task>,
    file: PathBuf,
}

pub fn gone() -> Fault {
    Fault::of(Kind::Away, "the writer has stopped")
}

impl Sqlite {
    pub fn open(
        file: &Path,
        migrations: &[Migration],
        before: impl FnOnce(&Path) -> Result<(), Fault>,
    ) -> Result<Self, Fault> {
        let mut writer = Connection::open(file)?;
        writer.execute_batch(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
             pragma trusted_schema = off; pragma cell_size_check = on; pragma secure_delete = on;
             pragma busy_timeout = 5000; pragma journal_size_limit = 67108864; pragma cache_size = -32768;
             pragma temp_store = memory;",
        )?;
        steady(&writer)?;
        writer.set_prepared_statement_cache_capacity(500);
        migrate::sqlite(&mut writer, migrations, || before(file))?;
        writer.execute_batch("pragma optimize = 0x10002;")?;
        let readers = r2d2::Pool::builder()
            .max_size(16)
            .min_idle(Some(2))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(5))
            .build(Readers { file: file.to_owned() })?;
        let (line, tasks) = sync_channel(QUEUE);
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || write_all(&writer, &tasks))
            .map_err(|it| Fault::other(Box::new(it)))?;
        Ok(Self { readers, writer: line, file: file.to_owned() })
    }

    pub fn read<T>(
        &self,
        house: &House,
        look: impl FnOnce(&Snapshot<'_>) -> T,
    ) -> Result<T, Fault> {
        let conn = self.readers.get()?;
        conn.prepare_cached("begin")?.execute([])?;
        // A look that panics must not leave its snapshot open for the next reader.
        let end = End(&conn);
        let seen = look(&Snapshot::new(Conn::Sqlite(&conn), house));
        drop(end);
        Ok(seen)
    }

    /// Puts a write in line. The answer comes when it is on the disk.
    pub fn submit<T: Send + 'static>(
        &self,
        house: &Arc<House>,
        work: impl Fn(&mut Tx<'_>) -> Verdict<T> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, Fault>> {
        let (answer, waiting) = oneshot::channel();
        let house = Arc::clone(house);
        let task: Task = Box::new(move |conn| {
            let mut tx = Tx::new(Snapshot::new(Conn::Sqlite(conn), &house));
            let verdict = catch_unwind(AssertUnwindSafe(|| work(&mut tx)));
            let wake = tx.wake.get();
            match verdict {
                Ok(Verdict::Keep(kept)) => {
                    drop(tx);
                    Ending::Keep(Box::new(move |commit| {
                        if wake && commit.is_ok() {
                            house.jobs.wake();
                        }
                        drop(answer.send(commit.map(|()| kept)));
                    }))
                }
                Ok(Verdict::Drop(seen)) => {
                    Ending::Drop(Box::new(move || drop(answer.send(Ok(seen)))))
                }
                Ok(Verdict::Rerun(fault)) => {
                    Ending::Drop(Box::new(move || drop(answer.send(Err(fault)))))
                }
                Err(_) => Ending::Drop(Box::new(move || {
                    drop(answer.send(Err(Fault::text("the handler panicked".to_owned()))));
                })),
            }
        });
        // When the writer is gone the answer's sender is dropped here, and the caller hears that.
        drop(self.writer.send(task));
        waiting
    }

    pub fn copy_to(&self, file: &Path) -> Result<(), Fault> {
        let source = Connection::open_with_flags(&self.file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        source.busy_timeout(Duration::from_secs(10))?;
        source.execute("vacuum into $1", [file.to_string_lossy()])?;
        Ok(())
    }
}

/// Keeps the plan of a prepared statement whatever it is asked for. Otherwise SQLite plans anew for many a new value, which
/// was a quarter of the time of a list.
fn steady(conn: &Connection) -> Result<(), rusqlite::Error> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Ends a reader's transaction, also when the look panicked.
struct End<'c>(&'c Connection);
impl Drop for End<'_> {
    fn drop(&mut self) {
        let ended = self.0.prepare_cached("rollback").and_then(|mut it| it.execute([]));
        if let Err(error) = ended {
            tracing::error!(%error, "a reader could not end its transaction");
        }
    }
}

/// Runs the writes in line, batch after batch, until nobody can send any more.
fn write_all(conn: &Connection, tasks: &Receiver<Task>) {
    while let Ok(first) = tasks.recv() {
        let mut endings = Vec::new();
        let lost = batch(conn, first, tasks, &mut endings);
        let kept = endings.iter().any(|it| matches!(it, Ending::Keep(_)));
        let commit = match lost {
            Some(fault) => Err(fault),
            None if kept => conn.execute_batch("commit").map_err(Fault::from),
            None => conn.execute_batch("rollback").map_err(Fault::from),
        };
        if let Err(fault) = &commit {
            tracing::error!(%fault, "a batch of writes was not kept");
            if fault.kind == Kind::Lost {
                die(fault);
            }
            if !conn.is_autocommit() {
                drop(conn.execute_batch("rollback"));
            }
        }
        for ending in endings {
            match ending {
                Ending::Drop(tell) => tell(),
                Ending::Keep(tell) => {
                    tell(commit.as_ref().copied().map_err(|it| Fault::of(it.kind, it.to_string())));
                }
            }
        }
    }
}

/// Begins a transaction and runs the waiting writes in it. Returns why the whole batch is lost, if it is.
fn batch(
    conn: &Connection,
    first: Task,
    tasks: &Receiver<Task>,
    endings: &mut Vec<Ending>,
) -> Option<Fault> {
    let began = conn.execute_batch("begin immediate");
    if let Err(error) = began {
        let fault = Fault::from(error);
        let (kind, text) = (fault.kind, fault.to_string());
        // Nobody ran: the caller hears the fault when its answer's sender is dropped with the task.
        endings.push(Ending::Keep(Box::new(move |_| drop(first))));
        return Some(Fault::of(kind, text));
    }
    let clock = Stopwatch::now();
    let mut next = Some(first);
    while let Some(task) = next {
        match savepoint(conn, task) {
            Ok(ending) => endings.push(ending),
            Err((ending, fault)) => {
                endings.push(ending);
                return Some(fault);
            }
        }
        let more = endings.len() < BATCH && clock.elapsed() < PATIENCE;
        next = if more { tasks.try_recv().ok() } else { None };
    }
    None
}

fn savepoint(conn: &Connection, task: Task) -> Result<Ending, (Ending, Fault)> {
    let step = |sql: &str| conn.prepare_cached(sql).and_then(|mut it| it.execute([]));
    let opened = step("savepoint write");
    let ending = task(conn);
    let closed = opened.and_then(|_| match &ending {
        Ending::Keep(_) => step("release write"),
        Ending::Drop(_) => step("rollback to write").and_then(|_| step("release write")),
    });
    match closed {
        // SQLite throws the whole transaction away when the disk is full.
        _ if conn.is_autocommit() => {
            Err((ending, Fault::of(Kind::Full, "the database threw the transaction away")))
        }
        Ok(_) => Ok(ending),
        Err(error) => Err((ending, error.into())),
    }
}

/// After a failed fsync the kernel may have dropped the pages: nothing this process believes can be trusted.
#[expect(
    clippy::exit,
    reason = "a lost fsync ends the process; recovery happens at the next start"
)]
fn die(fault: &Fault) {
    tracing::error!(%fault, "the disk did not keep what it was given; stopping");
    std::process::exit(70);
}

/// Makes connections that can only look.
#[derive(Debug)]
struct Readers {
    file: PathBuf,
}

impl r2d2::ManageConnection for Readers {
    type Connection = Connection;
    type Error = rusqlite::Error;

    fn connect(&self) -> Result<Connection, rusqlite::Error> {
        let conn = Connection::open_with_flags(
            &self.file,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        conn.execute_batch(
            "pragma query_only = on; pragma trusted_schema = off; pragma cell_size_check = on;
             pragma busy_timeout = 5000; pragma cache_size = -8192; pragma temp_store = memory;",
        )?;
        steady(&conn)?;
        conn.set_prepared_statement_cache_capacity(300);
        Ok(conn)
    }
    fn is_valid(&self, _: &mut Connection) -> Result<(), rusqlite::Error> {
        Ok(())
    }
    fn has_broken(&self, conn: &mut Connection) -> bool {
        !conn.is_autocommit()
    }
}
