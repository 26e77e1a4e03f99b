//! A told world: Harbour Gate, its contractors, and Daniel, whose card has run out.

use kernel::{Invalid, Lang};
use maud::{Markup, html};
use ui::{
    Bulk, Cell, Column, Fields, Frame, NavItem, NavSection, Place, Row, Status, Tab, View, Who,
    actions, button, chip, filter_keep, filter_menu, filter_on, filters, folded, form, head,
    inspector, kv, link, meter, next, pager, requirement, requirements, search_box, section, shell,
    split, switch_row, table, task, tasks, timeline, toast_undo, todo, verdict, views, who,
};

const KEY: &str = "0198c0de";

pub fn all() -> Vec<(&'static str, String)> {
    let pages = [
        ("kit.html", ui::kit::page(&Frame::new(Lang::En, "/kit", KEY))),
        ("kit-pl.html", ui::kit::page(&Frame::new(Lang::Pl, "/kit", KEY))),
        ("desktop.html", desktop(true)),
        ("list.html", desktop(false)),
        ("phone.html", phone()),
        ("plain.html", plain(Lang::En, &Invalid::default())),
        ("plain-invalid.html", plain(Lang::Pl, &wrong())),
        ("menu.html", shell::menu_page(&frame(&nav()))),
        (
            "error.html",
            shell::error(
                &Frame::new(Lang::En, "/nowhere", KEY),
                404,
                "This page does not exist",
                "The address may be mistyped, or the thing was removed.",
                None,
            ),
        ),
        (
            "print.html",
            shell::print(
                &Frame::new(Lang::En, "/poster", KEY),
                "Poster",
                html! { h1 { "Harbour Gate" } p { "Scan to get ready before you arrive." } },
            ),
        ),
    ];
    let mut pages: Vec<_> =
        pages.into_iter().map(|(name, page)| (name, page.into_string())).collect();
    let button = Some(("Take a photo of the new card", "https://gate.example/p/7Q4K2M"));
    let words =
        ["Your CSCS card ended on 3 Nov 2026.", "Without it you cannot enter Harbour Gate."];
    pages.push((
        "mail.html",
        ui::mail::html(
            Lang::En,
            "Your CSCS card has ended",
            &words,
            button,
            "Harbour Gate, Northgate Group",
        ),
    ));
    pages
}

fn nav() -> Vec<NavSection<'static>> {
    vec![
        NavSection::untitled(vec![NavItem::new("/home", "layout-dashboard", "ui-main")]),
        NavSection::new(
            "ui-organisation",
            vec![
                NavItem::new("/contractors", "hard-hat", "ui-views").count(31).urgent(),
                NavItem::new("/companies", "building-2", "ui-pages"),
                NavItem::new("/certificates", "file-badge", "ui-status-review").count(12),
            ],
        ),
    ]
}

