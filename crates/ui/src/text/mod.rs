//! Every text a person reads, in their language.
//!
//! The words live in `texts/<language>/<capability>.ftl`. A new file is picked up by itself. Keys are
//! `capability-noun-word`: `ui-search`, `people-person-add`.

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use kernel::Lang;

mod built {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A value that goes into a text: a name as it is, or a number the text may count with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg<'_> {
            /// A number beyond the range of a text's arithmetic becomes the largest that fits.
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

struct Book {
    /// Texts without variables, ready to print.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

static BOOKS: LazyLock<[Book; Lang::ALL.len()]> = LazyLock::new(|| Lang::ALL.map(Book::open));

impl Book {
    fn open(lang: Lang) -> Self {
        let code = lang.code().parse().expect("our own language codes are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![code]);
        // Marks around inserted words would end up in mails, files and copied text.
        bundle.set_use_isolating(false);
        for (_, name, source) in built::FILES.iter().filter(|(code, _, _)| *code == lang.code()) {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, why)| panic!("texts/{}/{name}: {why:?}", lang.code()));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|why| panic!("texts/{}/{name}: {why:?}", lang.code()));
        }
        let mut book = Self { plain: HashMap::new(), bundle };
        book.plain =
            keys(lang).filter_map(|key| Some((key.to_owned(), book.format(key, None)?))).collect();
        book
    }

    /// The text, if it exists and all its variables were given.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut problems);
        problems.is_empty().then(|| text.into_owned())
    }
}

fn book(lang: Lang) -> &'static Book {
    &BOOKS[lang as usize]
}

/// The keys of a language, in the order of its files. A key begins in the first column of a line.
fn keys(lang: Lang) -> impl Iterator<Item = &'static str> {
    let files = built::FILES.iter().filter(move |(code, _, _)| *code == lang.code());
    files.flat_map(|(_, _, source)| source.lines().filter_map(key_of))
}

fn key_of(line: &'static str) -> Option<&'static str> {
    let (key, _) = line.split_once('=')?;
    line.starts_with(|first: char| first.is_ascii_lowercase()).then(|| key.trim_end())
}

/// A text without variables. Costs one look into a table.
///
/// # Panics
/// In a debug build, when no such text exists or it has variables; a release shows the key instead.
pub fn t(lang: Lang, key: &str) -> &'static str {
    match book(lang).plain.get_key_value(key) {
        Some((_, text)) => text,
        None => missing(key),
    }
}

/// A text with variables, in the right plural: `with(lang, "ui-selected", &[("count", 3.into())])`.
///
/// # Panics
/// In a debug build, when no such text exists or a variable was not given; a release shows the key instead.
pub fn with(lang: Lang, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| {
            let value = match *value {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => FluentValue::from(number),
            };
            (*name, value)
        })
        .collect();
    book(lang).format(key, Some(&args)).unwrap_or_else(|| missing(key).to_owned())
}

/// Whether there is such a text, with or without variables.
pub fn exists(lang: Lang, key: &str) -> bool {
    book(lang).bundle.has_message(key)
}

/// A mistake of ours: loud while we build, and no reason to refuse a page afterwards.
#[cold]
fn missing(key: &str) -> &'static str {
    #[cfg(debug_assertions)]
    panic!("no text {key:?}, or one of its variables was not given");
    #[cfg(not(debug_assertions))]
    Box::leak(key.to_owned().into_boxed_str())
}

#[cfg(test)]
mod tests;
