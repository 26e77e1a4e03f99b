//! What the matrix looks like: on the screen, on a phone as people with their gaps, and on paper.
use judge::Known;
use kernel::access::{Actor, Level, matrix};
use kernel::{Fields as Sent, Instant, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, Status};

use super::model::{Cell, Columns, Line, View};
use super::{Found, PATH, Question};
use crate::moments::model::When;
use crate::standings::page::as_at;

const LIST: &str = "#views #list";
/// Columns that fit beside one another on a sheet.
const ACROSS: usize = 7;

fn word(lang: Lang, view: View) -> (&'static str, Option<Status>) {
    match view {
        View::All => (t(lang, "matrix-view-all"), None),
        View::Short => (t(lang, "matrix-view-red"), Some(Status::Bad)),
        View::Expiring => (t(lang, "matrix-view-expiring"), Some(Status::Soon)),
        View::Waiting => (t(lang, "matrix-view-waiting"), Some(Status::Review)),
    }
}

pub fn index(
    desk: &Desk,
    actor: &Actor,
    question: &Question,
    columns: &Columns,
    names: &[Option<String>; 6],
    found: &Found,
) -> Markup {
    let (lang, list) = (desk.lang, &question.list);
    let title = t(lang, "matrix-title");
    let links = View::ALL.map(|it| list.link("status", it.code()));
    let views: Vec<ui::View<'_>> = View::ALL
        .iter()
        .zip(&links)
        .map(|(view, href)| {
            let (words, status) = word(lang, *view);
            let tab = ui::View::new(href, words).current(*view == question.view);
            if let Some(status) = status { tab.status(status) } else { tab }
        })
        .collect();
    let kept = html! {
        @for name in ["status", "at", "known"] {
            @if !list.fields.text(name).is_empty() { (ui::filter_keep(name, list.fields.text(name))) }
        }
    };
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "matrix-about"), actions(desk, question)))
            (ui::views(lang, LIST, &views))
            (people::narrowing(lang, list, names, t(lang, "matrix-search"), kept))
            div.above data-along { (as_at(desk, &question.world.zone, &question.asked, (PATH, &list.fields))) (told(lang, question)) }
            (ui::split(rows(desk, actor, question, columns, found), None))
        },
    )
}

/// The files are forms, because the log keeps who took them.
fn actions(desk: &Desk, question: &Question) -> Markup {
    let (lang, fields) = (desk.lang, asked(question));
    let print = format!("{PATH}/print{}", fields.to_query());
    let files = html! {
        @for (name, value) in fields.iter() { (ui::filter_keep(name, value)) }
        (ui::button(t(lang, "matrix-csv")).icon("download").optional().sends("as", "csv"))
        (ui::button(t(lang, "matrix-xlsx")).icon("download").optional().sends("as", "xlsx"))
    };
    html! {
        (ui::link(t(lang, "matrix-print"), &print).icon("printer").optional())
        (ui::form("/matrix/exports", &desk.key, files).inline())
    }
}

/// What the list is asked, whichever of its pages is shown.
fn asked(question: &Question) -> Sent {
    let fields = &question.list.fields;
    fields.without("after").without("before").without("sel")
}

/// With whose knowledge the past is looked at, and the way to the other one.
fn told(lang: Lang, question: &Question) -> Markup {
    if question.asked.when != When::Past {
        return html! {};
    }
    let (now, then) = (question.list.link("known", ""), question.list.link("known", "then"));
    let tabs = [
        ui::View::new(&now, t(lang, "standings-known-now")).current(question.known == Known::Now),
        ui::View::new(&then, t(lang, "standings-known-then")).current(question.known != Known::Now),
    ];
    ui::tabs(t(lang, "standings-at"), &tabs)
}

