//! What sites look like: the list with its inspector, one site, the form.
use kernel::{Fields as Sent, Invalid, Lang, Zone};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Bulk, Column, Desk, Fields, Row, Status, View};

use super::model::{List, Site};
use super::store::{Listed, PAGE, Shown};
use crate::locations;
use crate::locations::model::Tree;

/// What the reader may do beyond looking.
#[derive(Debug, Clone, Copy)]
pub struct Can {
    pub make: bool,
    pub edit: bool,
}

/// What the reader may do with one site.
#[derive(Debug, Clone, Copy)]
pub struct CanHere {
    pub edit: bool,
    pub appoint: bool,
}

fn status(active: bool) -> Status {
    if active { Status::Ok } else { Status::Waived }
}

/// The word of a state.
pub fn word(lang: Lang, active: bool) -> &'static str {
    t(lang, if active { "sites-active" } else { "sites-inactive" })
}

/// The columns of an exported file: the facts in the order of [`pairs`](super::model::Facts::pairs), then the rest.
pub fn columns(lang: Lang) -> [&'static str; 11] {
    [
        t(lang, "sites-name"),
        t(lang, "sites-code"),
        t(lang, "sites-description"),
        t(lang, "sites-address"),
        t(lang, "sites-postcode"),
        t(lang, "sites-contact-name"),
        t(lang, "sites-contact-phone"),
        t(lang, "sites-contact-email"),
        t(lang, "sites-zone"),
        t(lang, "sites-state"),
        t(lang, "sites-placed"),
    ]
}

/// `Europe/London` as people read it.
fn place(zone: &str) -> String {
    zone.replace('_', " ")
}

pub fn index(
    desk: &Desk,
    list: &List,
    counts: [i64; 2],
    found: &[Listed],
    chosen: Option<&Shown>,
    can: Can,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "sites-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let links = [list.link("state", ""), list.link("state", "inactive")];
    let view = |at: usize, active: bool| {
        View::new(&links[at], word(lang, active))
            .count(number(counts[at]))
            .status(status(active))
            .current(list.active == active)
    };
    let about = with(lang, "sites-count", &[("count", counts[0].into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {
                (ui::link(t(lang, "sites-csv"), &list.file("csv")).icon("download").optional())
                (ui::link(t(lang, "sites-xlsx"), &list.file("xlsx")).icon("download").optional())
                @if can.make { (ui::link(t(lang, "sites-new"), "/sites/new").primary().icon("plus")) }
            }))
            (ui::views(lang, "#views #list #inspector", &[view(0, true), view(1, false)]))
            (ui::filters(lang, "/sites", "#list #views", html! {
                @if !list.active { (ui::filter_keep("state", "inactive")) }
                (ui::search_box("search", t(lang, "sites-search"), &list.search))
            }))
            (ui::split(rows(desk, list, found, can), chosen.map(|it| inspector(desk, list, it))))
        },
    )
}

