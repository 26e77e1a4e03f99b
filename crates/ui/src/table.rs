//! Lists: the head of a page, the table, its actions for several rows, and its pages.
//!
//! Under 45em a table becomes a list of cards: name and status on the first line, what is next below, and the
//! columns that were asked to stay, each with its label.

use kernel::Lang;
use maud::{Markup, Render, html};

use crate::{
    avatar,
    form::hidden_key,
    icon, link,
    text::{t, with},
};

/// Title, one line about it, and what can be done here. At most one action is primary. The actions follow every swap
/// of the list: some carry its question along.
pub fn head(title: &str, about: &str, actions: Markup) -> Markup {
    html! {
        div.head {
            div {
                h1 { (title) }
                @if !about.is_empty() { p { (about) } }
            }
            @if !actions.0.is_empty() { div.acts data-along { (actions) } }
        }
    }
}

/// A list, and what is known about the chosen row beside it. Their ids are `#list` and `#inspector`; both are
/// always there, so that a row can open the second by swapping.
pub fn split(list: Markup, inspector: Option<Markup>) -> Markup {
    html! {
        div.split {
            div.list #list { (list) }
            @match inspector {
                Some(inspector) => (inspector),
                None => aside.insp #inspector hidden {},
            }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Who,
    Status,
    Next,
    Plain,
    Kept,
}

/// One column. Its kind decides its width and its place on a card.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    label: &'a str,
    role: Role,
    sort: Option<(&'a str, Option<bool>)>,
    number: bool,
    leaves: Option<&'static str>,
}

impl<'a> Column<'a> {
    const fn of(label: &'a str, role: Role) -> Self {
        Self { label, role, sort: None, number: false, leaves: None }
    }

    /// The name of the row: its cell is [`who`].
    pub const fn who(label: &'a str) -> Self {
        Self::of(label, Role::Who)
    }

    /// A status chip.
    pub const fn status(label: &'a str) -> Self {
        Self::of(label, Role::Status)
    }

    /// What happens next, in words.
    pub const fn next(label: &'a str) -> Self {
        Self::of(label, Role::Next)
    }

    /// Anything else. It is not shown on a card.
    pub const fn plain(label: &'a str) -> Self {
        Self::of(label, Role::Plain)
    }

    /// As [`Column::plain`], but a card keeps it, with its label.
    pub const fn kept(label: &'a str) -> Self {
        Self::of(label, Role::Kept)
    }

    /// Aligned as numbers are.
    pub const fn number(self) -> Self {
        Self { number: true, ..self }
    }

    /// A link that sorts by this column. `rising` is how the list is sorted now, if it is by this one.
    pub const fn sort(self, href: &'a str, rising: Option<bool>) -> Self {
        Self { sort: Some((href, rising)), ..self }
    }

    /// The first to leave when the list has little room.
    pub const fn leaves_first(self) -> Self {
        Self { leaves: Some("p3"), ..self }
    }

    /// The second to leave.
    pub const fn leaves_second(self) -> Self {
        Self { leaves: Some("p2"), ..self }
    }

    /// The last to leave before the table becomes cards.
    pub const fn leaves_last(self) -> Self {
        Self { leaves: Some("p1"), ..self }
    }

    fn class(&self) -> String {
        let mut class = String::from(match self.role {
            Role::Who => "c-who",
            Role::Status => "c-st",
            Role::Next => "c-next",
            Role::Plain => "c-plain",
            Role::Kept => "c-kept",
        });
        if self.number {
            class.push_str(" num");
        }
        if let Some(leaves) = self.leaves {
            class.push(' ');
            class.push_str(leaves);
        }
        class
    }

    fn head(&self, lang: Lang) -> Markup {
        let sorted = self.sort.and_then(|(_, rising)| rising);
        let aria = sorted.map(|rising| if rising { "ascending" } else { "descending" });
        html! {
            th role="columnheader" scope="col" class=(self.class()) aria-sort=[aria] {
                @if let Some((href, _)) = self.sort {
                    a href=(href) data-swap="#list" title=(with(lang, "ui-sort-by", &[("name", self.label.into())])) {
                        (self.label)
                        @if let Some(rising) = sorted { (icon(if rising { "arrow-up" } else { "arrow-down" })) }
                    }
                } @else { (self.label) }
            }
        }
    }
}

/// One row: what it is called, and a cell for each column.
#[derive(Debug, Clone)]
pub struct Row {
    id: String,
    name: String,
    cells: Vec<Markup>,
    current: bool,
}

impl Row {
    /// `id` is what a ticked row sends as `id=…`; `name` is read out with its box.
    pub fn new(id: impl ToString, name: impl Into<String>, cells: Vec<Markup>) -> Self {
        Self { id: id.to_string(), name: name.into(), cells, current: false }
    }

    /// The row whose details are open.
    pub fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }
}

/// A table with a head that stays in sight.
#[derive(Debug, Clone)]
#[must_use = "a table is shown by putting it into a template"]
pub struct Table<'a> {
    lang: Lang,
    caption: &'a str,
    columns: &'a [Column<'a>],
    rows: Vec<Row>,
    select: bool,
    words: bool,
}

