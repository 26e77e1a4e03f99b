//! What lessons look like to those who make them: the list of the draft, the form of one, and how the phone shows it.
use kernel::file::{ACCEPTED_FILM, Kind as FileKind};
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, PreEscaped, html};
use ui::text::{t, with};
use ui::{Desk, Fields, Status};

use super::model::{Content, Kind, Lesson};
use crate::courses::model::Course;
use crate::courses::page::again;
use crate::markdown;
use crate::questions::model::Question;
use crate::questions::page as questions;

/// Where those who make a course see its files, and where those who take it do.
pub const OFFICE: &str = "/lesson-files";
pub const OWN: &str = "/training/files";

/// What the list is made of.
pub struct Listed<'a> {
    pub course: &'a Course,
    pub contents: &'a [Content],
    pub lessons: &'a [Lesson],
    /// People on the way through the course.
    pub under_way: i64,
}

pub fn kind_words(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Page => t(lang, "lessons-kind-page"),
        Kind::Film => t(lang, "lessons-kind-film"),
        Kind::Document => t(lang, "lessons-kind-document"),
        Kind::Quiz => t(lang, "lessons-kind-quiz"),
    }
}

pub const fn face(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "book-open",
        Kind::Film => "play",
        Kind::Document => "file-text",
        Kind::Quiz => "circle-question-mark",
    }
}

