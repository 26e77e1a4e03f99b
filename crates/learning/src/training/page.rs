//! What the own training looks like, on a phone first, and the report on one sheet.
use kernel::{Date, Instant, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, when};

use super::store::Facts;
use crate::attempts::model::ToTake;
use crate::attempts::page::{script, to_take};
use crate::completions::model::{Completion, Holds};
use crate::completions::page::{list, standing};

pub fn show(desk: &Desk, all: &[Completion], open: &[ToTake], today: Date) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "training-title");
    let report = ui::link(t(lang, "training-download"), "/training/report").icon("download");
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "training-about"), html! { @if !all.is_empty() { (report) } }))
            div.page {
                (to_take(lang, open, all, today))
                @if all.is_empty() {
                    (ui::empty("graduation-cap", t(lang, "training-none"), t(lang, "training-none-words"), html! {}))
                }
                (list(desk, all, today))
                p.hint { (t(lang, "training-view-only")) }
            }
            @if !open.is_empty() { (script()) }
        },
    )
}

/// The report on paper: whose, of which organisation, of which day, and everything that was not voided.
pub fn report(desk: &Desk, facts: &Facts, all: &[Completion], today: Date, now: Instant) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "training-report");
    let date = desk.moment(now);
    let args = [("organisation", (&facts.organisation).into()), ("date", (&date).into())];
    let sound: Vec<&Completion> =
        all.iter().filter(|it| it.holds(today) != Holds::Voided).collect();
    desk.print(
        title,
        html! {
            p { (ui::link(t(lang, "training-back"), "/training").ghost().icon("arrow-left")) }
            h1 { (title) }
            p { b { (facts.name) } }
            p.muted { (with(lang, "training-report-made", &args)) }
            (ui::section(t(lang, "training-who"), None, None, who(lang, facts)))
            (ui::section(t(lang, "training-records"), None, None, html! {
                @if sound.is_empty() { p { (t(lang, "training-report-none")) } }
                @for it in sound { (line(lang, it, today)) }
            }))
            p.hint { (t(lang, "training-report-keep")) }
        },
    )
}

fn who(lang: Lang, facts: &Facts) -> Markup {
    let text = |key: &'static str, value: Option<&str>| {
        html! { @if let Some(value) = value { (ui::kv(t(lang, key), "", html! { (value) })) } }
    };
    html! {
        (text("training-job-role", facts.job_role.as_deref()))
        (text("training-company", Some(facts.company.as_deref().unwrap_or(&facts.organisation))))
        (text("training-number", facts.number.as_deref()))
    }
}

fn line(lang: Lang, it: &Completion, today: Date) -> Markup {
    let (_, words) = standing(lang, it.holds(today));
    let date = when::date(lang, it.done);
    let mut about = with(lang, "completions-done-on", &[("date", (&date).into())]);
    for more in [&it.provider, &it.number].into_iter().filter(|it| !it.is_empty()) {
        about.push_str(", ");
        about.push_str(more);
    }
    ui::kv(&it.course.1, &about, html! { (words) })
}

/// An account that is nobody's record in this organisation.
pub fn nobody(desk: &Desk) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "training-title");
    desk.own(
        title,
        html! {
            h1 { (title) }
            (ui::empty("graduation-cap", t(lang, "profile-nobody"), t(lang, "profile-nobody-words"), html! {
                (ui::link(t(lang, "profile-home"), "/home"))
            }))
        },
    )
}
