//! The fields of a form or an address: decoded once, bounded, each name with its values in order.
use std::fmt::Write as _;

use crate::error::{Error, Result};

/// Fields a form may have, at most.
const MOST_FIELDS: usize = 2000;

/// Names and values, in the order they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`. Bytes that are no UTF-8 and NUL are refused.
    pub fn parse(encoded: &[u8]) -> Result<Self> {
        let mut fields = Vec::new();
        for pair in encoded.split(|it| *it == b'&').filter(|it| !it.is_empty()) {
            if fields.len() == MOST_FIELDS {
                return Err(Error::TooLarge);
            }
            let at = pair.iter().position(|it| *it == b'=').unwrap_or(pair.len());
            let value = pair.get(at + 1..).unwrap_or_default();
            fields.push((decode(&pair[..at])?, decode(value)?));
        }
        Ok(Self(fields))
    }

    /// Adds one more value, as a form with several parts sends them.
    pub(crate) fn add(&mut self, name: String, value: String) -> Result<()> {
        if self.0.len() == MOST_FIELDS {
            return Err(Error::TooLarge);
        }
        if name.contains('\0') || value.contains('\0') {
            return Err(Error::Refused("error-not-text"));
        }
        self.0.push((name, value));
        Ok(())
    }

    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// The first value without the spaces around it, or nothing at all.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default().trim()
    }

    /// All values of a field that may be sent several times, such as ticked boxes.
    pub fn each<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> + 'f {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.get(name).is_some_and(|it| !it.is_empty())
    }

    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(it, _)| it != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut all = self.clone();
        all.set(name, value);
        all
    }

    /// One more value of a field that may be sent several times.
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(it, _)| it != name).cloned().collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `?a=1&b=2`, or nothing. Fields without a value are left out.
    pub fn to_query(&self) -> String {
        let mut text = String::new();
        for (name, value) in self.iter().filter(|(_, value)| !value.is_empty()) {
            text.push(if text.is_empty() { '?' } else { '&' });
            encode(name, &mut text);
            text.push('=');
            encode(value, &mut text);
        }
        text
    }
}

/// Percent-decodes one name or value of a form, where `+` is a space.
pub fn decode(encoded: &[u8]) -> Result<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut at = 0;
    while let Some(byte) = encoded.get(at) {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let hex = encoded.get(at + 1..at + 3).ok_or(Error::Refused("error-not-text"))?;
                let hex = data_encoding::HEXLOWER_PERMISSIVE.decode(hex);
                bytes.extend(hex.map_err(|_| Error::Refused("error-not-text"))?);
                at += 2;
            }
            other => bytes.push(*other),
        }
        at += 1;
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::Refused("error-not-text"))?;
    if text.contains('\0') { Err(Error::Refused("error-not-text")) } else { Ok(text) }
}

/// Percent-encodes a value for an address.
pub fn encode(text: &str, into: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                into.push(byte.into());
            }
            other => {
                let _ = write!(into, "%{other:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_reads_back(name in "[^\0]{1,20}", value in "[^\0]{1,40}") {
            let fields = Fields::of([(&name, &value)]);
            let query = fields.to_query();
            prop_assert_eq!(Fields::parse(&query.as_bytes()[1..]).unwrap(), fields);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            drop(Fields::parse(&bytes));
        }
    }

    #[test]
    fn decoding_happens_once() {
        let fields = Fields::parse(b"a=%2527&b=%26lt%3B").unwrap();
        assert_eq!(fields.get("a"), Some("%27"));
        assert_eq!(fields.get("b"), Some("&lt;"));
    }

    #[test]
    fn nul_and_broken_text_are_refused() {
        for sent in ["a=%00", "a=%ff", "a=%2", "a=%zz"] {
            assert!(Fields::parse(sent.as_bytes()).is_err(), "{sent}");
        }
    }
}
