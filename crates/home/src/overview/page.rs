//! What the first page looks like: in the office, and in the hand.
use kernel::Lang;
use kernel::access::Actor;
use maud::{Markup, html};
use ui::text::{exists, t, with};
use ui::{Desk, Figure, Status};

use super::model::{Counts, Line, Own, Sees, number};

pub fn office(desk: &Desk, who: &Actor, sees: &Sees, counts: &Counts, lines: &[Line]) -> Markup {
    let lang = desk.lang;
    let title = hello(lang, who);
    desk.own(
        &title,
        html! {
            (ui::head(&title, &who.face.organisation, html! {}))
            div.page {
                @if sees.begins && counts.is_fresh() { (begin(lang, counts)) }
                (figures(lang, who, sees, counts))
                @if sees.audit.is_some() { (log(desk, lines)) }
            }
        },
    )
}

fn hello(lang: Lang, who: &Actor) -> String {
    with(lang, "home-hello", &[("name", (&who.face.name).into())])
}

/// What stands where, each number leading to what it counts.
fn figures(lang: Lang, who: &Actor, sees: &Sees, counts: &Counts) -> Markup {
    let mut all = Vec::new();
    let mut add = |seen: bool, href: &'static str, key: &'static str, count: i64| {
        if seen {
            all.push(Figure::new(href, number(count), t(lang, key)));
        }
    };
    add(sees.people.is_some(), "/people", "home-people", counts.people);
    add(sees.people.is_some(), "/people?view=contractors", "home-contractors", counts.contractors);
    add(sees.sites.is_some(), "/sites", "home-sites", counts.sites);
    add(sees.accounts.is_some(), "/invitations?state=pending", "home-pending", counts.pending);
    add(true, "/notices", "home-notices", who.face.unread);
    if sees.outbox.is_some() {
        let failed =
            Figure::new("/outbox?state=failed", number(counts.failed), t(lang, "home-failed"));
        all.push(if counts.failed > 0 { failed.urgent() } else { failed });
    }
    ui::figures(&all)
}

/// How a new organisation begins.
fn begin(lang: Lang, counts: &Counts) -> Markup {
    const STEPS: [(&str, &str, &str); 3] = [
        ("/sites/new", "home-add-site", "home-add-site-why"),
        ("/people/new", "home-add-people", "home-add-people-why"),
        ("/invitations/new", "home-invite", "home-invite-why"),
    ];
    let row = |((href, name, why), done): ((&'static str, &'static str, &'static str), bool)| {
        let why = if done { t(lang, "home-done") } else { t(lang, why) };
        ui::task(if done { Status::Ok } else { Status::None }, href, t(lang, name), why)
    };
    let rows = STEPS.into_iter().zip(counts.begun()).map(row);
    ui::section(t(lang, "home-begin"), None, None, ui::tasks(rows))
}

fn log(desk: &Desk, lines: &[Line]) -> Markup {
    let lang = desk.lang;
    let told: Vec<(String, String)> = lines.iter().map(|it| told(desk, it)).collect();
    let more = (t(lang, "home-log-all"), "/audit");
    ui::section(
        t(lang, "home-log"),
        None,
        Some(more),
        html! {
            @if told.is_empty() { p.hint { (t(lang, "home-log-none")) } }
            (ui::timeline(told.iter().map(|(what, when)| (what.as_str(), when.as_str()))))
        },
    )
}

/// What happened, in words where the log has some, and when by whom.
fn told(desk: &Desk, it: &Line) -> (String, String) {
    let lang = desk.lang;
    let key = format!("audit-what-{}", it.what.replace('.', "-"));
    let what = if exists(lang, &key) { t(lang, &key) } else { &it.what };
    let what = if it.label.is_empty() { what.to_owned() } else { format!("{}: {what}", it.label) };
    let when = desk.moment(it.at);
    let when = match it.actor.as_str() {
        "" => when,
        actor => with(lang, "home-log-by", &[("date", (&when).into()), ("name", actor.into())]),
    };
    (what, when)
}

/// The first page of somebody who only sees the own affairs.
pub fn own(desk: &Desk, who: &Actor, own: Option<&Own>) -> Markup {
    let lang = desk.lang;
    let title = hello(lang, who);
    let news = match who.face.unread {
        0 => t(lang, "home-no-news").to_owned(),
        count => with(lang, "home-news", &[("count", count.into())]),
    };
    desk.own(
        &title,
        html! {
            div.hello { h1 { (title) } p { (who.face.organisation) } }
            @match own {
                Some(own) => {
                    (ui::link(t(lang, "home-profile"), "/profile").primary().large().block().icon("id-card"))
                    @if own.assessments {
                        (ui::link(t(lang, "home-assessments"), "/risk-assessments").large().block().icon("clipboard-list"))
                    }
                    (ui::link(&news, "/notices").large().block().icon("bell"))
                    (record(lang, own))
                }
                None => {
                    (ui::empty("id-card", t(lang, "home-nobody"), t(lang, "home-nobody-words"), html! {
                        (ui::link(&news, "/notices").icon("bell"))
                    }))
                }
            }
        },
    )
}

fn record(lang: Lang, own: &Own) -> Markup {
    let state = if own.active { "home-state-active" } else { "home-state-closed" };
    html! {
        (ui::section(t(lang, "home-record"), None, None, html! {
            (ui::kv(t(lang, "home-state"), "", html! { (t(lang, state)) }))
            @if let Some(company) = &own.company { (ui::kv(t(lang, "home-company"), "", html! { (company) })) }
            @if let Some(role) = &own.job_role { (ui::kv(t(lang, "home-job-role"), "", html! { (role) })) }
        }))
        (ui::section(t(lang, "home-my-sites"), None, None, html! {
            @if own.sites.is_empty() { p.hint { (t(lang, "home-no-sites")) } }
            @for site in &own.sites { (ui::kv(site, "", html! {})) }
        }))
    }
}
