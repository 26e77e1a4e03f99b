//! Nothing in the tree names a machine, a registry's address or a tool that wrote it; no line ends in space.
use super::{File, Problem, Tree};

/// Put together from halves, so that this file passes its own rule.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("//", "crates.io"), REGISTRY),
    (concat!("index.", "crates.io"), REGISTRY),
    (concat!("static.", "crates.io"), REGISTRY),
    (concat!("registry.", "npmjs"), REGISTRY),
    (concat!("registry.", "yarnpkg"), REGISTRY),
    (concat!("py", "pi.org"), REGISTRY),
    (concat!("deb.", "debian.org"), REGISTRY),
    (concat!("/ro", "ot/"), MACHINE),
    (concat!("/wo", "rk/main"), MACHINE),
    (concat!("/wo", "rk/shared"), MACHINE),
    (concat!("/wo", "rk/target"), MACHINE),
    (concat!("/wo", "rk/."), MACHINE),
    (concat!("chat", "gpt"), TOOL),
    (concat!("cla", "ude"), TOOL),
    (concat!("co", "pilot"), TOOL),
];
/// Found only as a word of its own: many words hold these letters.
const WORDS: &[(&str, &str)] = &[(concat!("l", "lm"), TOOL)];

const REGISTRY: &str = "a registry's address; say the name of the package";
const MACHINE: &str = "a path of one machine; take it from the environment";
const TOOL: &str = "the tree says what it does, not what wrote it";

pub fn check(tree: &Tree) -> Vec<Problem> {
    tree.files.iter().flat_map(|file| if is_lock(file) { lock(file) } else { read(file) }).collect()
}

fn is_lock(file: &File) -> bool {
    ["Cargo.lock", "package-lock.json"].contains(&file.name())
}

/// A lockfile is written by its tool; the addresses npm may put into it are left out.
fn lock(file: &File) -> Vec<Problem> {
    let resolved = file.text.lines().position(|it| it.contains("\"resolved\": \"http"));
    let why =
        "has download addresses; npm leaves them out with omit-lockfile-registry-resolved=true";
    resolved.map(|at| Problem::new(&file.path, at + 1, why)).into_iter().collect()
}

fn read(file: &File) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (line, text) in file.text.lines().enumerate().map(|(at, text)| (at + 1, text)) {
        let lower = text.to_ascii_lowercase();
        let found = FORBIDDEN.iter().filter(|(word, _)| lower.contains(word));
        let found = found.chain(WORDS.iter().filter(|(word, _)| has_word(&lower, word)));
        for (word, why) in found {
            problems.push(Problem::new(&file.path, line, format!("`{word}`: {why}")));
        }
        if text.ends_with([' ', '\t']) {
            problems.push(Problem::new(&file.path, line, "the line ends in space"));
        }
    }
    problems
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| it == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(path: &str, text: &str) -> usize {
        check(&Tree::sample(&[(path, text)])).len()
    }

    #[test]
    fn refuses_machines_registries_and_tools() {
        for (word, _) in FORBIDDEN.iter().chain(WORDS) {
            assert_eq!(check_text("README.md", &format!("see {word} there")), 1, "{word}");
        }
        assert_eq!(check_text("a.rs", "fn f() {} \n"), 1);
    }

    #[test]
    fn allows_words_that_only_look_alike() {
        assert_eq!(check_text("a.rs", "let path = \"/work/{id}\"; // fulllmoon, the root\n"), 0);
        assert_eq!(check_text("Cargo.lock", FORBIDDEN[0].0), 0);
    }

    #[test]
    fn refuses_addresses_in_a_lockfile() {
        assert_eq!(
            check_text("a/package-lock.json", "{\n \"resolved\": \"https://x/y.tgz\"\n}"),
            1
        );
    }
}
