//! A backup: one file with the database and the uploaded files, made while the house goes on. The sealing key is
//! not in it.
pub mod frame;
pub mod manifest;

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use data_encoding::HEXLOWER;
use kernel::Instant;
use kernel::db::{Beside, Place};
use sha2::{Digest, Sha256};

use crate::folder::{Folder, Unfinished, private_file};
use crate::keys::SealingKey;
use frame::Digesting;
use manifest::{DATABASE, Entry, Manifest, NAME};

/// What to back up, and where to.
pub struct Plan<'p> {
    pub folder: &'p Folder,
    pub place: &'p Place,
    pub out: &'p Path,
    /// A second file, for the sealing key.
    pub keys: Option<&'p Path>,
}

/// Writes the backup and says what it did.
pub fn backup(plan: &Plan<'_>, now: Instant) -> Result<Vec<String>> {
    if let Place::Postgres(url) = plan.place {
        bail!("{}", on_postgres(url, plan.folder));
    }
    for file in [Some(plan.out), plan.keys].into_iter().flatten() {
        ensure!(!file.exists(), "{} exists already; choose another name", file.display());
    }
    ensure!(
        plan.keys != Some(plan.out),
        "the keys must not go into the backup; choose another file"
    );
    plan.folder.check_whole()?;
    let Some(mut database) = Beside::open(plan.place).context("could not open the database")?
    else {
        bail!("there is no database in {}", plan.folder.path().display());
    };
    let Some(key) = SealingKey::read(plan.folder)? else {
        bail!("the sealing key {} is missing", SealingKey::file(plan.folder).display());
    };
    let copy = Unfinished::beside(&plan.out.with_extension("db"));
    database.copy_to(copy.path()).context("could not copy the database")?;
    // The list says what is in the copy, not what has happened since.
    let Some(mut copied) = Beside::open(&Place::Sqlite(copy.path().to_owned()))? else {
        bail!("the copy of the database is gone");
    };
    let mut list =
        Manifest::new(now.to_string(), copied.steps()?, copied.organisations()?, key.id());
    drop(copied);
    let mut files = vec![(DATABASE.to_owned(), copy.path().to_owned())];
    blobs(&plan.folder.blobs(), "blobs", &mut files)?;
    for (name, path) in &files {
        list.entries.push(entry(name, path)?);
    }
    let whole = Unfinished::beside(plan.out);
    write(&whole, &list, &files)
        .with_context(|| format!("could not write {}", plan.out.display()))?;
    whole.finish(plan.out)?;
    if let Some(file) = plan.keys {
        key.export(file)?;
    }
    Ok(told(plan, &list, &key))
}

fn told(plan: &Plan<'_>, list: &Manifest, key: &SealingKey) -> Vec<String> {
    let (files, organisations) = (list.entries.len() - 1, list.organisations);
    let out = plan.out.display();
    let mut lines = vec![format!(
        "Wrote {out}: the database ({organisations} organisations) and {files} files."
    )];
    lines.push(match plan.keys {
        Some(file) => format!(
            "Wrote the sealing key {} to {}: keep it apart from the backup, where only you can read it.",
            key.id(),
            file.display()
        ),
        None => format!(
            "The sealing key {} is not in it. Keep a copy of it apart from the backup: --with-keys FILE2 writes one.",
            key.id()
        ),
    });
    lines
}

fn write(whole: &Unfinished, list: &Manifest, files: &[(String, PathBuf)]) -> Result<()> {
    let mut options = OpenOptions::new();
    let file = private_file(options.write(true).create_new(true)).open(whole.path())?;
    let mut packer = zstd::Encoder::new(Digesting::new(BufWriter::new(file)), 3)?;
    packer.include_checksum(true)?;
    let mut archive = tar::Builder::new(packer);
    let text = serde_json::to_vec_pretty(list)?;
    archive.append_data(&mut header(text.len() as u64), NAME, text.as_slice())?;
    for ((name, path), entry) in files.iter().zip(&list.entries) {
        let file = File::open(path)?;
        // A file that grew meanwhile must not push the next one out of place.
        archive.append_data(&mut header(entry.size), name, file.take(entry.size))?;
    }
    let mut file = archive.into_inner()?.finish()?.finish()?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(())
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header.set_entry_type(tar::EntryType::Regular);
    header
}

/// Files below `folder`, in order.
fn blobs(folder: &Path, name: &str, found: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(error).with_context(|| format!("could not read {}", folder.display()));
        }
    };
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        // Half-written uploads begin with a dot; a link could lead out of the house.
        if kind.is_dir() {
            blobs(&entry.path(), &name, found)?;
        } else if kind.is_file() && manifest::is_ours(&name) {
            found.push((name, entry.path()));
        }
    }
    Ok(())
}

fn entry(name: &str, path: &Path) -> Result<Entry> {
    let read = || -> std::io::Result<Entry> {
        let mut file = File::open(path)?;
        let (mut digest, mut size) = (Sha256::new(), 0);
        let mut block = vec![0; 256 * 1024];
        loop {
            let read = file.read(&mut block)?;
            if read == 0 {
                break;
            }
            digest.update(&block[..read]);
            size += read as u64;
        }
        let sha256 = HEXLOWER.encode(&digest.finalize());
        Ok(Entry { path: name.to_owned(), size, sha256 })
    };
    read().with_context(|| format!("could not read {}", path.display()))
}

/// PostgreSQL has its own tools, which know how to copy a server that is at work.
fn on_postgres(url: &str, folder: &Folder) -> String {
    let folder = folder.path().display();
    format!(
        "the database is on PostgreSQL, which makes its own backups. Run:\n  \
         pg_dump --format=custom --file=gatepass.dump '{}'\n  \
         tar --create --file=blobs.tar --directory='{folder}' blobs    (when there is such a folder)\n\
         and keep a copy of {folder}/keys apart from both. To put it back: pg_restore --clean --if-exists",
        without_password(url)
    )
}

/// A database's URL as it may be shown: `pg_dump` asks for the password, or reads it from ~/.pgpass.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "postgres://…".to_owned() };
    let (rest, _) = rest.split_once('?').unwrap_or((rest, ""));
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split_once(':').map_or(user, |(name, _)| name);
            format!("{scheme}://{user}@{host}")
        }
        None => format!("{scheme}://{rest}"),
    }
}
