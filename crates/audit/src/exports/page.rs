//! What a line looks like in a file.
use kernel::Lang;
use ui::text::{t, with};

use crate::entries::model::{Line, Places};
use crate::entries::page::{change, what};

/// The columns of the file.
pub fn columns(lang: Lang) -> [&'static str; 9] {
    [
        t(lang, "audit-number"),
        t(lang, "audit-when-utc"),
        t(lang, "audit-who"),
        t(lang, "audit-what"),
        t(lang, "audit-code"),
        t(lang, "audit-subject"),
        t(lang, "audit-for"),
        t(lang, "audit-site"),
        t(lang, "audit-changes"),
    ]
}

pub fn cells(lang: Lang, line: &Line, places: &Places) -> [String; 9] {
    let entry = &line.entry;
    let changes: Vec<String> = line.changes().iter().map(|it| change(lang, places, it)).collect();
    let actor = if entry.actor.is_some() { &entry.name } else { t(lang, "audit-nobody") };
    [
        entry.seq.to_string(),
        entry.at.to_string(),
        actor.to_owned(),
        what(lang, &entry.what),
        entry.what.clone(),
        entry.label.clone(),
        line.person.clone().unwrap_or_default(),
        line.site.clone().unwrap_or_default(),
        changes.join("; "),
    ]
}

/// The last row of a file that does not hold everything: says so, where it is seen.
pub fn end(lang: Lang, most: usize) -> [String; 9] {
    let count = i64::try_from(most).unwrap_or(i64::MAX);
    let mut row = <[String; 9]>::default();
    row[0] = with(lang, "audit-export-cut", &[("count", count.into())]);
    row
}
