//! What a backup says about itself.
use anyhow::{Result, bail, ensure};
use serde::{Deserialize, Serialize};

/// The name of the list inside of a backup; it comes first.
pub const NAME: &str = "manifest.json";
/// The database inside of a backup.
pub const DATABASE: &str = "gatepass.db";
/// The list may be so large, in bytes: a line of it for each of some million files.
pub const LARGEST: u64 = 1024 * 1024 * 1024;
/// The form of backups this program writes, and the newest it reads.
const FORM: u32 = 1;

/// The list of what is in a backup.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    pub gatepass_backup: u32,
    /// The program that wrote it.
    pub version: String,
    /// When, in UTC.
    pub made_at: String,
    /// Steps that the tables have behind them.
    pub schema: Vec<i32>,
    pub organisations: i64,
    /// Names the sealing key that opens what is sealed in it.
    pub key: String,
    pub entries: Vec<Entry>,
}

/// One file inside of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub path: String,
    pub size: u64,
    pub sha256: String,
}

impl Manifest {
    pub fn new(made_at: String, schema: Vec<i32>, organisations: i64, key: String) -> Self {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Self {
            gatepass_backup: FORM,
            version,
            made_at,
            schema,
            organisations,
            key,
            entries: Vec::new(),
        }
    }

    /// Reads a list and refuses one that cannot be right.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Form {
            gatepass_backup: u32,
        }
        let Ok(form) = serde_json::from_slice::<Form>(bytes) else {
            bail!("this is not a backup of Gatepass");
        };
        ensure!(
            form.gatepass_backup <= FORM,
            "the backup was written by a newer Gatepass; install that version"
        );
        let Ok(list) = serde_json::from_slice::<Self>(bytes) else {
            bail!("the list of what is in the backup cannot be read");
        };
        let mut names: Vec<&str> = list.entries.iter().map(|it| it.path.as_str()).collect();
        names.sort_unstable();
        ensure!(names.windows(2).all(|it| it[0] != it[1]), "the backup names a file twice");
        ensure!(names.contains(&DATABASE), "there is no database in the backup");
        if let Some(odd) = names.iter().find(|it| !is_ours(it)) {
            bail!("the backup holds a file that does not belong there: {odd:?}");
        }
        Ok(list)
    }
}

/// Whether a backup may hold a file of this name: the database, or something below `blobs`. Nothing that leads
/// elsewhere, nothing hidden.
pub fn is_ours(path: &str) -> bool {
    let mut parts = path.split('/');
    let plain = |part: &str| {
        let letter = |it: u8| it.is_ascii_alphanumeric() || b"._-".contains(&it);
        (1..=128).contains(&part.len()) && !part.starts_with('.') && part.bytes().all(letter)
    };
    path == DATABASE
        || (parts.next() == Some("blobs")
            && path.contains('/')
            && path.len() < 1024
            && parts.all(plain))
}
