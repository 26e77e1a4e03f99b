//! What a note says.
use kernel::{Instant, Lang, LocalPath, NoteId};
use serde_json::{Map, Value};
use ui::text::Arg;

use crate::Kind;

/// A line in an inbox as it is kept.
#[derive(Debug, Clone)]
pub struct Note {
    pub id: NoteId,
    pub kind: String,
    /// The values of the text, as a JSON object.
    pub args: String,
    pub href: String,
    pub made_at: Instant,
    pub read_at: Option<Instant>,
}

impl Note {
    /// The line in the reader's language; none for a kind that is no more.
    pub fn words(&self, lang: Lang) -> Option<String> {
        let kind = Kind::of(&self.kind).filter(|it| it.inbox.is_some())?;
        let kept: Map<String, Value> = serde_json::from_str(&self.args).unwrap_or_default();
        let args: Vec<(&'static str, Arg<'_>)> = kind
            .args
            .iter()
            .map(|name| {
                let value = kept.get(*name);
                let number = value.and_then(Value::as_i64).map(Arg::Number);
                let text = || Arg::Text(value.and_then(Value::as_str).unwrap_or_default());
                (*name, number.unwrap_or_else(text))
            })
            .collect();
        Some(ui::text::with(lang, &kind.words(), &args))
    }

    /// Where the note leads, if it is a place in the house.
    pub fn place(&self) -> Option<LocalPath> {
        LocalPath::parse(&self.href)
    }
}

/// The values of a text as they are kept.
pub fn args_to_json(args: &[(&str, Arg<'_>)]) -> String {
    let value = |it: &Arg<'_>| match *it {
        Arg::Text(text) => Value::from(text),
        Arg::Number(number) => Value::from(number),
    };
    let map: Map<String, Value> =
        args.iter().map(|(name, it)| ((*name).to_owned(), value(it))).collect();
    Value::Object(map).to_string()
}