pub fn index(desk: &Desk, it: &Listed<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let page = format!("/courses/{}", it.course.id);
    desk.desktop(
        &format!("{}: {}", it.course.title, t(lang, "lessons-title")),
        html! {
            (ui::head(t(lang, "lessons-title"), &it.course.title, html! {
                (ui::link(t(lang, "lessons-back"), &page).ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                (state(desk, it))
                section.sec #lessons {
                    h2 { span { (t(lang, "lessons-draft")) } (ui::count(u64::try_from(it.lessons.len()).unwrap_or_default())) }
                    @if it.lessons.is_empty() {
                        (ui::empty("book-open", t(lang, "lessons-none"), t(lang, "lessons-none-words"), html! {}))
                    } @else {
                        ol.lessons { @for (at, lesson) in it.lessons.iter().enumerate() { (row(desk, lesson, at, it.lessons.len())) } }
                    }
                    (add(lang, it))
                }
                @if !it.lessons.is_empty() { (publish(desk, it, sent, fields)) }
                @if it.contents.iter().any(|it| it.number > 0) { (versions(desk, it)) }
            }
        },
    )
}

/// Whether the draft is what people take.
fn state(desk: &Desk, it: &Listed<'_>) -> Markup {
    let lang = desk.lang;
    let draft = it.contents.iter().find(|it| it.number == 0);
    let Some(last) = it.contents.iter().find(|it| it.number > 0) else {
        return html! { @if draft.is_some() { (ui::notice(Status::None, t(lang, "lessons-never-published"))) } };
    };
    let at = desk.moment(last.made_at);
    let args = [("number", last.number.into()), ("when", (&at).into())];
    let changed = draft.is_some_and(|it| it.made_at > last.made_at);
    let (status, key) = if changed {
        (Status::Soon, "lessons-changed-since")
    } else {
        (Status::Ok, "lessons-is-published")
    };
    ui::notice(status, &with(lang, key, &args))
}

/// What a lesson is besides its title.
fn about(lang: Lang, it: &Lesson) -> String {
    let mut about = vec![kind_words(lang, it.kind).to_owned()];
    if it.kind == Kind::Quiz {
        let args = [("drawn", it.drawn().into()), ("count", it.questions.into())];
        about.push(with(lang, "lessons-about-quiz", &args));
        about.push(with(lang, "lessons-about-pass", &[("percent", it.quiz.pass.into())]));
    }
    if it.least > 0 {
        about.push(with(lang, "lessons-about-least", &[("count", it.least.into())]));
    }
    about.join(", ")
}

fn row(desk: &Desk, it: &Lesson, at: usize, total: usize) -> Markup {
    let lang = desk.lang;
    let path = format!("/lessons/{}", it.id);
    let named = |key| with(lang, key, &[("name", (&it.title).into())]);
    let (up, down) = (named("lessons-up"), named("lessons-down"));
    let (look, remove) = (named("lessons-look"), named("lessons-remove"));
    html! {
        li {
            span.lesson-face { (ui::icon(face(it.kind))) }
            div.lesson-name {
                a href={ (path) "/edit" } { (it.title) }
                small { (about(lang, it)) }
                @if let Some(lacks) = it.lacks() { span.err { (ui::shape(Status::Bad)) span { (t(lang, lacks)) } } }
            }
            div.lesson-acts {
                form.form-inline method="post" action={ (path) "/order" } {
                    input type="hidden" name="_key" value=(desk.key);
                    @if at > 0 { (ui::button(&up).ghost().icon_only("arrow-up").sends("way", "up")) }
                    @if at + 1 < total { (ui::button(&down).ghost().icon_only("arrow-down").sends("way", "down")) }
                }
                (ui::link(&look, &path).ghost().icon_only("eye"))
                (ui::form(&format!("{path}/removal"), &desk.key, html! {
                    (ui::button(&remove).ghost().icon_only("trash-2"))
                }).inline())
            }
        }
    }
}

fn add(lang: Lang, it: &Listed<'_>) -> Markup {
    html! {
        div.acts {
            @for kind in Kind::ALL {
                @let href = format!("/courses/{}/lessons/new?kind={}", it.course.id, kind.code());
                @let words = match kind {
                    Kind::Page => t(lang, "lessons-add-page"),
                    Kind::Film => t(lang, "lessons-add-film"),
                    Kind::Document => t(lang, "lessons-add-document"),
                    Kind::Quiz => t(lang, "lessons-add-quiz"),
                };
                (ui::link(words, &href).icon("plus"))
            }
        }
    }
}

fn publish(desk: &Desk, it: &Listed<'_>, sent: &Sent, fields: Fields<'_>) -> Markup {
    let lang = desk.lang;
    let open = it.contents.iter().find(|it| it.number > 0).is_none_or(|it| it.open);
    let on = if sent.is_empty() { open } else { sent.ticked("open") };
    ui::section(
        t(lang, "lessons-publish-title"),
        None,
        None,
        html! {
            p.hint { (t(lang, "lessons-publish-words")) }
            @if it.under_way > 0 {
                p.hint { (with(lang, "lessons-under-way", &[("count", it.under_way.into())])) }
            }
            (ui::form(&format!("/courses/{}/publication", it.course.id), &desk.key, html! {
                (again(fields, sent))
                (fields.checkbox("open", t(lang, "lessons-open")).on(on).hint(t(lang, "lessons-open-hint")))
                (ui::button(t(lang, "lessons-publish")).primary())
            }))
        },
    )
}

fn versions(desk: &Desk, it: &Listed<'_>) -> Markup {
    let lang = desk.lang;
    ui::section(
        t(lang, "lessons-versions"),
        None,
        None,
        html! {
            @for it in it.contents.iter().filter(|it| it.number > 0) {
                @let args = [("number", it.number.into()), ("edition", it.edition.into())];
                @let when = desk.moment(it.made_at);
                @let made = with(lang, "lessons-version-made", &[("when", (&when).into()), ("who", (&it.made_by).into())]);
                (ui::kv(&with(lang, "lessons-version", &args), &made, html! {
                    @if it.open { (ui::tag(t(lang, "lessons-is-open"))) }
                }))
            }
        },
    )
}

/// What the form of a lesson is about.
pub struct Sheet<'a> {
    pub course: &'a Course,
    pub kind: Kind,
    /// The lesson that exists, and the questions of a quiz.
    pub lesson: Option<(&'a Lesson, &'a [Question])>,
}

pub fn form(desk: &Desk, it: &Sheet<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let back = format!("/courses/{}/lessons", it.course.id);
    let action = it.lesson.map_or_else(|| back.clone(), |(it, _)| format!("/lessons/{}", it.id));
    let title = match it.lesson {
        Some((lesson, _)) => with(lang, "lessons-edit", &[("name", (&lesson.title).into())]),
        None => kind_words(lang, it.kind).to_owned(),
    };
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, &it.course.title, html! {
                (ui::link(t(lang, "lessons-title"), &back).ghost().icon("arrow-left"))
                @if let Some((lesson, _)) = it.lesson {
                    (ui::link(t(lang, "lessons-preview"), &format!("/lessons/{}", lesson.id)).icon("eye"))
                }
            }))
            div.page {
                (fields.summary())
                @if let Some((lesson, asked)) = it.lesson.filter(|it| it.0.kind == Kind::Quiz) {
                    (questions::list(desk, lesson, asked))
                }
                (ui::form(&action, &desk.key, html! {
                    input type="hidden" name="kind" value=(it.kind.code());
                    (fields.text("title", t(lang, "lessons-name")).value(sent.text("title")).maxlength(120).autocomplete("off"))
                    (main_file(fields, it))
                    (words(fields, it.kind, sent))
                    @if it.kind == Kind::Quiz { (quiz(fields, sent)) } @else {
                        (fields.number("least", t(lang, "lessons-least")).value(sent.text("least"))
                            .hint(t(lang, "lessons-least-hint")).optional())
                    }
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &back))
                }).multipart())
            }
        },
    )
}

