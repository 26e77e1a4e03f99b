//! What completions look like: those of one person, one of them, and the form that records one.
use kernel::{Date, Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Desk, Fields, Status, when};

use super::model::{Completion, Group, Holds, Voided, groups};
use crate::attempts;
use crate::attempts::model::Taken;

/// The shape and the words of where a completion stands.
pub fn standing(lang: Lang, holds: Holds) -> (Status, String) {
    let dated = |key, date| {
        let date = when::date(lang, date);
        with(lang, key, &[("date", (&date).into())])
    };
    match holds {
        Holds::NoEnd => (Status::Ok, t(lang, "completions-no-end").to_owned()),
        Holds::Until(last) => (Status::Ok, dated("completions-until", last)),
        Holds::Ending(last) => (Status::Soon, dated("completions-ending", last)),
        Holds::Ended(last) => (Status::Bad, dated("completions-ended", last)),
        Holds::Outdated => (Status::Bad, t(lang, "completions-outdated").to_owned()),
        Holds::Voided => (Status::None, t(lang, "completions-void").to_owned()),
    }
}

/// The same in one word, where the sentence stands beside it.
pub fn word(lang: Lang, holds: Holds) -> &'static str {
    match holds {
        Holds::NoEnd | Holds::Until(_) => t(lang, "completions-word-holds"),
        Holds::Ending(_) => t(lang, "completions-word-ending"),
        Holds::Ended(_) => t(lang, "completions-word-ended"),
        Holds::Outdated => t(lang, "completions-word-outdated"),
        Holds::Voided => t(lang, "completions-void"),
    }
}

/// "Done 3 Nov 2026, Northgate Training".
fn done(lang: Lang, it: &Completion) -> String {
    let date = when::date(lang, it.done);
    let done = with(lang, "completions-done-on", &[("date", (&date).into())]);
    if it.provider.is_empty() { done } else { format!("{done}, {}", it.provider) }
}

/// One completion as a row: what, until when, and what it rests on.
fn row(desk: &Desk, it: &Completion, today: Date, name: &str) -> Markup {
    let lang = desk.lang;
    let (status, words) = standing(lang, it.holds(today));
    let path = format!("/completions/{}", it.id);
    let open = html! {
        a.btn."btn--ghost" href=(path) {
            (t(lang, "completions-open")) span.vh { ": " (it.course.1) ", " (done(lang, it)) }
        }
    };
    match &it.voided {
        Some(voided) => {
            let why = voided_by(desk, voided);
            html! {
                li.req.(status.class()) {
                    (ui::shape(status))
                    div {
                        s { b { (name) } " " (done(lang, it)) }
                        small.why { (why) }
                    }
                    (open)
                }
            }
        }
        None => ui::requirement(status, name, &format!("{words}. {}", done(lang, it)), open),
    }
}

/// Courses, each with what counts now and what came before.
pub fn list(desk: &Desk, all: &[Completion], today: Date) -> Markup {
    let lang = desk.lang;
    let groups = groups(all, today);
    let earlier: Vec<&Completion> =
        groups.iter().flat_map(|it| it.before.iter().copied()).collect();
    let (voided, current): (Vec<&Group<'_>>, Vec<&Group<'_>>) =
        groups.iter().partition(|it| it.now.voided.is_some());
    let named = |it: &Completion| row(desk, it, today, &it.course.1);
    let old = earlier.len() + voided.len();
    html! {
        @if !current.is_empty() {
            (ui::section(t(lang, "completions-current"), u64::try_from(current.len()).ok(), None,
                ui::requirements(current.iter().map(|it| named(it.now)))))
        }
        @if old > 0 {
            (ui::section(t(lang, "completions-history"), u64::try_from(old).ok(), None,
                ui::requirements(earlier.into_iter().chain(voided.iter().map(|it| it.now)).map(named))))
        }
    }
}

pub fn index(
    desk: &Desk,
    heading: &Heading,
    (all, taken): (&[Completion], &[Taken]),
    today: Date,
    records: bool,
) -> Markup {
    let lang = desk.lang;
    let new = format!("/people/{}/completions/new", heading.id);
    desk.desktop(
        &heading.name,
        html! {
            (heading.show(lang, html! {
                @if records { (ui::link(t(lang, "completions-new"), &new).primary().icon("plus")) }
            }))
            div.page {
                @if all.is_empty() {
                    (ui::empty("graduation-cap", t(lang, "completions-none"), t(lang, "completions-none-words"), html! {
                        @if records { (ui::link(t(lang, "completions-new"), &new)) }
                    }))
                }
                (list(desk, all, today))
                (attempts::page::taken(desk, taken, records))
            }
        },
    )
}

/// What the form needs: whose it is, and the courses to choose from.
pub struct New<'a> {
    pub heading: &'a Heading,
    pub courses: &'a [(String, String)],
    /// Whether whoever looks may add a course that is missing.
    pub shapes: bool,
}

