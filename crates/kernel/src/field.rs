//! Fields of forms, parsed once into types that cannot hold anything else.
use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::db::{Cell, Column, Mismatch, Param, Value};
use crate::form::Fields;
use crate::ids::Id;
use crate::invalid::Invalid;
use crate::time::Date;

/// A text key that says what is wrong.
pub type Problem = &'static str;

/// Reads the fields of a form one by one and keeps every problem, so that the form can say all of them at once.
///
/// ```
/// # use kernel::{Fields, field::{Line, Reader}};
/// let fields = Fields::of([("name", " Northgate  Scaffolding ")]);
/// let mut read = Reader::new(&fields);
/// let name = read.need("name", Line::<120>::parse);
/// assert_eq!(read.done(|| name).unwrap().as_str(), "Northgate Scaffolding");
/// ```
pub struct Reader<'f> {
    fields: &'f Fields,
    invalid: Invalid,
}

impl<'f> Reader<'f> {
    pub fn new(fields: &'f Fields) -> Self {
        Self { fields, invalid: Invalid::default() }
    }

    /// A field that must be filled in.
    pub fn need<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let text = self.fields.text(name);
        if text.is_empty() {
            self.invalid.add(name, "error-required");
            return None;
        }
        self.keep(name, parse(text))
    }

    /// A field that may be left empty.
    pub fn want<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let text = self.fields.text(name);
        if text.is_empty() { None } else { self.keep(name, parse(text)) }
    }

    /// A secret that must be filled in, exactly as typed.
    pub fn secret<T>(
        &mut self,
        name: &'static str,
        parse: impl Fn(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        match self.fields.get(name).unwrap_or_default() {
            "" => {
                self.invalid.add(name, "error-required");
                None
            }
            typed => self.keep(name, parse(typed)),
        }
    }

    /// A date in three fields: `NAME-day`, `NAME-month`, `NAME-year`; or in one, `2026-11-22`.
    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        let part = |which: &str| self.fields.text(&format!("{name}-{which}"));
        let (day, month, year) = (part("day"), part("month"), part("year"));
        let date = if day.is_empty() && month.is_empty() && year.is_empty() {
            let whole = self.fields.text(name);
            if whole.is_empty() {
                return None;
            }
            Date::parse(whole)
        } else {
            let number = |text: &str| text.parse::<i16>().ok();
            let small = |text: &str| text.parse::<i8>().ok();
            number(year)
                .zip(small(month))
                .zip(small(day))
                .and_then(|((year, month), day)| Date::new(year, month, day))
        };
        let date = date.filter(|it| (1900..=2200).contains(&it.year()));
        self.keep(name, date.ok_or("error-date"))
    }

    /// Adds a problem that concerns several fields, or what the database says.
    pub fn problem(&mut self, name: &'static str, problem: Problem) {
        self.invalid.add(name, problem);
    }

    /// Ends the reading: what the fields make, or everything that is wrong with them.
    pub fn done<T>(self, make: impl FnOnce() -> Option<T>) -> Result<T, Invalid> {
        match make() {
            Some(made) if self.invalid.is_empty() => Ok(made),
            _ => Err(self.invalid),
        }
    }

    fn keep<T>(&mut self, name: &'static str, parsed: Result<T, Problem>) -> Option<T> {
        parsed.map_err(|problem| self.invalid.add(name, problem)).ok()
    }
}

/// The id of something chosen from a list.
pub fn id<K>(text: &str) -> Result<Id<K>, Problem> {
    text.parse().map_err(|_| "error-choice")
}

/// Control characters, and the marks that turn the direction of text around to deceive.
fn is_hostile(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One line of text of at most `MAX` letters, without doubled spaces, in Unicode's composed form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.len() > MAX * 8 {
            return Err("error-too-long");
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
        if text.chars().count() > MAX {
            Err("error-too-long")
        } else if text.chars().any(is_hostile) {
            Err("error-letters")
        } else if text.is_empty() {
            Err("error-required")
        } else {
            Ok(Self(text))
        }
    }
}

/// Several lines of text of at most `MAX` letters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lines<const MAX: usize>(String);

impl<const MAX: usize> Lines<MAX> {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.len() > MAX * 8 {
            return Err("error-too-long");
        }
        let text = text.trim().replace("\r\n", "\n").nfc().collect::<String>();
        if text.chars().count() > MAX {
            Err("error-too-long")
        } else if text.chars().any(|it| it != '\n' && it != '\t' && is_hostile(it)) {
            Err("error-letters")
        } else {
            Ok(Self(text))
        }
    }
}

/// The name of a person or a thing.
pub type Name = Line<120>;

