//! What taking a course looks like, on a phone first: its start, the way through it, one lesson at a time.
use kernel::{CourseId, Date, Fields as Sent, Instant, Invalid, Lang};
use maud::{Markup, html};
use ui::assets::url;
use ui::text::{t, with};
use ui::{Desk, Status, when};

use super::model::{Attempt, Offer, Step, Steps, Taken, ToTake};
use crate::completions::model::{Completion, Holds, groups};
use crate::completions::page::standing;
use crate::lessons::model::Kind;
use crate::lessons::page::{OWN, body, face, kind_words, place};
use crate::quizzes;
use crate::quizzes::model::Stand;

/// The script that keeps what could not be sent. Every page here works without it.
pub fn script() -> Markup {
    html! { script type="module" src=(url("lesson.js")) {} }
}

/// The courses on the own page, with what was done before.
pub fn to_take(lang: Lang, open: &[ToTake], all: &[Completion], today: Date) -> Markup {
    if open.is_empty() {
        return html! {};
    }
    let groups = groups(all, today);
    let done = |it: &ToTake| groups.iter().map(|it| it.now).find(|now| now.course.0 == it.course.0);
    ui::section(
        t(lang, "attempts-to-take"),
        u64::try_from(open.len()).ok(),
        None,
        ui::tasks(open.iter().map(|it| {
            let path = format!("/training/courses/{}", it.course.0);
            let (status, words) = stage(lang, it, done(it).map(|done| (done, done.holds(today))));
            ui::task(status, &path, &it.course.1, &words)
        })),
    )
}

fn stage(lang: Lang, it: &ToTake, done: Option<(&Completion, Holds)>) -> (Status, String) {
    match (&it.attempt, done) {
        (Some((_, done)), _) => {
            let at = (done + 1).min(it.lessons);
            let args = [("at", at.into()), ("total", it.lessons.into())];
            (Status::Soon, with(lang, "attempts-at-step", &args))
        }
        (None, Some((done, Holds::NoEnd | Holds::Until(_)))) => {
            let date = when::date(lang, done.done);
            (Status::Ok, with(lang, "completions-done-on", &[("date", (&date).into())]))
        }
        (None, Some((_, holds))) if holds != Holds::Voided => standing(lang, holds),
        (None, _) => {
            let args = [("count", it.lessons.into())];
            (Status::None, with(lang, "attempts-not-started", &args))
        }
    }
}

/// What the start of a course is made of.
pub struct Start<'a> {
    pub course: CourseId,
    pub offer: &'a Offer,
    /// The attempt under way.
    pub begun: Option<(&'a Attempt, &'a Steps)>,
    pub done: Option<&'a Completion>,
    pub today: Date,
}

pub fn start(desk: &Desk, it: &Start<'_>) -> Markup {
    let (lang, offer) = (desk.lang, it.offer);
    let begin = format!("/training/courses/{}/attempts", it.course);
    desk.own(
        &offer.title,
        html! {
            (ui::head(&offer.title, "", html! {
                (ui::link(t(lang, "training-title"), "/training").ghost().icon("arrow-left"))
            }))
            div.page.taking {
                @if let Some(done) = it.done {
                    @let (status, words) = standing(lang, done.holds(it.today));
                    (ui::notice(status, &words))
                }
                @for line in offer.description.lines() { p { (line) } }
                @match it.begun {
                    Some((attempt, steps)) => {
                        (stale(desk, attempt))
                        (place(lang, ((steps.done() + 1).min(steps.0.len()), steps.0.len())))
                        (saved(desk, steps))
                        @if let Some(step) = steps.current() {
                            (ui::link(t(lang, "attempts-continue"), &step_path(attempt, step)).primary().large().block())
                        }
                    }
                    None => {
                        (ui::form(&begin, &desk.key, html! {
                            @let words = if it.done.is_some() { "attempts-begin-again" } else { "attempts-begin" };
                            (ui::button(t(lang, words)).primary().large().block())
                        }))
                        p.hint { (t(lang, "attempts-begin-words")) }
                    }
                }
                (ui::section(t(lang, "lessons-title"), u64::try_from(offer.lessons.len()).ok(), None, html! {
                    ol.lessons {
                        @for (kind, title) in &offer.lessons {
                            li {
                                span.lesson-face { (ui::icon(face(*kind))) }
                                div.lesson-name { span { (title) } small { (kind_words(lang, *kind)) } }
                            }
                        }
                    }
                }))
            }
            (script())
        },
    )
}

