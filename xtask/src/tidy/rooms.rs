//! Every crate of a capability has the same rooms: a folder per noun, a file per role with a fixed name.
use super::{File, Problem, Tree};

/// Files at the root of a capability.
const DOOR: &[&str] = &["lib", "access", "events", "fixtures", "jobs", "tests"];
/// Files in the folder of a noun.
const ROLES: &[&str] =
    &["mod", "api", "model", "store", "page", "jobs", "tests", "access", "events", "fixtures"];
/// Names that say nothing about what is inside.
const EMPTY: &[&str] =
    &["utils", "util", "common", "helpers", "helper", "manager", "service", "dto"];
/// Folders below `src`.
const DEPTH: usize = 4;

pub fn check(tree: &Tree) -> Vec<Problem> {
    let sources = tree.files.iter().filter(|it| it.is_rust() || it.is_script());
    let found = sources.flat_map(|file| [empty(file), deep(file), role(file)]);
    found.flatten().collect()
}

fn empty(file: &File) -> Option<Problem> {
    let stem = |part: &str| part.split('.').next().unwrap_or_default().to_owned();
    let name = file.path.split('/').map(stem).find(|it| EMPTY.contains(&it.as_str()))?;
    let why = format!("`{name}` says nothing; name the module after the noun it is about");
    Some(Problem::new(&file.path, 0, why))
}

fn deep(file: &File) -> Option<Problem> {
    let (_, inner) = file.in_crate()?;
    let depth = inner.matches('/').count();
    let why = format!("{depth} folders below src; at most {DEPTH}");
    (depth > DEPTH).then(|| Problem::new(&file.path, 0, why))
}

fn role(file: &File) -> Option<Problem> {
    let (_, inner) = file.in_capability()?;
    let (folder, name) = inner.rsplit_once('/').unwrap_or(("", inner));
    let role = name.strip_suffix(".rs")?;
    let (allowed, place) = if folder.is_empty() {
        (DOOR, "the root of a capability")
    } else {
        (ROLES, "the folder of a noun")
    };
    let why = format!(
        "{place} has the files {}, and files of nouns that hold handlers",
        allowed.join(", ")
    );
    (!allowed.contains(&role) && !is_noun(file)).then(|| Problem::new(&file.path, 0, why))
}

/// A small noun may be one file beside the noun it belongs to, such as a revocation beside an invitation: it holds a
/// handler by one of the seven names.
fn is_noun(file: &File) -> bool {
    const HANDLERS: [&str; 7] = ["index", "show", "new", "create", "edit", "update", "destroy"];
    HANDLERS.iter().any(|it| file.text.contains(&format!("fn {it}(")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_path(path: &str) -> usize {
        check(&Tree::sample(&[(path, "")])).len()
    }

    #[test]
    fn knows_the_rooms() {
        for path in [
            "crates/people/src/lib.rs",
            "crates/people/src/sessions/store.rs",
            "crates/people/migrations/V1__people.sql",
            "crates/kernel/src/db/sqlite/writer.rs",
            "xtask/src/run.rs",
        ] {
            assert_eq!(check_path(path), 0, "{path}");
        }
    }

    #[test]
    fn knows_a_small_noun_by_its_handlers() {
        let path = "crates/people/src/invitations/revocations.rs";
        assert!(check(&Tree::sample(&[(path, "pub fn create(may: &May<Edit>) {}")])).is_empty());
        assert_eq!(check(&Tree::sample(&[(path, "pub fn creation() {}")])).len(), 1);
    }

    #[test]
    fn refuses_other_rooms() {
        for path in [
            "crates/people/src/store.rs",
            "crates/people/src/sessions/cookie.rs",
            "crates/kernel/src/utils.rs",
            "crates/kernel/src/common/mod.rs",
            "journeys/lib/helpers.mjs",
            "crates/kernel/src/a/b/c/d/e/f.rs",
        ] {
            assert_eq!(check_path(path), 1, "{path}");
        }
    }
}
