//! Every statement of the product that stands in one piece is one that the engine understands (architecture §5), also
//! those that no test runs. A statement that a `Query` puts together has as many texts as there are filters: those are
//! run, by the tests of their rooms and by the walks, which open every page on both engines.
use std::fs;
use std::path::{Path, PathBuf};

use kernel::db::Engine;

use crate::lexer::{Macros, Token, close, tokens};
use crate::world::House;

/// A statement and where it stands.
#[derive(Debug)]
struct Statement {
    place: String,
    text: String,
    /// For which engine alone it is written.
    only: Option<Engine>,
}

#[tokio::test(flavor = "multi_thread")]
async fn the_engine_understands_every_statement() {
    let house = House::new().await;
    let mut all = Vec::new();
    for file in files() {
        let source = fs::read_to_string(&file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        all.extend(statements(&name(&file), source));
    }
    println!("{} statements", all.len());
    assert!(all.len() >= 150, "only {} statements were found", all.len());
    let engine = house.test.app().engine();
    let here = all.iter().filter(|it| it.only.is_none_or(|only| only == engine));
    let mut refused = Vec::new();
    for it in here {
        // A refused statement ends its transaction, so each has its own.
        if let Err(error) = house.test.read(|db| db.prepare(&it.text)) {
            refused.push(format!("{}: {error:?}\n    {}", it.place, it.text));
        }
    }
    assert!(refused.is_empty(), "{} statements are refused\n{}", refused.len(), refused.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the crates")
}

fn name(file: &Path) -> String {
    file.strip_prefix(root()).expect("a file of a crate").display().to_string()
}

/// Where statements are: the stores of the nouns, and the kernel but for its two engines and its tests.
fn files() -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let place = name(&path);
            let in_kernel = place.starts_with("kernel/src/")
                && !place.starts_with("kernel/src/db/")
                && !place.starts_with("kernel/src/testing/");
            if place.ends_with("/store.rs")
                || (in_kernel && path.extension().is_some_and(|it| it == "rs"))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn is_statement(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(3).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["select", ..] => text.len() > 7,
        ["with", _, second] => second.starts_with("as") || second.starts_with('('),
        ["insert", "into", _] | ["delete", "from", _] | ["update", _, "set"] => true,
        ["update", _, _] => text.contains(" set "),
        _ => false,
    }
}

/// A statement that goes on: what it is compared with, or what it is made of, is bound behind it.
fn goes_on(text: &str) -> bool {
    text.ends_with([' ', '(', ',', '\n'])
}

/// The constants that a `Query` begins with or goes on with: `Query::new(COLUMNS)`, `query.push(COLUMNS)`.
fn pieces(tokens: &[(usize, Token)]) -> Vec<&str> {
    let named = |it: &'_ Token, names: &[&str]| matches!(it, Token::Name(it) if names.contains(&it.as_str()));
    let open = Token::Sign('(');
    let names = tokens.windows(3).filter_map(|it| match &it[2].1 {
        Token::Name(name) if it[1].1 == open && named(&it[0].1, &["new", "push"]) => {
            Some(name.as_str())
        }
        _ => None,
    });
    names.collect()
}

/// The whole statements of a file.
fn statements(place: &str, source: &str) -> Vec<Statement> {
    let tokens = tokens(source);
    let macros = Macros::read(&tokens);
    let pieces = pieces(&tokens);
    let word =
        |at: usize, name: &str| matches!(tokens.get(at), Some((_, Token::Name(it))) if it == name);
    let sign =
        |at: usize, sign: char| matches!(tokens.get(at), Some((_, Token::Sign(it))) if *it == sign);
    let is_piece = |at: usize| matches!(tokens.get(at), Some((_, Token::Name(it))) if pieces.contains(&it.as_str()));
    let (mut found, mut at) = (Vec::new(), 0);
    let mut only = None;
    while at < tokens.len() {
        if word(at, "macro_rules") {
            at = close(&tokens, at + 3) + 1;
        } else if word(at, "const") && is_piece(at + 1) {
            at += tokens[at..].iter().position(|it| it.1 == Token::Sign(';')).unwrap_or(1);
        } else if word(at, "fn") {
            only = None;
            at += 1;
        } else if word(at, "const") || word(at, "Engine") {
            let named = tokens.get(at + if word(at, "const") { 1 } else { 3 });
            only = named.and_then(|it| engine_in(&it.1)).or(only);
            at += 1;
        } else if word(at, "Query") && sign(at + 1, ':') && word(at + 3, "new") {
            at = close(&tokens, at + 4) + 1;
        } else if word(at, "push") && sign(at + 1, '(') {
            at = close(&tokens, at + 1) + 1;
        } else if let Some((text, behind)) = macros.text(&tokens, at) {
            if is_statement(&text) && !goes_on(&text) {
                found.push(Statement { place: format!("{place}:{}", tokens[at].0), text, only });
            }
            at = behind;
        } else {
            at += 1;
        }
        if sign(at.saturating_sub(1), ';') {
            only = None;
        }
    }
    found
}

fn engine_in(token: &Token) -> Option<Engine> {
    let Token::Name(name) = token else { return None };
    let name = name.to_lowercase();
    if name.contains("sqlite") {
        Some(Engine::Sqlite)
    } else {
        name.contains("postgres").then_some(Engine::Postgres)
    }
}

#[test]
fn only_whole_statements_are_taken() {
    let source = r#"
        const COLUMNS: &str = "select a, b from t";
        fn f() { Query::new(COLUMNS).push(" where a = 1"); Query::new("select a from t").push("x");
            take("delete from t where a = "); db.all("select b from t", &[]); }
    "#;
    let texts: Vec<String> = statements("here", source).into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["select b from t"]);
}
