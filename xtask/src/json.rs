//! Just enough JSON to read what `cargo metadata` prints.
use anyhow::{Result, bail, ensure};

/// No document of ours nests deeper; a deeper one is refused instead of filling the stack.
const DEPTH: usize = 64;

#[derive(Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As written: the checks never count with them.
    Number(String),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl Json {
    pub fn parse(text: &str) -> Result<Self> {
        let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
        let value = reader.value(DEPTH)?;
        reader.space();
        ensure!(reader.at == reader.bytes.len(), "something follows the JSON at {}", reader.at);
        Ok(value)
    }

    /// The member of that name, or `Null`.
    pub fn get(&self, key: &str) -> &Self {
        let Self::Map(members) = self else { return &Self::Null };
        members.iter().find(|(name, _)| name == key).map_or(&Self::Null, |(_, value)| value)
    }

    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The items of a list; nothing for anything else.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn need(&mut self, byte: u8) -> Result<()> {
        ensure!(self.take(byte), "expected {:?} at {}", char::from(byte), self.at);
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Json> {
        ensure!(depth > 0, "the JSON nests too deep");
        self.space();
        match self.peek() {
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(_) => self.word(),
            None => bail!("the JSON ends early"),
        }
    }

    fn map(&mut self, depth: usize) -> Result<Json> {
        self.need(b'{')?;
        let mut members = Vec::new();
        while !self.take(b'}') {
            if !members.is_empty() {
                self.need(b',')?;
                self.space();
            }
            let name = self.string()?;
            self.need(b':')?;
            members.push((name, self.value(depth - 1)?));
        }
        Ok(Json::Map(members))
    }

    fn list(&mut self, depth: usize) -> Result<Json> {
        self.need(b'[')?;
        let mut items = Vec::new();
        while !self.take(b']') {
            if !items.is_empty() {
                self.need(b',')?;
            }
            items.push(self.value(depth - 1)?);
        }
        Ok(Json::List(items))
    }

    fn word(&mut self) -> Result<Json> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        {
            self.at += 1;
        }
        match std::str::from_utf8(&self.bytes[start..self.at])? {
            "null" => Ok(Json::Null),
            "true" => Ok(Json::Bool(true)),
            "false" => Ok(Json::Bool(false)),
            word if word.parse::<f64>().is_ok() => Ok(Json::Number(word.to_owned())),
            word => bail!("{word:?} at {start} is no JSON"),
        }
    }

    fn string(&mut self) -> Result<String> {
        self.need(b'"')?;
        let mut text = Vec::new();
        loop {
            let Some(byte) = self.peek() else { bail!("a JSON text does not end") };
            self.at += 1;
            match byte {
                b'"' => return Ok(String::from_utf8(text)?),
                b'\\' => self.escape(&mut text)?,
                _ => text.push(byte),
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Result<()> {
        let Some(byte) = self.peek() else { bail!("a JSON text does not end") };
        self.at += 1;
        let sign = match byte {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let digits = self.bytes.get(self.at..self.at + 4).unwrap_or_default();
                self.at += 4;
                // Half of a pair says nothing that the checks read.
                let code = u32::from_str_radix(std::str::from_utf8(digits)?, 16)?;
                char::from_u32(code).unwrap_or('\u{fffd}')
            }
            other => char::from(other),
        };
        text.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_metadata_prints() {
        let json =
            r#"{"a": [1, -2.5e3, true, null], "b": {"c": "x\n\u00e9\"é"}, "d": [], "e": {}}"#;
        let json = Json::parse(json).unwrap();
        assert_eq!(json.get("b").get("c").text(), Some("x\né\"é"));
        assert_eq!(json.get("a").items().len(), 4);
        assert_eq!(json.get("a").items()[2], Json::Bool(true));
        assert_eq!(json.get("missing").get("too"), &Json::Null);
    }

    #[test]
    fn refuses_what_is_no_json() {
        for text in ["", "{", "[1 2]", "{\"a\" 1}", "\"open", "nil", "[] []", "\"\\u12\""] {
            assert!(Json::parse(text).is_err(), "{text}");
        }
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }
}
