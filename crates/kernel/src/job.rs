//! Work for later: queued in the transaction that wants it, done by a worker that holds a lease, tried again with
//! growing pauses, and set aside where somebody can see it when it never works.
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::app::{App, House, write};
use crate::db::{Engine, Tx};
use crate::error::{Error, Result};
use crate::ids::JobId;
use crate::time::Instant;

/// How long a worker may hold a job before another one takes it for dead.
const LEASE_MINUTES: i64 = 10;
/// Failed tries before a job is set aside.
const TRIES: i64 = 12;

/// A kind of job.
#[derive(Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    pub run: Run,
}

/// How a kind of job runs.
#[derive(Clone, Copy)]
pub enum Run {
    /// In one transaction, which also takes the job off the queue: it happens exactly once.
    Inside(fn(&mut Tx<'_>, &Job) -> Result<()>),
    /// Outside of any transaction, for what leaves the house. It must be able to run twice.
    Outside(fn(&App, &Job) -> Result<()>),
}

/// One job, taken from the queue.
#[derive(Debug, Clone)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    /// What the job needs to know, as its kind wrote it.
    pub payload: String,
    pub tries: i64,
}

/// Wakes the workers.
#[derive(Default)]
pub struct Jobs {
    state: Mutex<State>,
    bell: Condvar,
}

#[derive(Default)]
struct State {
    rung: bool,
    stopped: bool,
}

impl Jobs {
    /// There is something to do.
    pub fn wake(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).rung = true;
        self.bell.notify_all();
    }

    /// Ends the workers after the job they are at.
    pub fn stop(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).stopped = true;
        self.bell.notify_all();
    }

    /// Waits for work. False when the house closes.
    fn wait(&self, most: Duration) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.bell.wait_timeout_while(state, most, |it| !it.rung && !it.stopped);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.rung = false;
        !state.stopped
    }
}

impl Tx<'_> {
    /// Queues a job for as soon as this transaction is kept.
    pub fn enqueue(&mut self, kind: &'static str, payload: &str) -> Result<()> {
        let now = self.now();
        self.enqueue_at(kind, payload, now, None)
    }

    /// Queues a job for `at`. With a name, one that waits under the same name already is enough.
    pub fn enqueue_at(
        &mut self,
        kind: &'static str,
        payload: &str,
        at: Instant,
        once: Option<&str>,
    ) -> Result<()> {
        let id: JobId = self.new_id();
        self.run(
            "insert into job (id, kind, payload, run_at, tries, state, once)
             values ($1, $2, $3, $4, 0, 'queued', $5) on conflict (once) do nothing",
            &[&id, &kind, &payload, &at, &once],
        )?;
        self.wake.set(true);
        Ok(())
    }
}

/// Starts a worker on a thread of its own. It ends when the house closes.
pub fn start(app: &App) -> std::io::Result<std::thread::JoinHandle<()>> {
    let app = Arc::clone(app);
    std::thread::Builder::new().name("jobs".to_owned()).spawn(move || {
        loop {
            match work_one(&app) {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(?error, "the queue does not answer"),
            }
            if !app.jobs.wait(Duration::from_secs(1)) {
                return;
            }
        }
    })
}

/// Does the next job that is due. False when there is none.
pub fn work_one(app: &App) -> Result<bool> {
    let Some(job) = write(app, claim)? else { return Ok(false) };
    let kind = app.wiring.jobs.iter().find(|it| it.name == job.kind);
    let done = match kind.map(|it| it.run) {
        Some(Run::Inside(run)) => {
            let job = job.clone();
            write(app, move |tx| {
                run(tx, &job)?;
                finish(tx, job.id)
            })
        }
        Some(Run::Outside(run)) => {
            run(app, &job).and_then(|()| write(app, move |tx| finish(tx, job.id)))
        }
        None => Err(Error::internal(format!("no such kind of job: {}", job.kind))),
    };
    if let Err(error) = done {
        tracing::warn!(job = job.kind, tries = job.tries, ?error, "a job failed");
        let reason: String = format!("{error:?}").chars().take(500).collect();
        write(app, move |tx| put_back(tx, job.id, job.tries, &reason))?;
    }
    Ok(true)
}

fn claim(tx: &mut Tx<'_>) -> Result<Option<Job>> {
    let now = tx.now();
    let next = match tx.engine() {
        Engine::Sqlite => {
            "select id, kind, payload, tries from job
              where state = 'queued' and run_at <= $1 and (lease_until is null or lease_until < $1)
              order by run_at, id limit 1"
        }
        Engine::Postgres => {
            "select id, kind, payload, tries from job
              where state = 'queued' and run_at <= $1 and (lease_until is null or lease_until < $1)
              order by run_at, id limit 1 for update skip locked"
        }
    };
    let found = tx.maybe(next, &[&now], |row| {
        Ok(Job { id: row.get(0)?, kind: row.get(1)?, payload: row.get(2)?, tries: row.get(3)? })
    })?;
    let Some(mut job) = found else { return Ok(None) };
    job.tries += 1;
    tx.run(
        "update job set lease_until = $2, tries = $3, once = null where id = $1",
        &[&job.id, &now.plus_minutes(LEASE_MINUTES), &job.tries],
    )?;
    Ok(Some(job))
}

fn finish(tx: &mut Tx<'_>, id: JobId) -> Result<()> {
    tx.run("delete from job where id = $1", &[&id]).map(drop)
}

/// Pauses of 2, 4, 8 … seconds up to an hour; after the last try the job is set aside.
fn put_back(tx: &mut Tx<'_>, id: JobId, tries: i64, reason: &str) -> Result<()> {
    let state = if tries >= TRIES { "dead" } else { "queued" };
    let pause = 2_i64.pow(u32::try_from(tries.clamp(1, 11)).unwrap_or(1)).min(3600);
    let at = tx.now().plus_seconds(pause);
    tx.run(
        "update job set state = $2, run_at = $3, lease_until = null, error = $4 where id = $1",
        &[&id, &state, &at, &reason],
    )
    .map(drop)
}

/// Does everything that is due now, in this thread: for tests and the demo. Returns how many jobs ran.
pub fn work_all(app: &App) -> Result<usize> {
    let mut done = 0;
    while work_one(app)? {
        done += 1;
    }
    Ok(done)
}

impl House {
    /// Jobs that were set aside, and jobs that wait: for `doctor` and the metrics.
    pub fn queue(&self) -> Result<(i64, i64)> {
        self.read(|db| {
            db.one(
                "select count(*) filter (where state = 'dead'), count(*) filter (where state = 'queued') from job",
                &[],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })
    }
}
