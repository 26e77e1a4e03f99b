//! A private PostgreSQL that lives as long as one command, and never touches the one of the system.
use crate::run::{minutes, read, run, signal};
use crate::setup::{is_root, postgres_folder};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

const PREFIX: &str = "gatepass-pg-";
/// A Unix socket's path has at most 107 bytes, and PostgreSQL adds its own name to the folder's.
const SOCKET_FOLDER: usize = 80;

/// How much the cluster promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// Nothing after a power cut: for tests, which throw it away.
    Fast,
    /// Acknowledged is on disk: for crash runs and measurements.
    Durable,
}

/// A running cluster. Dropping it ends it and removes its files.
pub struct Cluster {
    folder: PathBuf,
    server: Child,
}

impl Cluster {
    pub fn start(promise: Promise) -> Result<Self> {
        let programs =
            postgres_folder().context("PostgreSQL is missing: run `cargo xtask setup`")?;
        remove_orphans();
        let folder = new_folder()?;
        let made = start(&programs, &folder, promise);
        if made.is_err() {
            drop(fs::remove_dir_all(&folder));
        }
        Ok(Self { server: made?, folder })
    }

    /// The address as a program of ours reads it; the folder of the socket stands in for the host.
    pub fn url(&self) -> String {
        let host = self.folder.to_string_lossy().replace('%', "%25").replace('/', "%2F");
        format!("postgres://postgres@{host}/postgres")
    }

    /// Waits until the server is stopped from outside.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        Ok(self.server.wait()?)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // "Immediate": the files are removed next, so nothing needs to be written.
        signal("QUIT", &[self.server.id()]);
        drop(self.server.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// `cargo xtask pg`: prints the address and waits, or runs one command with it.
pub fn pg(words: &[&str]) -> Result<()> {
    let (durable, words) = match words {
        ["--durable", rest @ ..] => (Promise::Durable, rest),
        rest => (Promise::Fast, rest),
    };
    let mut cluster = Cluster::start(durable)?;
    match words {
        [] => {
            println!("{}\nEnd it with Ctrl-C.", cluster.url());
            cluster.wait().map(drop)
        }
        ["--", program, words @ ..] => {
            let mut command = Command::new(program);
            run(command.args(words).env("GATEPASS_TEST_POSTGRES", cluster.url()), minutes(24 * 60))
        }
        _ => bail!("usage: cargo xtask pg [--durable] [-- COMMAND…]"),
    }
}

/// A command that runs as a user whom PostgreSQL accepts and ends when this process does.
fn as_server(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.args(["--pdeathsig", "INT", "--"]).arg(program).current_dir("/");
    command
}

/// Where clusters may lie. The `postgres` user cannot enter root's own folders, so root uses the shared one.
fn parents() -> Vec<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let target = fs::canonicalize(target).ok().filter(|_| !is_root());
    let target = target.filter(|it| it.as_os_str().len() < SOCKET_FOLDER - PREFIX.len() - 12);
    target.into_iter().chain([std::env::temp_dir()]).collect()
}

fn new_folder() -> Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let parent = parents().into_iter().next().context("no folder for the cluster")?;
    let folder = parent.join(format!("{PREFIX}{}-{number}", std::process::id()));
    let length = folder.as_os_str().len();
    ensure!(length < SOCKET_FOLDER, "{} is too long for a socket", folder.display());
    // Only its owner enters, so that nobody else on the machine can speak to the cluster.
    read(as_server(Path::new("mkdir")).args(["-m", "700"]).arg(&folder))?;
    Ok(folder)
}

fn start(programs: &Path, folder: &Path, promise: Promise) -> Result<Child> {
    let data = folder.join("data");
    let mut initdb = as_server(&programs.join("initdb"));
    initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale"]);
    read(initdb.args(["--no-sync", "-D"]).arg(&data))?;
    let mut settings = vec!["listen_addresses=", "max_connections=200", "shared_buffers=128MB"];
    settings.extend(["synchronous_commit=on", "lc_messages=C", "max_locks_per_transaction=256"]);
    if promise == Promise::Fast {
        settings.extend(["fsync=off", "full_page_writes=off", "autovacuum=off"]);
    }
    let mut server = as_server(&programs.join("postgres"));
    server.arg("-D").arg(&data).arg("-k").arg(folder);
    for setting in settings {
        server.args(["-c", setting]);
    }
    server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut server = server.spawn().context("cannot start PostgreSQL; is `setpriv` installed?")?;
    let errors = server.stderr.take().context("PostgreSQL has no error output")?;
    let log = folder.join("log");
    let (ready, waiting) = mpsc::channel();
    let written = log.clone();
    thread::spawn(move || keep(errors, &written, &ready));
    if waiting.recv_timeout(minutes(1)).is_err() {
        signal("QUIT", &[server.id()]);
        drop(server.wait());
        bail!("PostgreSQL did not start:\n{}", fs::read_to_string(log).unwrap_or_default());
    }
    Ok(server)
}

/// Writes down what the server says, and tells when it says that it is ready.
fn keep(errors: ChildStderr, log: &Path, ready: &Sender<()>) {
    let Ok(mut log) = fs::File::create(log) else { return };
    for line in BufReader::new(errors).lines().map_while(Result::ok) {
        drop(writeln!(log, "{line}"));
        if line.contains("ready to accept connections") {
            let _ = ready.send(());
        }
    }
}

/// Ends and removes clusters whose owner was killed before it could.
fn remove_orphans() {
    for parent in parents() {
        for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let owner = name.strip_prefix(PREFIX).and_then(|it| it.split('-').next());
            let Some(owner) = owner.and_then(|it| it.parse::<u32>().ok()) else { continue };
            if is_ours(owner) {
                continue;
            }
            let postmaster = entry.path().join("data/postmaster.pid");
            let postmaster = fs::read_to_string(postmaster).unwrap_or_default();
            let server = postmaster.lines().next().and_then(|it| it.parse::<u32>().ok());
            if let Some(server) = server.filter(|it| holds(*it, &name)) {
                signal("QUIT", &[server]);
            }
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Whether that process is a run of this program; numbers of processes are used again.
fn is_ours(process: u32) -> bool {
    process == std::process::id() || holds(process, "xtask")
}

fn holds(process: u32, word: &str) -> bool {
    let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&line).contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn starts_answers_and_leaves_nothing_behind() {
        let Some(programs) = postgres_folder() else { return };
        let cluster = Cluster::start(Promise::Fast).unwrap();
        let mut psql = Command::new(programs.join("psql"));
        let asked = read(psql.arg(cluster.url()).args(["-Atc", "show max_connections"])).unwrap();
        assert_eq!(asked.trim(), "200");
        let (folder, server) = (cluster.folder.clone(), cluster.server.id());
        drop(cluster);
        assert!(!folder.exists());
        assert!(!holds(server, "postgres"));
    }

    #[test]
    fn removes_what_a_killed_run_left() {
        if postgres_folder().is_none() {
            return;
        }
        // No process has this number: the largest the kernel gives is 4194304.
        let parent = parents().into_iter().next().unwrap();
        let orphan = parent.join(format!("{PREFIX}4194305-0"));
        fs::create_dir_all(orphan.join("data")).unwrap();
        remove_orphans();
        assert!(!orphan.exists());
    }
}
