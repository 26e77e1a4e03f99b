//! HTML is written in `page.rs` and in `ui`, nowhere else.
use super::rust::line_of;
use super::{Problem, Tree};

pub fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files.iter().filter(|it| it.is_rust()) {
        let at_home = file.name() == "page.rs" || file.path.starts_with("crates/ui/");
        for (at, _) in file.rust.code.match_indices("html!").filter(|_| !at_home) {
            let line = line_of(&file.text, at);
            problems.push(Problem::new(&file.path, line, "HTML belongs into a page.rs or into ui"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_html_in_a_handler() {
        let text = "// html! is fine here\nfn f() { html! { p { \"html!\" } } }";
        let handler = ("crates/people/src/persons/mod.rs", text);
        let problems = check(&Tree::sample(&[handler]));
        assert_eq!(problems.iter().map(|it| it.line).collect::<Vec<_>>(), [2]);
        let page = ("crates/people/src/persons/page.rs", text);
        assert!(check(&Tree::sample(&[page, ("crates/ui/src/table.rs", text)])).is_empty());
    }
}
