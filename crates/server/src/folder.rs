//! The data folder: what lies in it, who may read it, and that only one process works in it.
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The folder with everything a house keeps.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
    /// The SQLite database.
    pub fn database(&self) -> PathBuf {
        self.0.join("gatepass.db")
    }
    /// Files that were uploaded.
    pub fn blobs(&self) -> PathBuf {
        self.0.join("blobs")
    }
    /// The sealing key lies in here, apart from the database.
    pub fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }
    /// Copies of the database as it was before its tables changed.
    pub fn before(&self) -> PathBuf {
        self.0.join("before")
    }
    /// Where a restore works; while it is there the folder is not whole.
    pub fn restoring(&self) -> PathBuf {
        self.0.join(".restoring")
    }

    /// Makes the folder if it is missing.
    pub fn make(&self) -> Result<()> {
        private_folder(&self.0)
    }

    /// Takes the folder for this process. It is given back when the lock is dropped or the process ends, however.
    pub fn lock(&self) -> Result<Lock> {
        let path = self.0.join("gatepass.lock");
        let file = private_file(OpenOptions::new().create(true).truncate(false).write(true))
            .open(&path)
            .with_context(|| format!("could not open {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(std::fs::TryLockError::WouldBlock) => bail!(
                "another gatepass works in {}; stop it first, or choose another folder with --data",
                self.0.display()
            ),
            Err(std::fs::TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("could not lock {}", path.display()))
            }
        }
    }

    /// Refuses a folder in which a restore was interrupted.
    pub fn check_whole(&self) -> Result<()> {
        if self.restoring().exists() {
            bail!(
                "a restore into {} was interrupted; run `gatepass restore` again with --replace",
                self.0.display()
            );
        }
        Ok(())
    }
}

/// Holds the data folder for this process.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, never read")] File);

/// Makes a folder, with all above it, that only its owner can enter.
pub fn private_folder(path: &Path) -> Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(|| format!("could not make the folder {}", path.display()))
}

/// Options for a file that only its owner can read.
pub fn private_file(options: &mut OpenOptions) -> &mut OpenOptions {
    options.mode(0o600)
}

/// Makes sure that a new or renamed file is still in its folder after a power cut.
pub fn sync_folder(path: &Path) -> std::io::Result<()> {
    File::open(path)?.sync_all()
}

/// The folder a file lies in.
pub fn parent(file: &Path) -> &Path {
    file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Writes a new file whole or not at all, and never over another one.
pub fn write_new(file: &Path, mode: u32, content: &[u8]) -> Result<()> {
    let unnamed = Unfinished::beside(file);
    let write = || -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        let mut open = options.write(true).create_new(true).mode(mode).open(unnamed.path())?;
        open.write_all(content)?;
        open.sync_all()
    };
    write().with_context(|| format!("could not write {}", file.display()))?;
    unnamed.finish(file)
}

/// A file that is not whole yet. Unless it is finished it goes away again.
#[derive(Debug)]
pub struct Unfinished(PathBuf);

impl Unfinished {
    /// A file in the folder of `file`, without a name that anybody looks for.
    pub fn beside(file: &Path) -> Self {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let unnamed = file.with_file_name(format!(".{name}.{}.new", std::process::id()));
        drop(std::fs::remove_file(&unnamed));
        Self(unnamed)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Gives the file its name, never over another one, so that it stays after a power cut.
    pub fn finish(self, file: &Path) -> Result<()> {
        if file.exists() {
            bail!("{} exists already; choose another name", file.display());
        }
        let finish = || -> std::io::Result<()> {
            File::open(&self.0)?.sync_all()?;
            std::fs::rename(&self.0, file)?;
            sync_folder(parent(file))
        };
        finish().with_context(|| format!("could not write {}", file.display()))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
        // What SQLite lays beside a file that it opened.
        for end in ["-wal", "-shm"] {
            let name = self.0.file_name().unwrap_or_default().to_string_lossy();
            drop(std::fs::remove_file(self.0.with_file_name(format!("{name}{end}"))));
        }
    }
}