/// A table. The caption is read out, not seen: what is listed and how it is sorted.
pub fn table<'a>(
    lang: Lang,
    caption: &'a str,
    columns: &'a [Column<'a>],
    rows: Vec<Row>,
) -> Table<'a> {
    Table { lang, caption, columns, rows, select: false, words: false }
}

impl Table<'_> {
    /// With a box on each row. Put the table into a [`Bulk`].
    pub fn select(self) -> Self {
        Self { select: true, ..self }
    }

    /// With whole sentences in [`Column::next`], however many lines they take.
    pub fn sentences(self) -> Self {
        Self { words: true, ..self }
    }

    fn row(&self, row: &Row) -> Markup {
        html! {
            tr role="row" aria-current=[row.current.then_some("true")] {
                @if self.select {
                    td.c-ck role="cell" {
                        input.ck type="checkbox" name="id" value=(row.id)
                            aria-label=(with(self.lang, "ui-select", &[("name", (&row.name).into())]));
                    }
                }
                @for (column, cell) in self.columns.iter().zip(&row.cells) {
                    @let label = (column.role == Role::Kept).then_some(column.label);
                    td role="cell" class=(column.class()) data-label=[label] { (cell) }
                }
            }
        }
    }
}

impl Render for Table<'_> {
    fn render(&self) -> Markup {
        html! {
            table.tbl."tbl--select"[self.select]."tbl--words"[self.words] role="table" {
                caption.vh { (self.caption) }
                thead role="rowgroup" {
                    tr role="row" {
                        @if self.select {
                            th.c-ck role="columnheader" scope="col" {
                                input.ck type="checkbox" data-all aria-label=(t(self.lang, "ui-select-all"));
                            }
                        }
                        @for column in self.columns { (column.head(self.lang)) }
                    }
                }
                tbody role="rowgroup" { @for row in &self.rows { (self.row(row)) } }
            }
        }
    }
}

/// The cell of [`Column::who`]: the whole row follows its link. `swap` is usually `#list #inspector`.
pub fn who(
    href: &str,
    swap: Option<&str>,
    name: &str,
    about: &str,
    initials: Option<&str>,
) -> Markup {
    html! {
        div.who {
            @if let Some(initials) = initials { (avatar(initials)) }
            div {
                a href=(href) data-swap=[swap] { (name) }
                @if !about.is_empty() { small { (about) } }
            }
        }
    }
}

/// The cell of [`Column::next`]: what it is about, and when. `late` marks a time that has passed.
pub fn next(what: &str, when: &str, late: bool) -> Markup {
    next_of(what, when, late, "")
}

/// As [`next`], where it is the first of several.
pub fn next_of(what: &str, when: &str, late: bool, more: &str) -> Markup {
    html! {
        div.next {
            @if !what.is_empty() { b { (what) } " " }
            span.late[late] { (when) }
            @if !more.is_empty() { " " (more) }
        }
    }
}

/// A table whose ticked rows can be acted on together. The bar appears with the first tick.
#[must_use = "a bar is shown by putting it into a template"]
pub struct Bulk<'a> {
    pub lang: Lang,
    pub key: &'a str,
    /// Where the form goes when a button does not say otherwise with [`Button::to`](crate::Button::to).
    pub action: &'a str,
    pub swap: Option<&'a str>,
    pub table: Table<'a>,
    pub buttons: Markup,
}

impl Render for Bulk<'_> {
    fn render(&self) -> Markup {
        // The number is filled in by the script; without it the bar still says what it is for.
        let words = with(self.lang, "ui-selected-bar", &[("count", "#".into())]);
        let (before, after) = words.split_once('#').unwrap_or((&words, ""));
        html! {
            form data-list method="post" action=(self.action) data-swap=[self.swap] {
                (hidden_key(self.key))
                (self.table)
                div.bulk role="region" aria-label=(t(self.lang, "ui-bulk")) {
                    strong role="status" { (before) span data-count {} (after) }
                    span.sep {}
                    (self.buttons)
                    span.sep {}
                    button."btn btn--icon" type="button" data-clear aria-label=(t(self.lang, "ui-selection-clear")) {
                        (icon("x"))
                    }
                }
            }
        }
    }
}

/// Where we are in a long list, and the way to its neighbours. Pages go by key, so there are no page numbers.
pub fn pager(lang: Lang, range: &str, previous: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        nav.pager aria-label=(t(lang, "ui-pages")) {
            span { (range) }
            @if let Some(href) = previous { (link(t(lang, "ui-previous"), href).swap("#list")) }
            @if let Some(href) = next { (link(t(lang, "ui-next"), href).swap("#list")) }
        }
    }
}