fn rows(desk: &Desk, list: &List, found: &[Listed], can: Can) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        return none(lang, list, can);
    }
    let columns = [
        Column::who(t(lang, "sites-name")),
        Column::status(t(lang, "sites-state")),
        Column::plain(t(lang, "sites-contact")).leaves_last(),
        Column::plain(t(lang, "sites-zone")).leaves_first(),
        Column::kept(t(lang, "sites-placed")).number(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let table = ui::table(
        lang,
        t(lang, "sites-title"),
        &columns,
        shown.iter().map(|it| row(lang, list, it)).collect(),
    );
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|it| list.link("after", &it.site.id.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    let button = if list.active {
        ui::button(t(lang, "sites-deactivate")).bad()
    } else {
        ui::button(t(lang, "sites-activate"))
    };
    html! {
        @if can.edit {
            (Bulk {
                lang,
                key: &desk.key,
                action: if list.active { "/sites/deactivation" } else { "/sites/activation" },
                swap: None,
                table: table.select(),
                buttons: html! { (button) },
            })
        } @else { (table) }
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

fn none(lang: Lang, list: &List, can: Can) -> Markup {
    let words = match (list.search.is_empty(), list.active, can.make) {
        (false, _, _) => "sites-no-match-words",
        (true, false, _) => "sites-none-inactive-words",
        (true, true, true) => "sites-none-words",
        (true, true, false) => "sites-none-yours-words",
    };
    ui::empty(
        "map-pin",
        t(lang, "sites-none"),
        t(lang, words),
        html! { @if can.make { (ui::link(t(lang, "sites-new"), "/sites/new")) } },
    )
}

fn row(lang: Lang, list: &List, it: &Listed) -> Row {
    let (site, facts) = (&it.site, &it.site.facts);
    let address = line(&facts.address, &facts.postcode);
    let cells = vec![
        ui::who(
            &list.link("site", &site.id.to_string()),
            Some("#list #inspector"),
            facts.name.as_str(),
            &address,
            None,
        ),
        ui::chip(status(site.active), word(lang, site.active)),
        html! { (facts.contact_name) },
        html! { (place(facts.zone.name())) },
        html! { (it.placed) },
    ];
    Row::new(site.id, facts.name.as_str(), cells).current(list.chosen == Some(site.id))
}

/// The address on one line.
fn line(address: &str, postcode: &str) -> String {
    let lines = address.lines().map(str::trim).chain([postcode]);
    lines.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

fn inspector(desk: &Desk, list: &List, it: &Shown) -> Markup {
    let (lang, facts) = (desk.lang, &it.site.facts);
    let path = format!("/sites/{}", it.site.id);
    let title = facts.name.as_str();
    ui::inspector(
        lang,
        title,
        &facts.description,
        None,
        &list.link("site", ""),
        html! {
            (state(lang, it.site.active))
            (ui::actions(html! { (ui::link(t(lang, "sites-open"), &path)) }))
            (about(desk, it))
        },
    )
}

fn state(lang: Lang, active: bool) -> Markup {
    let words = if active { "" } else { t(lang, "sites-inactive-words") };
    ui::verdict(status(active), word(lang, active), words)
}

/// The facts of a site.
fn about(desk: &Desk, it: &Shown) -> Markup {
    let (lang, facts) = (desk.lang, &it.site.facts);
    let address = line(&facts.address, &facts.postcode);
    let known = [
        ("sites-code", &facts.code),
        ("sites-address", &address),
        ("sites-contact-name", &facts.contact_name),
    ];
    html! {
        (ui::section(t(lang, "sites-about"), None, None, html! {
            @for (key, value) in known.iter().filter(|(_, value)| !value.is_empty()) {
                (ui::kv(t(lang, key), "", html! { (value) }))
            }
            @if !facts.contact_phone.is_empty() {
                (ui::kv(t(lang, "sites-contact-phone"), "", html! {
                    a href={ "tel:" (facts.contact_phone) } { (facts.contact_phone) }
                }))
            }
            @if !facts.contact_email.is_empty() {
                (ui::kv(t(lang, "sites-contact-email"), "", html! {
                    a href={ "mailto:" (facts.contact_email) } { (facts.contact_email) }
                }))
            }
            (ui::kv(t(lang, "sites-clock-there"), &place(facts.zone.name()), html! {
                (ui::when::moment(lang, &facts.zone, it.now))
            }))
            (ui::kv(t(lang, "sites-placed"), "", html! { (it.placed) }))
        }))
        (ui::section(t(lang, "regions-title"), Some(it.regions.len() as u64), None, html! {
            @if it.regions.is_empty() { p.hint { (t(lang, "sites-no-regions")) } }
            @for (id, name) in &it.regions {
                (ui::kv(name, "", html! { a href={ "/regions/" (id) } { (t(lang, "regions-open")) } }))
            }
        }))
    }
}

pub fn show(desk: &Desk, it: &Shown, tree: &Tree, can: CanHere) -> Markup {
    let (lang, site) = (desk.lang, &it.site);
    let name = site.facts.name.as_str();
    let path = format!("/sites/{}", site.id);
    let inside = format!("{path}/locations");
    let more = if can.edit { "locations-change" } else { "locations-all" };
    desk.desktop(
        name,
        html! {
            (ui::head(name, &site.facts.description, html! {
                (ui::link(t(lang, "sites-title"), "/sites").ghost().icon("arrow-left"))
                @if can.appoint {
                    (ui::link(t(lang, "sites-gate-scanners"), &format!("{path}/gate-scanners")).icon("scan-line"))
                }
                @if can.edit {
                    (ui::link(t(lang, "sites-edit"), &format!("{path}/edit")).primary().icon("pencil"))
                }
            }))
            div.page {
                div class=(status(site.active).class()) { (state(lang, site.active)) }
                @if can.edit { (switch(desk, site)) }
                (about(desk, it))
                (ui::section(t(lang, "locations-title"), Some(tree.len() as u64), Some((t(lang, more), &inside)), html! {
                    @if tree.is_empty() { p.hint { (t(lang, "locations-none-words")) } }
                    (locations::page::tree(tree, |_| html! {}))
                }))
            }
        },
    )
}

fn switch(desk: &Desk, site: &Site) -> Markup {
    let lang = desk.lang;
    let (action, button) = if site.active {
        ("/sites/deactivation", ui::button(t(lang, "sites-deactivate")).bad())
    } else {
        ("/sites/activation", ui::button(t(lang, "sites-activate")))
    };
    html! {
        div.acts {
            (ui::form(action, &desk.key, html! {
                input type="hidden" name="id" value=(site.id);
                input type="hidden" name="stay" value="on";
                (button)
            }).inline())
        }
    }
}

/// The form of a new site, or of `site`.
pub fn form(desk: &Desk, site: Option<&Site>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, if site.is_some() { "sites-edit" } else { "sites-new" });
    let (action, back) = match site {
        Some(site) => (format!("/sites/{}", site.id), format!("/sites/{}", site.id)),
        None => ("/sites".to_owned(), "/sites".to_owned()),
    };
    let about = site.map_or_else(String::new, |it| it.facts.name.to_string());
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&action, &desk.key, html! {
                    @if site.is_some() { input type="hidden" name="mark" value=(sent.text("mark")); }
                    (questions(fields, sent))
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &back))
                }))
            }
        },
    )
}