fn frame<'a>(nav: &'a [NavSection<'a>]) -> Frame<'a> {
    let who = Who {
        name: "Rosa Silva",
        initials: "RS",
        organisation: "Harbour Gate",
        switch: None,
        organisations: vec![
            Place { name: "Harbour Gate", action: "/organisations/1/switch", current: true },
            Place { name: "North Yard", action: "/organisations/2/switch", current: false },
        ],
        profile: "/passport",
        unread: 4,
    };
    Frame {
        nav,
        who: Some(who),
        toasts: toast_undo(
            Lang::En,
            KEY,
            "Reminder sent to 2 people",
            "/reminders/undo",
            &[("id", "7")],
        ),
        ..Frame::new(Lang::En, "/contractors?status=all", KEY)
    }
}

fn desktop(details: bool) -> Markup {
    let nav = nav();
    let frame = frame(&nav);
    shell::desktop(
        &frame,
        "Contractors",
        html! {
            (head("Contractors", "248 people from 37 companies", html! {
                (link("Import", "/import").icon("upload").optional())
                (link("QR link", "/links").icon("qr-code"))
                (link("Add contractor", "/people/new").primary().icon("plus"))
            }))
            (views(Lang::En, "#views #list", &[
                View::new("?", "All").count(248).current(true),
                View::new("?status=bad", "Not valid").count(31).status(Status::Bad),
                View::new("?status=soon", "Expiring in 30 days").count(19).status(Status::Soon),
                View::new("?status=review", "To check").count(12).status(Status::Review),
                View::new("?status=none", "Not started").count(7).status(Status::None),
                View::new("?status=ok", "Valid").count(179).status(Status::Ok),
            ]))
            (filters(Lang::En, "/contractors", "#list #views", html! {
                (search_box("q", "Name or card number", ""))
                (filter_keep("site", "1"))
            (filter_on(Lang::En, "Site", "Harbour Gate", "?", "#list"))
                (filter_menu("by-company", "Company", html! { a href="?company=1" { "Northgate Scaffolding" } }))
                (filter_menu("by-trade", "Trade", html! { a href="?trade=1" { "Scaffolder" } }))
            }))
            (split(list(&frame), details.then(daniel)))
        },
    )
}

struct Person(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Status,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const PEOPLE: [Person; 8] = [
    Person("Daniel Okafor", "DO", "Scaffolder", "Northgate Scaffolding", Status::Bad, "CSCS card", "expired 3 Nov"),
    Person("Marta Kowalczyk", "MK", "Electrician", "Brightline Electrical", Status::Bad, "Site induction", "not started"),
    Person("Tom Hughes", "TH", "Roofer", "Hughes & Son Roofing", Status::Bad, "Working at height", "expired 28 Oct"),
    Person("Ana Ribeiro", "AR", "Electrician", "Brightline Electrical", Status::Soon, "First aid at work", "in 6 days"),
    Person("Priya Nair", "PN", "Pipe fitter", "Clearflow Mechanical", Status::Review, "Gas Safe card", "to check"),
    Person("Sofia Rossi", "SR", "Cleaner", "Atlas Cleaning", Status::None, "", "Signed up, no training started"),
    Person("Ibrahim Yusuf", "IY", "Welder", "Clearflow Mechanical", Status::Ok, "", "Until 14 Mar 2027"),
    Person("Owen Price", "OP", "Roofer", "Hughes & Son Roofing", Status::Ok, "", "Until 30 Jan 2027"),
];

fn row(id: usize, Person(name, initials, trade, company, status, what, when): &Person) -> Row {
    let cells = vec![
        who(&format!("?sel={id}"), Some("#list #inspector"), name, trade, Some(initials)),
        html! { (company) },
        chip(*status, status.word(Lang::En)),
        next(what, when, *status == Status::Bad),
        meter(Lang::En, &[Cell::Met, Cell::Met, Cell::Waiting, Cell::Missing]),
        html! { "Today, 07:12" },
    ];
    Row::new(id, *name, cells).current(id == 0)
}

fn list(frame: &Frame<'_>) -> Markup {
    let columns = [
        Column::who("Name").sort("?sort=name", None),
        Column::plain("Company").leaves_last(),
        Column::status("Status").sort("?sort=urgency", Some(false)),
        Column::next("What is next"),
        Column::plain("Met").leaves_second(),
        Column::plain("Last on site").leaves_first(),
    ];
    let rows = PEOPLE.iter().enumerate().map(|(id, person)| row(id, person)).collect();
    html! {
        (Bulk {
            lang: Lang::En,
            key: frame.key,
            action: "/reminders",
            swap: Some("#list #toasts"),
            table: table(Lang::En, "Contractors, sorted by urgency", &columns, rows).select(),
            buttons: html! {
                (button("Remind").icon("send"))
                (button("Assign package").icon("package").to("/packages/assign"))
                (button("Export").icon("download").to("/export").optional())
                (button("Deactivate").icon("user-round-x").to("/deactivate").optional())
            },
        })
        (pager(Lang::En, "1 to 8 of 248", None, Some("?after=8")))
    }
}

fn daniel() -> Markup {
    inspector(
        Lang::En,
        "Daniel Okafor",
        "Scaffolder, Northgate Scaffolding",
        Some("DO"),
        "?",
        html! {
            (verdict(Status::Bad, "Not valid for Harbour Gate", "2 of 7 requirements are not met. Refused at the gate today at 07:12."))
            (actions(html! {
                (link("Send reminder", "/reminders/new").primary().icon("send"))
                (link("Assign package", "/packages").icon("package"))
            }))
            (section("Not met", Some(2), None, requirements([
                requirement(Status::Bad, "CSCS card", "Expired 3 Nov 2026", html! { (link("Upload", "/evidence/new")) }),
                requirement(Status::Bad, "Working at height refresher", "Due 18 Nov, 40% done", html! { (link("Waive", "/waivers/new").ghost()) }),
            ])))
            (section("To check", Some(1), None, requirements([
                requirement(Status::Review, "Asbestos awareness", "Photo sent 20 Nov, 16:04", html! { (link("Check", "/evidence/1")) }),
            ])))
            (section("Elsewhere", None, None, html! {
                (folded(None, "4 requirements met", requirements([requirement(Status::Ok, "Site induction", "Until 12 Jan 2027", html! {})])))
                (kv("North Yard", "", chip(Status::Ok, "Valid")))
                (switch_row("portal", "Contractor portal", "/portal", KEY).hint("Can sign in and see own jobs").on(true))
                (switch_row("access", "Profile access", "/access", KEY).barred("Add an e-mail address first"))
            }))
            (section("Activity", None, Some(("View all", "/people/1/history")), timeline([
                ("Refused at Harbour Gate", "Today, 07:12, by R. Silva"),
                ("Uploaded Asbestos awareness", "20 Nov, 16:04"),
            ])))
        },
    )
}

fn phone() -> Markup {
    let frame = Frame { path: "/passport", toasts: html! {}, ..frame(&[]) };
    let tabs = [
        Tab::new("/passport", "id-card", "ui-profile"),
        Tab::new("/training", "graduation-cap", "ui-views").to_do(2),
        Tab::new("/jobs", "wrench", "ui-pages"),
        Tab::new("/documents", "file-badge", "ui-status-review"),
    ];
    shell::phone(
        &frame,
        &tabs,
        "My passport",
        html! {
            h1 { "My passport" }
            (verdict(Status::Bad, "Not valid", "Harbour Gate, 2 things to do"))
            (tasks([
                task(Status::Bad, "/t/1", "Working at height refresher", "40% done, was due 18 November"),
                task(Status::Bad, "/t/2", "CSCS card", "Expired 3 November. Take a photo of the new card"),
                task(Status::Review, "/t/3", "Asbestos awareness", "Sent 20 November. Usually checked within 1 day"),
            ]))
        },
    )
}

fn wrong() -> Invalid {
    let mut invalid = Invalid::one("name", "error-required");
    invalid.add("email", "error-email");
    invalid
}

fn plain(lang: Lang, invalid: &Invalid) -> Markup {
    let fields = Fields::new(lang, invalid);
    shell::plain(
        &Frame::new(lang, "/contractor/onboard?t=7Q4K2M", KEY),
        "Harbour Gate",
        html! {
            (fields.summary())
            div.hello {
                p.muted { "Northgate Scaffolding, for" }
                h1 { "Harbour Gate" }
                p { "Get ready before you arrive. About 28 minutes, and you can stop at any time." }
            }
            (todo([("graduation-cap", "2 short courses", "22 min"), ("id-card", "Photo of 2 cards", "2 min"), ("shield-alert", "1 risk assessment", "4 min")]))
            (form("/contractor/onboard", KEY, html! {
                (fields.text("name", "Full name").hint("As on your card").autocomplete("name"))
                (fields.email("email", "Email"))
                (fields.date("born", "Date of birth").birthday().optional())
                (fields.password("password", "Choose a password").hint("8 letters or more. Your phone can fill this in").autocomplete("new-password"))
                (button("Start").primary().large().block())
            }))
            p.center { "Been here before? " a href="/sign-in" { "Sign in" } }
        },
    )
}
