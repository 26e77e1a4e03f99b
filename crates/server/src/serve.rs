//! The running house: sockets open, workers at work, until somebody says stop.
use std::net::SocketAddr;
use std::thread::JoinHandle;

use anyhow::{Context, Result};
use kernel::db::Engine;
use kernel::web::{Listener, serve};
use kernel::{App, job};
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;

use crate::Product;
use crate::config::Config;
use crate::folder::Folder;
use crate::house::{Site, base_url};
use crate::probes;

/// How a process ends that is told to stop a second time.
const AT_ONCE: i32 = 130;

/// A house with open sockets, not yet answering.
pub struct Ready {
    pub app: App,
    pub address: SocketAddr,
    runtime: Runtime,
    main: Listener,
    metrics: Option<Listener>,
    /// Held until everything else is closed.
    site: Site,
}

/// Opens the house and its sockets.
pub fn open(folder: &Folder, config: &Config, product: &Product) -> Result<Ready> {
    let migrations = (product.migrations)();
    let site = Site::take(folder, config, &migrations)?;
    let runtime = runtime()?;
    let main = runtime.block_on(bind(config.listen))?;
    let metrics = config.metrics_listen.map(|it| runtime.block_on(bind(it))).transpose()?;
    let base = base_url(config, main.address)?;
    let db = site.open(config, &migrations)?;
    let app = site.house(db, config, base, product)?;
    Ok(Ready { app, address: main.address, runtime, main, metrics, site })
}

/// More workers than cores: looks into SQLite run on them and may wait for the disk.
fn runtime() -> Result<Runtime> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let built = builder.worker_threads((2 * cores + 2).max(4)).enable_all().build();
    built.context("could not start the threads of the process")
}

async fn bind(address: SocketAddr) -> Result<Listener> {
    Listener::bind(address).await.with_context(|| {
        format!(
            "could not listen at {address}; is another program there? choose another with --listen"
        )
    })
}

impl Ready {
    /// Answers until SIGTERM or SIGINT; then takes no more visitors, finishes what is under way and closes.
    pub fn run(self, product: &Product) -> Result<()> {
        let Self { app, runtime, main, metrics, site, .. } = self;
        let router = (product.routes)().into_service(&app);
        // A disk that is full must not keep anybody from looking.
        if let Err(error) = (product.schedule)(&app) {
            tracing::error!(?error, "could not queue what runs again and again");
        }
        let workers = workers(&app)?;
        let house = app.clone();
        let done: Result<()> = runtime.block_on(async move {
            let mut signals = Signals::hear()?;
            let (close, closing) = watch::channel(false);
            let watched =
                metrics.map(|it| serve(it, probes::watched(&house), closed(closing.clone())));
            let serving = async {
                let watched = async {
                    if let Some(watched) = watched {
                        watched.await;
                    }
                };
                tokio::join!(serve(main, router, closed(closing)), watched);
                rest(&house, workers).await;
            };
            let told_twice = async {
                signals.next().await;
                tracing::info!("closing: answers under way are finished first");
                close.send_replace(true);
                signals.next().await;
            };
            tokio::select! {
                () = serving => {}
                () = told_twice => leave(),
            }
            Ok(())
        });
        // The database's clients must not be dropped where asynchronous work is driven.
        drop(runtime);
        drop(app);
        tracing::info!("closed");
        drop(site);
        done
    }
}

/// One worker on SQLite, which has one writer anyway; two on PostgreSQL.
fn workers(app: &App) -> Result<Vec<JoinHandle<()>>> {
    let count = match app.engine() {
        Engine::Sqlite => 1,
        Engine::Postgres => 2,
    };
    let started = (0..count).map(|_| job::start(app)).collect::<std::io::Result<_>>();
    started.context("could not start the workers")
}

/// Ends the workers after the jobs they are at.
async fn rest(app: &App, workers: Vec<JoinHandle<()>>) {
    app.jobs.stop();
    let joined =
        tokio::task::spawn_blocking(move || workers.into_iter().try_for_each(JoinHandle::join));
    if !matches!(joined.await, Ok(Ok(()))) {
        tracing::error!("a worker ended in the middle of a job; the next start takes it up again");
    }
}

async fn closed(mut closing: watch::Receiver<bool>) {
    // An error means that nobody is left who could say it: then it is time as well.
    drop(closing.wait_for(|it| *it).await);
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn hear() -> Result<Self> {
        let hear = |kind| signal(kind).context("could not listen for signals");
        Ok(Self {
            terminate: hear(SignalKind::terminate())?,
            interrupt: hear(SignalKind::interrupt())?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[expect(clippy::exit, reason = "somebody asked twice; nothing acknowledged is lost by it")]
fn leave() {
    tracing::warn!("told to stop twice: leaving at once");
    std::process::exit(AT_ONCE);
}
