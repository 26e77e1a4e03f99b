//! What groups look like: the list, one group with its rule in words, the form with what it comes to.
use kernel::{Fields as Sent, GroupId, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, Status};

use super::model::{Group, Kind, Names, ticked};
use crate::candidates;
use crate::candidates::page::Members;
use crate::candidates::store::Person;
use crate::directory::Directory;
use crate::directory::page::{self as directory, Words};
use crate::divisions::store::Choices;

const WORDS: Words = Words {
    title: "groups-title",
    about: "groups-about",
    search: "groups-search",
    icon: "group",
    none: "groups-none",
    none_why: "groups-none-words",
};

fn kind_word(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Picked => t(lang, "groups-picked"),
        Kind::Rule => t(lang, "groups-rule"),
    }
}

/// For whom a group is: a division, or everybody.
fn place(lang: Lang, group: &Group) -> &str {
    match group.division {
        Some(_) => &group.division_name,
        None => t(lang, "groups-whole"),
    }
}

pub fn index(desk: &Desk, list: &Directory, found: &[Group], edits: bool) -> Markup {
    let lang = desk.lang;
    let actions = html! {
        @if edits {
            (ui::link(t(lang, "groups-new-picked"), "/groups/new?kind=picked").icon("user-plus"))
            (ui::link(t(lang, "groups-new-rule"), "/groups/new?kind=rule").primary().icon("plus"))
        }
    };
    let columns = [
        Column::who(t(lang, "groups-name")),
        Column::next(t(lang, "groups-kind")),
        Column::plain(t(lang, "structure-division")).leaves_last(),
    ];
    let row = |it: &Group| {
        let cells = vec![
            ui::who(&format!("/groups/{}", it.id), None, &it.name, &it.description, None),
            ui::next("", kind_word(lang, it.kind), false),
            html! { (place(lang, it)) },
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    directory::index(desk, (list, &WORDS), &actions, &columns, found, (row, |it| it.name.as_str()))
}

/// What the page of a group shows beside its facts.
pub struct Shown<'a> {
    pub names: Option<&'a Names>,
    pub members: Members,
    pub edits: bool,
    /// What was sought to be added, and who was found, where people can be picked.
    pub picked: Option<(&'a str, Option<&'a [Person]>)>,
}

pub fn show(desk: &Desk, group: &Group, it: &Shown<'_>) -> Markup {
    let lang = desk.lang;
    let path = format!("/groups/{}", group.id);
    desk.desktop(
        &group.name,
        html! {
            (ui::head(&group.name, &group.description, html! {
                (ui::link(t(lang, "groups-title"), "/groups").ghost().icon("arrow-left"))
                @if it.edits {
                    (ui::link(t(lang, "structure-edit"), &format!("{path}/edit")).icon("pencil"))
                }
            }))
            div.page {
                (ui::section(t(lang, "groups-who"), None, None, html! {
                    (ui::kv(t(lang, "groups-kind"), "", html! { (kind_word(lang, group.kind)) }))
                    (ui::kv(t(lang, "structure-division"), "", html! { (place(lang, group)) }))
                    @if let Some(names) = it.names { (rule(lang, names)) }
                }))
                (candidates::page::members(desk, &it.members, it.picked.map(|_| path.as_str())))
                @if let Some((sought, found)) = it.picked {
                    (candidates::page::picker(desk, &path, sought, found))
                }
            }
        },
    )
}

/// The rule in words: each category with its alternatives.
fn rule(lang: Lang, names: &Names) -> Markup {
    let kinds: Vec<String> =
        names.kinds.iter().map(|it| person_kind(lang, it).to_owned()).collect();
    let or = format!(" {} ", t(lang, "groups-or"));
    // What the reader cannot see is counted, so that nobody takes the rule for wider than it is.
    let seen = |names: &[String], unseen: usize| {
        let more = with(lang, "groups-out-of-sight", &[("count", unseen.into())]);
        let more = (unseen > 0).then_some(more);
        names.iter().cloned().chain(more).collect::<Vec<_>>()
    };
    let unseen = &names.unseen;
    let parts = [
        (t(lang, "groups-category-kind"), kinds),
        (t(lang, "groups-category-company"), seen(&names.companies, unseen.companies.len())),
        (t(lang, "groups-category-job-role"), seen(&names.job_roles, unseen.job_roles.len())),
        (t(lang, "structure-division"), seen(&names.divisions, unseen.divisions.len())),
        (t(lang, "groups-category-site"), seen(&names.sites, unseen.sites.len())),
        (t(lang, "groups-category-work-base"), names.work_bases.clone()),
    ];
    let told: Vec<_> = parts.into_iter().filter(|(_, values)| !values.is_empty()).collect();
    html! {
        @if told.is_empty() { p { (t(lang, "groups-everybody")) } }
        @if told.len() > 1 { p.hint { (t(lang, "groups-all-of-these")) } }
        @for (label, values) in &told { (ui::kv(label, "", html! { (values.join(&or)) })) }
    }
}

fn person_kind(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "employee" => t(lang, "groups-employees"),
        _ => t(lang, "groups-contractors"),
    }
}

