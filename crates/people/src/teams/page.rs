//! What teams look like: the list, one team, the form.
use kernel::{Fields as Sent, Invalid};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row};

use super::model::Team;
use crate::candidates;
use crate::candidates::page::Members;
use crate::candidates::store::Person;
use crate::directory::Directory;
use crate::directory::page::{self as directory, Words};
use crate::divisions::store::Choices;

const WORDS: Words = Words {
    title: "teams-title",
    about: "teams-about",
    search: "teams-search",
    icon: "users",
    none: "teams-none",
    none_why: "teams-none-words",
};

pub fn index(desk: &Desk, list: &Directory, found: &[Team], edits: bool) -> Markup {
    let lang = desk.lang;
    let actions = html! {
        @if edits { (ui::link(t(lang, "teams-new"), "/teams/new").primary().icon("plus")) }
    };
    let columns = [
        Column::who(t(lang, "teams-name")),
        Column::next(t(lang, "structure-members")),
        Column::plain(t(lang, "structure-division")).leaves_last(),
    ];
    let row = |it: &Team| {
        let cells = vec![
            ui::who(&format!("/teams/{}", it.id), None, &it.name, "", None),
            ui::next("", &directory::people(lang, it.members), false),
            html! { (it.division_name) },
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    directory::index(desk, (list, &WORDS), &actions, &columns, found, (row, |it| it.name.as_str()))
}

/// `picked` is what was sought to be added, and who was found; nothing for those who only look.
pub fn show(
    desk: &Desk,
    team: &Team,
    members: &Members,
    managers: &[String],
    picked: Option<(&str, Option<&[Person]>)>,
) -> Markup {
    let lang = desk.lang;
    let path = format!("/teams/{}", team.id);
    desk.desktop(
        &team.name,
        html! {
            (ui::head(&team.name, &directory::people(lang, team.members), html! {
                (ui::link(t(lang, "teams-title"), "/teams").ghost().icon("arrow-left"))
                @if picked.is_some() {
                    (ui::link(t(lang, "structure-edit"), &format!("{path}/edit")).icon("pencil"))
                }
            }))
            div.page {
                (ui::section(t(lang, "teams-about-one"), None, None, html! {
                    (ui::kv(t(lang, "structure-division"), "", html! { (team.division_name) }))
                    (ui::kv(t(lang, "teams-managers"), "", html! {
                        @if managers.is_empty() { (t(lang, "teams-no-managers")) }
                        (managers.join(", "))
                    }))
                }))
                (candidates::page::members(desk, members, picked.map(|_| path.as_str())))
                @if let Some((sought, found)) = picked {
                    (candidates::page::picker(desk, &path, sought, found))
                }
            }
        },
    )
}

pub fn new(desk: &Desk, divisions: &Choices, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let does = ("/teams", t(lang, "teams-add"), "/teams");
    form(desk, t(lang, "teams-new"), does, divisions, (sent, invalid))
}

pub fn edit(
    desk: &Desk,
    team: &Team,
    divisions: &Choices,
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let path = format!("/teams/{}", team.id);
    let title = with(desk.lang, "structure-edit-title", &[("name", (&team.name).into())]);
    form(desk, &title, (&path, t(desk.lang, "ui-save"), &path), divisions, (sent, invalid))
}

/// `does` is where the form goes, the word for that, and the way out.
fn form(
    desk: &Desk,
    title: &str,
    does: (&str, &str, &str),
    divisions: &Choices,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let choices: Vec<(&str, &str)> =
        divisions.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    desk.desktop(
        title,
        html! {
            (ui::head(title, "", html! {}))
            div.page {
                (fields.summary())
                (ui::form(does.0, &desk.key, html! {
                    (fields.text("name", t(lang, "teams-name")).value(sent.text("name")).autocomplete("off"))
                    @if choices.len() > 1 {
                        (fields.select("division", t(lang, "structure-division"), &choices)
                            .hint(t(lang, "teams-division-hint")).value(sent.text("division")))
                    }
                    (ui::save_or_cancel(does.1, t(lang, "ui-cancel"), does.2))
                }))
            }
        },
    )
}
