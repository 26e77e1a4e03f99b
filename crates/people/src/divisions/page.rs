//! What divisions look like: the list and the form.
use kernel::{Fields as Sent, Invalid};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row};

use super::model::Division;
use crate::directory::Directory;
use crate::directory::page::{self as directory, Words};

const WORDS: Words = Words {
    title: "divisions-title",
    about: "divisions-about",
    search: "divisions-search",
    icon: "network",
    none: "divisions-none",
    none_why: "divisions-none-words",
};

pub fn index(
    desk: &Desk,
    list: &Directory,
    found: &[Division],
    edits: bool,
    shapes: bool,
) -> Markup {
    let lang = desk.lang;
    let actions = html! {
        @if shapes { (ui::link(t(lang, "divisions-new"), "/divisions/new").primary().icon("plus")) }
    };
    let columns =
        [Column::who(t(lang, "divisions-name")), Column::next(t(lang, "structure-people-column"))];
    let row = |it: &Division| {
        let href = if edits {
            format!("/divisions/{}/edit", it.id)
        } else {
            format!("/people?division={}", it.id)
        };
        let about = if it.is_default { t(lang, "divisions-default") } else { "" };
        let cells = vec![
            ui::who(&href, None, &it.name, about, None),
            ui::next("", &directory::people(lang, it.people), false),
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    directory::index(desk, (list, &WORDS), &actions, &columns, found, (row, |it| it.name.as_str()))
}

pub fn new(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let does = ("/divisions", t(lang, "divisions-add"));
    form(desk, t(lang, "divisions-new"), does, (sent, invalid), &html! {})
}

/// `shapes` is whether whoever looks may remove it.
pub fn edit(
    desk: &Desk,
    division: &Division,
    shapes: bool,
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let lang = desk.lang;
    let path = format!("/divisions/{}", division.id);
    let title = with(lang, "structure-edit-title", &[("name", (&division.name).into())]);
    let below = html! {
        @if division.is_default {
            p.hint { (t(lang, "divisions-default-words")) }
        } @else if shapes {
            (ui::form(&format!("{path}/removal"), &desk.key, html! {
                p.hint { (t(lang, "divisions-remove-words")) }
                div.acts { (ui::button(t(lang, "divisions-remove")).bad()) }
            }))
        }
    };
    form(desk, &title, (&path, t(lang, "ui-save")), (sent, invalid), &below)
}

/// `does` is where the form goes and the word for that.
fn form(
    desk: &Desk,
    title: &str,
    does: (&str, &str),
    (sent, invalid): (&Sent, &Invalid),
    below: &Markup,
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        title,
        html! {
            (ui::head(title, "", html! {}))
            div.page {
                (fields.summary())
                (ui::form(does.0, &desk.key, html! {
                    (fields.text("name", t(lang, "divisions-name"))
                        .hint(t(lang, "divisions-name-hint")).value(sent.text("name")).autocomplete("off"))
                    (ui::save_or_cancel(does.1, t(lang, "ui-cancel"), "/divisions"))
                }))
                (below)
            }
        },
    )
}