/// Whom a rule comes to, before it is saved.
pub struct Preview {
    pub count: i64,
    pub people: Vec<Person>,
    /// The mark of the rule this is the result of.
    pub seen: String,
}

/// The form of a group.
pub struct Form<'a> {
    pub id: Option<GroupId>,
    /// What the group is called, when it is there already.
    pub title: Option<&'a str>,
    pub kind: Kind,
    pub divisions: &'a Choices,
    /// Whether the group may be for the whole organisation.
    pub whole: bool,
    pub sent: &'a Sent,
    pub invalid: &'a Invalid,
    pub preview: Option<&'a Preview>,
    /// So many values of the rule are out of the editor's sight, and stay as they are.
    pub unseen: usize,
}

pub fn form(desk: &Desk, it: &Form<'_>) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, it.invalid);
    let title = match (it.title, it.kind) {
        (Some(name), _) => with(lang, "structure-edit-title", &[("name", name.into())]),
        (None, Kind::Picked) => t(lang, "groups-new-picked").to_owned(),
        (None, Kind::Rule) => t(lang, "groups-new-rule").to_owned(),
    };
    let action = it.id.map_or_else(|| "/groups".to_owned(), |id| format!("/groups/{id}"));
    let about = match it.kind {
        Kind::Picked => t(lang, "groups-picked-words"),
        Kind::Rule => t(lang, "groups-rule-words"),
    };
    let save = match (it.kind, it.preview) {
        (Kind::Rule, None) => t(lang, "groups-preview"),
        _ => t(lang, "groups-save"),
    };
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, about, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&action, &desk.key, html! {
                    (ui::filter_keep("kind", it.kind.code()))
                    @if let Some(preview) = it.preview { (comes_to(lang, preview)) }
                    (fields.text("name", t(lang, "groups-name")).value(it.sent.text("name")).autocomplete("off"))
                    (fields.text("description", t(lang, "groups-description"))
                        .value(it.sent.text("description")).autocomplete("off").optional())
                    (division(lang, fields, it))
                    @if it.kind == Kind::Rule { (rule_fields(lang, fields, it)) }
                    (ui::save_or_cancel(save, t(lang, "ui-cancel"), &action))
                }))
            }
        },
    )
}

fn comes_to(lang: Lang, preview: &Preview) -> Markup {
    let title = with(lang, "groups-comes-to", &[("count", preview.count.into())]);
    let names: Vec<&str> = preview.people.iter().take(10).map(|it| it.name.as_str()).collect();
    ui::section(
        &title,
        None,
        None,
        html! {
            (ui::filter_keep("seen", &preview.seen))
            @if !names.is_empty() { p { (names.join(", ")) } }
            p.hint { (t(lang, "groups-check-words")) }
        },
    )
}

fn division(lang: Lang, fields: Fields<'_>, it: &Form<'_>) -> Markup {
    let whole = it.whole.then_some(("", t(lang, "groups-whole")));
    let choices: Vec<(&str, &str)> = whole
        .into_iter()
        .chain(it.divisions.iter().map(|(id, name)| (id.as_str(), name.as_str())))
        .collect();
    let field = fields
        .select("division", t(lang, "structure-division"), &choices)
        .hint(t(lang, "groups-division-hint"))
        .value(it.sent.text("division"));
    html! {
        @if it.divisions.len() > 1 {
            @if it.whole { (field.optional()) } @else { (field) }
        }
    }
}

fn rule_fields(lang: Lang, fields: Fields<'_>, it: &Form<'_>) -> Markup {
    let kinds = [
        Choice::new("employee", t(lang, "groups-employees")),
        Choice::new("contractor", t(lang, "groups-contractors")),
    ];
    let divisions: Vec<Choice<'_>> =
        it.divisions.iter().map(|(id, name)| Choice::new(id, name)).collect();
    let chosen_kinds: Vec<&str> = ticked(it.sent, "rule_kind").collect();
    let chosen_divisions: Vec<&str> = ticked(it.sent, "rule_division").collect();
    let area = |name: &'static str, label: &'static str, hint: &'static str| {
        let value = it.sent.get(name).unwrap_or_default();
        fields.textarea(name, t(lang, label)).hint(t(lang, hint)).value(value).optional()
    };
    html! {
        @if it.unseen > 0 {
            (ui::notice(Status::None, &with(lang, "groups-out-of-sight-kept", &[("count", it.unseen.into())])))
        }
        (fields.checkboxes("rule_kind", t(lang, "groups-category-kind"), &kinds).chosen(&chosen_kinds).inline().optional())
        @if divisions.len() > 1 {
            (fields.checkboxes("rule_division", t(lang, "structure-division"), &divisions).chosen(&chosen_divisions).optional())
        }
        (area("rule_company", "groups-category-company", "groups-one-a-line"))
        (area("rule_job_role", "groups-category-job-role", "groups-one-a-line"))
        (area("rule_site", "groups-category-site", "groups-one-a-line"))
        (area("rule_work_base", "groups-category-work-base", "groups-work-base-hint"))
    }
}
