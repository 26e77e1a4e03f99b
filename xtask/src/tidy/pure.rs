//! A `model.rs` decides by what it is given: no clock and no database in it, nor in the judge.
use super::rust::line_of;
use super::{Problem, Tree};

const OUTSIDE: &[&str] = &["Tx<", "Snapshot<", ".now()", "Instant::now", "rusqlite", "postgres::"];

pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|it| it.is_rust()) {
        let model = file.in_capability().is_some() && file.name() == "model.rs";
        if !model && !file.path.starts_with("crates/judge/src/") {
            continue;
        }
        for word in OUTSIDE {
            for (at, _) in file.rust.code.match_indices(word) {
                let why = format!("`{word}` in a file that must be pure: pass the value in");
                problems.push(Problem::new(&file.path, line_of(&file.text, at), why));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_the_clock_and_the_database_in_a_model() {
        let text = "// tx.now() is for handlers\nfn f(tx: &mut Tx<'_>) {\n tx.now() }";
        let tree = Tree::sample(&[("crates/people/src/persons/model.rs", text)]);
        assert_eq!(check(&tree).iter().map(|it| it.line).collect::<Vec<_>>(), [2, 3]);
        let tree = Tree::sample(&[("crates/people/src/persons/mod.rs", text)]);
        assert!(check(&tree).is_empty());
        let tree = Tree::sample(&[("crates/judge/src/timeline.rs", text)]);
        assert_eq!(check(&tree).len(), 2);
    }
}
