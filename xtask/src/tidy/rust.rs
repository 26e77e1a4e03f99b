//! Tells the code of a Rust file from its comments and literals, so that a rule reads only what it means.

/// A text in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    /// Where its opening quote stands in [`Source::code`].
    pub at: usize,
    pub text: String,
}

/// A Rust file taken apart.
#[derive(Debug, Default)]
pub struct Source {
    /// The file with comments and the insides of literals blanked; every byte keeps its place.
    pub code: String,
    pub literals: Vec<Literal>,
}

impl Source {
    pub fn read(text: &str) -> Self {
        let code = text.bytes().map(|byte| if byte.is_ascii() { byte } else { b' ' }).collect();
        let mut reader = Reader { text, code, at: 0, literals: Vec::new() };
        reader.all();
        Self { code: String::from_utf8_lossy(&reader.code).into_owned(), literals: reader.literals }
    }

    /// The literal whose opening quote is the next thing at or after `at`, white space aside.
    pub fn literal_at(&self, at: usize) -> Option<&Literal> {
        let code = self.code.get(at..)?;
        let at = at + code.len() - code.trim_start().len();
        let found = self.literals.binary_search_by_key(&at, |it| it.at).ok()?;
        self.literals.get(found)
    }
}

/// The line, counted from 1, of a byte of the text.
pub fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

struct Reader<'a> {
    text: &'a str,
    code: Vec<u8>,
    at: usize,
    literals: Vec<Literal>,
}

impl Reader<'_> {
    fn all(&mut self) {
        while self.at < self.text.len() {
            let rest = &self.text.as_bytes()[self.at..];
            match rest {
                [b'/', b'/', ..] => self.blank(rest.iter().take_while(|it| **it != b'\n').count()),
                [b'/', b'*', ..] => self.blank(comment(rest)),
                [b'"', ..] => self.string(0, true),
                [b'r', b'"' | b'#', ..] if !self.in_word() => self.raw(1),
                [b'b', b'r', b'"' | b'#', ..] if !self.in_word() => self.raw(2),
                [b'\'', ..] => self.sign(),
                _ => self.at += 1,
            }
        }
    }

    /// Whether the byte before belongs to a name, so that an `r` here opens nothing.
    fn in_word(&self) -> bool {
        let before = self.at.checked_sub(1).map(|at| self.text.as_bytes()[at]);
        before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    }

    fn blank(&mut self, count: usize) {
        let end = (self.at + count).min(self.code.len());
        for byte in &mut self.code[self.at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        self.at = end;
    }

    fn raw(&mut self, prefix: usize) {
        let rest = &self.text.as_bytes()[self.at + prefix..];
        let hashes = rest.iter().take_while(|it| **it == b'#').count();
        self.at += prefix;
        if rest.get(hashes) == Some(&b'"') {
            self.at += hashes;
            self.string(hashes, false);
        }
    }

    /// From an opening quote to behind the closing one.
    fn string(&mut self, hashes: usize, escapes: bool) {
        let (start, bytes) = (self.at, self.text.as_bytes());
        let closing = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
        let mut end = start + 1;
        while end < bytes.len() && !bytes[end..].starts_with(&closing) {
            end += if escapes && bytes[end] == b'\\' { 2 } else { 1 };
        }
        let end = end.min(bytes.len());
        let inside = self.text.get(start + 1..end).unwrap_or_default();
        let text = if escapes { unescaped(inside) } else { inside.to_owned() };
        self.literals.push(Literal { line: line_of(self.text, start), at: start, text });
        self.at = start + 1;
        self.blank(end - start - 1);
        self.at = (end + closing.len()).min(bytes.len());
    }

    /// A character in quotes, or a lifetime, which opens nothing.
    fn sign(&mut self) {
        let rest = &self.text[self.at + 1..];
        let mut signs = rest.char_indices();
        let first = signs.next().map(|(_, sign)| sign);
        let length = match (first, signs.next()) {
            (Some('\\'), Some((at, escaped))) => {
                let behind = at + escaped.len_utf8();
                rest[behind..].find('\'').map(|it| behind + it)
            }
            (Some(_), Some((at, '\''))) => Some(at),
            _ => None,
        };
        self.blank(length.map_or(1, |it| it + 2));
    }
}

/// The length of a comment that may hold others.
fn comment(rest: &[u8]) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (at, depth) = (at + 2, depth + 1),
            [b'*', b'/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn unescaped(inside: &str) -> String {
    let mut text = String::new();
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let sign = after.chars().next().unwrap_or('\\');
        rest = after.get(sign.len_utf8()..).unwrap_or_default();
        match sign {
            '\n' => rest = rest.trim_start(),
            'n' => text.push('\n'),
            't' => text.push('\t'),
            other => text.push(other),
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &Source) -> Vec<&str> {
        source.literals.iter().map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn keeps_code_and_blanks_the_rest() {
        let text = "let a = \"sql /* no */\"; // \"not me\"\n/* nor \"/* me */\" */ let b = 'x';";
        let source = Source::read(text);
        assert_eq!(texts(&source), ["sql /* no */"]);
        assert_eq!(source.code.len(), text.len());
        assert!(source.code.contains("let b ="), "{}", source.code);
        assert!(!source.code.contains("me"), "{}", source.code);
    }

    #[test]
    fn knows_raw_texts_lifetimes_and_signs() {
        let text = "fn f<'a>(r: &'a str) { r#\"a \"quoted\" é\"#; '\"'; '\\''; br\"b\"; r#type; \"c\\\n  d\" }";
        let source = Source::read(text);
        assert_eq!(texts(&source), ["a \"quoted\" é", "b", "cd"]);
        assert!(source.code.contains("r#type"));
    }

    #[test]
    fn survives_files_that_end_early() {
        for text in ["\"open", "r#\"open", "/* open", "'", "'\\", "\"\\", "// é", "b", "r#"] {
            Source::read(text);
        }
    }

    #[test]
    fn finds_the_literal_at_a_place() {
        let source = Source::read("t(lang,\n   \"a-key\")");
        let literal = source.literal_at(7).unwrap();
        assert_eq!((literal.line, literal.text.as_str()), (2, "a-key"));
        assert_eq!(source.literal_at(2), None);
    }
}
