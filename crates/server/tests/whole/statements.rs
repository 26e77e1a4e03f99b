//! Every statement of the product is one that the engine understands (architecture §5).
use std::fs;
use std::path::{Path, PathBuf};

use kernel::db::Engine;

use crate::lexer::{Macros, Token, close, tokens};
use crate::world::House;

/// Files whose queries are put together by several functions, so that their pieces do not stand in one place: the tests
/// of their rooms run them.
const SCATTERED: &[&str] = &["home/src/overview/store.rs"];

/// A statement and where it stands.
#[derive(Debug)]
struct Statement {
    place: String,
    text: String,
    /// For which engine alone it is written.
    only: Option<Engine>,
    /// Put together from pieces.
    built: bool,
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
    assert!(all.len() >= 70, "only {} statements were found", all.len());
    let engine = house.test.app().engine();
    let here = all.iter().filter(|it| it.only.is_none_or(|only| only == engine));
    let mut refused = Vec::new();
    for it in
        here.filter(|it| !(it.built && SCATTERED.iter().any(|file| it.place.starts_with(file))))
    {
        // A refused statement ends its transaction, so each has its own.
        if let Err(error) = house.test.read(|db| db.prepare(&it.text)) {
            refused.push(format!("{}: {error:?}\n    {}", it.place, it.text));
        }
    }
    assert!(refused.is_empty(), "{} statements are refused\n{}", refused.len(), refused.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn name(file: &Path) -> String {
    file.strip_prefix(root()).unwrap().display().to_string()
}

/// Where statements are: the stores of the nouns, and the kernel but for its two engines and its tests.
fn files() -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![root()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let place = name(&path);
            let in_kernel = place.starts_with("kernel/src/")
                && !place.starts_with("kernel/src/db/")
                && !place.starts_with("kernel/src/testing/");
            if place.ends_with("/store.rs") || (in_kernel && place.ends_with(".rs")) {
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

/// The statements of a file: whole ones, and those that a `Query` is put together from, with all their pieces in the
/// order in which they are written.
fn statements(place: &str, source: &str) -> Vec<Statement> {
    let tokens = tokens(source);
    let macros = Macros::read(&tokens);
    let word =
        |at: usize, name: &str| matches!(tokens.get(at), Some((_, Token::Name(it))) if it == name);
    let sign =
        |at: usize, sign: char| matches!(tokens.get(at), Some((_, Token::Sign(it))) if *it == sign);
    let (mut found, mut at) = (Vec::new(), 0);
    let mut only = None;
    while at < tokens.len() {
        if word(at, "macro_rules") {
            at = close(&tokens, at + 3) + 1;
        } else if word(at, "fn") {
            only = None;
            at += 1;
        } else if word(at, "const") || word(at, "Engine") {
            let named = tokens.get(at + if word(at, "const") { 1 } else { 3 });
            only = named.and_then(|it| engine_in(&it.1)).or(only);
            at += 1;
        } else if word(at, "Query") && sign(at + 1, ':') && word(at + 3, "new") {
            let end = body_end(&tokens, at);
            let text = built(&macros, &tokens[at..end]);
            found.push(Statement {
                place: format!("{place}:{}", tokens[at].0),
                text,
                only: None,
                built: true,
            });
            at = close(&tokens, at + 4) + 1;
        } else if word(at, "push") && sign(at + 1, '(') {
            at = close(&tokens, at + 1) + 1;
        } else if let Some((text, behind)) = macros.text(&tokens, at) {
            if is_statement(&text) {
                found.push(Statement {
                    place: format!("{place}:{}", tokens[at].0),
                    text,
                    only,
                    built: false,
                });
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

/// Where the function around a place ends.
fn body_end(tokens: &[(usize, Token)], at: usize) -> usize {
    let mut depth = 0_i32;
    for (place, (_, token)) in tokens.iter().enumerate().skip(at) {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth -= 1,
            Token::Name(it) if it == "fn" && depth <= 0 => return place,
            Token::Name(it)
                if it == "Query"
                    && place > at
                    && tokens
                        .get(place + 3)
                        .is_some_and(|it| it.1 == Token::Name("new".to_owned())) =>
            {
                return place;
            }
            _ => {}
        }
    }
    tokens.len()
}

/// A query with all its pieces, whatever decides between them.
fn built(macros: &Macros, tokens: &[(usize, Token)]) -> String {
    let (mut text, mut values) = (String::new(), 0);
    for at in 0..tokens.len() {
        let Token::Name(name) = &tokens[at].1 else { continue };
        let called = tokens.get(at + 1).is_some_and(|it| it.1 == Token::Sign('('));
        let piece = || macros.text(tokens, at + 2).map(|it| it.0).unwrap_or_default();
        match name.as_str() {
            "new" | "push" if called => text.push_str(&piece()),
            "bind" | "put" if called => {
                values += 1;
                text.push_str(&format!("${values}"));
            }
            "any_of" if called => {
                values += 1;
                text.push_str(&format!("{} in (${values})", piece()));
            }
            _ => {}
        }
    }
    text
}
