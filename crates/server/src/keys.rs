//! The sealing key: made at the first start, kept outside the database and outside of backups.
use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use data_encoding::HEXLOWER;
use kernel::Random;
use sha2::{Digest, Sha256};

use crate::folder::{Folder, private_folder, sync_folder, write_new};

/// First line of a file with keys that was taken out of the house.
const TITLE: &str = "gatepass keys 1";

/// The key behind everything that is sealed in the database.
#[derive(Clone, PartialEq, Eq)]
pub struct SealingKey([u8; 32]);

impl SealingKey {
    /// The file it lies in.
    pub fn file(folder: &Folder) -> PathBuf {
        folder.keys().join("seal.key")
    }

    /// A new one.
    pub fn make(random: &Random) -> Self {
        Self(random.bytes())
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Names the key without telling anything about it: what a backup says about the key it needs.
    pub fn id(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.0)[..8])
    }

    /// The key of the house; made when there is none and the house is new.
    pub fn open_or_make(folder: &Folder, random: &Random, is_new: bool) -> Result<Self> {
        match Self::read(folder)? {
            Some(key) => Ok(key),
            None if is_new => {
                let key = Self::make(random);
                key.keep(folder)?;
                Ok(key)
            }
            None => bail!(
                "the sealing key {} is missing, and the database holds values that only it opens; \
                 put it back from where you keep the keys",
                Self::file(folder).display()
            ),
        }
    }

    /// The key of the house, if there is one. A key that others can read is refused.
    pub fn read(folder: &Folder) -> Result<Option<Self>> {
        let path = Self::file(folder);
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("could not open {}", path.display()));
            }
        };
        refuse_open(&path, file.metadata()?.permissions().mode(), "400")?;
        let keys = folder.keys();
        refuse_open(&keys, std::fs::metadata(&keys)?.permissions().mode(), "700")?;
        let mut bytes = Vec::new();
        file.by_ref().take(33).read_to_end(&mut bytes)?;
        let Ok(bytes) = <[u8; 32]>::try_from(bytes) else {
            bail!(
                "{} is no sealing key: it must have exactly 32 bytes; put it back from where you keep the keys",
                path.display()
            );
        };
        Ok(Some(Self(bytes)))
    }

    /// Writes the key into the folder of a house that has none.
    pub fn keep(&self, folder: &Folder) -> Result<()> {
        private_folder(&folder.keys())?;
        write_new(&Self::file(folder), 0o400, &self.0)?;
        sync_folder(folder.path())?;
        Ok(())
    }

    /// Writes the key into a file of its own, to be kept apart from backups.
    pub fn export(&self, file: &Path) -> Result<()> {
        let mut text = format!("{TITLE}\n");
        let _ = writeln!(
            text,
            "# Opens what is sealed in a backup of Gatepass. Keep it apart from the backups."
        );
        let _ = writeln!(text, "id {}\nseal {}", self.id(), HEXLOWER.encode(&self.0));
        write_new(file, 0o400, text.as_bytes())
    }

    /// Reads a file that [`export`](Self::export) wrote.
    pub fn import(file: &Path) -> Result<Self> {
        let name = file.display();
        let mode = std::fs::metadata(file).with_context(|| format!("could not open {name}"))?;
        refuse_open(file, mode.permissions().mode(), "400")?;
        ensure!(mode.len() < 4096, "{name} is no file of keys: it is too large");
        let text =
            std::fs::read_to_string(file).with_context(|| format!("could not read {name}"))?;
        let mut lines = text.lines();
        ensure!(
            lines.next() == Some(TITLE),
            "{name} is no file of keys made by `gatepass backup --with-keys`"
        );
        let field = |field: &str| {
            let line = text.lines().find_map(|it| it.strip_prefix(field));
            line.map(|it| it.trim().to_owned()).unwrap_or_default()
        };
        let bytes = HEXLOWER.decode(field("seal ").as_bytes()).unwrap_or_default();
        let key = <[u8; 32]>::try_from(bytes).map(Self);
        match key {
            Ok(key) if key.id() == field("id ") => Ok(key),
            _ => bail!("{name} is damaged: its key does not fit its id"),
        }
    }
}

fn refuse_open(path: &Path, mode: u32, wanted: &str) -> Result<()> {
    ensure!(
        is_private(mode),
        "{path} can be read by others (mode {mode:o}); run: chmod {wanted} {path}",
        path = path.display(),
        mode = mode & 0o777
    );
    Ok(())
}

/// Whether a mode gives nothing to the group and to everybody else.
fn is_private(mode: u32) -> bool {
    mode.trailing_zeros() >= 6
}
