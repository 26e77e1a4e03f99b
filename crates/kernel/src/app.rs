//! The house: everything a running Gatepass has, and how it is put together.
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use axum::response::Response;

use crate::access::Actor;
use crate::blob::Blobs;
use crate::db::{Db, Engine, Snapshot, Tx, Verdict};
use crate::error::{Error, Result};
use crate::event::Listener;
use crate::job::{Jobs, Kind};
use crate::limit::Limits;
use crate::password::Hashing;
use crate::random::Random;
use crate::request::Request;
use crate::seal::Seal;
use crate::secret::Token;
use crate::time::Clock;

/// A running Gatepass, shared by everything in the process.
pub type App = Arc<House>;

/// What the parts of the house plug into the kernel. The server writes it down on one screen.
#[derive(Clone, Copy)]
pub struct Wiring {
    /// Who holds this session, and in which organisation.
    pub identify: fn(&Snapshot<'_>, &Token) -> Result<Option<Actor>>,
    /// Notes that a session was used.
    pub touch: fn(&mut Tx<'_>, &Actor) -> Result<()>,
    /// Who hears events in the transaction that tells them.
    pub listeners: &'static [Listener],
    /// What the job queue can do.
    pub jobs: &'static [Kind],
    /// The page that says what went wrong.
    pub fail: fn(&Error, &Request, &House) -> Response,
}

/// What the owner of the machine decided.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people reach the house, such as `https://gatepass.example`, without a slash at the end. Every link
    /// that leaves the house begins with it.
    pub base: String,
    /// Proxies whose word about the visitor's address is believed.
    pub proxies: Vec<IpAddr>,
    /// Shows `/kit` and other pages for developers.
    pub dev: bool,
    /// A rig: limits that would refuse a thousand tries a second are lifted.
    pub rig: bool,
}

impl Settings {
    /// Whether people reach the house over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.base.starts_with("https://")
    }

    /// Host and port people reach the house by.
    pub fn host(&self) -> &str {
        self.base.split_once("://").map_or(self.base.as_str(), |(_, host)| host)
    }
}

/// Everything a running Gatepass has.
pub struct House {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub settings: Settings,
    pub wiring: Wiring,
    pub jobs: Jobs,
    pub limits: Limits,
    pub hashing: Hashing,
    pub seal: Seal,
    /// The files people handed in.
    pub blobs: Blobs,
    /// Whether messages leave the house: set by whoever carries them to a mail server.
    pub mailing: AtomicBool,
}

impl House {
    pub fn new(parts: Parts) -> Result<App> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Arc::new(Self {
            hashing: Hashing::new(2 * cores, &parts.random)?,
            limits: Limits::new(parts.settings.rig),
            jobs: Jobs::default(),
            mailing: AtomicBool::new(false),
            seal: Seal::new(&parts.seal),
            db: parts.db,
            blobs: parts.blobs,
            clock: parts.clock,
            random: parts.random,
            settings: parts.settings,
            wiring: parts.wiring,
        }))
    }

    pub fn engine(&self) -> Engine {
        self.db.engine()
    }

    /// An address that leaves the house: in a message, a code, a printed page.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base)
    }

    /// Looks at the database, on this thread.
    pub fn read<T>(&self, look: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        self.db.read(self, look)?
    }
}

/// Writes outside of a request: jobs, the command line, tests. `Ok` is kept, an error leaves no trace.
pub fn write<T: Send + 'static>(
    app: &App,
    work: impl Fn(&mut Tx<'_>) -> Result<T> + Send + 'static,
) -> Result<T> {
    app.db.write(app, move |tx| verdict(work(tx)))?
}

/// `Ok` is kept, a conflict with another write runs again, any other error leaves no trace.
pub(crate) fn verdict<T>(result: Result<T>) -> Verdict<Result<T>> {
    match result {
        Ok(kept) => Verdict::Keep(Ok(kept)),
        Err(Error::Internal(fault)) if fault.kind == crate::db::Kind::Rerun => {
            Verdict::Rerun(fault)
        }
        Err(error) => Verdict::Drop(Err(error)),
    }
}

/// What a house is put together from.
pub struct Parts {
    pub db: Db,
    pub blobs: Blobs,
    pub clock: Clock,
    pub random: Random,
    pub settings: Settings,
    pub wiring: Wiring,
    /// The sealing key: made at the first start, kept outside the database.
    pub seal: [u8; 32],
}
