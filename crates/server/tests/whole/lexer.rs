//! Just enough of a reader of Rust to find the texts of statements: names, signs and literals, and macros that are
//! nothing but text.
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Text(String),
    Name(String),
    Sign(char),
}

/// The tokens of a file, with the line each begins on. Comments are left out.
pub fn tokens(source: &str) -> Vec<(usize, Token)> {
    let mut lexer = Lexer { rest: source, line: 1, out: Vec::new() };
    while lexer.step() {}
    lexer.out
}

struct Lexer<'s> {
    rest: &'s str,
    line: usize,
    out: Vec<(usize, Token)>,
}

impl Lexer<'_> {
    fn skip(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
    }

    fn step(&mut self) -> bool {
        let Some(sign) = self.rest.chars().next() else { return false };
        let line = self.line;
        if self.rest.starts_with("//") {
            self.skip(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.skip(self.rest.find("*/").map_or(self.rest.len(), |it| it + 2));
        } else if let Some((text, length)) = raw(self.rest) {
            self.skip(length);
            self.out.push((line, Token::Text(text)));
        } else if sign == '"' {
            let (text, length) = quoted(self.rest);
            self.skip(length);
            self.out.push((line, Token::Text(text)));
        } else if sign == '\'' {
            self.skip(character(self.rest));
        } else if sign.is_alphanumeric() || sign == '_' {
            let end = self.rest.find(|it: char| !it.is_alphanumeric() && it != '_');
            let end = end.unwrap_or(self.rest.len());
            let name = self.rest[..end].to_owned();
            self.skip(end);
            self.out.push((line, Token::Name(name)));
        } else {
            self.skip(sign.len_utf8());
            if !sign.is_whitespace() {
                self.out.push((line, Token::Sign(sign)));
            }
        }
        true
    }
}

/// `r"…"` and `r#"…"#`.
fn raw(rest: &str) -> Option<(String, usize)> {
    let behind = rest.strip_prefix('r')?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    let inside = behind[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside.find(&close)?;
    Some((inside[..end].to_owned(), 1 + hashes + 1 + end + close.len()))
}

fn quoted(rest: &str) -> (String, usize) {
    let mut text = String::new();
    let mut signs = rest.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return (text, at + 1),
            '\\' => match signs.next().map(|it| it.1) {
                Some('\n') => while signs.next_if(|it| it.1.is_whitespace()).is_some() {},
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some(other) => text.push(other),
                None => break,
            },
            other => text.push(other),
        }
    }
    (text, rest.len())
}

/// The length of a character in quotes, or of the sign before a lifetime.
fn character(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            rest[from..].find('\'').map_or(1, |it| from + it + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

type Tokens<'t> = &'t [(usize, Token)];

/// `macro_rules!` of one arm whose body is text.
#[derive(Debug, Clone)]
struct Macro {
    params: Vec<String>,
    body: Vec<(usize, Token)>,
}

/// The macros of a file.
#[derive(Debug, Default)]
pub struct Macros(BTreeMap<String, Macro>);

fn is(token: Option<&(usize, Token)>, sign: char) -> bool {
    token.is_some_and(|it| it.1 == Token::Sign(sign))
}

/// Where the bracket that opens at `at` closes.
pub fn close(tokens: Tokens<'_>, at: usize) -> usize {
    let mut depth = 0_usize;
    for (place, (_, token)) in tokens.iter().enumerate().skip(at) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    tokens.len().saturating_sub(1)
}

impl Macros {
    pub fn read(tokens: Tokens<'_>) -> Self {
        let mut all = BTreeMap::new();
        for (at, (_, token)) in tokens.iter().enumerate() {
            let Some((_, Token::Name(name))) = tokens.get(at + 2) else { continue };
            if *token != Token::Name("macro_rules".to_owned()) || !is(tokens.get(at + 3), '{') {
                continue;
            }
            let pattern = at + 4;
            let pattern_end = close(tokens, pattern);
            let params = tokens[pattern..pattern_end].windows(2).filter_map(|pair| match pair {
                [(_, Token::Sign('$')), (_, Token::Name(name))] => Some(name.clone()),
                _ => None,
            });
            // `=` and `>`, then the body in brackets of any kind.
            let body = pattern_end + 3;
            let inside = tokens.get(body + 1..close(tokens, body)).unwrap_or_default().to_vec();
            all.insert(name.clone(), Macro { params: params.collect(), body: inside });
        }
        Self(all)
    }

    /// The text of an expression that is nothing but text, and the place behind it.
    pub fn text(&self, tokens: Tokens<'_>, at: usize) -> Option<(String, usize)> {
        match tokens.get(at).map(|it| &it.1) {
            Some(Token::Text(text)) => Some((text.clone(), at + 1)),
            Some(Token::Name(name)) if is(tokens.get(at + 1), '!') => {
                let end = close(tokens, at + 2);
                let inside = tokens.get(at + 3..end)?;
                let text = if name == "concat" {
                    self.all(inside)?.concat()
                } else {
                    let known = self.0.get(name)?;
                    let values = self.all(inside)?;
                    self.all(&filled(known, &values))?.concat()
                };
                Some((text, end + 1))
            }
            _ => None,
        }
    }

    /// Texts with commas between them.
    fn all(&self, tokens: Tokens<'_>) -> Option<Vec<String>> {
        let (mut texts, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            let (text, behind) = self.text(tokens, at)?;
            texts.push(text);
            at = behind + usize::from(is(tokens.get(behind), ','));
        }
        Some(texts)
    }
}

/// The body of a macro with its parameters filled in.
fn filled(known: &Macro, values: &[String]) -> Vec<(usize, Token)> {
    let mut out = Vec::new();
    let mut tokens = known.body.iter().peekable();
    while let Some((line, token)) = tokens.next() {
        let param = match (token, tokens.peek()) {
            (Token::Sign('$'), Some((_, Token::Name(name)))) => {
                known.params.iter().position(|it| it == name)
            }
            _ => None,
        };
        match param.and_then(|it| values.get(it)) {
            Some(value) => {
                tokens.next();
                out.push((*line, Token::Text(value.clone())));
            }
            None => out.push((*line, token.clone())),
        }
    }
    out
}

#[test]
fn texts_in_macros_are_put_together() {
    let source = r##"
        macro_rules! columns { () => { "select a " }; }
        macro_rules! find { ($tail:literal) => { concat!(columns!(), "where ", $tail) }; }
        // "not this"
        fn f<'a>(x: &'a str) { let c = '"'; concat!(columns!(), "from t"); find!("b = $1"); r#"raw "x" y"#; }
    "##;
    let tokens = tokens(source);
    let macros = Macros::read(&tokens);
    let starts = (0..tokens.len()).filter_map(|at| macros.text(&tokens, at).map(|it| it.0));
    let texts: Vec<String> = starts.collect();
    for wanted in ["select a from t", "select a where b = $1", "raw \"x\" y"] {
        assert!(texts.iter().any(|it| it == wanted), "{wanted}: {texts:?}");
    }
    assert!(!texts.iter().any(|it| it.contains("not this")));
}
