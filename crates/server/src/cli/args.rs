//! Takes the words of the command line apart.
use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};
use lexopt::{Error, Parser};

use super::{help, say};
use crate::config::Sources;

/// What is asked for.
#[derive(Debug)]
pub enum Verb {
    Serve,
    Demo { people: u64 },
    Migrate,
    Backup { out: PathBuf, keys: Option<PathBuf> },
    Restore { from: PathBuf, keys: Option<PathBuf>, replace: bool },
    Doctor,
    Routes,
    AuditVerify,
}

/// What is asked for, and what goes with every verb.
#[derive(Debug)]
pub struct Args {
    pub verb: Verb,
    pub data: PathBuf,
    pub config: Option<PathBuf>,
    pub listen: Option<String>,
    pub json: bool,
}

impl Args {
    /// Where the configuration is read from.
    pub fn sources(&self) -> Sources {
        Sources {
            folder: self.data.clone(),
            file: self.config.clone(),
            listen: self.listen.clone(),
        }
    }
}

/// Options that were given, whatever the verb.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
struct Options {
    words: Vec<String>,
    data: Option<PathBuf>,
    config: Option<PathBuf>,
    listen: Option<String>,
    out: Option<PathBuf>,
    from: Option<PathBuf>,
    keys: Option<PathBuf>,
    people: Option<u64>,
    json: bool,
    replace: bool,
    help: bool,
    version: bool,
}

/// Verbs, and the options that each takes.
const VERBS: &[(&str, &[&str])] = &[
    ("serve", &["data", "config", "listen"]),
    ("demo", &["data", "config", "listen", "people", "json"]),
    ("migrate", &["data", "config"]),
    ("backup", &["data", "config", "out", "with-keys"]),
    ("restore", &["data", "from", "keys", "replace"]),
    ("doctor", &["data", "config"]),
    ("routes", &["json"]),
    ("audit verify", &["data", "config"]),
];

/// None when the answer was given already: help, or the version.
pub fn parse(mut parser: Parser) -> Result<Option<Args>, Error> {
    let mut options = Options::default();
    let mut given: Vec<String> = Vec::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Value(word) => options.words.push(text(word)?),
            Short('h') | Long("help") => options.help = true,
            Short('V') | Long("version") => options.version = true,
            Long(name) => {
                let name = name.to_owned();
                take(&mut options, &name, &mut parser)?;
                given.push(name);
            }
            other @ Short(_) => return Err(other.unexpected()),
        }
    }
    let words = options.words.join(" ");
    if options.version {
        say_it(&format!("gatepass {}", env!("CARGO_PKG_VERSION")))?;
        return Ok(None);
    }
    if options.help || words.is_empty() || options.words.first().is_some_and(|it| it == "help") {
        let about = words.strip_prefix("help").unwrap_or(&words).trim();
        say_it(help::text(about))?;
        return Ok(None);
    }
    let Some((verb, takes)) = VERBS.iter().find(|(name, _)| *name == words) else {
        let names: Vec<&str> = VERBS.iter().map(|(name, _)| *name).collect();
        return Err(format!("`{words}` is none of: {}", names.join(", ")).into());
    };
    if let Some(extra) = given.iter().find(|it| !takes.contains(&it.as_str())) {
        let takes: Vec<String> = takes.iter().map(|it| format!("--{it}")).collect();
        return Err(
            format!("`{verb}` does not take --{extra}; it takes {}", takes.join(", ")).into()
        );
    }
    build(verb, options).map(Some)
}

fn take(options: &mut Options, name: &str, parser: &mut Parser) -> Result<(), Error> {
    match name {
        "data" => options.data = Some(parser.value()?.into()),
        "config" => options.config = Some(parser.value()?.into()),
        "listen" => options.listen = Some(text(parser.value()?)?),
        "out" => options.out = Some(parser.value()?.into()),
        "from" => options.from = Some(parser.value()?.into()),
        "keys" | "with-keys" => options.keys = Some(parser.value()?.into()),
        "people" => options.people = Some(parser.value()?.parse()?),
        "json" => options.json = true,
        "replace" => options.replace = true,
        _ => return Err(format!("there is no option --{name}").into()),
    }
    Ok(())
}

fn build(verb: &str, options: Options) -> Result<Args, Error> {
    let needs = |it: Option<PathBuf>, name: &str| {
        it.ok_or_else(|| Error::from(format!("`{verb}` needs --{name} FILE")))
    };
    let verb = match verb {
        "serve" => Verb::Serve,
        "demo" => Verb::Demo { people: options.people.unwrap_or(120) },
        "migrate" => Verb::Migrate,
        "backup" => Verb::Backup { out: needs(options.out, "out")?, keys: options.keys },
        "restore" => Verb::Restore {
            from: needs(options.from, "from")?,
            keys: options.keys,
            replace: options.replace,
        },
        "doctor" => Verb::Doctor,
        "routes" => Verb::Routes,
        _ => Verb::AuditVerify,
    };
    let own = if matches!(verb, Verb::Demo { .. }) { "demo" } else { "data" };
    Ok(Args {
        verb,
        data: options.data.unwrap_or_else(|| own.into()),
        config: options.config,
        listen: options.listen,
        json: options.json,
    })
}

fn text(word: OsString) -> Result<String, Error> {
    word.string()
}

fn say_it(text: &str) -> Result<(), Error> {
    say(text).map_err(|error| error.to_string().into())
}
