//! What job roles look like: the list and the form.
use kernel::{Fields as Sent, Invalid};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row};

use super::model::JobRole;
use crate::directory::Directory;
use crate::directory::page::{self as directory, Words};

const WORDS: Words = Words {
    title: "job-roles-title",
    about: "job-roles-about",
    search: "job-roles-search",
    icon: "briefcase",
    none: "job-roles-none",
    none_why: "job-roles-none-words",
};

pub fn index(desk: &Desk, list: &Directory, found: &[JobRole], edits: bool) -> Markup {
    let lang = desk.lang;
    let actions = html! {
        @if edits { (ui::link(t(lang, "job-roles-new"), "/job-roles/new").primary().icon("plus")) }
    };
    let columns =
        [Column::who(t(lang, "job-roles-name")), Column::next(t(lang, "structure-people-column"))];
    let row = |it: &JobRole| {
        let href = if edits {
            format!("/job-roles/{}/edit", it.id)
        } else {
            format!("/people?job-role={}", it.id)
        };
        let cells = vec![
            ui::who(&href, None, &it.name, "", None),
            ui::next("", &directory::people(lang, it.people), false),
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    directory::index(desk, (list, &WORDS), &actions, &columns, found, (row, |it| it.name.as_str()))
}

pub fn new(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    form(desk, t(lang, "job-roles-new"), ("/job-roles", t(lang, "job-roles-add")), sent, invalid)
}

pub fn edit(desk: &Desk, role: &JobRole, sent: &Sent, invalid: &Invalid) -> Markup {
    let path = format!("/job-roles/{}", role.id);
    let title = with(desk.lang, "structure-edit-title", &[("name", (&role.name).into())]);
    form(desk, &title, (&path, t(desk.lang, "ui-save")), sent, invalid)
}

/// `does` is where the form goes and the word for that.
fn form(desk: &Desk, title: &str, does: (&str, &str), sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        title,
        html! {
            (ui::head(title, "", html! {}))
            div.page {
                (fields.summary())
                (ui::form(does.0, &desk.key, html! {
                    (fields.text("name", t(lang, "job-roles-name"))
                        .hint(t(lang, "job-roles-name-hint")).value(sent.text("name")).autocomplete("off"))
                    (ui::save_or_cancel(does.1, t(lang, "ui-cancel"), "/job-roles"))
                }))
            }
        },
    )
}
