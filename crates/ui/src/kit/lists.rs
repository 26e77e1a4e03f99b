//! Lists, filters, details.

use maud::{Markup, html};

use super::{part, wide};
use crate::{
    Column, Frame, Row, Status, View, button, chip, empty, filter_menu, filter_on, filters,
    filters_clear, folded, kv, next, pager, requirement, requirements, search_box, section, table,
    tabs, task, tasks, timeline, todo, verdict, views, who,
};

pub(super) fn sections(frame: &Frame<'_>) -> Markup {
    html! { (filter(frame)) (list(frame)) (details(frame)) (phone()) (history()) (nothing()) }
}

fn filter(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    wide(
        "Views and filters",
        html! {
            (views(lang, "#views #list", &[
                View::new("#all", "All").count(248).current(true),
                View::new("#bad", "Not valid").count(31).status(Status::Bad),
                View::new("#soon", "Expiring in 30 days").count(19).status(Status::Soon),
            ]))
            (tabs("Pages about one person", &[
                View::new("#overview", "Overview").current(true),
                View::new("#training", "Training"),
            ]))
            (filters(lang, "/kit", "#list", html! {
                (search_box("q", "Name or card number", ""))
                (filter_on(lang, "Site", "Harbour Gate", "#no-site", "#list"))
                (filter_menu("companies", "Company", html! { a href="#c1" { "Northgate Scaffolding" } a href="#c2" { "Atlas Cleaning" } }))
                (filters_clear(lang, "#clear", "#list"))
            }))
        },
    )
}

fn list(frame: &Frame<'_>) -> Markup {
    let columns = [
        Column::who("Name").sort("#by-name", Some(true)),
        Column::kept("Company").sort("#by-company", None),
        Column::status("Status"),
        Column::next("What is next"),
        Column::plain("Days").number().leaves_first(),
    ];
    let row = |name: &str, about: &str, status: Status, what: &str, when: &str, late| {
        Row::new(
            name,
            name,
            vec![
                who("#row", None, name, about, None),
                html! { "Northgate Scaffolding" },
                chip(status, status.word(frame.lang)),
                next(what, when, late),
                html! { "12" },
            ],
        )
    };
    let rows = vec![
        row("Daniel Okafor", "Scaffolder", Status::Bad, "CSCS card", "expired 3 Nov", true)
            .current(true),
        row("Ana Ribeiro", "Electrician", Status::Soon, "First aid at work", "in 6 days", false),
        row("Owen Price", "Roofer", Status::Ok, "", "Until 30 Jan 2027", false),
    ];
    wide(
        "Table without selection",
        html! {
            (table(frame.lang, "People, sorted by name", &columns, rows))
            (pager(frame.lang, "1 to 3 of 248", None, Some("#next")))
        },
    )
}

fn details(frame: &Frame<'_>) -> Markup {
    part(
        "Verdict, requirements, facts",
        html! {
            (verdict(Status::Bad, "Not valid for Harbour Gate", "2 of 7 requirements are not met."))
            (section("Not met", Some(2), Some(("View all", "#all-unmet")), requirements([
                requirement(Status::Bad, "CSCS card", "Expired 3 Nov 2026", html! { (button("Upload")) }),
                requirement(Status::Review, "Asbestos awareness", "Photo sent 20 Nov, 16:04", html! { (button("Check").ghost()) }),
            ])))
            (folded(None, "4 requirements met", requirements([
                requirement(Status::Ok, "Site induction", "Until 12 Jan 2027", html! {}),
                requirement(Status::Waived, "Gas card", "Not asked of scaffolders", html! {}),
            ])))
            (kv("North Yard", "Second site", chip(Status::Ok, Status::Ok.word(frame.lang))))
        },
    )
}

fn phone() -> Markup {
    part(
        "Tasks on the phone",
        html! {
            (tasks([
                task(Status::Bad, "#t1", "CSCS card", "Expired 3 November. Take a photo of the new card"),
                task(Status::Review, "#t2", "Asbestos awareness", "Sent 20 November. Usually checked within 1 day"),
                task(Status::None, "#t3", "Risk assessment", "8 questions, about 3 minutes"),
            ]))
            (todo([("graduation-cap", "2 short courses", "22 min"), ("id-card", "Photo of 2 cards", "2 min")]))
        },
    )
}

fn history() -> Markup {
    part(
        "Timeline",
        timeline([
            ("Refused at Harbour Gate", "22 Nov, 07:12, by R. Silva"),
            ("Uploaded Asbestos awareness", "20 Nov, 16:04"),
            ("CSCS card expired", "3 Nov, 00:00, automatic"),
        ]),
    )
}

fn nothing() -> Markup {
    part(
        "Empty state",
        empty(
            "hard-hat",
            "No contractors match",
            "Nobody at Harbour Gate is missing a gas card. Good.",
            html! { (button("Clear filters")) },
        ),
    )
}
