//! A file is read in one sitting: at most 400 lines.
use super::{Problem, Tree, has_end};

const LINES: usize = 400;

pub fn check(tree: &Tree) -> Vec<Problem> {
    let files = tree.files.iter().filter(|it| has_end(&it.path, &["rs", "js", "mjs", "css"]));
    let counted = files.map(|file| (file, file.text.lines().count()));
    let long = counted.filter(|(_, lines)| *lines > LINES);
    long.map(|(file, lines)| {
        let why = format!("{lines} lines; a file has at most {LINES}: split it by what it means");
        Problem::new(&file.path, 0, why)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_the_401st_line() {
        let (good, bad) = ("x\n".repeat(400), "x\n".repeat(401));
        let tree = Tree::sample(&[("a.rs", &good), ("b.css", &bad), ("c.md", &bad)]);
        let problems = check(&tree);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, "b.css");
    }
}