fn rows(
    desk: &Desk,
    actor: &Actor,
    question: &Question,
    columns: &Columns,
    found: &Found,
) -> Markup {
    let lang = desk.lang;
    let list = &question.list;
    let first = list.link("after", "");
    let before = match (question.view, found.before) {
        (View::All, Some(id)) => Some(list.turn("before", id)),
        (View::All, None) => None,
        _ => (list.from != people::From::Start).then_some(first),
    };
    let after = found.after.map(|id| list.turn("after", id));
    let range = if found.tired {
        t(lang, "matrix-tired").to_owned()
    } else {
        with(lang, "matrix-on-page", &[("count", found.lines.len().into())])
    };
    html! {
        @if columns.all.is_empty() {
            (nothing_asked(lang, actor))
        } @else if found.lines.is_empty() && !found.tired {
            (nobody(lang, question))
        } @else {
            // Counts are of everybody only where everybody is on the page.
            (grid(desk, question, columns, &found.lines, before.is_none() && after.is_none()))
            (ui::pager(lang, &range, before.as_deref(), after.as_deref()))
        }
    }
}

fn nothing_asked(lang: Lang, actor: &Actor) -> Markup {
    let rules = actor.may(&matrix::SITE_RULES, Level::View);
    ui::empty(
        "list-checks",
        t(lang, "matrix-nothing"),
        t(lang, "matrix-nothing-words"),
        html! { @if rules { (ui::link(t(lang, "rules-title"), "/requirements")) } },
    )
}

fn nobody(lang: Lang, question: &Question) -> Markup {
    let (title, words) = if question.view == View::All {
        ("matrix-nobody", "matrix-nobody-words")
    } else {
        ("matrix-none-such", "matrix-none-such-words")
    };
    let all = question.list.link("status", "");
    ui::empty(
        "users",
        t(lang, title),
        t(lang, words),
        html! {
            @if question.view != View::All { (ui::link(t(lang, "matrix-view-all"), &all)) }
            @else if !question.list.is_plain() { (ui::link(t(lang, "ui-clear-all"), PATH)) }
        },
    )
}

/// The columns that somebody on this page is asked about.
fn wide(columns: &Columns, lines: &[Line]) -> Vec<usize> {
    let asked = |at: &usize| lines.iter().any(|it| it.cells.get(*at).is_some_and(Option::is_some));
    (0..columns.all.len()).filter(asked).collect()
}

/// How many people are asked for what a column says and do not have it.
fn open(lines: &[Line], column: usize) -> usize {
    let gap = |it: &&Line| it.cells.get(column).and_then(Option::as_ref).is_some_and(|it| it.gap);
    lines.iter().filter(gap).count()
}

