//! Puts a backup back. Everything is checked before anything is put in place.
use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use data_encoding::HEXLOWER;
use kernel::db::{Beside, Place, unknown_steps};
use kernel::{Clock, Migration};
use sha2::{Digest, Sha256};

use crate::backup::frame;
use crate::backup::manifest::{DATABASE, Entry, LARGEST, Manifest, NAME};
use crate::folder::{Folder, private_file, private_folder, sync_folder};
use crate::keys::SealingKey;

/// What to restore, and where to.
pub struct Plan<'p> {
    pub folder: &'p Folder,
    pub from: &'p Path,
    /// A file with the sealing key, when the folder does not have it.
    pub keys: Option<&'p Path>,
    /// Moves aside what is in the folder.
    pub replace: bool,
}

type Archive = tar::Archive<zstd::Decoder<'static, BufReader<std::io::Take<File>>>>;

/// What belongs to the machine rather than to the data, and stays where it is.
const STAYS: &[&str] = &["keys", "gatepass.toml", "gatepass.lock", ".restoring", "lost+found"];

/// Restores and says what it did.
pub fn restore(plan: &Plan<'_>, migrations: &[Migration]) -> Result<Vec<String>> {
    let name = plan.from.display();
    let file = File::open(plan.from).with_context(|| format!("could not open {name}"))?;
    let whole = frame::open(file).with_context(|| name.to_string())?;
    plan.folder.make()?;
    let _lock = plan.folder.lock()?;
    let in_use = in_use(plan.folder)?;
    if !in_use.is_empty() && !plan.replace {
        bail!(
            "{} is in use: it holds {}. Choose an empty folder with --data, or --replace to move aside what is there",
            plan.folder.path().display(),
            shown(&in_use)
        );
    }
    let mut archive = tar::Archive::new(zstd::Decoder::new(whole)?);
    let staging = plan.folder.restoring();
    if staging.exists() {
        std::fs::remove_dir_all(&staging)?;
    }
    private_folder(&staging)?;
    let ready = unpack(&mut archive, &staging, plan, migrations);
    let (list, key) = match ready {
        Ok(ready) => ready,
        Err(error) => {
            // Nothing was put in place, so the folder is as it was.
            drop(std::fs::remove_dir_all(&staging));
            return Err(error.context(format!("{name} was not restored")));
        }
    };
    let aside = put_in_place(plan.folder, &list, &key)?;
    let mut lines = vec![format!(
        "Restored {name}, made at {} by version {}: {} organisations, {} files.",
        list.made_at,
        list.version,
        list.organisations,
        list.entries.len() - 1
    )];
    lines.extend(aside.map(|it| format!("What was there before is in {}.", it.display())));
    lines.push("Check it with `gatepass doctor`, then start `gatepass serve`.".to_owned());
    Ok(lines)
}

/// Unpacks into the staging folder and checks all of it.
fn unpack(
    archive: &mut Archive,
    staging: &Path,
    plan: &Plan<'_>,
    migrations: &[Migration],
) -> Result<(Manifest, SealingKey)> {
    let mut entries = archive.entries()?;
    let mut first = entries.next().context("the backup is empty")??;
    ensure!(*first.path_bytes() == *NAME.as_bytes(), "this is not a backup of Gatepass");
    let mut text = Vec::new();
    ensure!(first.size() <= LARGEST, "the list of what is in the backup is too long");
    first.read_to_end(&mut text)?;
    let list = Manifest::read(&text)?;
    if let Some(step) = unknown_steps(&list.schema, migrations).iter().max() {
        bail!(
            "the backup is from a newer Gatepass ({}, step {step}); install that version and restore with it",
            list.version
        );
    }
    let key = key(plan, &list.key)?;
    let mut wanted = list.entries.iter();
    for entry in entries {
        let mut entry = entry?;
        let Some(listed) = wanted.next() else { bail!("the backup holds more than its list says") };
        let fits = *entry.path_bytes() == *listed.path.as_bytes()
            && entry.header().entry_type() == tar::EntryType::Regular
            && entry.size() == listed.size;
        ensure!(fits, "the backup does not hold what its list says: {}", listed.path);
        take(&mut entry, listed, staging)?;
    }
    if let Some(missing) = wanted.next() {
        bail!("the backup does not hold what its list says: {} is missing", missing.path);
    }
    check(&staging.join(DATABASE), &list)?;
    Ok((list, key))
}

