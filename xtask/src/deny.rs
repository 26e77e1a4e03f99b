//! What the house may be built from: licences, sources, duplicate versions and banned crates, as `deny.toml` says.
//! cargo-deny reads the same file where it is installed.
use crate::json::Json;
use crate::license::is_met;
use crate::run::{cargo, installed, minutes, read, run};
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

pub fn deny() -> Result<()> {
    if installed("cargo-deny") {
        let checks = ["deny", "--offline", "check", "licenses", "bans", "sources"];
        return run(cargo().args(checks), minutes(5));
    }
    let policy = Policy::read(&fs::read_to_string("deny.toml")?)?;
    let version = read(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|it| it.strip_prefix("host: "));
    let host = host.context("rustc does not say for which machine it builds")?;
    let words = ["metadata", "--format-version", "1", "--locked", "--filter-platform", host];
    let metadata = Json::parse(&read(cargo().args(words))?)?;
    let packages = Package::all(&metadata);
    for name in policy.no_longer_needed(&packages) {
        println!("deny.toml: `{name}` has one version only; its entry may go");
    }
    let problems = policy.check(&packages);
    for problem in &problems {
        println!("{problem}");
    }
    ensure!(problems.is_empty(), "{} things in the dependencies are not allowed", problems.len());
    println!("{} packages are allowed", packages.len());
    Ok(())
}

struct Package {
    name: String,
    version: String,
    license: String,
    /// None for a crate of this workspace.
    source: Option<String>,
}

impl Package {
    /// The packages that are built on this platform.
    fn all(metadata: &Json) -> Vec<Self> {
        let nodes = metadata.get("resolve").get("nodes").items().iter();
        let built: BTreeSet<&str> = nodes.filter_map(|it| it.get("id").text()).collect();
        let packages = metadata.get("packages").items().iter();
        let packages =
            packages.filter(|it| it.get("id").text().is_some_and(|id| built.contains(id)));
        let text = |it: &Json, key: &str| it.get(key).text().unwrap_or_default().to_owned();
        packages
            .map(|it| Self {
                name: text(it, "name"),
                version: text(it, "version"),
                license: text(it, "license"),
                source: it.get("source").text().map(str::to_owned),
            })
            .collect()
    }
}

/// The parts of `deny.toml` that the checks need.
#[derive(Debug)]
struct Policy {
    licenses: Vec<String>,
    banned: Vec<String>,
    /// Crates that may exist in several versions.
    skipped: Vec<String>,
}

impl Policy {
    fn read(text: &str) -> Result<Self> {
        let skipped = list(text, "bans", "skip")?;
        let banned = list(text, "bans", "deny")?;
        for entry in skipped.iter().chain(&banned) {
            ensure!(entry.contains("reason = "), "deny.toml: `{entry}` needs a reason");
        }
        let name = |entry: &String| {
            let quoted = entry.split_once("crate = \"").and_then(|(_, rest)| rest.split_once('"'));
            let quoted = quoted.with_context(|| format!("deny.toml: `{entry}` names no crate"))?;
            let name = quoted.0.split('@').next().unwrap_or_default();
            Ok(name.to_owned())
        };
        Ok(Self {
            licenses: list(text, "licenses", "allow")?
                .iter()
                .map(|it| it.trim_matches('"').to_owned())
                .collect(),
            banned: banned.iter().map(name).collect::<Result<_>>()?,
            skipped: skipped.iter().map(name).collect::<Result<_>>()?,
        })
    }

    /// Entries of `skip` whose older version is gone.
    fn no_longer_needed(&self, packages: &[Package]) -> Vec<&str> {
        let versions = |name: &str| packages.iter().filter(|it| it.name == name).count();
        self.skipped.iter().map(String::as_str).filter(|name| versions(name) < 2).collect()
    }

