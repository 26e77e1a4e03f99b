//! What regions look like: the list, one region with its sites, the form.
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Bulk, Choice, Column, Desk, Fields, Row, Status};

use super::model::{List, Region};
use super::store::{Member, PAGE};

pub fn index(desk: &Desk, list: &List, found: &[(Region, i64)], can_make: bool) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "regions-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "regions-words"), html! {
                @if can_make { (ui::link(t(lang, "regions-new"), "/regions/new").primary().icon("plus")) }
            }))
            (ui::filters(lang, "/regions", "#list", html! {
                (ui::search_box("search", t(lang, "regions-search"), &list.search))
            }))
            (ui::split(rows(lang, list, found, can_make), None))
        },
    )
}

fn rows(lang: Lang, list: &List, found: &[(Region, i64)], can_make: bool) -> Markup {
    if found.is_empty() {
        let words = match (list.search.is_empty(), can_make) {
            (false, _) => "regions-no-match-words",
            (true, true) => "regions-none-words",
            (true, false) => "regions-none-yours-words",
        };
        return ui::empty(
            "map",
            t(lang, "regions-none"),
            t(lang, words),
            html! { @if can_make { (ui::link(t(lang, "regions-new"), "/regions/new")) } },
        );
    }
    let columns = [
        Column::who(t(lang, "regions-name")),
        Column::plain(t(lang, "regions-code")).leaves_first(),
        Column::kept(t(lang, "regions-sites")).number(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |(it, sites): &(Region, i64)| {
        let (name, words) = (it.facts.name.as_str(), it.facts.description.as_str());
        let cells = vec![
            ui::who(&format!("/regions/{}", it.id), None, name, words, None),
            html! { (it.facts.code) },
            html! { (sites) },
        ];
        Row::new(it.id, name, cells)
    };
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|(it, _)| list.link("after", &it.id.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "regions-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// One region. `others` are the sites that could be added, for those who may.
pub fn show(desk: &Desk, it: &Region, sites: &[Member], others: Option<&[Member]>) -> Markup {
    let lang = desk.lang;
    let path = format!("/regions/{}", it.id);
    let name = it.facts.name.as_str();
    let words = [it.facts.code.as_str(), it.facts.description.as_str()];
    let about: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
    desk.desktop(
        name,
        html! {
            (ui::head(name, &about.join(", "), html! {
                (ui::link(t(lang, "regions-title"), "/regions").ghost().icon("arrow-left"))
                @if others.is_some() {
                    (ui::link(t(lang, "regions-edit"), &format!("{path}/edit")).primary().icon("pencil"))
                }
            }))
            (ui::split(members(desk, &path, sites, others.is_some()), None))
            @if let Some(others) = others { div.page { (add(desk, &path, others)) } }
        },
    )
}

fn members(desk: &Desk, path: &str, sites: &[Member], can_make: bool) -> Markup {
    let lang = desk.lang;
    if sites.is_empty() {
        let words = t(lang, "regions-empty-words");
        return ui::empty("map-pin", t(lang, "regions-empty"), words, html! {});
    }
    let columns = [Column::who(t(lang, "sites-name")), Column::status(t(lang, "sites-state"))];
    let row = |it: &Member| {
        let (status, word) = if it.active {
            (Status::Ok, t(lang, "sites-active"))
        } else {
            (Status::Waived, t(lang, "sites-inactive"))
        };
        let name = ui::who(&format!("/sites/{}", it.id), None, &it.name, "", None);
        Row::new(it.id, it.name.as_str(), vec![name, ui::chip(status, word)])
    };
    let count = [("count", sites.len().into())];
    let caption = with(lang, "regions-count", &count);
    let table = ui::table(lang, &caption, &columns, sites.iter().map(row).collect());
    if !can_make {
        return html! { (table) };
    }
    let action = format!("{path}/sites/removal");
    html! {
        (Bulk {
            lang,
            key: &desk.key,
            action: &action,
            swap: None,
            table: table.select(),
            buttons: html! { (ui::button(t(lang, "regions-take-out")).bad()) },
        })
    }
}

fn add(desk: &Desk, path: &str, others: &[Member]) -> Markup {
    let lang = desk.lang;
    let invalid = Invalid::default();
    let ids: Vec<String> = others.iter().map(|it| it.id.to_string()).collect();
    let answers: Vec<Choice<'_>> =
        ids.iter().zip(others).map(|(id, it)| Choice::new(id, &it.name)).collect();
    ui::section(
        t(lang, "regions-add"),
        None,
        None,
        html! {
            @if others.is_empty() { p.hint { (t(lang, "regions-all-in")) } }
            @else {
                (ui::form(&format!("{path}/sites"), &desk.key, html! {
                    (Fields::new(lang, &invalid).checkboxes("id", t(lang, "regions-sites"), &answers))
                    (ui::button(t(lang, "regions-add-ticked")))
                }))
            }
        },
    )
}

/// The form of a new region, or of `region`.
pub fn form(desk: &Desk, region: Option<&Region>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, if region.is_some() { "regions-edit" } else { "regions-new" });
    let path = region.map_or_else(|| "/regions".to_owned(), |it| format!("/regions/{}", it.id));
    let about = region.map_or_else(String::new, |it| it.facts.name.to_string());
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&path, &desk.key, html! {
                    @if region.is_some() { input type="hidden" name="mark" value=(sent.text("mark")); }
                    (fields.text("name", t(lang, "regions-name")).value(sent.text("name")))
                    (fields.text("code", t(lang, "regions-code")).value(sent.text("code"))
                        .hint(t(lang, "sites-code-hint")).short().optional())
                    (fields.text("description", t(lang, "sites-description")).value(sent.text("description"))
                        .hint(t(lang, "sites-description-hint")).maxlength(100).optional())
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &path))
                }))
            }
        },
    )
}