/// The sealing key the backup needs.
fn key(plan: &Plan<'_>, wanted: &str) -> Result<SealingKey> {
    let (key, place) = match plan.keys {
        Some(file) => (SealingKey::import(file)?, file.display().to_string()),
        None => match SealingKey::read(plan.folder)? {
            Some(key) => (key, SealingKey::file(plan.folder).display().to_string()),
            None => bail!(
                "the backup needs the sealing key {wanted}, which is not in it: name the file that \
                 `backup --with-keys` wrote with --keys FILE, or put seal.key into {}",
                plan.folder.keys().display()
            ),
        },
    };
    ensure!(
        key.id() == wanted,
        "the backup needs the sealing key {wanted}, and {place} holds {}; name the right one with --keys FILE",
        key.id()
    );
    Ok(key)
}

/// Writes one file of the backup and checks it.
fn take(entry: &mut impl Read, listed: &Entry, staging: &Path) -> Result<()> {
    let path = staging.join(&listed.path);
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    let mut file = private_file(options.write(true).create_new(true)).open(&path)?;
    let mut digest = Sha256::new();
    let mut block = vec![0; 256 * 1024];
    loop {
        let read = entry.read(&mut block)?;
        if read == 0 {
            break;
        }
        digest.update(&block[..read]);
        file.write_all(&block[..read])?;
    }
    file.sync_all()?;
    let found = HEXLOWER.encode(&digest.finalize());
    ensure!(found == listed.sha256, "{} in the backup is damaged", listed.path);
    Ok(())
}

/// Checks the database that was unpacked.
fn check(file: &Path, list: &Manifest) -> Result<()> {
    let opened = Beside::open(&Place::Sqlite(file.to_owned()));
    let Some(mut database) = opened.context("the database in the backup cannot be opened")? else {
        bail!("there is no database in the backup");
    };
    let damage = database.damage().context("the database in the backup cannot be read")?;
    if let Some(first) = damage.first() {
        bail!("the database in the backup is damaged: {first}");
    }
    ensure!(database.steps()? == list.schema, "the database in the backup is not the one it says");
    drop(database);
    for end in ["-wal", "-shm"] {
        drop(std::fs::remove_file(file.with_file_name(format!("{DATABASE}{end}"))));
    }
    Ok(())
}

/// What is in the folder that a restore would have to move aside.
fn in_use(folder: &Folder) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder.path())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !STAYS.contains(&name.as_str()) && !name.starts_with("replaced-") {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn shown(paths: &[PathBuf]) -> String {
    let names = paths.iter().take(3).filter_map(|it| it.file_name());
    let names: Vec<String> = names.map(|it| it.to_string_lossy().into_owned()).collect();
    if paths.len() > 3 { format!("{} and more", names.join(", ")) } else { names.join(", ") }
}

/// Moves aside what is there, then puts the new files in place, the database last. While this goes on the staging
/// folder is there, and no house opens.
fn put_in_place(folder: &Folder, list: &Manifest, key: &SealingKey) -> Result<Option<PathBuf>> {
    let now =
        Clock::Machine.now().timestamp().strftime("replaced-%Y-%m-%dT%H%M%S%.3fZ").to_string();
    let aside = folder.path().join(now);
    let mut old = in_use(folder)?;
    let same_key = SealingKey::read(folder).ok().flatten().is_some_and(|it| it == *key);
    if !same_key && folder.keys().exists() {
        old.push(folder.keys());
    }
    for path in &old {
        private_folder(&aside)?;
        std::fs::rename(path, aside.join(path.file_name().unwrap_or_default()))?;
    }
    if !same_key {
        key.keep(folder)?;
    }
    let staging = folder.restoring();
    if list.entries.iter().any(|it| it.path != DATABASE) {
        std::fs::rename(staging.join("blobs"), folder.blobs())?;
    }
    std::fs::rename(staging.join(DATABASE), folder.database())?;
    sync_folder(folder.path())?;
    std::fs::remove_dir_all(&staging)?;
    sync_folder(folder.path())?;
    Ok((!old.is_empty()).then_some(aside))
}
