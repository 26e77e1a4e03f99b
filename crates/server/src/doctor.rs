//! Looks the house over: one finding per part, with what to do about it.
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use kernel::db::{Beside, Place, unknown_steps};
use kernel::{Clock, Migration};
use lettre::SmtpTransport;
use lettre::transport::smtp::client::{Tls as Way, TlsParameters};

use crate::backup::without_password;
use crate::config::{
    Config, SmtpSettings, Sources, Tls, is_open_to_others, load, unknown_variables,
};
use crate::folder::Folder;
use crate::keys::SealingKey;

/// Less free room than this is bad, in bytes; less than ten times as much is worth a warning.
const ROOM: u64 = 200 * 1024 * 1024;
/// How long a mail server may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// 1 January 2026: no clock of a running house is before it.
const EARLIEST: i64 = 1_767_225_600_000;

/// How a part of the house is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    Ok,
    Warn,
    Bad,
}

/// What was found.
#[derive(Debug, Clone)]
pub struct Finding {
    pub health: Health,
    pub part: &'static str,
    pub what: String,
}

fn ok(part: &'static str, what: impl Into<String>) -> Finding {
    Finding { health: Health::Ok, part, what: what.into() }
}
fn warn(part: &'static str, what: impl Into<String>) -> Finding {
    Finding { health: Health::Warn, part, what: what.into() }
}
fn bad(part: &'static str, what: impl Into<String>) -> Finding {
    Finding { health: Health::Bad, part, what: what.into() }
}

/// Looks at everything. Nothing is changed, and the house may be at work meanwhile.
pub fn examine(sources: &Sources, migrations: &[Migration]) -> Vec<Finding> {
    let folder = Folder::new(&sources.folder);
    let loaded = load(sources);
    let mut findings = configuration(sources, &loaded);
    findings.push(data(&folder));
    findings.push(key(&folder));
    findings.extend(room(folder.path()));
    if let Ok(config) = &loaded {
        findings.extend(database(&config.database, migrations));
        findings.push(mail(config));
    }
    findings.push(clock(&folder));
    findings
}

fn configuration(
    sources: &Sources,
    loaded: &Result<Config, crate::config::Problems>,
) -> Vec<Finding> {
    let file = sources.file();
    let mut findings: Vec<Finding> = match loaded {
        Ok(_) if !file.exists() => vec![ok("configuration", "no file; everything is as it comes")],
        Ok(_) => vec![ok("configuration", format!("{} makes sense", file.display()))],
        Err(problems) => problems.0.iter().map(|it| bad("configuration", it)).collect(),
    };
    for name in unknown_variables() {
        findings
            .push(warn("configuration", format!("{name} is set, and no setting has that name")));
    }
    let secret =
        matches!(loaded, Ok(Config { smtp: Some(SmtpSettings { password: Some(_), .. }), .. }));
    if secret && is_open_to_others(&file).unwrap_or(false) {
        let file = file.display();
        findings.push(warn(
            "configuration",
            format!("{file} can be read by others; run: chmod 600 {file}"),
        ));
    }
    findings
}

fn data(folder: &Folder) -> Finding {
    let path = folder.path().display();
    match std::fs::metadata(folder.path()) {
        Err(error) => bad("folder", format!("{path}: {error}; name the right one with --data")),
        Ok(it) if !it.is_dir() => bad("folder", format!("{path} is not a folder")),
        Ok(_) if folder.check_whole().is_err() => {
            bad("folder", "a restore was interrupted; run `gatepass restore` again with --replace")
        }
        Ok(it) if it.permissions().mode() & 0o077 != 0 => {
            warn("folder", format!("{path} can be entered by others; run: chmod 700 {path}"))
        }
        Ok(_) if rustix::fs::access(folder.path(), rustix::fs::Access::WRITE_OK).is_err() => bad(
            "folder",
            format!("{path} cannot be written; give it to the user that runs gatepass"),
        ),
        Ok(_) => ok("folder", format!("{path} is private and can be written")),
    }
}

fn key(folder: &Folder) -> Finding {
    match SealingKey::read(folder) {
        Ok(Some(key)) => {
            ok("keys", format!("the sealing key is {}; keep a copy apart from backups", key.id()))
        }
        Ok(None) if !folder.database().exists() => {
            ok("keys", "none yet; the first start makes one")
        }
        Ok(None) => bad(
            "keys",
            format!(
                "{} is missing; put it back from your copy",
                SealingKey::file(folder).display()
            ),
        ),
        Err(error) => bad("keys", format!("{error:#}")),
    }
}

