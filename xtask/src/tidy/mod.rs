//! The rules of the house that neither the compiler nor clippy holds. One file per rule.
mod html;
mod length;
mod patience;
mod pure;
mod rooms;
mod rust;
mod sql;
mod texts;
mod tiers;
mod words;

use anyhow::{Result, ensure};
use rust::Source;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A place that breaks a rule, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub path: String,
    /// Counted from 1; 0 where the whole file is meant.
    pub line: usize,
    pub why: String,
}

impl Problem {
    fn new(path: &str, line: usize, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, why: why.into() }
    }
}

pub struct File {
    pub path: String,
    pub text: String,
    /// Taken apart; empty for a file that is not Rust.
    rust: Source,
}

impl File {
    fn new(path: &str, text: String) -> Self {
        let is_rust = has_end(path, &["rs"]);
        let rust = if is_rust { Source::read(&text) } else { Source::default() };
        Self { path: path.to_owned(), text, rust }
    }

    fn is_rust(&self) -> bool {
        has_end(&self.path, &["rs"])
    }

    fn is_script(&self) -> bool {
        has_end(&self.path, &["js", "mjs"])
    }

    /// The last part of the path.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Crate and path below `src`, for a source file of a crate.
    fn in_crate(&self) -> Option<(&str, &str)> {
        let (name, rest) = self.path.strip_prefix("crates/")?.split_once('/')?;
        Some((name, rest.strip_prefix("src/")?))
    }

    /// The same, for the crates built of nouns; the others are the ground they stand on.
    fn in_capability(&self) -> Option<(&str, &str)> {
        self.in_crate().filter(|(name, _)| !GROUND.contains(name))
    }

    /// Whether the file only runs as a test.
    fn is_test(&self) -> bool {
        self.name() == "tests.rs" || self.path.contains("/tests/") || self.path.contains(".test.")
    }
}

/// The crates that are not built of nouns.
const GROUND: &[&str] = &["kernel", "ui", "judge", "server", "rigs"];

pub struct Tree {
    files: Vec<File>,
}

impl Tree {
    /// Every file that git tracks or would track.
    fn read(root: &Path) -> Result<Self> {
        let mut git = Command::new("git");
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let listed = crate::run::read(git.current_dir(root))?;
        let paths = listed.split('\0').filter(|it| !it.is_empty());
        // A picture is no text, and a deleted file may still be listed: neither has rules.
        let files = paths.filter_map(|path| {
            let text = fs::read_to_string(root.join(path)).ok()?;
            Some(File::new(path, text))
        });
        Ok(Self { files: files.collect() })
    }

    #[cfg(test)]
    fn sample(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File::new(path, (*text).to_owned()));
        Self { files: files.collect() }
    }

    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|it| it.path == path)
    }
}

fn has_end(path: &str, ends: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| ends.contains(&end))
}

type Rule = fn(&Tree) -> Vec<Problem>;

const RULES: &[Rule] = &[
    html::check,
    length::check,
    patience::check,
    pure::check,
    rooms::check,
    sql::check,
    texts::check,
    tiers::check,
    words::check,
];

pub fn tidy(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    if let Some(notice) = tiers::notice(&tree) {
        println!("{notice}");
    }
    let mut problems: Vec<Problem> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    problems.sort();
    for Problem { path, line, why } in &problems {
        println!("{path}:{line}: {why}");
    }
    ensure!(problems.is_empty(), "{} places are not tidy", problems.len());
    println!("{} files are tidy", tree.files.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_a_file_stands() {
        let file = |path| File::new(path, String::new());
        assert_eq!(
            file("crates/people/src/a/mod.rs").in_capability(),
            Some(("people", "a/mod.rs"))
        );
        assert_eq!(file("crates/kernel/src/lib.rs").in_capability(), None);
        assert_eq!(file("crates/kernel/src/lib.rs").in_crate(), Some(("kernel", "lib.rs")));
        assert_eq!(file("crates/people/README.md").in_crate(), None);
        assert!(file("crates/people/src/a/tests.rs").is_test());
        assert!(file("journeys/the-gate.test.mjs").is_test());
    }

    #[test]
    fn this_tree_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        tidy(&root).unwrap();
    }
}
