//! The tests: in process on both databases, scripts, journeys in a browser, and kills at chosen points.
use crate::postgres::{Cluster, Promise};
use crate::run::{Outcome, Steps, cargo, installed, minutes, run};
use crate::{setup, tidy};
use anyhow::{Result, bail, ensure};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Kills of the crash run that every change must survive.
const POINTS: &str = "200";

/// Everything that must hold before a change is done.
pub fn test(root: &Path) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("setup", setup::setup);
    test_into(&mut steps, root);
    steps.finish()
}

pub fn test_into(steps: &mut Steps, root: &Path) {
    steps.step("tidy", || tidy::tidy(root));
    steps.step("tests on SQLite", || run(&mut tests(), minutes(40)));
    steps.step("tests on PostgreSQL", || {
        let cluster = Cluster::start(Promise::Fast)?;
        run(tests().env("GATEPASS_TEST_POSTGRES", cluster.url()), minutes(20))
    });
    steps.maybe("scripts", scripts);
    steps.step("journeys", || journeys(&[]));
    steps.maybe("crash", || {
        if !Path::new("crates/rigs").exists() {
            return Ok(Outcome::Skipped("there is no crate `rigs` yet".to_owned()));
        }
        // In the profile of the tests: what is killed is the same, and nothing is built twice.
        run(cargo().args(RIG).args(["crash", "--", "--points", POINTS]), minutes(15))?;
        Ok(Outcome::Done)
    });
}

const RIG: [&str; 5] = ["run", "--quiet", "--package", "rigs", "--bin"];

fn tests() -> Command {
    let mut command = cargo();
    if installed("cargo-nextest") {
        command.args(["nextest", "run", "--workspace", "--no-fail-fast", "--no-tests=pass"]);
    } else {
        command.args(["test", "--workspace", "--no-fail-fast"]);
    }
    command
}

/// Writes the documents that tests hold against the code: the route table, the list of settings and others.
pub fn docs() -> Result<()> {
    run(tests().env("UPDATE_DOCS", "1"), minutes(40))?;
    run(Command::new("git").args(["status", "--short", "docs"]), minutes(1))
}

/// The tests of the scripts and parts that every page is made of.
fn scripts() -> Result<Outcome> {
    let files = files("crates/ui/web/tests", ".test.mjs");
    if files.is_empty() {
        return Ok(Outcome::Skipped("there are no tests of scripts yet".to_owned()));
    }
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=2"]).args(files);
    run(with_browser(&mut node), minutes(15))?;
    Ok(Outcome::Done)
}

/// Runs the journeys whose file or test has one of the names, or all of them and the tests of their tools.
pub fn journeys(words: &[&str]) -> Result<()> {
    let release = words.contains(&"--release");
    let names: Vec<&str> = words.iter().copied().filter(|it| *it != "--release").collect();
    setup::system()?;
    setup::journeys()?;
    let mut build = cargo();
    build.args(["build", "--quiet", "--package", "server", "--bin", "gatepass"]);
    if release {
        build.arg("--release");
    }
    run(&mut build, minutes(40))?;
    let all = files("journeys", ".test.mjs");
    let mut node = Command::new("node");
    node.args(["--test", "--test-concurrency=2"]);
    let binary = target().join(if release { "release" } else { "debug" }).join("gatepass");
    node.env("GATEPASS_BIN", fs::canonicalize(binary)?);
    if names.is_empty() {
        node.args(all).args(files("journeys/lib", ".test.mjs"));
    } else {
        let named = |file: &PathBuf| {
            let file = file.file_name().unwrap_or_default().to_string_lossy();
            names.iter().any(|name| file.contains(name))
        };
        let chosen: Vec<&PathBuf> = all.iter().filter(|it| named(it)).collect();
        if chosen.is_empty() {
            node.args(names.iter().map(|it| format!("--test-name-pattern={it}"))).args(&all);
        } else {
            node.args(chosen);
        }
    }
    run(with_browser(&mut node), minutes(20))
}

/// Says where the browser is.
fn with_browser(node: &mut Command) -> &mut Command {
    match setup::browser() {
        Some(browser) => node.env("CHROMIUM", browser),
        None => node,
    }
}

/// `cargo xtask crash` and `bench`: the rigs measure and kill what is shipped, so they are built like it.
pub fn rig(verb: &str, words: &[&str]) -> Result<()> {
    ensure!(
        Path::new("crates/rigs/Cargo.toml").exists(),
        "`{verb}` is a program of the crate `rigs`, which does not exist yet"
    );
    let mut command = cargo();
    command.args(RIG).args([verb, "--release", "--"]).args(words);
    let cluster =
        if words.contains(&"postgres") { Some(Cluster::start(Promise::Durable)?) } else { None };
    if let Some(cluster) = &cluster {
        command.env("GATEPASS_TEST_POSTGRES", cluster.url());
    }
    run(&mut command, minutes(80))
}

/// The demo on this machine, built without the work that only a release needs.
pub fn dev(words: &[&str]) -> Result<()> {
    let data = target().join("dev");
    fs::create_dir_all(&data)?;
    let mut command = cargo();
    command.args(["run", "--package", "server", "--bin", "gatepass", "--", "demo", "--data"]);
    command.arg(data).args(["--listen", "127.0.0.1:8080"]).args(words);
    run(&mut command, minutes(24 * 60))
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// The files of a folder whose names end so, in order.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    let name = |path: &PathBuf| {
        path.file_name().and_then(OsStr::to_str).is_some_and(|it| it.ends_with(end))
    };
    let mut files: Vec<PathBuf> = entries.filter(name).collect();
    files.sort();
    files
}

/// Refuses words after a verb that takes none.
pub fn no_words(verb: &str, words: &[&str]) -> Result<()> {
    if words.is_empty() { Ok(()) } else { bail!("`{verb}` takes nothing after it") }
}