fn questions(fields: Fields<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let say = |key| t(lang, key);
    let mut names = Zone::all();
    let zone = sent.text("zone");
    if Zone::named(zone).is_some() && !names.iter().any(|it| it == zone) {
        names.push(zone.to_owned());
    }
    names.sort();
    let labels: Vec<String> = names.iter().map(|it| place(it)).collect();
    let zones: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(labels.iter().map(String::as_str)).collect();
    html! {
        (fields.text("name", say("sites-name")).value(sent.text("name")).hint(say("sites-name-hint")))
        (fields.text("description", say("sites-description")).value(sent.text("description")).maxlength(100)
            .hint(say("sites-description-hint")).optional())
        (fields.textarea("address", say("sites-address")).value(sent.text("address")).optional())
        (fields.text("postcode", say("sites-postcode")).value(sent.text("postcode")).short().optional())
        (fields.select("zone", say("sites-zone"), &zones).value(zone).hint(say("sites-zone-hint")))
        (fields.text("contact_name", say("sites-contact-name")).value(sent.text("contact_name")).optional())
        (fields.phone("contact_phone", say("sites-contact-phone")).value(sent.text("contact_phone"))
            .autocomplete("off").optional())
        (fields.email("contact_email", say("sites-contact-email")).value(sent.text("contact_email"))
            .autocomplete("off").optional())
        (fields.text("code", say("sites-code")).value(sent.text("code")).hint(say("sites-code-hint")).short().optional())
    }
}