fn step_path(attempt: &Attempt, step: &Step) -> String {
    format!("/training/attempts/{}/lessons/{}", attempt.id, step.lesson.id)
}

/// The course was changed so much that this attempt would not count.
fn stale(desk: &Desk, it: &Attempt) -> Markup {
    let lang = desk.lang;
    html! {
        @if it.is_stale() {
            (ui::notice(Status::Soon, t(lang, "attempts-stale")))
            (ui::form(&format!("/training/courses/{}/attempts", it.course.0), &desk.key, html! {
                (ui::button(t(lang, "attempts-anew")).large().block().sends("anew", "on"))
            }))
        }
    }
}

/// When something was saved last. The script says it anew.
fn saved(desk: &Desk, steps: &Steps) -> Markup {
    let lang = desk.lang;
    let at = steps.saved_at().map(|it| desk.moment(it));
    html! {
        @if let Some(at) = at {
            p.saved role="status" { (ui::icon("check")) span data-saved { (with(lang, "attempts-saved", &[("when", (&at).into())])) } }
        }
    }
}

/// What the way through a course is made of.
pub struct Way<'a> {
    pub attempt: &'a Attempt,
    pub steps: &'a Steps,
    /// What came of it.
    pub done: Option<&'a Completion>,
    pub today: Date,
}

pub fn way(desk: &Desk, it: &Way<'_>) -> Markup {
    let (lang, attempt, steps) = (desk.lang, it.attempt, it.steps);
    desk.own(
        &attempt.course.1,
        html! {
            (ui::head(&attempt.course.1, "", html! {
                (ui::link(t(lang, "training-title"), "/training").ghost().icon("arrow-left"))
            }))
            div.page.taking {
                @if let Some(done) = it.done {
                    @let (status, words) = standing(lang, done.holds(it.today));
                    (ui::verdict(status, t(lang, "attempts-complete"), &words))
                    (ui::link(t(lang, "training-title"), "/training").primary().large().block())
                } @else if attempt.ended_at.is_some() {
                    (ui::notice(Status::None, t(lang, "attempts-given-up")))
                } @else {
                    (stale(desk, attempt))
                    (place(lang, ((steps.done() + 1).min(steps.0.len()), steps.0.len())))
                    @if let Some(step) = steps.current() {
                        (ui::link(t(lang, "attempts-continue"), &step_path(attempt, step)).primary().large().block())
                    }
                }
                (saved(desk, steps))
                ol.lessons { @for step in &steps.0 { (way_row(lang, attempt, step)) } }
            }
            (script())
        },
    )
}

fn way_row(lang: Lang, attempt: &Attempt, step: &Step) -> Markup {
    let lesson = &step.lesson;
    html! {
        li {
            span.lesson-face { (ui::icon(face(lesson.kind))) }
            div.lesson-name {
                @if step.mark.is_some() { a href=(step_path(attempt, step)) { (lesson.title) } }
                @else { span { (lesson.title) } }
                small { (kind_words(lang, lesson.kind)) }
            }
            @if step.is_done() { (ui::chip(Status::Ok, t(lang, "attempts-step-done"))) }
        }
    }
}

/// One lesson of an attempt.
pub struct Screen<'a> {
    pub attempt: &'a Attempt,
    pub steps: &'a Steps,
    pub place: usize,
    pub step: &'a Step,
    /// Where one stands with a quiz.
    pub quiz: Option<&'a Stand>,
    pub now: Instant,
}

pub fn screen(desk: &Desk, it: &Screen<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, lesson) = (desk.lang, &it.step.lesson);
    let here = step_path(it.attempt, it.step);
    let way = format!("/training/attempts/{}", it.attempt.id);
    desk.own(
        &lesson.title,
        html! {
            article.page.taking data-attempt=(it.attempt.id) data-offline=(t(lang, "attempts-offline"))
                data-saved-words=(t(lang, "attempts-saved-now")) {
                p.lesson-way { a href=(way) { (it.attempt.course.1) } }
                (place(lang, (it.place + 1, it.steps.0.len())))
                h1 { (lesson.title) }
                (ui::error_summary(lang, invalid))
                (film_place(it, &here))
                @let first = it.quiz.is_none_or(|it| it.open().is_none());
                @if first { (body(lang, lesson, OWN)) }
                @if let Some(stand) = it.quiz {
                    (quizzes::page::show(desk, (it.step, &here), stand, (sent, invalid)))
                }
                (on(desk, it, &here))
                div.note.is-soon.kept role="status" hidden data-kept { (ui::shape(Status::Soon)) span {} }
                (saved(desk, it.steps))
                @if let Some(before) = it.steps.before(it.place) {
                    p { (ui::link(t(lang, "attempts-before"), &step_path(it.attempt, before)).ghost().icon("arrow-left")) }
                }
            }
            (script())
        },
    )
}

