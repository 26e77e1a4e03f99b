//! Opens the house: folder, key, database with its tables up to date.
use std::path::Path;

use anyhow::{Context, Result, bail};
use kernel::app::{Parts, Settings};
use kernel::db::{Beside, Db, Fault, Place, unknown_steps};
use kernel::{App, Blobs, Clock, House, Migration, Random};

use crate::Product;
use crate::config::{Config, base, is_own_machine};
use crate::folder::{Folder, Lock, Unfinished, private_folder};
use crate::keys::SealingKey;

/// Copies from before changed tables that are kept.
const KEPT: usize = 3;

/// A folder that was taken for this process, and its database, not yet opened.
pub struct Site {
    pub folder: Folder,
    /// On PostgreSQL several processes may share a folder; on SQLite one has it for itself.
    _lock: Option<Lock>,
    pub key: SealingKey,
}

impl Site {
    /// Makes the folder and the key at the first start, takes the folder, and refuses what a newer program made.
    pub fn take(folder: &Folder, config: &Config, migrations: &[Migration]) -> Result<Self> {
        folder.make()?;
        let is_file = matches!(config.database, Place::Sqlite(_));
        let lock = is_file.then(|| folder.lock()).transpose()?;
        folder.check_whole()?;
        let behind = steps(&config.database)?;
        let unknown = unknown_steps(&behind, migrations);
        if !unknown.is_empty() {
            bail!(
                "the database was used by a newer Gatepass (it has step {}); install that version, \
                 or restore a backup from before",
                unknown.iter().max().copied().unwrap_or_default()
            );
        }
        let key = SealingKey::open_or_make(folder, &Random::Machine, behind.is_empty())?;
        Ok(Self { folder: folder.clone(), _lock: lock, key })
    }

    /// For looking at a copy of the database, while the house itself may be at work.
    pub fn beside(folder: &Folder, key: SealingKey) -> Self {
        Self { folder: folder.clone(), _lock: None, key }
    }

    /// Opens the database and brings its tables up to date, with a copy of what was before.
    pub fn open(&self, config: &Config, migrations: &[Migration]) -> Result<Db> {
        let keep = |file: &Path| {
            keep_before(&self.folder, file).map_err(|it| Fault::text(format!("{it:#}")))
        };
        Db::open(&config.database, migrations, keep).context("could not open the database")
    }

    /// The whole house, reached at `base`.
    pub fn house(&self, db: Db, config: &Config, base: String, product: &Product) -> Result<App> {
        let settings =
            Settings { base, proxies: config.proxies.clone(), dev: config.dev, rig: product.rig };
        let blobs = self.folder.blobs();
        private_folder(&blobs)?;
        let blobs = Blobs::in_folder(&blobs)
            .map_err(|error| anyhow::anyhow!("could not open {}: {error:?}", blobs.display()))?;
        let made = House::new(Parts {
            db,
            blobs,
            clock: Clock::Machine,
            random: Random::Machine,
            settings,
            wiring: (product.wiring)(),
            seal: *self.key.bytes(),
        });
        made.map_err(|error| anyhow::anyhow!("could not put the house together: {error:?}"))
    }
}

/// The steps a database has behind it; none when there is no database yet.
pub fn steps(place: &Place) -> Result<Vec<i32>> {
    let look = || Beside::open(place)?.map_or(Ok(Vec::new()), |mut it| it.steps());
    look().context("could not look at the database")
}

/// Where people reach a house that listens at `bound`.
pub fn base_url(config: &Config, bound: std::net::SocketAddr) -> Result<String> {
    if let Some(url) = &config.base_url {
        return Ok(url.clone());
    }
    let text = format!("http://{bound}");
    if !is_own_machine(&bound.ip().to_string()) {
        bail!(
            "the house listens at {bound}, where others can reach it, and does not know under which name: \
             set base_url = \"https://…\" below [server], or GATEPASS_BASE_URL"
        );
    }
    base(&text, true).map_err(|why| anyhow::anyhow!("{text}: {why}"))
}

/// Copies the database as it is before its tables change, and lets go of the oldest copies.
fn keep_before(folder: &Folder, file: &Path) -> Result<()> {
    let before = folder.before();
    private_folder(&before)?;
    let now = Clock::Machine.now().timestamp().strftime("%Y-%m-%dT%H%M%S%.3fZ");
    let copy = before.join(format!("{now}.db"));
    let unnamed = Unfinished::beside(&copy);
    let Some(mut database) = Beside::open(&Place::Sqlite(file.to_owned()))? else { return Ok(()) };
    let copied = database.copy_to(unnamed.path());
    copied.context("could not copy the database before changing its tables")?;
    unnamed.finish(&copy)?;
    tracing::info!(copy = %copy.display(), "kept a copy of the database before changing its tables");
    for old in copies(&before)?.iter().rev().skip(KEPT) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

/// The copies in a folder, oldest first.
fn copies(before: &Path) -> Result<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(before)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with('.'));
        if path.extension().is_some_and(|it| it == "db") && !hidden {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
