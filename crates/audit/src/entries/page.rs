//! What the log looks like.
use kernel::{Lang, SiteId};
use maud::{Markup, html};
use ui::text::{exists, t, with};
use ui::{Column, Desk, Row};

use super::model::{Change, Line, List, NOUNS, Places, place, what_key};
use super::store::PAGE;

/// Parts of the page that a filter changes.
const SWAP: &str = "#list #filters #export";

pub fn index(
    desk: &Desk,
    list: &List,
    found: &[Line],
    places: &Places,
    sites: &[(SiteId, String)],
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "audit-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "audit-words"), export(desk, list)))
            div #filters {
                (ui::filters(lang, "/audit", "#list #export", html! {
                    (ui::search_box("search", t(lang, "audit-search"), &list.search))
                    (nouns(lang, list, "what", t(lang, "audit-what"), list.group))
                    (nouns(lang, list, "kind", t(lang, "audit-kind"), list.kind))
                    (by_site(lang, list, sites))
                    (named(lang, list, found))
                    (days(lang, list))
                    @if !list.fields.is_empty() { (ui::filters_clear(lang, "/audit", SWAP)) }
                }))
            }
            (ui::split(rows(desk, list, found, places), None))
        },
    )
}

/// The log as a file, narrowed as the list is. A form, because the log keeps who took it.
fn export(desk: &Desk, list: &List) -> Markup {
    let lang = desk.lang;
    let content = html! {
        @for (name, value) in list.filter().iter() { (ui::filter_keep(name, value)) }
        (ui::button(t(lang, "audit-csv")).icon("download").optional().sends("as", "csv"))
        (ui::button(t(lang, "audit-xlsx")).icon("download").optional().sends("as", "xlsx"))
    };
    html! { (ui::form("/audit/exports", &desk.key, content).id("export").inline()) }
}

/// A filter by one of the nouns: on, or a menu of them.
fn nouns(lang: Lang, list: &List, name: &str, label: &str, on: Option<&str>) -> Markup {
    match on {
        Some(it) => html! {
            (ui::filter_keep(name, it))
            (ui::filter_on(lang, label, noun(lang, it), &list.link(name, ""), SWAP))
        },
        None => ui::filter_menu(
            &format!("by-{name}"),
            label,
            html! {
                @for it in NOUNS { a href=(list.link(name, it)) { (noun(lang, it)) } }
            },
        ),
    }
}

fn noun(lang: Lang, code: &str) -> &str {
    let key = format!("audit-noun-{code}");
    if exists(lang, &key) { t(lang, &key) } else { code }
}

fn by_site(lang: Lang, list: &List, sites: &[(SiteId, String)]) -> Markup {
    let label = t(lang, "audit-site");
    let on = list.site.and_then(|site| sites.iter().find(|(it, _)| *it == site));
    match on {
        Some((id, name)) => html! {
            (ui::filter_keep("site", &id.to_string()))
            (ui::filter_on(lang, label, name, &list.link("site", ""), SWAP))
        },
        None if sites.is_empty() => html! {},
        None => ui::filter_menu(
            "by-site",
            label,
            html! {
                @for (id, name) in sites { a href=(list.link("site", &id.to_string())) { (name) } }
            },
        ),
    }
}

/// Filters that are chosen in a line of the list: who did it, for whom, and to what.
fn named(lang: Lang, list: &List, found: &[Line]) -> Markup {
    let first = found.first();
    let some = t(lang, "audit-chosen");
    let actor = first.map_or(some, |it| it.entry.name.as_str());
    let person = first.and_then(|it| it.person.as_deref()).unwrap_or(some);
    let subject = first.map_or(some, |it| it.entry.label.as_str());
    let on = [
        ("actor", "audit-who", list.actor.map(|it| it.to_string()), actor),
        ("person", "audit-for", list.person.map(|it| it.to_string()), person),
        ("subject", "audit-subject", list.subject.map(|it| it.to_string()), subject),
    ];
    html! {
        @for (name, label, value, words) in on {
            @if let Some(value) = value {
                (ui::filter_keep(name, &value))
                (ui::filter_on(lang, t(lang, label), words, &list.link(name, ""), SWAP))
            }
        }
    }
}

fn days(lang: Lang, list: &List) -> Markup {
    let day = |name: &'static str, label: &'static str, value: String| {
        html! {
            div.field {
                label for=(name) { (t(lang, label)) }
                input.in id=(name) name=(name) type="date" value=(value);
            }
        }
    };
    let text = |it: Option<kernel::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    html! {
        (ui::filter_menu("by-day", t(lang, "audit-days"), html! {
            (day("from", "audit-from", text(list.from)))
            (day("until", "audit-until", text(list.until)))
            (ui::button(t(lang, "ui-apply")))
        }))
        @for (name, label, value) in [("from", "audit-from", list.from), ("until", "audit-until", list.until)] {
            @if let Some(value) = value {
                (ui::filter_on(lang, t(lang, label), &ui::when::date(lang, value), &list.link(name, ""), SWAP))
            }
        }
    }
}

