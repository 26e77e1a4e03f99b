//! The route table is committed, so that a change of who may call what is seen in review.
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::world::all_routes;

/// The committed table: verb, path, gate and handler of each route.
#[test]
fn the_route_table_is_the_committed_one() {
    let table = all_routes().table();
    let paths = table.iter().map(|it| it.path.len()).max().unwrap_or_default();
    let gates = table.iter().map(|it| it.gate.len()).max().unwrap_or_default();
    let mut text = String::new();
    for it in &table {
        writeln!(text, "{:4}  {:paths$}  {:gates$}  {}", it.verb, it.path, it.gate, it.handler)
            .unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/routes.txt");
    if update() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &text).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "docs/routes.txt is not what the product has; write it with `cargo xtask docs`\n{}",
        difference(&kept, &text)
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the tests decides whether they write the documents"
)]
fn update() -> bool {
    std::env::var("UPDATE_DOCS").is_ok_and(|it| it == "1")
}

fn difference(kept: &str, made: &str) -> String {
    let gone =
        kept.lines().filter(|it| !made.lines().any(|line| line == *it)).map(|it| format!("- {it}"));
    let new =
        made.lines().filter(|it| !kept.lines().any(|line| line == *it)).map(|it| format!("+ {it}"));
    gone.chain(new).collect::<Vec<_>>().join("\n")
}
