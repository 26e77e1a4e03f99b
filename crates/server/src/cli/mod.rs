//! The command line: `gatepass serve`, `backup`, `doctor` and the rest.
mod args;
mod help;
mod tell;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use anyhow::{Result, bail};
use args::{Args, Verb};
use kernel::db::{Beside, Place};
use kernel::{Clock, Random};

use crate::config::{Config, load};
use crate::doctor::{self, Health};
use crate::folder::{Folder, Unfinished};
use crate::house::{Site, steps};
use crate::keys::SealingKey;
use crate::{Product, audit_cmd, backup, logs, restore, serve};
pub use tell::say;

/// Runs what the command line asks for: 0 when it worked, 1 when it did not, 2 when it was not understood.
pub fn main(product: &Product) -> ExitCode {
    // Whatever this process makes is for its owner only.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    // A limit on the size of files shall be an error that is handled, not the end of the process.
    let heard = Arc::new(AtomicBool::new(false));
    drop(signal_hook::flag::register(signal_hook::consts::signal::SIGXFSZ, heard));
    let args = match args::parse(lexopt::Parser::from_env()) {
        Ok(Some(args)) => args,
        Ok(None) => return ExitCode::SUCCESS,
        Err(error) => {
            tell::complain(&format!("{error}\nTry: gatepass --help"));
            return ExitCode::from(2);
        }
    };
    match run(&args, product) {
        Ok(code) => code,
        Err(error) => {
            tell::complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args, product: &Product) -> Result<ExitCode> {
    match &args.verb {
        Verb::Routes => routes(args, product)?,
        Verb::Doctor => return doctor(args, product),
        Verb::Restore { from, keys, replace } => {
            let folder = Folder::new(&args.data);
            let plan =
                restore::Plan { folder: &folder, from, keys: keys.as_deref(), replace: *replace };
            restore::restore(&plan, &(product.migrations)())?.iter().try_for_each(|it| say(it))?;
        }
        verb => with_config(verb, args, product)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn with_config(verb: &Verb, args: &Args, product: &Product) -> Result<()> {
    let config = load(&args.sources())?;
    let folder = Folder::new(&args.data);
    logs::start(&config);
    match verb {
        Verb::Serve => serve(&folder, &config, product),
        Verb::Demo { people } => demo(&folder, &config, product, *people, args.json),
        Verb::Migrate => migrate(&folder, &config, product),
        Verb::Backup { out, keys } => {
            let plan = backup::Plan {
                folder: &folder,
                place: &config.database,
                out,
                keys: keys.as_deref(),
            };
            backup::backup(&plan, Clock::Machine.now())?.iter().try_for_each(|it| say(it))
        }
        Verb::AuditVerify => audit(&folder, &config, product),
        Verb::Routes | Verb::Doctor | Verb::Restore { .. } => Ok(()),
    }
}

fn serve(folder: &Folder, config: &Config, product: &Product) -> Result<()> {
    let ready = serve::open(folder, config, product)?;
    let link = (product.setup_link)(&ready.app).map_err(fault)?;
    let own = format!("http://{}", ready.address);
    say(&format!("listening on {own}"))?;
    if ready.app.settings.base != own {
        say(&format!("People reach it at {}", ready.app.settings.base))?;
    }
    if let Some(link) = link {
        say(&format!("There is no organisation yet. Make the first one here, once:\n  {link}"))?;
    }
    ready.run(product)
}

fn demo(
    folder: &Folder,
    config: &Config,
    product: &Product,
    people: u64,
    json: bool,
) -> Result<()> {
    let ready = serve::open(folder, config, product)?;
    let links = (product.seed)(&ready.app, people).map_err(fault)?;
    let url = ready.app.settings.base.clone();
    if json {
        let links: serde_json::Map<String, serde_json::Value> =
            links.into_iter().map(|(role, link)| (role, link.into())).collect();
        say(&serde_json::json!({ "url": url, "links": links }).to_string())?;
    } else {
        say(&format!("listening on {url}"))?;
        let widest = links.iter().map(|(role, _)| role.chars().count()).max().unwrap_or_default();
        for (role, link) in &links {
            say(&format!("  {role:widest$}  {link}"))?;
        }
    }
    ready.run(product)
}

fn migrate(folder: &Folder, config: &Config, product: &Product) -> Result<()> {
    let migrations = (product.migrations)();
    let site = Site::take(folder, config, &migrations)?;
    let behind = steps(&config.database)?;
    drop(site.open(config, &migrations)?);
    let new: Vec<_> = migrations.iter().filter(|it| !behind.contains(&it.number)).collect();
    for step in &new {
        say(&format!("made {} {}", step.number, step.name))?;
    }
    let count = migrations.len();
    match new.len() {
        0 => say(&format!("The tables are up to date ({count} steps).")),
        made => say(&format!("The tables are up to date now: {made} of {count} steps were made.")),
    }
}

fn audit(folder: &Folder, config: &Config, product: &Product) -> Result<()> {
    let migrations = (product.migrations)();
    let behind = steps(&config.database)?;
    let missing = migrations.iter().filter(|it| !behind.contains(&it.number)).count();
    if missing > 0 {
        bail!("there is no database here, or it is older than this program; run: gatepass migrate");
    }
    let key = SealingKey::open_or_make(folder, &Random::Machine, false)?;
    // The house may be at work on the file; a copy is looked at in peace.
    let copy = Unfinished::beside(&folder.path().join("verify.db"));
    let mut config = config.clone();
    if let Some(mut database) = Beside::open(&config.database)?
        && database.copy_to(copy.path())?
    {
        config.database = Place::Sqlite(copy.path().to_owned());
    }
    let site = Site::beside(folder, key);
    let db = site.open(&config, &migrations)?;
    let app = site.house(db, &config, String::new(), product)?;
    app.read(audit_cmd::verify).map_err(fault)?.iter().try_for_each(|it| say(it))
}

fn routes(args: &Args, product: &Product) -> Result<()> {
    let table = (product.routes)().table();
    if args.json {
        let rows: Vec<serde_json::Value> = table
            .iter()
            .map(|it| serde_json::json!({ "verb": it.verb, "path": it.path, "gate": it.gate, "handler": it.handler }))
            .collect();
        return say(&serde_json::to_string_pretty(&rows)?);
    }
    let paths = table.iter().map(|it| it.path.len()).max().unwrap_or_default();
    let gates = table.iter().map(|it| it.gate.len()).max().unwrap_or_default();
    for it in &table {
        say(&format!("{:4}  {:paths$}  {:gates$}  {}", it.verb, it.path, it.gate, it.handler))?;
    }
    Ok(())
}

fn doctor(args: &Args, product: &Product) -> Result<ExitCode> {
    let findings = doctor::examine(&args.sources(), &(product.migrations)());
    for it in &findings {
        let word = match it.health {
            Health::Ok => "ok  ",
            Health::Warn => "warn",
            Health::Bad => "bad ",
        };
        say(&format!("{word}  {:12} {}", it.part, it.what))?;
    }
    let bad = findings.iter().any(|it| it.health == Health::Bad);
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn fault(error: kernel::Error) -> anyhow::Error {
    match error {
        kernel::Error::Internal(fault) => anyhow::anyhow!("{fault}"),
        other => anyhow::anyhow!("{other:?}"),
    }
}
