//! No test is put aside, run alone or made to wait for time to pass.
use super::rust::line_of;
use super::{File, Problem, Tree};

const RUST: &[(&str, &str)] = &[("#[ignore", "a test is repaired or removed, never put aside")];
const RUST_TESTS: &[(&str, &str)] =
    &[("sleep(", "wait for the thing itself, never for time to pass")];
const SCRIPTS: &[(&str, &str)] = &[
    (".only(", "run one test by its name on the command line"),
    (".skip(", "a test is repaired or removed, never put aside"),
    ("skip: true", "a test is repaired or removed, never put aside"),
    ("sleep(", "wait for the thing itself, never for time to pass"),
    ("waitForTimeout(", "wait for the thing itself, never for time to pass"),
];

pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in &tree.files {
        if file.is_rust() {
            find(file, &file.rust.code, 0, RUST, &mut problems);
            let tests = if file.is_test() { Some(0) } else { file.rust.code.find("#[cfg(test)]") };
            let from = tests.unwrap_or(file.text.len());
            find(file, &file.rust.code, from, RUST_TESTS, &mut problems);
        } else if file.is_script() {
            find(file, &file.text, 0, SCRIPTS, &mut problems);
        }
    }
    problems
}

fn find(file: &File, code: &str, from: usize, words: &[(&str, &str)], out: &mut Vec<Problem>) {
    for (word, why) in words {
        for (at, _) in code.match_indices(word).filter(|(at, _)| *at >= from) {
            out.push(Problem::new(&file.path, line_of(code, at), format!("`{word}`: {why}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_tests_that_are_put_aside_or_wait() {
        let rust =
            "fn work() { sleep(1) }\n#[cfg(test)]\nmod tests {\n#[ignore]\nfn a() { sleep(1) } }";
        let script = "test.skip('a');\ntest.only('b');\nawait sleep(1);";
        let tree = Tree::sample(&[("crates/kernel/src/a.rs", rust), ("a.test.mjs", script)]);
        let mut lines: Vec<usize> = check(&tree).iter().map(|it| it.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn allows_words_in_texts() {
        let tree =
            Tree::sample(&[("crates/kernel/src/tests.rs", "// sleep(1)\nlet a = \"#[ignore]\";")]);
        assert!(check(&tree).is_empty());
    }
}
