//! The verbs of the house: what a person or CI types to set up, run, check and measure Gatepass.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks to whoever typed it"
)]
mod ci;
mod deny;
mod json;
mod license;
mod postgres;
mod run;
mod setup;
mod suite;
mod tidy;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask VERB

setup                       install or name what the checks need on this machine
dev [OPTION…]               run the demo as it is being worked on
tidy                        hold the rules of the house
deny                        check licences, sources and versions of what the house is built from
test                        tidy, tests on both databases, scripts, journeys, a short crash run
journeys [--release] [NAME…]  the journeys whose file or test has the name; all without one
bench [NAME…] --json FILE   measure against a bare handler
crash --points N            kill the server at N points and check what it promised
ci                          everything CI runs
docs                        write the documents that tests hold against the code
pg [--durable] [-- COMMAND…]  a private PostgreSQL; its address is in GATEPASS_TEST_POSTGRES";

fn main() -> ExitCode {
    match verb() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn verb() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    std::env::set_current_dir(&root)?;
    let [verb, rest @ ..] = words.as_slice() else { bail!("{HELP}") };
    match *verb {
        "dev" => return suite::dev(rest),
        "journeys" => return suite::journeys(rest),
        "bench" | "crash" => return suite::rig(verb, rest),
        "pg" => return postgres::pg(rest),
        _ => suite::no_words(verb, rest)?,
    }
    match *verb {
        "setup" => setup::setup(),
        "tidy" => tidy::tidy(&root),
        "deny" => deny::deny(),
        "test" => suite::test(&root),
        "ci" => ci::ci(&root),
        "docs" => suite::docs(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("there is no verb `{verb}`\n\n{HELP}"),
    }
}