/// Whoever gets there by keyboard follows the name: the cells of a row all lead to the same page.
fn grid(
    desk: &Desk,
    question: &Question,
    columns: &Columns,
    lines: &[Line],
    whole: bool,
) -> Markup {
    let (lang, shown) = (desk.lang, wide(columns, lines));
    let at = Sent::of([("at", question.list.fields.text("at"))]).to_query();
    html! {
        div.mx-room tabindex="0" role="region" aria-label=(t(lang, "matrix-title")) {
            table.mx role="table" {
                caption.vh { (t(lang, "matrix-about")) }
                thead role="rowgroup" {
                    tr role="row" {
                        th.mx-who role="columnheader" scope="col" { (t(lang, "matrix-person")) }
                        th.mx-st role="columnheader" scope="col" { (t(lang, "matrix-stands")) }
                        @for place in &shown {
                            @let column = &columns.all[*place];
                            th role="columnheader" scope="col" {
                                span { (column.name) }
                                @if whole {
                                    @let open = open(lines, *place);
                                    small { (with(lang, "matrix-open", &[("count", open.into())])) }
                                }
                            }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for line in lines {
                        @let href = format!("/people/{}/requirements{at}", line.id);
                        tr role="row" {
                            th.mx-who role="rowheader" scope="row" { (who(lang, line, &href)) }
                            td.mx-st role="cell" { (stands(lang, line)) }
                            @for place in &shown {
                                (cell(lang, &columns.all[*place].name, line.cells[*place].as_ref(), &href))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn who(lang: Lang, line: &Line, href: &str) -> Markup {
    let about = [line.job_role.as_deref(), line.company.as_deref()];
    let about: Vec<&str> = about.into_iter().flatten().collect();
    html! {
        a href=(href) { (line.name) }
        @if !about.is_empty() { small { (about.join(", ")) } }
        @for bar in &line.bars { small.late { (bar.line(lang)) } }
    }
}

fn stands(lang: Lang, line: &Line) -> Markup {
    let (status, words) = people::stands(lang, Some(line.bucket));
    ui::chip(status, words)
}

fn cell(lang: Lang, column: &str, cell: Option<&Cell>, href: &str) -> Markup {
    let Some(it) = cell else {
        return html! {
            td.mx-nil role="cell" { span aria-hidden="true" { "–" } span.vh { (t(lang, "matrix-not-asked")) } }
        };
    };
    html! {
        td.(it.status.class()).mx-due[it.gap || it.ends] role="cell" {
            a href=(href) tabindex="-1" {
                (ui::shape(it.status))
                span data-label=(column) { @if let Some(by) = &it.by { b { (by) } " " } (it.words) }
            }
        }
    }
}

/// The columns of a file.
pub fn columns(lang: Lang, columns: &Columns) -> Vec<String> {
    let facts = [
        t(lang, "matrix-person"),
        t(lang, "matrix-company"),
        t(lang, "matrix-job-role"),
        t(lang, "matrix-sites"),
        t(lang, "matrix-stands"),
        t(lang, "matrix-kept-out"),
    ];
    let asked = columns.all.iter().map(|it| it.name.as_str());
    facts.into_iter().chain(asked).map(str::to_owned).collect()
}

/// What is on a sheet.
pub struct Printed<'a> {
    pub question: &'a Question,
    pub columns: &'a Columns,
    pub lines: &'a [Line],
    /// There were more people than a print holds.
    pub cut: bool,
    /// Who made it, and for which organisation.
    pub who: (&'a str, &'a str),
}

pub fn print(desk: &Desk, names: &[Option<String>; 6], it: &Printed<'_>, now: Instant) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "matrix-title");
    let shown = wide(it.columns, it.lines);
    let (moment, made) = (desk.moment(it.question.asked.at), desk.moment(now));
    let narrowed: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
    let count = it.lines.len();
    desk.print(
        title,
        html! {
            div.mx-print {
                header {
                    h1 { (title) }
                    p { (it.who.1) @for name in &narrowed { " · " (name) }
                        @if it.question.view != View::All { " · " (word(lang, it.question.view).0) } }
                    p { (with(lang, "matrix-print-at", &[("moment", (&moment).into()), ("count", count.into())]))
                        @if it.question.known != Known::Now { " · " (t(lang, "standings-known-then")) } }
                    p { (with(lang, "matrix-print-made", &[("who", it.who.0.into()), ("moment", (&made).into())])) }
                    @if it.cut { p { (with(lang, "matrix-print-cut", &[("count", count.into())])) } }
                    (legend(lang))
                }
                @if shown.is_empty() { p { (t(lang, "matrix-nothing")) } }
                @for some in shown.chunks(ACROSS) { (sheet(lang, it, some)) }
            }
        },
    )
}

fn legend(lang: Lang) -> Markup {
    let all = [Status::Ok, Status::Soon, Status::Review, Status::Bad, Status::None, Status::Waived];
    html! {
        ul.mx-legend {
            @for it in all { li.(it.class()) { (ui::shape_drawn(it)) (it.word(lang)) } }
        }
    }
}

fn sheet(lang: Lang, it: &Printed<'_>, some: &[usize]) -> Markup {
    html! {
        table.mx-sheet {
            thead {
                tr {
                    th scope="col" { (t(lang, "matrix-person")) }
                    th scope="col" { (t(lang, "matrix-stands")) }
                    @for place in some {
                        th scope="col" {
                            (it.columns.all[*place].name)
                            small { (with(lang, "matrix-open", &[("count", open(it.lines, *place).into())])) }
                        }
                    }
                }
            }
            tbody {
                @for line in it.lines {
                    @let (status, words) = people::stands(lang, Some(line.bucket));
                    tr {
                        th scope="row" {
                            (line.name)
                            @if let Some(company) = &line.company { small { (company) } }
                            @for bar in &line.bars { small { (bar.line(lang)) } }
                        }
                        td.(status.class()) { (ui::shape_drawn(status)) " " (words) }
                        @for place in some {
                            @match line.cells[*place].as_ref() {
                                None => td { "–" },
                                Some(cell) => td.(cell.status.class()) {
                                    (ui::shape_drawn(cell.status)) " " (cell.text())
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
