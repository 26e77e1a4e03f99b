//! Every text that is asked for exists, and every text that exists is asked for.
use super::rust::line_of;
use super::{File, Problem, Tree, has_end};
use std::collections::{BTreeMap, BTreeSet};

const HOME: &str = "crates/ui/texts/en/";
/// Functions whose second argument is the key of a text.
const ASKING: &[&str] = &["t", "with", "Invalid::one"];
/// Declares, in a comment of a Fluent file, keys that are put together at run time.
const DYNAMIC: &str = "# used: ";

pub fn check(tree: &Tree) -> Vec<Problem> {
    let files: Vec<&File> = tree.files.iter().filter(|it| is_text(it)).collect();
    if files.is_empty() {
        return Vec::new();
    }
    let mut told: BTreeMap<&str, (&File, usize)> = BTreeMap::new();
    let mut problems = Vec::new();
    for file in &files {
        for (line, key) in keys(&file.text) {
            if let Some((other, _)) = told.insert(key, (file, line)) {
                let why = format!("`{key}` is told again; {} has it too", other.path);
                problems.push(Problem::new(&file.path, line, why));
            }
        }
    }
    for file in sources(tree).filter(|it| it.is_rust()) {
        let asked = asked(file).into_iter().filter(|(_, key)| !told.contains_key(key.as_str()));
        problems.extend(asked.map(|(line, key)| {
            Problem::new(&file.path, line, format!("there is no text `{key}` in {HOME}"))
        }));
    }
    problems.extend(unused(tree, &files, &told));
    problems
}

fn is_text(file: &File) -> bool {
    file.path.starts_with(HOME) && has_end(&file.path, &["ftl"])
}

/// What the product is made of; a text that only a test names is used by nobody.
fn sources(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.files.iter().filter(|it| it.path.starts_with("crates/") && !it.is_test())
}

/// The messages and terms of a Fluent file with their lines.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(at, line)| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let starts = key.starts_with(|it: char| it.is_ascii_alphabetic() || it == '-');
        let whole = key.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_');
        (starts && whole).then_some((at + 1, key))
    })
}

/// The keys a Rust file asks for: second arguments that are written out.
fn asked(file: &File) -> Vec<(usize, String)> {
    let code = &file.rust.code;
    let mut found = Vec::new();
    for name in ASKING {
        let call = format!("{name}(");
        for (at, _) in code.match_indices(&call) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|it| it.is_ascii_alphanumeric() || "_.!".contains(it)) {
                continue;
            }
            found.extend(second(code, at + call.len()).and_then(|at| file.rust.literal_at(at)));
        }
    }
    // `.add("field", "key")`: other things are added too, so the first argument must be a text as well.
    for (at, call) in code.match_indices(".add(") {
        let at = at + call.len();
        let field = file.rust.literal_at(at);
        found.extend(field.and(second(code, at)).and_then(|at| file.rust.literal_at(at)));
    }
    let keys = found.into_iter().filter(|it| is_key(&it.text));
    keys.map(|it| (line_of(&file.text, it.at), it.text.clone())).collect()
}

/// Where the second argument begins, if there is one.
fn second(code: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, sign) in code.get(from..)?.char_indices() {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => return Some(from + at + 1),
            _ => {}
        }
    }
    None
}

fn is_key(text: &str) -> bool {
    let signs = text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
    signs && text.starts_with(|it: char| it.is_ascii_lowercase()) && !text.ends_with('-')
}

fn unused(tree: &Tree, files: &[&File], told: &BTreeMap<&str, (&File, usize)>) -> Vec<Problem> {
    let declared = files.iter().flat_map(|it| it.text.lines());
    let declared =
        declared.filter_map(|it| it.strip_prefix(DYNAMIC)).flat_map(str::split_whitespace);
    let prefixes: Vec<&str> = declared.filter_map(|it| it.strip_suffix('*')).collect();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for file in sources(tree) {
        if file.is_rust() {
            used.extend(file.rust.literals.iter().map(|it| it.text.as_str()));
        } else if file.is_script() {
            used.extend(file.text.split(['"', '\'', '`']));
        } else if is_text(file) {
            let references =
                file.text.split('{').skip(1).filter_map(|it| it.split(['}', '(']).next());
            used.extend(references.map(|it| it.trim().split('.').next().unwrap_or_default()));
        }
    }
    let unused = told.iter().filter(|(key, _)| !used.contains(**key));
    let unused = unused.filter(|(key, _)| !prefixes.iter().any(|it| key.starts_with(it)));
    let why =
        |key: &str| format!("nothing asks for `{key}`; remove it or declare `{DYNAMIC}prefix-*`");
    unused.map(|(key, (file, line))| Problem::new(&file.path, *line, why(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: (&str, &str) = (
        "crates/ui/texts/en/people.ftl",
        "# used: role-*\nsign-in = Sign in\n    .title = More\n-brand = Gatepass\nwelcome = At { -brand }, { $name }\nrole-owner = Owner\nname-missing = Say the name\n",
    );
    const ASKS: (&str, &str) = (
        "crates/people/src/lib.rs",
        "fn f() { t(lang, \"sign-in\"); ui::with(\n lang(a, b),\n \"welcome\", []); Invalid::one(\"name\", \"name-missing\") }",
    );

    fn whys(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::sample(files)).into_iter().map(|it| it.why).collect()
    }

    #[test]
    fn is_content_when_all_is_told_and_asked() {
        let none: [&str; 0] = [];
        assert_eq!(whys(&[TEXTS, ASKS]), none);
        assert_eq!(whys(&[ASKS]), none);
    }

    #[test]
    fn refuses_a_text_that_is_not_told() {
        let text = "fn f() { t(lang, \"sign-out\"); it.add(\"name\", \"name-long\"); set.add(1, \"x\"); print(a, \"b\") }";
        let problems = whys(&[TEXTS, ASKS, ("crates/people/src/a/page.rs", text)]).join("; ");
        assert!(problems.contains("no text `sign-out`"), "{problems}");
        assert!(problems.contains("no text `name-long`"), "{problems}");
        assert_eq!(problems.matches("no text").count(), 2, "{problems}");
    }

    #[test]
    fn refuses_a_text_that_nobody_asks_for() {
        let more = ("crates/ui/texts/en/more.ftl", "sign-up = Sign up\nsign-in = Twice\n");
        let test = ("crates/people/src/tests.rs", "fn f() { t(lang, \"sign-up\") }");
        let problems = whys(&[TEXTS, ASKS, more, test]).join("; ");
        assert!(problems.contains("nothing asks for `sign-up`"), "{problems}");
        assert!(problems.contains("`sign-in` is told again"), "{problems}");
    }
}
