//! Builds what the browser gets and collects the texts, when their sources changed.
//!
//! Needs Node.js 20 with npm. `UI_DIST=<dir>` takes a folder that was built elsewhere instead (release
//! containers, machines without Node).

#![expect(
    clippy::disallowed_methods,
    reason = "a build script is told where to build by its environment"
)]
#![expect(clippy::unnecessary_debug_formatting, reason = "the quoted path becomes Rust source")]

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn main() {
    let home =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the output folder"));
    for watched in ["web/src", "web/build.mjs", "web/icons.txt", "web/package-lock.json", "texts"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-env-changed=UI_DIST");
    let dist = match env::var("UI_DIST").map(PathBuf::from) {
        Ok(dist) => {
            println!("cargo::rerun-if-changed={}", dist.join("manifest.json").display());
            dist
        }
        // What this script writes itself is newer than its start: to watch it would be to build everything every time.
        Err(_) => build(&home, &out),
    };
    fs::write(out.join("assets.rs"), assets(&dist)).expect("the output folder can be written");
    fs::write(out.join("texts.rs"), texts(&home.join("texts")))
        .expect("the output folder can be written");
}

/// Installs the locked packages if the lock changed, and runs the asset build.
fn build(home: &Path, out: &Path) -> PathBuf {
    let web = home.join("web");
    let lock = fs::read(web.join("package-lock.json")).expect("web/package-lock.json is committed");
    let stamp = web.join("node_modules/.lock-stamp");
    if fs::read(&stamp).ok().as_deref() != Some(&lock) {
        run(&web, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        fs::write(&stamp, &lock).expect("node_modules can be written");
    }
    let dist = out.join("dist");
    let mut args = vec!["build.mjs", dist.to_str().expect("the output folder has a readable name")];
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        args.push("--release");
    }
    run(&web, "node", &args);
    dist
}

fn run(dir: &Path, program: &str, args: &[&str]) {
    let status = Command::new(program).args(args).current_dir(dir).status().unwrap_or_else(|why| {
        panic!(
            "\n\n{program} did not start ({why}).\nThe pages need Node.js 20 or newer with npm to be built.\n\
             Install it, or set UI_DIST to a folder made by `node build.mjs <folder>` on another machine.\n\n"
        )
    });
    assert!(status.success(), "`{program} {}` failed in {}", args.join(" "), dir.display());
}

/// One table row for each built file, with its bytes in the binary.
fn assets(dist: &Path) -> String {
    let manifest = dist.join("manifest.json");
    let manifest = fs::read_to_string(&manifest).expect("the asset build writes manifest.json");
    let mut table = String::from("pub(crate) static FILES: &[File] = &[\n");
    for (name, file) in entries(&manifest) {
        let path = dist.join(&file);
        let packed = dist.join(format!("{file}.br"));
        let brotli = if packed.exists() {
            format!("Some(include_bytes!({packed:?}))")
        } else {
            "None".to_owned()
        };
        writeln!(
            table,
            "File {{ name: {name:?}, url: {:?}, bytes: include_bytes!({path:?}), brotli: {brotli} }},",
            format!("/assets/{file}")
        )
        .expect("a string can be written");
    }
    table + "];\n"
}

/// `"app.css": { "file": "app.0123.css", …` as pairs. The file is ours and is written one value a line.
fn entries(manifest: &str) -> Vec<(String, String)> {
    let mut names = Vec::new();
    let mut current = String::new();
    for line in manifest.lines() {
        let mut quoted = line.split('"').skip(1).step_by(2);
        match (quoted.next(), quoted.next()) {
            (Some("file"), Some(file)) => names.push((current.clone(), file.to_owned())),
            (Some(name), None) if line.ends_with('{') => name.clone_into(&mut current),
            _ => {}
        }
    }
    names
}

/// Every text file of every language, so that a new file needs no registration.
fn texts(folder: &Path) -> String {
    let mut table = String::from("pub(crate) static FILES: &[(&str, &str, &str)] = &[\n");
    for lang in sorted(folder) {
        for file in sorted(&lang) {
            let (lang, name) = (name(&lang), name(&file));
            if Path::new(&name).extension().is_some_and(|it| it == "ftl") {
                writeln!(table, "({lang:?}, {name:?}, include_str!({file:?})),")
                    .expect("a string can be written");
            }
        }
    }
    table + "];\n"
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut paths: Vec<_> = entries.map(|it| it.expect("the folder can be read").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().expect("it came from a folder").to_string_lossy().into_owned()
}
