//! What the list of people looks like.
use kernel::access::{Actor, Level, matrix};
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Bulk, Column, Desk, Fields, Row, Status};

use super::model::{Found, Line, List, PAGE, Sort, View};
use crate::boards::model::{Bucket, Shown};
use crate::choices::model::{Choices, Thing};
use crate::persons::model::Person;
use crate::persons::page::{inspector, kind, pairs};
use crate::when;

const LIST: &str = "#views #list";
const DETAILS: &str = "#list #inspector";

fn word(lang: Lang, view: View) -> &'static str {
    match view {
        View::All => t(lang, "persons-view-all"),
        View::Employees => t(lang, "persons-view-employees"),
        View::Contractors => t(lang, "persons-view-contractors"),
        View::Archived => t(lang, "persons-view-archived"),
        View::Standing(bucket) => standing(lang, Some(bucket)).1,
    }
}

/// What a filter is about.
fn filter_word(lang: Lang, filter: Thing) -> &'static str {
    match filter {
        Thing::Company => t(lang, "persons-company"),
        Thing::JobRole => t(lang, "persons-job-role"),
        Thing::Division => t(lang, "persons-division"),
        Thing::Site => t(lang, "persons-site"),
        Thing::Team => t(lang, "persons-team"),
        Thing::Group => t(lang, "persons-group"),
    }
}

pub fn index(
    desk: &Desk,
    actor: &Actor,
    list: &List,
    found: &Found,
    open: Option<&Person>,
    left: i64,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "persons-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let totals = found.totals;
    let all = totals.employees + totals.contractors;
    let count = |view: View| match view {
        View::All => all,
        View::Standing(bucket) => totals.standings[bucket as usize],
        View::Employees => totals.employees,
        View::Contractors => totals.contractors,
        View::Archived => totals.archived,
    };
    let reports = actor.may(&matrix::REPORTS, Level::View);
    let shown = |it: &&View| reports || !matches!(it, View::Standing(_));
    let links: Vec<(View, String)> =
        View::ALL.iter().filter(shown).map(|it| (*it, list.link("view", it.code()))).collect();
    let views: Vec<ui::View<'_>> = links
        .iter()
        .map(|(view, href)| {
            let count = count(*view);
            let mut tab = ui::View::new(href, word(lang, *view)).current(list.view == *view);
            if let View::Standing(bucket) = view {
                tab = tab.status(standing(lang, Some(*bucket)).0);
            }
            // The totals are the organisation's: they say nothing about a narrowed list.
            if all + totals.archived > 0 && list.is_plain() {
                tab.count(number(count))
            } else {
                tab
            }
        })
        .collect();
    let about = if all > 0 {
        with(lang, "persons-count", &[("count", all.into())])
    } else {
        t(lang, "persons-about").to_owned()
    };
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! { (head_actions(lang, actor, list)) }))
            @if left > 0 {
                (ui::notice(Status::Soon, &with(lang, "persons-left-out", &[("count", left.into())])))
            }
            (ui::views(lang, LIST, &views))
            (bar(lang, list, found))
            (ui::split(
                rows(desk, actor, list, found, open),
                open.map(|it| inspector(desk, actor, it, &answer(lang, found, it), &list.open(None))),
            ))
        },
    )
}

fn head_actions(lang: Lang, actor: &Actor, list: &List) -> Markup {
    let query = list.export();
    html! {
        (ui::link(t(lang, "persons-csv"), &format!("/people.csv{query}")).icon("download").optional())
        (ui::link(t(lang, "persons-xlsx"), &format!("/people.xlsx{query}")).icon("download").optional())
        @if actor.may(&matrix::PEOPLE, Level::Edit) {
            (ui::link(t(lang, "persons-new"), "/people/new").primary().icon("plus"))
        }
    }
}

fn bar(lang: Lang, list: &List, found: &Found) -> Markup {
    let view = list.view.code();
    let kept = html! { @if list.view != View::All { (ui::filter_keep("view", view)) } };
    narrowing(lang, list, &found.names, t(lang, "persons-search"), kept)
}

