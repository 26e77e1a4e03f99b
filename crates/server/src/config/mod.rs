//! What the owner of the machine decided: one file, with variables of the environment before it.
mod check;
mod read;
mod settings;

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use kernel::db::Place;

pub use check::{base, is_own_machine};
use read::{Given, Value};
use settings::{SETTINGS, find};

/// Everything that was configured, checked.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// A second socket with `/metrics`; none unless asked for.
    pub metrics_listen: Option<SocketAddr>,
    /// Where people reach the house; by default the address it listens at.
    pub base_url: Option<String>,
    /// Proxies whose word about the visitor's address is believed.
    pub proxies: Vec<IpAddr>,
    /// Plain HTTP beyond this machine, for networks that are trusted themselves.
    pub allow_plain_http: bool,
    /// Shows `/kit`.
    pub dev: bool,
    pub database: Place,
    /// Without it messages wait in the outbox.
    pub smtp: Option<SmtpSettings>,
    pub level: Level,
    pub format: Format,
}

/// How messages leave the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub user: Option<String>,
    pub password: Option<Secret>,
    /// The address that messages come from, such as `Gatepass <gatepass@example.org>`.
    pub from: String,
}

/// Something that no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The secret itself, for whoever must say it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("***")
    }
}

/// How the way to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Begins in the open and must become encrypted.
    StartTls,
    /// Encrypted from the first byte.
    Tls,
    /// Open: only to this machine itself.
    None,
}

impl Tls {
    const ALL: &[(&'static str, Self)] =
        &[("starttls", Self::StartTls), ("tls", Self::Tls), ("none", Self::None)];

    /// The usual port.
    pub const fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

/// How much the log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Error,
    Warn,
    Info,
    Debug,
}

impl Level {
    const ALL: &[(&'static str, Self)] = &[
        ("error", Self::Error),
        ("warn", Self::Warn),
        ("info", Self::Info),
        ("debug", Self::Debug),
    ];
}

/// What a line of the log looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal, JSON elsewhere.
    Auto,
    Json,
    Text,
}

impl Format {
    const ALL: &[(&'static str, Self)] =
        &[("auto", Self::Auto), ("json", Self::Json), ("text", Self::Text)];
}

/// Everything that is wrong with the configuration, so that it can be put right in one go.
#[derive(Debug)]
pub struct Problems(pub Vec<String>);

impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the configuration cannot be used:")?;
        self.0.iter().try_for_each(|it| write!(out, "\n  {it}"))
    }
}
impl std::error::Error for Problems {}

/// Where the configuration is read from.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The folder with everything that is kept.
    pub folder: PathBuf,
    /// The file named on the command line, which must exist then.
    pub file: Option<PathBuf>,
    /// The address given on the command line, which goes before everything.
    pub listen: Option<String>,
}

impl Sources {
    /// The file, whether it exists or not.
    pub fn file(&self) -> PathBuf {
        self.file.clone().unwrap_or_else(|| self.folder.join("gatepass.toml"))
    }
}

/// Reads and checks everything.
pub fn load(sources: &Sources) -> Result<Config, Problems> {
    load_with(sources, &variable)
}

/// As [`load`], with the environment given.
pub fn load_with(
    sources: &Sources,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Config, Problems> {
    let file = sources.file();
    let mut given = Given::default();
    match std::fs::read_to_string(&file) {
        Ok(text) => given.read_file(&file, &text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && sources.file.is_none() => {}
        Err(error) => given.problem(&file.display().to_string(), error),
    }
    given.read_variables(variable);
    if let (Some(listen), Some(setting)) = (&sources.listen, find("server", "listen")) {
        given.put(setting, Value::Text(listen.clone()), "--listen".to_owned());
    }
    check::check(given, &sources.folder, &file).map_err(Problems)
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|it| !it.is_empty())
}

/// Variables that look like settings and are none: a misspelt one would otherwise go unnoticed.
pub fn unknown_variables() -> Vec<String> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let ours = names.filter(|it| it.starts_with("GATEPASS_") && !it.starts_with("GATEPASS_TEST_"));
    let known = |name: &String| SETTINGS.iter().any(|it| it.variable == name);
    ours.filter(|it| it != "GATEPASS_BIN" && !known(it)).collect()
}

/// Whether a file can be read by anybody but its owner.
pub fn is_open_to_others(file: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    Ok(std::fs::metadata(file)?.permissions().mode() & 0o077 != 0)
}
