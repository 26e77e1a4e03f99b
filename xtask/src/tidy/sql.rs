//! Every SQL statement of a noun is in its `store.rs`. Tests may look into the tables too.
use super::{Problem, Tree};

pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|it| it.in_capability().is_some()) {
        if ["store.rs", "tests.rs"].contains(&file.name()) {
            continue;
        }
        for literal in file.rust.literals.iter().filter(|it| is_statement(&it.text)) {
            let why = "SQL belongs into the store.rs of its noun";
            problems.push(Problem::new(&file.path, literal.line, why));
        }
    }
    problems
}

/// Whether a text is a statement, and not a sentence that begins with the same word.
fn is_statement(text: &str) -> bool {
    let words = text.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    match words.as_slice() {
        ["select", _, ..] => {
            has("from")
                || words[1].starts_with(|it: char| it.is_ascii_digit() || "(*$".contains(it))
        }
        ["with", ..] => has("as") && (has("select") || text.contains('(')),
        ["insert" | "replace" | "merge", "into" | "or", ..]
        | ["delete", "from", ..]
        | ["create" | "alter" | "drop", "table" | "index", ..]
        | ["update", _, "set", ..]
        | ["update", _, _, "set", ..] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str =
        "fn f() { q(\"select id\n from person\"); q(r\"WITH a AS (select 1) x\") }";

    #[test]
    fn refuses_statements_outside_the_store() {
        let tree = Tree::sample(&[("crates/people/src/persons/mod.rs", SAMPLE)]);
        assert_eq!(check(&tree).len(), 2);
        for text in ["insert into a values ($1)", "Update a set b = 1", "select 1", "delete from a"]
        {
            assert!(is_statement(text), "{text}");
        }
    }

    #[test]
    fn allows_stores_the_ground_and_sentences() {
        let store = ("crates/people/src/persons/store.rs", SAMPLE);
        assert!(check(&Tree::sample(&[store, ("crates/kernel/src/db.rs", SAMPLE)])).is_empty());
        for text in ["with a site", "select", "Update the card", "delete", "select-site", "with as"]
        {
            assert!(!is_statement(text), "{text}");
        }
    }
}
