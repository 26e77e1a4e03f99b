//! The crates depend on each other as `docs/architecture.md` says, and in no other way.
use super::{Problem, Tree};
use std::collections::{BTreeMap, BTreeSet};

const MAP: &str = "docs/architecture.md";

/// Crate → the crates of the house it stands on.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// What a reader should know when the rule cannot be held yet.
pub fn notice(tree: &Tree) -> Option<&'static str> {
    let missing = tree.file(MAP).is_none();
    missing.then_some("the crate graph is not checked: there is no docs/architecture.md yet")
}

pub fn check(tree: &Tree) -> Vec<Problem> {
    let Some(map) = tree.file(MAP) else { return Vec::new() };
    let Some((line, told)) = told(&map.text) else {
        return vec![Problem::new(
            MAP,
            0,
            "has no block ```tiers with a line `crate: crates…` for each",
        )];
    };
    let built = built(tree);
    let names: BTreeSet<&String> = told.keys().chain(built.keys()).collect();
    let mut problems = Vec::new();
    for name in names {
        let path = format!("crates/{name}/Cargo.toml");
        match (told.get(name), built.get(name)) {
            (Some(_), None) => {
                problems.push(Problem::new(MAP, line, format!("there is no crate `{name}`")));
            }
            (None, _) => problems.push(Problem::new(MAP, line, format!("does not name `{name}`"))),
            (Some(told), Some(built)) => {
                for extra in built.difference(told) {
                    let why = format!("depends on `{extra}`, which {MAP} does not allow");
                    problems.push(Problem::new(&path, 0, why));
                }
                for extra in told.difference(built) {
                    let why = format!("says that `{name}` depends on `{extra}`, but it does not");
                    problems.push(Problem::new(MAP, line, why));
                }
            }
        }
    }
    problems
}

/// The table in the document, and the line it begins on.
fn told(text: &str) -> Option<(usize, Graph)> {
    let (before, block) = text.split_once("```tiers\n")?;
    let (block, _) = block.split_once("```")?;
    let rows = block.lines().filter_map(|line| line.split_once(':'));
    let rows = rows.map(|(name, below)| {
        (name.trim().to_owned(), below.split_whitespace().map(str::to_owned).collect())
    });
    Some((before.lines().count() + 1, rows.collect()))
}

/// The graph in the manifests. Only what a crate is made of counts, not what its tests need.
fn built(tree: &Tree) -> Graph {
    let manifest = |path: &str| {
        let name = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
        Some(name.to_owned())
    };
    let manifests = tree.files.iter().filter_map(|it| Some((manifest(&it.path)?, it)));
    let manifests: Vec<_> = manifests.collect();
    let names: BTreeSet<&str> = manifests.iter().map(|(name, _)| name.as_str()).collect();
    let graph = manifests.iter().map(|(name, file)| {
        let below = dependencies(&file.text).filter(|it| names.contains(it));
        (name.clone(), below.map(str::to_owned).collect())
    });
    graph.collect()
}

/// The names in `[dependencies]`, also written as `[dependencies.name]`.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    manifest.lines().filter_map(move |line| {
        if let Some(section) = line.trim().strip_prefix('[') {
            let section = section.trim_end_matches(']');
            inside = section == "dependencies";
            return section.strip_prefix("dependencies.");
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        (inside && !name.is_empty() && !name.starts_with('#')).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KERNEL: (&str, &str) = ("crates/kernel/Cargo.toml", "[dependencies]\nserde = \"1\"\n");
    const UI: (&str, &str) = ("crates/ui/Cargo.toml", "[dependencies]\n\n[dependencies.kernel]\n");
    const PEOPLE: (&str, &str) = (
        "crates/people/Cargo.toml",
        "[dependencies]\nkernel.workspace = true\nui = { path = \"../ui\" }\n[dev-dependencies]\nhome.workspace = true\n",
    );

    fn check_map(map: &str) -> Vec<String> {
        let tree = Tree::sample(&[("docs/architecture.md", map), KERNEL, UI, PEOPLE]);
        check(&tree).into_iter().map(|it| it.why).collect()
    }

    #[test]
    fn holds_the_table() {
        let none: [&str; 0] = [];
        assert_eq!(
            check_map("# Map\n```tiers\nkernel:\nui: kernel\npeople: kernel ui\n```\n"),
            none
        );
    }

    #[test]
    fn refuses_another_graph() {
        let problems = check_map("```tiers\nkernel: ui\npeople: kernel\nhome:\n```\n");
        let problems = problems.join("; ");
        for part in [
            "`kernel` depends on `ui`",
            "depends on `ui`, which",
            "no crate `home`",
            "not name `ui`",
        ] {
            assert!(problems.contains(part), "{problems}");
        }
        assert_eq!(check_map("no table").len(), 1);
        assert!(check(&Tree::sample(&[KERNEL])).is_empty());
    }
}