    fn check(&self, packages: &[Package]) -> Vec<String> {
        let mut problems = Vec::new();
        let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for Package { name, version, license, source } in packages {
            versions.entry(name).or_default().insert(version);
            if !is_met(license, &self.licenses) {
                problems.push(format!("{name} {version}: the licence {license:?} is not allowed"));
            }
            let known =
                |it: &String| it.starts_with("registry+") && it.ends_with("/crates.io-index");
            if source.as_ref().is_some_and(|it| !known(it)) {
                problems.push(format!("{name} {version}: does not come from the registry"));
            }
            if self.banned.contains(name) {
                problems.push(format!("{name} {version}: is banned"));
            }
        }
        for (name, versions) in &versions {
            let skipped = self.skipped.iter().any(|it| it == name);
            if versions.len() > 1 && !skipped {
                let versions: Vec<&str> = versions.iter().copied().collect();
                problems.push(format!("{name}: several versions: {}", versions.join(", ")));
            }
        }
        problems
    }
}

/// The entries of an array of a section, one on each line, comments left out.
fn list(text: &str, section: &str, key: &str) -> Result<Vec<String>> {
    let mut lines =
        text.lines().map(str::trim).skip_while(|it| *it != format!("[{section}]")).skip(1);
    let opening = format!("{key} = [");
    let found =
        lines.by_ref().take_while(|it| !it.starts_with('[')).find(|it| it.starts_with(&opening));
    let found = found.with_context(|| format!("deny.toml has no `{key}` in [{section}]"))?;
    if found.ends_with(']') {
        ensure!(
            found.len() == opening.len() + 1,
            "deny.toml: write each entry of `{key}` on its own line"
        );
        return Ok(Vec::new());
    }
    let entries =
        lines.take_while(|it| *it != "]").filter(|it| !it.is_empty() && !it.starts_with('#'));
    Ok(entries.map(|it| it.trim_end_matches(',').to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "[licenses]\nallow = [\n  \"MIT\",\n]\n[bans]\ndeny = [\n  { crate = \"openssl\", reason = \"rustls\" },\n]\nskip = [\n  # twice\n  { crate = \"rand@0.8\", reason = \"argon2\" },\n]\n";

    fn package(name: &str, version: &str, license: &str, source: Option<&str>) -> Package {
        let text = str::to_owned;
        let (name, version, license) = (text(name), text(version), text(license));
        Package { name, version, license, source: source.map(text) }
    }

    #[test]
    fn allows_what_the_policy_allows() {
        let policy = Policy::read(POLICY).unwrap();
        let index = Some("registry+https://index.example/crates.io-index");
        let packages = [
            package("kernel", "0.1.0", "MIT", None),
            package("rand", "0.8.0", "MIT OR GPL-3.0", index),
            package("rand", "0.9.0", "MIT", index),
        ];
        assert_eq!(policy.check(&packages), Vec::<String>::new());
    }

    #[test]
    fn refuses_the_rest() {
        let policy = Policy::read(POLICY).unwrap();
        let packages = [
            package("openssl", "1.0.0", "MIT", Some("registry+https://x/crates.io-index")),
            package("a", "1.0.0", "GPL-3.0", Some("git+https://x/a")),
            package("a", "2.0.0", "MIT", None),
        ];
        assert_eq!(policy.check(&packages).len(), 4);
        assert_eq!(policy.no_longer_needed(&packages), ["rand"]);
        let without = POLICY.replace(", reason = \"rustls\"", "");
        assert!(Policy::read(&without).unwrap_err().to_string().contains("needs a reason"));
        assert!(Policy::read("").is_err());
    }

    #[test]
    fn reads_what_metadata_prints() {
        let json = r#"{"packages": [{"id": "x 1", "name": "x", "version": "1", "license": null, "source": null}, {"id": "y 1"}], "resolve": {"nodes": [{"id": "x 1"}]}}"#;
        let packages = Package::all(&Json::parse(json).unwrap());
        assert_eq!(packages.len(), 1);
        assert_eq!((packages[0].name.as_str(), packages[0].license.as_str()), ("x", ""));
    }
}
