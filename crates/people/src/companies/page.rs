//! What companies look like: the list, the inspector, one company, the form.
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Bulk, Column, Desk, Fields, Row, Status, View};

use super::model::{Company, List, Sort, State};
use super::store::{PAGE, Worker};
use crate::tabs::CompanyHeading;

fn status(state: State) -> Status {
    match state {
        State::Active => Status::Ok,
        State::Inactive => Status::None,
    }
}

/// The word of a state.
pub fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Active => "companies-active",
            State::Inactive => "companies-inactive",
        },
    )
}

/// The columns of an exported file.
pub fn columns(lang: Lang) -> [&'static str; 8] {
    [
        t(lang, "companies-name"),
        t(lang, "companies-state"),
        t(lang, "companies-trades"),
        t(lang, "companies-people"),
        t(lang, "companies-contact-name"),
        t(lang, "companies-contact-email"),
        t(lang, "companies-contact-phone"),
        t(lang, "companies-address"),
    ]
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// What the list is made of.
pub struct Listed<'a> {
    pub list: &'a List,
    pub counts: [i64; 2],
    pub trades: &'a [(String, String)],
    pub found: &'a [Company],
    /// Whether whoever looks may change companies.
    pub edits: bool,
}

pub fn index(desk: &Desk, it: &Listed<'_>, chosen: Option<(&Company, &[Worker])>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "companies-title");
    let all = count(it.counts.iter().sum());
    let links = State::ALL.map(|state| it.list.link("state", state.code()));
    let views: Vec<View<'_>> = State::ALL
        .iter()
        .zip(&links)
        .zip(it.counts)
        .map(|((state, href), number)| {
            let view = View::new(href, word(lang, *state)).count(count(number));
            view.current(it.list.state == *state)
        })
        .collect();
    let about = with(lang, "companies-count", &[("count", all.into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {
                (ui::link(t(lang, "companies-csv"), &it.list.file("csv")).icon("download").optional())
                (ui::link(t(lang, "companies-xlsx"), &it.list.file("xlsx")).icon("download").optional())
                @if it.edits {
                    (ui::link(t(lang, "companies-new"), "/companies/new").primary().icon("plus"))
                }
            }))
            (ui::views(lang, "#views #list", &views))
            (filters(lang, it))
            (ui::split(rows(desk, it), chosen.map(|(company, people)| inspector(lang, it.list, company, people))))
        },
    )
}

fn filters(lang: Lang, it: &Listed<'_>) -> Markup {
    let (list, swap) = (it.list, "#list #views");
    let on = it.trades.iter().find(|(folded, _)| *folded == list.trade);
    let trade = on.map_or(list.trade.as_str(), |(_, trade)| trade);
    ui::filters(
        lang,
        "/companies",
        swap,
        html! {
            (ui::filter_keep("state", list.state.code()))
            @if list.sort != Sort::default() { (ui::filter_keep("sort", list.fields.text("sort"))) }
            (ui::search_box("search", t(lang, "companies-search"), &list.search))
            @if !list.trade.is_empty() {
                (ui::filter_keep("trade", &list.trade))
                (ui::filter_on(lang, t(lang, "companies-trade"), trade, &list.link("trade", ""), swap))
            } @else if !it.trades.is_empty() {
                (ui::filter_menu("by-trade", t(lang, "companies-trade"), html! {
                    @for (folded, trade) in it.trades { a href=(list.link("trade", folded)) { (trade) } }
                }))
            }
        },
    )
}

fn empty(lang: Lang, it: &Listed<'_>) -> Markup {
    let (title, words) = if it.list.is_narrowed() {
        ("companies-no-match", "companies-no-match-words")
    } else if it.list.state == State::Inactive {
        ("companies-none-inactive", "companies-none-inactive-words")
    } else {
        ("companies-none", "companies-none-words")
    };
    let action = html! {
        @if it.list.is_narrowed() {
            (ui::link(t(lang, "ui-clear-all"), "/companies"))
        } @else if it.edits {
            (ui::link(t(lang, "companies-new"), "/companies/new"))
        }
    };
    ui::empty("building-2", t(lang, title), t(lang, words), action)
}

