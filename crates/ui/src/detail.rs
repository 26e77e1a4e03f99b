//! What is known about one thing: the inspector beside a list, its verdict, requirements, facts and history.

use kernel::Lang;
use maud::{Markup, html};

use crate::{Status, count, icon, link, shape, text::t};

/// The frame beside a list. `close` leads back to the list without it.
pub fn inspector(
    lang: Lang,
    title: &str,
    about: &str,
    initials: Option<&str>,
    close: &str,
    content: Markup,
) -> Markup {
    html! {
        aside.insp #inspector aria-label=(title) {
            header {
                @if let Some(initials) = initials { (crate::avatar_large(initials)) }
                div {
                    h2 { (title) }
                    @if !about.is_empty() { p { (about) } }
                }
                (link(t(lang, "ui-details-close"), close).ghost().icon_only("x").swap("#list #inspector"))
            }
            (content)
        }
    }
}

/// The answer, with its reason in a sentence.
pub fn verdict(status: Status, title: &str, reason: &str) -> Markup {
    html! {
        div.verdict.(status.class()) {
            h2 {
                (shape(status)) span { (title) } }
            @if !reason.is_empty() { p { (reason) } }
        }
    }
}

/// The buttons under a verdict. At most one is primary.
pub fn actions(buttons: Markup) -> Markup {
    html! { div.acts { (buttons) } }
}

/// A titled part of a page or an inspector. `number` is how many things it holds.
pub fn section(
    title: &str,
    number: Option<u64>,
    more: Option<(&str, &str)>,
    content: Markup,
) -> Markup {
    html! {
        section.sec {
            h2 {
                span { (title) }
                @if let Some(number) = number { (count(number)) }
                @if let Some((words, href)) = more { a href=(href) { (words) } }
            }
            (content)
        }
    }
}

/// Requirements, or tasks, each a [`requirement`] or a [`task`].
pub fn requirements(rows: impl IntoIterator<Item = Markup>) -> Markup {
    html! { ul { @for row in rows { (row) } } }
}

/// One requirement: where it stands, why in words, and what can be done about it.
pub fn requirement(status: Status, name: &str, why: &str, action: Markup) -> Markup {
    html! {
        li.req.(status.class()) {
            (shape(status))
            div { b { (name) } @if !why.is_empty() { small.why { (why) } } }
            (action)
        }
    }
}

/// A list of tasks for the phone.
pub fn tasks(rows: impl IntoIterator<Item = Markup>) -> Markup {
    html! { div.tasks { ul { @for row in rows { (row) } } } }
}

/// One task: the whole row leads to it.
pub fn task(status: Status, href: &str, name: &str, why: &str) -> Markup {
    html! {
        li.req.(status.class()) {
            (shape(status))
            div { a href=(href) { (name) } @if !why.is_empty() { small.why { (why) } } }
            span.go { (icon("chevron-right")) }
        }
    }
}

/// What is behind a line, opened by those who want it: "4 done".
pub fn folded(status: Option<Status>, title: &str, content: Markup) -> Markup {
    html! {
        details.fold {
            summary class=[status.map(Status::class)] {
                @if let Some(status) = status { (shape(status)) }
                span { (title) }
                (icon("chevron-down"))
            }
            (content)
        }
    }
}

/// A fact and its value on one line.
pub fn kv(name: &str, hint: &str, value: Markup) -> Markup {
    html! {
        div.kv {
            div { (name) @if !hint.is_empty() { small { (hint) } } }
            div { (value) }
        }
    }
}

/// What happened, newest first: what, and when by whom.
pub fn timeline<'a>(events: impl IntoIterator<Item = (&'a str, &'a str)>) -> Markup {
    html! { ul.tl { @for (what, when) in events { li { (what) small { (when) } } } } }
}

/// What there is to do before something, with the time each takes.
pub fn todo<'a>(rows: impl IntoIterator<Item = (&'static str, &'a str, &'a str)>) -> Markup {
    html! { ul.todo { @for (face, words, time) in rows { li { (icon(face)) span { (words) } b { (time) } } } } }
}

/// A box around things that belong together.
pub fn card(title: &str, content: Markup) -> Markup {
    html! { section.card { @if !title.is_empty() { h2 { (title) } } (content) } }
}

/// A number at a glance.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    href: &'a str,
    number: String,
    label: &'a str,
    urgent: bool,
}

impl<'a> Figure<'a> {
    pub fn new(href: &'a str, number: String, label: &'a str) -> Self {
        Self { href, number, label, urgent: false }
    }

    /// It counts things that must not wait.
    pub fn urgent(self) -> Self {
        Self { urgent: true, ..self }
    }
}

/// Numbers at a glance, each leading to what it counts.
pub fn figures(all: &[Figure<'_>]) -> Markup {
    html! {
        ul.figures {
            @for it in all {
                li.is-bad[it.urgent] {
                    a href=(it.href) {
                        b { @if it.urgent { (shape(Status::Bad)) } (it.number) }
                        span { (it.label) }
                    }
                }
            }
        }
    }
}