/// The film or the document.
fn main_file(fields: Fields<'_>, it: &Sheet<'_>) -> Markup {
    let lang = fields.lang;
    let had = it.lesson.is_some_and(|(it, _)| it.file.is_some());
    let (name, label, hint, accept) = match it.kind {
        Kind::Film => ("film", "lessons-film", "lessons-film-hint", ACCEPTED_FILM),
        Kind::Document => {
            ("document", "lessons-document", "lessons-document-hint", FileKind::Pdf.media())
        }
        Kind::Page | Kind::Quiz => return html! {},
    };
    let field = fields.file(name, t(lang, label), accept);
    if had {
        html! { (field.optional().hint(t(lang, "lessons-file-again"))) }
    } else {
        html! { (field.hint(t(lang, hint))) }
    }
}

fn words(fields: Fields<'_>, kind: Kind, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let area = fields
        .textarea("words", t(lang, "lessons-words"))
        .value(sent.get("words").unwrap_or_default())
        .hint(t(lang, "lessons-words-hint"));
    html! {
        div.words-field[kind == Kind::Page] { (area.optional()) }
        @if kind == Kind::Page {
            (fields.file("picture", t(lang, "lessons-picture"), "image/jpeg,image/png").optional()
                .hint(t(lang, "lessons-picture-hint")))
            (fields.text("alt", t(lang, "lessons-alt")).value(sent.text("alt")).maxlength(120).autocomplete("off")
                .hint(t(lang, "lessons-alt-hint")).optional())
        }
    }
}

fn quiz(fields: Fields<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    html! {
        (fields.number("draws", t(lang, "lessons-draws")).value(sent.text("draws"))
            .hint(t(lang, "lessons-draws-hint")).optional())
        (fields.number("pass", t(lang, "lessons-pass")).value(sent.text("pass")).hint(t(lang, "lessons-pass-hint")))
        (fields.number("tries", t(lang, "lessons-tries")).value(sent.text("tries"))
            .hint(t(lang, "lessons-tries-hint")).optional())
        (fields.checkbox("shuffles", t(lang, "lessons-shuffles")).on(sent.ticked("shuffles")))
        (fields.checkbox("explains", t(lang, "lessons-explains")).on(sent.ticked("explains"))
            .hint(t(lang, "lessons-explains-hint")))
    }
}

/// What a lesson shows, to those who take it as to those who make it.
pub fn body(lang: Lang, it: &Lesson, files: &str) -> Markup {
    let file = it.file.map(|it| format!("{files}/{}", it.id));
    html! {
        @if let (Kind::Film, Some(file)) = (it.kind, &file) {
            video.film controls playsinline preload="metadata" src=(file) aria-label=(it.title) {
                a href=(file) { (t(lang, "lessons-film-save")) }
            }
        }
        @if !it.words.is_empty() { div.words { (PreEscaped(markdown::html(&it.words, files))) } }
        @if let (Kind::Document, Some(file)) = (it.kind, &file) {
            (ui::link(t(lang, "lessons-document-open"), file).large().block().icon("download"))
        }
    }
}

/// A lesson as the phone shows it.
pub struct Preview<'a> {
    pub course: &'a Course,
    pub lesson: &'a Lesson,
    /// Its place among all, counted from 1.
    pub place: (usize, usize),
    pub questions: &'a [Question],
}

pub fn preview(desk: &Desk, it: &Preview<'_>) -> Markup {
    let (lang, lesson) = (desk.lang, it.lesson);
    let back = format!("/courses/{}/lessons", it.course.id);
    desk.desktop(
        &lesson.title,
        html! {
            (ui::head(t(lang, "lessons-preview"), &it.course.title, html! {
                (ui::link(t(lang, "lessons-title"), &back).ghost().icon("arrow-left"))
                (ui::link(t(lang, "lessons-edit-short"), &format!("/lessons/{}/edit", lesson.id)).icon("pencil"))
            }))
            div.page {
                p.hint { (t(lang, "lessons-preview-words")) }
                section.lesson-screen aria-label=(lesson.title) {
                    (place(lang, it.place))
                    h2 { (lesson.title) }
                    (body(lang, lesson, OFFICE))
                    @for question in it.questions { (questions::solved(lang, question, OFFICE)) }
                }
            }
        },
    )
}

/// "3 of 7", in words and as a bar.
pub fn place(lang: Lang, (at, total): (usize, usize)) -> Markup {
    let percent = u8::try_from(at * 100 / total.max(1)).unwrap_or(100);
    let words = with(lang, "lessons-place", &[("at", at.into()), ("total", total.into())]);
    html! {
        div.lesson-place {
            span { (words) }
            (ui::progress(&words, percent))
        }
    }
}