fn rows(desk: &Desk, list: &List, found: &[Line], places: &Places) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        let words =
            if list.fields.is_empty() { "audit-none-words" } else { "audit-no-match-words" };
        return ui::empty("scroll-text", t(lang, "audit-none"), t(lang, words), html! {});
    }
    let columns = [
        Column::who(t(lang, "audit-what")),
        Column::kept(t(lang, "audit-who")),
        Column::kept(t(lang, "audit-when")),
        Column::kept(t(lang, "audit-for")),
        Column::kept(t(lang, "audit-changes")),
        Column::plain(t(lang, "audit-site")).leaves_first(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Line| {
        let (entry, words) = (&it.entry, what(lang, &it.entry.what));
        let subject = list.link("subject", &entry.subject.to_string());
        let cells = vec![
            ui::who(&subject, Some(SWAP), &words, &entry.label, None),
            actor(lang, list, it),
            html! { (desk.moment(entry.at)) },
            person(list, it),
            changes(lang, places, &it.changes()),
            html! { (it.site.as_deref().unwrap_or_default()) },
        ];
        Row::new(entry.seq, format!("{words} {}", entry.label), cells)
    };
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|it| list.link("after", &it.entry.seq.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "audit-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// What happened, in words; an event that has none yet is shown by its name.
pub fn what(lang: Lang, what: &str) -> String {
    let key = what_key(what);
    if exists(lang, &key) { t(lang, &key).to_owned() } else { what.to_owned() }
}

fn actor(lang: Lang, list: &List, it: &Line) -> Markup {
    if let Some(id) = it.entry.actor {
        html! {
            a href=(list.link("actor", &id.to_string())) data-swap=(SWAP) { (it.entry.name) }
        }
    } else {
        html! { (t(lang, "audit-nobody")) }
    }
}

fn person(list: &List, it: &Line) -> Markup {
    if let (Some(id), Some(name)) = (it.entry.person, &it.person) {
        html! {
            a href=(list.link("person", &id.to_string())) data-swap=(SWAP) { (name) }
        }
    } else {
        html! {}
    }
}

fn changes(lang: Lang, places: &Places, changes: &[Change]) -> Markup {
    let lines = html! {
        @for it in changes { div { (change(lang, places, it)) } }
    };
    match changes.len() {
        0..=3 => lines,
        many => {
            let title = with(lang, "audit-changes-count", &[("count", many.into())]);
            ui::folded(None, &title, lines)
        }
    }
}

/// `Role: none → Director`.
pub fn change(lang: Lang, places: &Places, (field, old, new): &Change) -> String {
    let key = format!("audit-field-{}", field.replace('_', "-"));
    let name = if exists(lang, &key) { t(lang, &key) } else { field };
    let value = |it: &str| value(lang, places, field, it);
    let nothing = t(lang, "audit-nothing");
    match (old, new) {
        (None, Some(new)) => format!("{name}: {}", value(new)),
        (old, new) => {
            let said =
                |it: &Option<String>| it.as_deref().map_or_else(|| nothing.to_owned(), value);
            format!("{name}: {} → {}", said(old), said(new))
        }
    }
}

/// A value as people say it.
fn value(lang: Lang, places: &Places, field: &str, it: &str) -> String {
    let role = format!("roles-{}", it.to_lowercase());
    match (field, it) {
        ("scope", scope) => whereabouts(lang, places, scope),
        ("role", _) if exists(lang, &role) => t(lang, &role).to_owned(),
        (_, "yes") => t(lang, "ui-on").to_owned(),
        (_, "no") => t(lang, "ui-off").to_owned(),
        (_, other) => other.to_owned(),
    }
}

/// Where a role holds. A place that is gone, or that the reader may not know, has no name here.
fn whereabouts(lang: Lang, places: &Places, scope: &str) -> String {
    let Some((kind, id)) = place(scope) else {
        return match scope {
            "all" => t(lang, "roles-scope-all").to_owned(),
            "own" => t(lang, "roles-scope-own").to_owned(),
            other => other.to_owned(),
        };
    };
    let key = match kind {
        "site" => "roles-scope-site",
        "division" => "roles-scope-division",
        "team" => "roles-scope-team",
        _ => "roles-scope-company",
    };
    let name = places.get(&id).map_or_else(|| t(lang, "audit-name-hidden"), String::as_str);
    with(lang, key, &[("name", name.into())])
}