fn room(path: &Path) -> Option<Finding> {
    let disk = rustix::fs::statvfs(path).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let said = format!("{} MB are free", free / 1024 / 1024);
    Some(match free {
        _ if free < ROOM => bad("disk", format!("{said}; make room, or writing will stop")),
        _ if free < 10 * ROOM => warn("disk", format!("{said}; make room soon")),
        _ => ok("disk", said),
    })
}

fn database(place: &Place, migrations: &[Migration]) -> Vec<Finding> {
    let name = match place {
        Place::Sqlite(file) => file.display().to_string(),
        Place::Postgres(url) => without_password(url),
    };
    let mut database = match Beside::open(place) {
        Ok(Some(database)) => database,
        Ok(None) => return vec![ok("database", "none yet; the first start makes one")],
        Err(fault) => return vec![bad("database", format!("{name} does not open: {fault}"))],
    };
    let damage = match database.damage() {
        Ok(damage) => damage,
        Err(fault) => vec![fault.to_string()],
    };
    let mut findings: Vec<Finding> = damage
        .iter()
        .map(|it| bad("database", format!("{it}; stop the house and restore a backup")))
        .collect();
    if findings.is_empty() {
        let how = if matches!(place, Place::Sqlite(_)) { "is whole" } else { "answers" };
        findings.push(ok("database", format!("{name} {how}")));
    }
    findings.push(match database.steps() {
        Ok(steps) => schema(&steps, migrations),
        Err(fault) => bad("schema", fault.to_string()),
    });
    findings.push(match database.queue() {
        Ok((0, waiting)) => ok("jobs", format!("none set aside, {waiting} waiting")),
        Ok((dead, waiting)) => warn(
            "jobs",
            format!("{dead} set aside after too many tries, {waiting} waiting; see the log"),
        ),
        Err(fault) => bad("jobs", fault.to_string()),
    });
    findings
}

fn schema(steps: &[i32], migrations: &[Migration]) -> Finding {
    let missing = migrations.iter().filter(|it| !steps.contains(&it.number)).count();
    if !unknown_steps(steps, migrations).is_empty() {
        return bad("schema", "the database was used by a newer Gatepass; install that version");
    }
    match missing {
        0 => ok("schema", format!("up to date ({} steps)", steps.len())),
        _ => warn(
            "schema",
            format!("{missing} steps to go; run `gatepass migrate`, or start the house"),
        ),
    }
}

/// A clock far off makes wrong expiries; one behind the files it wrote has jumped.
fn clock(folder: &Folder) -> Finding {
    let now = Clock::Machine.now();
    let written = std::fs::metadata(folder.database()).and_then(|it| it.modified()).ok();
    let written = written
        .and_then(|it| it.duration_since(std::time::UNIX_EPOCH).ok())
        .and_then(|it| i64::try_from(it.as_millis()).ok());
    if now.0 < EARLIEST {
        return bad("clock", format!("{now} cannot be; set the machine's clock"));
    }
    match written {
        Some(written) if written > now.plus_minutes(5).0 => bad(
            "clock",
            format!("{now} is before the database was last written; set the machine's clock"),
        ),
        _ => ok("clock", format!("{now}")),
    }
}

fn mail(config: &Config) -> Finding {
    let Some(smtp) = &config.smtp else {
        return ok(
            "mail",
            "no mail server; messages wait in the outbox, and links can be handed over",
        );
    };
    let place = format!("{}:{}", smtp.host, smtp.port);
    match greet(smtp) {
        Ok(true) => ok("mail", format!("{place} answers")),
        Ok(false) => bad("mail", format!("{place} answers, and not as a mail server does")),
        Err(why) => bad(
            "mail",
            format!("{place} does not answer: {why}; messages wait in the outbox meanwhile"),
        ),
    }
}

/// Connects, keeps the way private as configured, and says EHLO. Nobody signs in and nothing is sent.
fn greet(smtp: &SmtpSettings) -> Result<bool, String> {
    let tls = || TlsParameters::new(smtp.host.clone()).map_err(|error| error.to_string());
    let way = match smtp.tls {
        Tls::StartTls => Way::Required(tls()?),
        Tls::Tls => Way::Wrapper(tls()?),
        Tls::None => Way::None,
    };
    let transport = SmtpTransport::builder_dangerous(&smtp.host).port(smtp.port).tls(way);
    let transport = transport.timeout(Some(PATIENCE)).build();
    transport.test_connection().map_err(|error| {
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(deeper) = cause {
            text = format!("{text}: {deeper}");
            cause = deeper.source();
        }
        text
    })
}
