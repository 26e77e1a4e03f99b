//! What a list of named things looks like.
use kernel::Lang;
use kernel::field::fold;
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Row};

use super::{Directory, PAGE};

/// The words of a list: keys of its texts.
pub struct Words {
    pub title: &'static str,
    pub about: &'static str,
    pub search: &'static str,
    pub icon: &'static str,
    pub none: &'static str,
    pub none_why: &'static str,
}

/// The page of such a list. `actions` is what can be done here; `name` is what a row is sorted by.
pub fn index<T>(
    desk: &Desk,
    (directory, words): (&Directory, &Words),
    actions: &Markup,
    columns: &[Column<'_>],
    found: &[T],
    (row, name): (impl Fn(&T) -> Row, impl Fn(&T) -> &str),
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, words.title);
    let shown = &found[..found.len().min(PAGE)];
    let last = shown.last().filter(|_| found.len() > PAGE);
    let more = last.map(|it| directory.link(&fold(name(it))));
    let first = (!directory.after.is_empty()).then(|| directory.link(""));
    let list = if !shown.is_empty() {
        html! {
            (ui::table(lang, title, columns, shown.iter().map(row).collect()))
            (ui::pager(lang, "", first.as_deref(), more.as_deref()))
        }
    } else if directory.search.is_empty() {
        ui::empty(words.icon, t(lang, words.none), t(lang, words.none_why), html! { (actions) })
    } else {
        let all = ui::link(t(lang, "ui-clear-all"), directory.path);
        ui::empty(
            words.icon,
            t(lang, "structure-no-match"),
            t(lang, "structure-no-match-words"),
            html! { (all) },
        )
    };
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, words.about), html! { (actions) }))
            (ui::filters(lang, directory.path, "#list", html! {
                (ui::search_box("search", t(lang, words.search), &directory.search))
            }))
            (ui::split(list, None))
        },
    )
}

/// How many people there are, in words.
pub fn people(lang: Lang, count: i64) -> String {
    with(lang, "structure-people", &[("count", count.into())])
}