/// Where the film goes on, and where the script says how far one is.
fn film_place(it: &Screen<'_>, here: &str) -> Markup {
    let mark = it.step.mark.filter(|_| it.step.lesson.kind == Kind::Film);
    let save = it.attempt.ended_at.is_none().then(|| format!("{here}/position"));
    html! {
        @if let Some(mark) = mark {
            div hidden data-film=(mark.second) data-save=[save] {}
        }
    }
}

/// The way on: to the next lesson, or to the end.
fn on(desk: &Desk, it: &Screen<'_>, here: &str) -> Markup {
    let lang = desk.lang;
    let done = it.step.is_done() || it.attempt.ended_at.is_some();
    let wait = it.step.wait(it.now);
    let last = it.steps.after(it.place).is_none();
    let words = t(lang, if last { "attempts-finish" } else { "attempts-next" });
    html! {
        @if done {
            @match it.steps.after(it.place).filter(|it| it.mark.is_some()) {
                Some(next) => (ui::link(t(lang, "attempts-next"), &step_path(it.attempt, next)).primary().large().block()),
                None => (ui::link(t(lang, "attempts-overview"), &format!("/training/attempts/{}", it.attempt.id)).primary().large().block()),
            }
        } @else if it.step.lesson.kind != Kind::Quiz {
            form.form method="post" action=(here) data-keep {
                input type="hidden" name="_key" value=(desk.key);
                @if wait > 0 {
                    p.hint data-wait=(wait) { (with(lang, "attempts-wait", &[("count", wait.into())])) }
                }
                button."btn btn--pri btn--lg btn--block" type="submit" id="go-on" { (words) }
            }
        }
    }
}

/// The attempts of a person, for those who look after them. `allows`: more tries may be given.
pub fn taken(desk: &Desk, all: &[Taken], allows: bool) -> Markup {
    let lang = desk.lang;
    if all.is_empty() {
        return html! {};
    }
    ui::section(
        t(lang, "attempts-title"),
        u64::try_from(all.len()).ok(),
        None,
        html! { @for it in all { (taken_row(desk, it, allows)) } },
    )
}

fn taken_row(desk: &Desk, it: &Taken, allows: bool) -> Markup {
    let lang = desk.lang;
    let begun = desk.moment(it.begun_at);
    let args = [("when", (&begun).into()), ("number", it.version.into())];
    let about = with(lang, "attempts-begun", &args);
    let (status, words) = match it.ended_at {
        Some(at) if it.completed => {
            let at = desk.moment(at);
            (Status::Ok, with(lang, "attempts-completed", &[("when", (&at).into())]))
        }
        Some(_) => (Status::None, t(lang, "attempts-was-given-up").to_owned()),
        None => {
            let at = (it.done + 1).min(it.lessons);
            let args = [("at", at.into()), ("total", it.lessons.into())];
            (Status::Soon, with(lang, "attempts-at-step", &args))
        }
    };
    html! {
        (ui::kv(&it.course.1, &about, html! { (ui::chip(status, &words)) }))
        @for tried in &it.tries {
            @let at = desk.moment(tried.at);
            @let args = [("number", tried.number.into()), ("percent", tried.score.into()), ("when", (&at).into())];
            @let key = if tried.passed { "attempts-tried-passed" } else { "attempts-tried-failed" };
            p.hint.attempt-try { (tried.quiz) ": " (with(lang, key, &args)) }
        }
        @if let Some((lesson, title)) = it.stuck.as_ref().filter(|_| allows) {
            (ui::form(&format!("/attempts/{}/lessons/{lesson}/further-try", it.id), &desk.key, html! {
                (ui::button(&with(lang, "attempts-allow", &[("name", title.into())])))
            }).inline())
        }
    }
}