pub fn new(desk: &Desk, it: &New<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let back = format!("/people/{}/completions", it.heading.id);
    let fields = Fields::new(lang, invalid);
    let courses: Vec<(&str, &str)> =
        it.courses.iter().map(|(id, title)| (id.as_str(), title.as_str())).collect();
    let title = with(lang, "completions-new-title", &[("name", (&it.heading.name).into())]);
    desk.desktop(
        &title,
        html! {
            (it.heading.show(lang, html! {}))
            div.page {
                (fields.summary())
                @if courses.is_empty() {
                    (ui::empty("graduation-cap", t(lang, "completions-no-courses"), t(lang, "completions-no-courses-words"), html! {
                        @if it.shapes { (ui::link(t(lang, "courses-new"), "/courses/new")) }
                    }))
                } @else {
                    h2 { (t(lang, "completions-new")) }
                    (ui::form(&back, &desk.key, html! {
                        (fields.select("course", t(lang, "completions-course"), &courses).value(sent.text("course")))
                        (facts(fields, sent, true))
                        (ui::save_or_cancel(t(lang, "completions-save"), t(lang, "ui-cancel"), &back))
                    }))
                }
            }
        },
    )
}

/// What is said about something done elsewhere; a number of its own only for one person.
pub fn facts(fields: Fields<'_>, sent: &Sent, one: bool) -> Markup {
    let lang = fields.lang;
    let value = |name| sent.get(name).unwrap_or_default();
    let date = |name: &str| {
        ["day", "month", "year"].map(|it| sent.text(&format!("{name}-{it}")).to_owned())
    };
    let (done, ends) = (date("done"), date("ends"));
    html! {
        (fields.date("done", t(lang, "completions-done")).value(&done[0], &done[1], &done[2])
            .hint(t(lang, "completions-done-hint")))
        (fields.date("ends", t(lang, "completions-ends")).value(&ends[0], &ends[1], &ends[2])
            .hint(t(lang, "completions-ends-hint")).optional())
        (fields.text("provider", t(lang, "completions-provider")).value(value("provider"))
            .hint(t(lang, "completions-provider-hint")).maxlength(120).autocomplete("off").optional())
        @if one {
            (fields.text("number", t(lang, "completions-number")).value(value("number")).maxlength(60)
                .autocomplete("off").optional())
        }
        (fields.textarea("note", t(lang, "completions-note")).value(value("note")).maxlength(500).optional())
    }
}

/// What the page of one completion is made of.
pub struct Shown<'a> {
    pub completion: &'a Completion,
    pub today: Date,
    /// Whether whoever looks may say that it is wrong.
    pub voids: bool,
    pub back: &'a str,
}

pub fn show(desk: &Desk, it: &Shown<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, completion) = (desk.lang, it.completion);
    let (status, words) = standing(lang, completion.holds(it.today));
    let voided = completion.voided.as_ref().map(|it| voided_by(desk, it)).unwrap_or_default();
    let fields = Fields::new(lang, invalid);
    let title = &completion.course.1;
    desk.own(
        title,
        html! {
            (ui::head(title, &completion.person.1, html! {
                (ui::link(t(lang, "completions-back"), it.back).ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                (ui::verdict(status, &words, &voided))
                (details(desk, completion))
                @if it.voids {
                    (ui::section(t(lang, "completions-wrong"), None, None, html! {
                        p.hint { (t(lang, "completions-wrong-words")) }
                        (ui::form(&format!("/completions/{}/cancellation", completion.id), &desk.key, html! {
                            (fields.text("reason", t(lang, "completions-reason")).value(sent.get("reason").unwrap_or_default())
                                .hint(t(lang, "completions-reason-hint")).maxlength(200).autocomplete("off"))
                            (ui::button(t(lang, "completions-void-do")).bad())
                        }))
                    }))
                }
            }
        },
    )
}

fn voided_by(desk: &Desk, it: &Voided) -> String {
    let at = desk.moment(it.at);
    let args = [("when", (&at).into()), ("who", (&it.by).into()), ("why", (&it.reason).into())];
    with(desk.lang, "completions-voided-by", &args)
}

fn details(desk: &Desk, it: &Completion) -> Markup {
    let lang = desk.lang;
    let text = |key: &'static str, value: &str| html! { @if !value.is_empty() { (ui::kv(t(lang, key), "", html! { (value) })) } };
    let ends = it.ends.map(|it| when::date(lang, it)).unwrap_or_default();
    let made = desk.moment(it.made_at);
    let args = [("when", (&made).into()), ("who", (&it.made_by).into())];
    ui::section(
        t(lang, "completions-details"),
        None,
        None,
        html! {
            (text("completions-done", &when::date(lang, it.done)))
            (text("completions-ends", &ends))
            (text("completions-provider", &it.provider))
            (text("completions-number", &it.number))
            (text("completions-note", &it.note))
            (text("courses-edition", &it.edition.to_string()))
            p.hint { (with(lang, "completions-made", &args)) }
        },
    )
}