/// Search and filters above a list of people. Filters that are on stay with the next search; `kept` is what else does.
#[expect(clippy::needless_pass_by_value, reason = "a page writes html! { … } in place")]
pub fn narrowing(
    lang: Lang,
    list: &List,
    names: &[Option<String>; 6],
    label: &str,
    kept: Markup,
) -> Markup {
    let all = Thing::ALL.iter().map(|it| (*it, it.code())).zip(names);
    let on = all.filter(|((_, code), _)| !list.fields.text(code).is_empty());
    let sort = list.fields.text("sort");
    let filters = format!("{}/filters{}", list.path, list.export());
    ui::filters(
        lang,
        list.path,
        LIST,
        html! {
            (kept)
            @if !sort.is_empty() { (ui::filter_keep("sort", sort)) }
            (ui::search_box("search", label, &list.search))
            @for ((filter, code), name) in on {
                (ui::filter_keep(code, list.fields.text(code)))
                (ui::filter_on(lang, filter_word(lang, filter), name.as_deref().unwrap_or("–"), &list.link(code, ""), LIST))
            }
            (ui::link(t(lang, "persons-filter"), &filters).icon("funnel"))
            @if list.filters.any() || !list.search.is_empty() {
                (ui::filters_clear(lang, list.path, LIST))
            }
        },
    )
}

fn rows(desk: &Desk, actor: &Actor, list: &List, found: &Found, open: Option<&Person>) -> Markup {
    let lang = desk.lang;
    if found.lines.is_empty() {
        return nobody(lang, actor, list);
    }
    let hrefs = [Sort::Name, Sort::Company, Sort::Start].map(|it| list.sorted(it));
    let now = |sort| (list.sort == sort).then_some(!list.falling);
    let columns = [
        Column::who(t(lang, "persons-name")).sort(&hrefs[0], now(Sort::Name)),
        Column::kept(t(lang, "persons-company")).sort(&hrefs[1], now(Sort::Company)),
        Column::status(t(lang, "persons-standing")),
        Column::next(t(lang, "persons-next")),
        Column::plain(t(lang, "persons-start")).sort(&hrefs[2], now(Sort::Start)).leaves_first(),
    ];
    let row = |it: &Line| {
        let about = it.job_role.as_deref().unwrap_or_default();
        let cells = vec![
            ui::who(
                &list.open(Some(it.id)),
                Some(DETAILS),
                &it.name,
                about,
                Some(&ui::initials(&it.name)),
            ),
            html! { (it.company.as_deref().unwrap_or_default()) },
            html! { @if let Some(shown) = &it.standing { (chip(lang, shown)) } },
            html! { @if let Some(shown) = &it.standing { (next(lang, shown)) } },
            html! { @if let Some(start) = it.start { (when::date(lang, start)) } },
        ];
        Row::new(it.id, it.name.as_str(), cells).current(open.is_some_and(|open| open.id == it.id))
    };
    let table =
        ui::table(lang, t(lang, "persons-title"), &columns, found.lines.iter().map(row).collect());
    let before = found.lines.first().filter(|_| found.more_before);
    let after = found.lines.last().filter(|_| found.more_after);
    let before = before.map(|it| list.turn("before", it.id));
    let after = after.map(|it| list.turn("after", it.id));
    html! {
        (Bulk {
            lang,
            key: &desk.key,
            action: "/people/selection",
            swap: None,
            table: table.select(),
            buttons: buttons(lang, actor, list),
        })
        (ui::pager(lang, &range(lang, found), before.as_deref(), after.as_deref()))
    }
}

/// Shape and word of how somebody stands. None is an answer that is being renewed.
pub fn standing(lang: Lang, bucket: Option<Bucket>) -> (Status, &'static str) {
    match bucket {
        None => (Status::Review, t(lang, "persons-standing-renewed")),
        Some(Bucket::NothingAsked) => (Status::Waived, t(lang, "persons-standing-nothing")),
        Some(Bucket::Valid) => (Status::Ok, t(lang, "persons-standing-valid")),
        Some(Bucket::Expiring) => (Status::Soon, t(lang, "persons-standing-expiring")),
        Some(Bucket::ToCheck) => (Status::Review, t(lang, "persons-standing-to-check")),
        Some(Bucket::NotStarted) => (Status::None, t(lang, "persons-standing-not-started")),
        Some(Bucket::NotValid) => (Status::Bad, t(lang, "persons-standing-not-valid")),
    }
}

/// How somebody on this page stands, with the first reason: for the details beside the list.
fn answer(lang: Lang, found: &Found, person: &Person) -> Markup {
    let line = found.lines.iter().find(|it| it.id == person.id);
    let Some(shown) = line.and_then(|it| it.standing.as_ref()) else { return html! {} };
    let (status, words) = standing(lang, shown.bucket);
    let why = shown.next.as_ref().map(|it| it.line(lang)).unwrap_or_default();
    let path = format!("/people/{}/requirements", person.id);
    html! {
        (ui::verdict(status, words, &why))
        p { a href=(path) { (t(lang, "persons-reasons")) } }
    }
}

