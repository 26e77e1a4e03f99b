//! What searching looks like; the part `#results` is also what the palette shows.
use maud::{Markup, html};
use ui::Desk;
use ui::text::t;

use super::model::{Found, Hit, Sought};

pub fn index(desk: &Desk, sought: &Sought, found: &Found) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "ui-search");
    let lists = html! {
        (ui::filters(lang, "/search", "#results", ui::search_box("q", t(lang, "ui-search-jump"), &sought.text)))
        (results(desk, sought, found))
    };
    desk.own(
        title,
        html! {
            @if desk.is_staff() {
                (ui::head(title, t(lang, "search-about"), html! {}))
                div.page { (lists) }
            } @else {
                h1 { (title) }
                (lists)
            }
        },
    )
}

fn results(desk: &Desk, sought: &Sought, found: &Found) -> Markup {
    let lang = desk.lang;
    let mut groups: Vec<(&str, Vec<Markup>)> = Vec::new();
    let kinds = [
        ("search-people", "/people", "user-round", &found.people),
        ("search-companies", "/companies", "building-2", &found.companies),
        ("search-sites", "/sites", "map-pin", &found.sites),
    ];
    for (title, path, face, hits) in kinds {
        if !hits.is_empty() {
            groups.push((t(lang, title), hits.iter().map(|it| line(face, path, it)).collect()));
        }
    }
    let pages = pages(desk, sought);
    if !pages.is_empty() {
        groups.push((t(lang, "search-pages"), pages));
    }
    if groups.is_empty() {
        groups.push((t(lang, "search-nothing"), Vec::new()));
    }
    ui::results(&groups)
}

fn line(face: &'static str, path: &str, hit: &Hit) -> Markup {
    let words = match hit.about.as_str() {
        "" => hit.name.clone(),
        about => format!("{}, {about}", hit.name),
    };
    ui::menu_link(face, &words, &format!("{path}/{}", hit.id))
}

/// The lines of the menu that are meant.
fn pages(desk: &Desk, sought: &Sought) -> Vec<Markup> {
    let frame = desk.frame();
    let items = frame.nav.iter().flat_map(|it| &it.items);
    let named = items.map(|it| (it, t(desk.lang, it.label)));
    let meant = named.filter(|(_, label)| sought.names(label));
    meant.map(|(it, label)| ui::menu_link(it.icon, label, it.href)).collect()
}