fn rows(desk: &Desk, it: &Listed<'_>) -> Markup {
    let (lang, list) = (desk.lang, it.list);
    if it.found.is_empty() {
        return empty(lang, it);
    }
    let (name_sort, name_rising) = match list.sort {
        Sort::Name => (list.link("sort", "-name"), Some(true)),
        Sort::NameBack => (list.link("sort", ""), Some(false)),
        Sort::Newest => (list.link("sort", ""), None),
    };
    let columns = [
        Column::who(t(lang, "companies-name")).sort(&name_sort, name_rising),
        Column::status(t(lang, "companies-state")),
        Column::next(t(lang, "companies-people")),
        Column::plain(t(lang, "companies-contact")).leaves_first(),
    ];
    let shown = &it.found[..it.found.len().min(PAGE)];
    let row = |company: &Company| {
        let id = company.id.to_string();
        let cells = vec![
            ui::who(
                &list.chosen(&id),
                Some("#list #inspector"),
                &company.name,
                &company.trades(),
                None,
            ),
            ui::chip(status(company.state), word(lang, company.state)),
            ui::next("", &people_words(lang, company), false),
            html! { (contact(company)) },
        ];
        Row::new(id, company.name.as_str(), cells).current(list.selected == Some(company.id))
    };
    let table =
        ui::table(lang, t(lang, "companies-title"), &columns, shown.iter().map(row).collect());
    let more = (it.found.len() > PAGE)
        .then(|| shown.last().map(|last| list.link("after", &last.id.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    let (action, words) = change(lang, list.state);
    html! {
        @if it.edits {
            (Bulk {
                lang,
                key: &desk.key,
                action,
                swap: Some("#views #list #inspector #toasts"),
                table: table.select(),
                buttons: html! {
                    (ui::filter_keep("back", &list.link("after", "")))
                    (ui::button(words))
                },
            })
        } @else { (table) }
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// What changes a state into the other one: its address and its words.
fn change(lang: Lang, state: State) -> (&'static str, &'static str) {
    match state {
        State::Active => ("/companies/deactivation", t(lang, "companies-deactivate")),
        State::Inactive => ("/companies/activation", t(lang, "companies-activate")),
    }
}

fn people_words(lang: Lang, company: &Company) -> String {
    with(lang, "companies-people-count", &[("count", company.people.into())])
}

fn contact(company: &Company) -> &str {
    [&company.contact_name, &company.contact_email, &company.contact_phone]
        .into_iter()
        .find(|it| !it.is_empty())
        .map_or("", String::as_str)
}

fn inspector(lang: Lang, list: &List, company: &Company, people: &[Worker]) -> Markup {
    let page = format!("/companies/{}", company.id);
    ui::inspector(
        lang,
        &company.name,
        &company.trades(),
        None,
        &list.chosen(""),
        html! {
            (ui::verdict(status(company.state), word(lang, company.state), &people_words(lang, company)))
            (ui::actions(html! { (ui::link(t(lang, "companies-open"), &page).primary()) }))
            (facts(lang, company))
            (workers(lang, company, &people[..people.len().min(5)]))
        },
    )
}

fn facts(lang: Lang, company: &Company) -> Markup {
    let mail = format!("mailto:{}", company.contact_email);
    let call = format!("tel:{}", company.contact_phone);
    let line = |key, value: Markup| ui::kv(t(lang, key), "", value);
    ui::section(
        t(lang, "companies-about"),
        None,
        None,
        html! {
            @if !company.trades.is_empty() { (line("companies-trades", html! { (company.trades()) })) }
            @if !company.address.is_empty() {
                (line("companies-address", html! { @for it in company.address.lines() { div { (it) } } }))
            }
            @if !company.contact_name.is_empty() {
                (line("companies-contact-name", html! { (company.contact_name) }))
            }
            @if !company.contact_email.is_empty() {
                (line("companies-contact-email", html! { a href=(mail) { (company.contact_email) } }))
            }
            @if !company.contact_phone.is_empty() {
                (line("companies-contact-phone", html! { a href=(call) { (company.contact_phone) } }))
            }
            @if contact(company).is_empty() { p.hint { (t(lang, "companies-no-contact")) } }
        },
    )
}

fn workers(lang: Lang, company: &Company, people: &[Worker]) -> Markup {
    let all = format!("/people?company={}", company.id);
    let more = (count(company.people) > people.len() as u64)
        .then_some((t(lang, "companies-all-people"), all.as_str()));
    ui::section(
        t(lang, "companies-people"),
        Some(count(company.people)),
        more,
        html! {
            @if people.is_empty() { p.hint { (t(lang, "companies-nobody")) } }
            @for it in people {
                (ui::kv("", "", ui::who(&format!("/people/{}", it.id), None, &it.name, it.job_role.as_deref().unwrap_or_default(), None)))
            }
        },
    )
}

pub fn show(
    desk: &Desk,
    heading: &CompanyHeading,
    company: &Company,
    people: &[Worker],
    edits: bool,
) -> Markup {
    let lang = desk.lang;
    let page = format!("/companies/{}", company.id);
    let (action, words) = change(lang, company.state);
    let reason = match company.state {
        State::Active => "companies-active-words",
        State::Inactive => "companies-inactive-words",
    };
    desk.desktop(
        &company.name,
        html! {
            (heading.show(lang, html! {
                @if edits {
                    (ui::link(t(lang, "companies-edit"), &format!("{page}/edit")).primary().icon("pencil"))
                }
            }))
            div.page {
                (ui::verdict(status(company.state), word(lang, company.state), t(lang, reason)))
                @if edits {
                    (ui::form(action, &desk.key, html! {
                        (ui::filter_keep("id", &company.id.to_string()))
                        (ui::filter_keep("back", &page))
                        (ui::button(words))
                    }).inline())
                }
                (facts(lang, company))
                (workers(lang, company, people))
            }
        },
    )
}

pub fn new(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let title = t(desk.lang, "companies-new");
    let add = t(desk.lang, "companies-add");
    form(
        desk,
        (title, t(desk.lang, "companies-new-words")),
        ("/companies", add, "/companies"),
        sent,
        invalid,
    )
}

pub fn edit(desk: &Desk, company: &Company, sent: &Sent, invalid: &Invalid) -> Markup {
    let page = format!("/companies/{}", company.id);
    let title = with(desk.lang, "companies-edit-title", &[("name", (&company.name).into())]);
    form(desk, (&title, ""), (&page, t(desk.lang, "ui-save"), &page), sent, invalid)
}

/// `does` is where the form goes, the word for that, and the way out.
fn form(
    desk: &Desk,
    (title, about): (&str, &str),
    does: (&str, &str, &str),
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let value = |name| sent.get(name).unwrap_or_default();
    desk.desktop(
        title,
        html! {
            (ui::head(title, about, html! {}))
            div.page {
                (fields.summary())
                (ui::form(does.0, &desk.key, html! {
                    (fields.text("name", t(lang, "companies-name")).value(value("name")).autocomplete("off"))
                    (fields.textarea("trades", t(lang, "companies-trades"))
                        .hint(t(lang, "companies-trades-hint")).value(value("trades")).optional())
                    (fields.textarea("address", t(lang, "companies-address")).value(value("address")).optional())
                    (fields.text("contact_name", t(lang, "companies-contact-name"))
                        .hint(t(lang, "companies-contact-hint")).value(value("contact_name")).autocomplete("off").optional())
                    (fields.email("contact_email", t(lang, "companies-contact-email"))
                        .value(value("contact_email")).autocomplete("off").optional())
                    (fields.phone("contact_phone", t(lang, "companies-contact-phone"))
                        .value(value("contact_phone")).autocomplete("off").optional())
                    (ui::save_or_cancel(does.1, t(lang, "ui-cancel"), does.2))
                }))
            }
        },
    )
}
