//! What a machine needs to run the checks: a browser, a database, Node and the packages of the journeys.
use crate::run::{find, installed, minutes, read, run};
use anyhow::{Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The packages of Debian, each with what it is for.
const BROWSER: &[&str] = &["chromium", "fonts-noto-core"];
const DATABASE: &[&str] = &["postgresql"];

pub fn setup() -> Result<()> {
    system()?;
    journeys()?;
    println!("ready: `cargo xtask test` runs everything");
    Ok(())
}

/// Installs the programs that are missing where it may, and names them where it may not.
pub fn system() -> Result<()> {
    for program in ["node", "npm", "git"] {
        ensure!(installed(program), "`{program}` is missing: install Node.js 20 with npm, and git");
    }
    let mut packages: Vec<&str> = Vec::new();
    if browser().is_none() {
        packages.extend(BROWSER);
    }
    if postgres_folder().is_none() {
        packages.extend(DATABASE);
    }
    if packages.is_empty() {
        return Ok(());
    }
    let wanted = packages.join(" ");
    if !is_root() || !installed("apt-get") {
        bail!(
            "missing: {wanted}. On Debian: `sudo apt-get install {wanted}`; elsewhere install the same programs"
        );
    }
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.args(["-q", "-o", "DPkg::Lock::Timeout=400"]).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    run(apt().arg("update"), minutes(8))?;
    // Debian would make and start a cluster of the system, which nothing here uses.
    let no_cluster = Path::new("/etc/postgresql-common/createcluster.d");
    if fs::create_dir_all(no_cluster).is_ok() {
        fs::write(no_cluster.join("gatepass.conf"), "create_main_cluster = false\n")?;
    }
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(&packages), minutes(15))
}

/// Installs the packages of the journeys when their lockfile changed.
pub fn journeys() -> Result<()> {
    let lock = fs::read_to_string("journeys/package-lock.json")?;
    let stamp = Path::new("journeys/node_modules/.installed-lock");
    if fs::read_to_string(stamp).is_ok_and(|it| it == lock) {
        return Ok(());
    }
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", "journeys"];
    run(Command::new("npm").args(words), minutes(8))?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// The browser of the journeys.
pub fn browser() -> Option<PathBuf> {
    find("chromium").or_else(|| find("chromium-browser")).or_else(|| find("google-chrome"))
}

/// Where the newest `initdb` and `postgres` are. Debian keeps them out of the search path.
pub fn postgres_folder() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = versions.map(|it| it.path().join("bin")).filter(|it| it.join("initdb").is_file());
    let version = |folder: &PathBuf| {
        let name = folder.parent()?.file_name()?.to_str()?;
        name.parse::<u32>().ok()
    };
    let newest = folders.max_by_key(version);
    newest.or_else(|| find("initdb").and_then(|it| it.parent().map(Path::to_path_buf)))
}

pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|it| it.trim() == "0")
}