fn chip(lang: Lang, shown: &Shown) -> Markup {
    let (status, words) = standing(lang, shown.bucket);
    ui::chip(status, words)
}

fn next(lang: Lang, shown: &Shown) -> Markup {
    let more = match shown.more {
        0 => String::new(),
        more => with(lang, "persons-next-more", &[("count", more.into())]),
    };
    html! { @if let Some(why) = &shown.next { (why.cell(lang, &more)) } }
}

fn range(lang: Lang, found: &Found) -> String {
    with(lang, "persons-on-page", &[("count", found.lines.len().min(PAGE).into())])
}

fn nobody(lang: Lang, actor: &Actor, list: &List) -> Markup {
    let (title, words) = if !list.is_plain() {
        ("persons-no-match", "persons-no-match-words")
    } else if list.view == View::Archived {
        ("persons-none-archived", "persons-none-archived-words")
    } else {
        ("persons-none", "persons-none-words")
    };
    ui::empty(
        "users",
        t(lang, title),
        t(lang, words),
        html! {
            @if !list.is_plain() {
                (ui::link(t(lang, "ui-clear-all"), "/people"))
            } @else if actor.may(&matrix::PEOPLE, Level::Edit) && list.view != View::Archived {
                (ui::link(t(lang, "persons-new"), "/people/new"))
            }
        },
    )
}

/// What can be done with the ticked rows.
fn buttons(lang: Lang, actor: &Actor, list: &List) -> Markup {
    let edits = [matrix::PEOPLE, matrix::PLACEMENTS, matrix::STRUCTURE];
    html! {
        input type="hidden" name="back" value=(list.open(None));
        @if edits.iter().any(|it| actor.may(it, Level::Edit)) {
            (ui::button(t(lang, "persons-change")).icon("pencil"))
        }
        (ui::button(t(lang, "persons-export")).icon("download").to("/people/export").optional())
        @if actor.may(&matrix::ARCHIVE, Level::Edit) {
            @if list.view == View::Archived {
                (ui::button(t(lang, "persons-restore")).icon("rotate-ccw").to("/people/restoration"))
            } @else {
                (ui::button(t(lang, "persons-archive")).icon("user-round-x").to("/people/archive"))
            }
        }
    }
}

/// All filters as one form, for the list at `path`. What else was asked of that stays.
pub fn filters(desk: &Desk, path: &str, sent: &Sent, choices: &[Choices]) -> Markup {
    let lang = desk.lang;
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    let title = t(lang, "persons-filter");
    let lists: Vec<Choices> = choices
        .iter()
        .map(|it| {
            let mut list = vec![(String::new(), t(lang, "persons-any").to_owned())];
            list.extend(it.iter().cloned());
            list
        })
        .collect();
    let options: Vec<Vec<(&str, &str)>> = lists.iter().map(|it| pairs(it)).collect();
    let back = format!("{path}{}", sent.to_query());
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "persons-filter-words"), html! {}))
            div.page {
                form.form method="get" action=(path) {
                    @for name in ["view", "sort", "search", "status", "at", "known"] {
                        @if !sent.text(name).is_empty() { (ui::filter_keep(name, sent.text(name))) }
                    }
                    @for (filter, options) in Thing::ALL.into_iter().zip(&options) {
                        @if options.len() > 1 {
                            (fields.select(filter.code(), filter_word(lang, filter), options)
                                .value(sent.text(filter.code())).optional())
                        }
                    }
                    (ui::save_or_cancel(t(lang, "persons-filter-show"), t(lang, "ui-cancel"), &back))
                }
            }
        },
    )
}

/// The columns of an exported file.
pub fn columns(lang: Lang) -> [&'static str; 10] {
    [
        t(lang, "persons-name"),
        t(lang, "persons-kind"),
        t(lang, "persons-email"),
        t(lang, "persons-company"),
        t(lang, "persons-job-role"),
        t(lang, "persons-external-id"),
        t(lang, "persons-start"),
        t(lang, "persons-state"),
        t(lang, "persons-standing"),
        t(lang, "persons-next"),
    ]
}

/// How the person of a row stands, in words.
pub fn stands(lang: Lang, line: &Line) -> (&'static str, String) {
    line.standing.as_ref().map_or_else(Default::default, |it| {
        (standing(lang, it.bucket).1, it.next.as_ref().map(|it| it.line(lang)).unwrap_or_default())
    })
}

/// Kind and state of a row, in words.
pub fn words(lang: Lang, line: &Line) -> (&'static str, &'static str) {
    let state = if line.archived { "persons-archived" } else { "persons-active" };
    (kind(lang, line.kind), t(lang, state))
}