/// An e-mail address, in lower case, as it goes into the envelope: one address, no display name, no comments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim().to_lowercase();
        let sound = text.len() <= 254
            && text
                .split_once('@')
                .is_some_and(|(local, domain)| is_local_part(local) && is_domain(domain));
        if sound { Ok(Self(text)) } else { Err("error-email") }
    }

    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn is_local_part(text: &str) -> bool {
    let letter = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&it);
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(letter)
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains("..")
}

fn is_domain(text: &str) -> bool {
    let label = |it: &str| {
        !it.is_empty()
            && it.len() <= 63
            && it.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
            && !it.starts_with('-')
            && !it.ends_with('-')
    };
    text.len() <= 190 && text.contains('.') && text.split('.').all(label)
}

/// A name to sign in with for people without an e-mail address: 3 to 40 letters, digits, dots, dashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Username(String);

impl Username {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim().to_lowercase();
        let letter = |it: u8| it.is_ascii_alphanumeric() || b"._-".contains(&it);
        let sound = (3..=40).contains(&text.len()) && text.bytes().all(letter);
        if sound { Ok(Self(text)) } else { Err("error-username") }
    }
}

/// A telephone number: digits with an optional `+`, kept without spaces.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

impl Phone {
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text: String = text.chars().filter(|it| !" -().".contains(*it)).collect();
        let digits = text.strip_prefix('+').unwrap_or(&text);
        let sound =
            (4..=15).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
        if sound { Ok(Self(text)) } else { Err("error-phone") }
    }
}

macro_rules! text_types {
    ($($name:ident $(<const $max:ident>)?),*) => {$(
        impl $(<const $max: usize>)? $name $(<$max>)? {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl $(<const $max: usize>)? fmt::Display for $name $(<$max>)? {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
        impl $(<const $max: usize>)? Param for $name $(<$max>)? {
            fn value(&self) -> Value<'_> {
                self.0.value()
            }
        }
        impl $(<const $max: usize>)? Column for $name $(<$max>)? {
            fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
                String::read(cell).map(Self)
            }
        }
        impl $(<const $max: usize>)? maud::Render for $name $(<$max>)? {
            fn render_to(&self, buffer: &mut String) {
                self.0.as_str().render_to(buffer);
            }
        }
    )*};
}
text_types!(Line<const MAX>, Lines<const MAX>, Email, Username, Phone);

/// How text is compared in searches and sorted in lists: small letters without accents, so that `Łukasz` is found
/// by `lukasz` on both engines.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase) {
        match letter {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ı' => folded.push('i'),
            other => folded.push(other),
        }
    }
    folded
}

/// A search text as a pattern of SQL's `like … escape '\'` that finds it anywhere.
pub fn pattern(search: &str) -> String {
    let mut pattern = "%".to_owned();
    for letter in fold(search).chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_one_address_and_nothing_else() {
        for good in ["a@b.co", "Jan.Kowalski+site@Example.ORG", "o'neil@example.co.uk"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@b",
            "a@@b.co",
            "a b@c.co",
            "a@b.co\r\nBcc: x@y.zz",
            "<a@b.co>",
            "a@b.co,c@d.ee",
            ".a@b.co",
            "a..b@c.co",
            "a@-b.co",
            "ą@b.co",
            "\"a\"@b.co",
        ] {
            assert_eq!(Email::parse(bad), Err("error-email"), "{bad}");
        }
    }

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(
            Name::parse("  Łukasz \n Nowak ").map(|it| it.to_string()),
            Ok("Łukasz Nowak".to_owned())
        );
        assert_eq!(Name::parse("a\u{202e}b"), Err("error-letters"));
        assert_eq!(Name::parse(&"a".repeat(121)), Err("error-too-long"));
        assert_eq!(Name::parse(&"a".repeat(1_000_000)), Err("error-too-long"));
    }

    #[test]
    fn folding_finds_people_without_accents() {
        assert_eq!(fold("Łukasz Żółć Ørsted Weiß"), "lukasz zolc orsted weiss");
        assert_eq!(pattern("50%_a"), "%50\\%\\_a%");
    }

    #[test]
    fn a_date_comes_in_three_fields_or_one() {
        let three = Fields::of([("end-day", "3"), ("end-month", "11"), ("end-year", "2026")]);
        assert_eq!(Reader::new(&three).date("end"), Date::new(2026, 11, 3));
        let one = Fields::of([("end", "2026-11-03")]);
        assert_eq!(Reader::new(&one).date("end"), Date::new(2026, 11, 3));
        let wrong = Fields::of([("end-day", "31"), ("end-month", "2"), ("end-year", "2026")]);
        let mut read = Reader::new(&wrong);
        assert_eq!(read.date("end"), None);
        assert_eq!(read.done(|| Some(())).unwrap_err().get("end"), Some("error-date"));
    }
}
