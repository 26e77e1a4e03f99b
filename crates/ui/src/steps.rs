//! Long tasks in small pages: where we are, and a look at all answers before the end.

use kernel::Lang;
use maud::{Markup, html};

use crate::text::{t, with};

/// One page of a long task. `href` leads back to it when it is done.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub label: &'a str,
    pub href: Option<&'a str>,
}

/// The pages of a task; `current` counts from 0. On a phone only the current one has its name.
pub fn stepper(lang: Lang, steps: &[Step<'_>], current: usize) -> Markup {
    html! {
        ol.steps {
            @for (place, step) in steps.iter().enumerate() {
                li.done[place < current] aria-current=[(place == current).then_some("step")] {
                    @match step.href.filter(|_| place < current) {
                        Some(href) => a href=(href) { (step.label) },
                        None => span { (step.label) },
                    }
                    @if place < current { span.vh { ", " (t(lang, "ui-step-done")) } }
                    @if place == current {
                        span.vh { ", " (with(lang, "ui-step", &[("step", (place + 1).into()), ("total", steps.len().into())])) }
                    }
                }
            }
        }
    }
}

/// One line of [`answers`]: the question, what was answered, and where it can be changed.
#[derive(Clone)]
pub struct Answer<'a> {
    pub question: &'a str,
    pub answer: Markup,
    pub change: Option<&'a str>,
}

/// Check your answers: everything on one page before it counts.
pub fn answers(lang: Lang, answers: &[Answer<'_>]) -> Markup {
    html! {
        dl.answers {
            @for it in answers {
                div {
                    dt { (it.question) }
                    dd { (it.answer) }
                    @if let Some(href) = it.change {
                        dd { a href=(href) { (t(lang, "ui-change")) span.vh { ": " (it.question) } } }
                    }
                }
            }
        }
    }
}

/// The foot of a page in a long task: back on the left, on on the right.
pub fn step_foot(back: Markup, on: Markup) -> Markup {
    html! { div.wz-foot { (back) span.sp {} (on) } }
}
