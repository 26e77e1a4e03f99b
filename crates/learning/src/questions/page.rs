//! What questions look like to those who make them: the pool, the form, and a question with its right answers.
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice as Answer, Desk, Fields, Status};

use super::model::{Choice, Kind, Question, ROWS};
use crate::lessons::model::Lesson;
use crate::lessons::page::OFFICE;

pub fn kind_words(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Single => t(lang, "questions-kind-single"),
        Kind::Multiple => t(lang, "questions-kind-multiple"),
        Kind::Truth => t(lang, "questions-kind-truth"),
        Kind::Pictures => t(lang, "questions-kind-pictures"),
    }
}

/// The words of an answer.
pub fn choice_words(lang: Lang, kind: Kind, it: &Choice) -> &str {
    match (kind, it.position) {
        (Kind::Truth, 1) => t(lang, "questions-true"),
        (Kind::Truth, _) => t(lang, "questions-false"),
        _ => &it.words,
    }
}

/// The pool of a quiz, above the form of the quiz.
pub fn list(desk: &Desk, lesson: &Lesson, all: &[Question]) -> Markup {
    let lang = desk.lang;
    ui::section(
        t(lang, "questions-title"),
        u64::try_from(all.len()).ok(),
        None,
        html! {
            @if all.is_empty() { p.hint { (t(lang, "questions-none")) } }
            ol.lessons {
                @for it in all {
                    @let remove = with(lang, "questions-remove", &[("words", (&it.words).into())]);
                    li {
                        span.lesson-face { (ui::icon("circle-question-mark")) }
                        div.lesson-name {
                            a href={ "/questions/" (it.id) "/edit" } { (it.words) }
                            small { (kind_words(lang, it.kind)) }
                        }
                        div.lesson-acts {
                            (ui::form(&format!("/questions/{}/removal", it.id), &desk.key, html! {
                                (ui::button(&remove).ghost().icon_only("trash-2"))
                            }).inline())
                        }
                    }
                }
            }
            div.acts {
                @for kind in Kind::ALL {
                    @let href = format!("/lessons/{}/questions/new?kind={}", lesson.id, kind.code());
                    (ui::link(kind_words(lang, kind), &href).icon("plus"))
                }
            }
        },
    )
}

/// A question with its right answers marked.
pub fn solved(lang: Lang, it: &Question, files: &str) -> Markup {
    html! {
        div.question {
            h3 { (it.words) }
            @if let Some(file) = it.file { img src={ (files) "/" (file) } alt="" loading="lazy"; }
            ul.solved {
                @for choice in &it.choices {
                    li.right[choice.right] {
                        @if let Some(file) = choice.file { img src={ (files) "/" (file) } alt="" loading="lazy"; }
                        span { (choice_words(lang, it.kind, choice)) }
                        @if choice.right { (ui::chip(Status::Ok, t(lang, "questions-right"))) }
                    }
                }
            }
            @if !it.explanation.is_empty() { p.hint { (it.explanation) } }
        }
    }
}

/// What the form of a question is about.
pub struct Sheet<'a> {
    pub lesson: &'a Lesson,
    pub kind: Kind,
    pub question: Option<&'a Question>,
}

pub fn form(desk: &Desk, it: &Sheet<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let back = format!("/lessons/{}/edit", it.lesson.id);
    let action = match it.question {
        Some(question) => format!("/questions/{}", question.id),
        None => format!("/lessons/{}/questions", it.lesson.id),
    };
    let title = t(lang, if it.question.is_some() { "questions-edit" } else { "questions-new" });
    desk.desktop(
        title,
        html! {
            (ui::head(title, &it.lesson.title, html! {
                (ui::link(&it.lesson.title, &back).ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                p.hint { (kind_words(lang, it.kind)) }
                (ui::form(&action, &desk.key, html! {
                    input type="hidden" name="kind" value=(it.kind.code());
                    (fields.textarea("words", t(lang, "questions-words")).value(sent.get("words").unwrap_or_default())
                        .maxlength(1000))
                    (picture(fields, "picture", "questions-picture", it.question.and_then(|it| it.file)))
                    @if it.kind == Kind::Truth { (truth(fields, sent)) } @else { (rows(fields, it, sent)) }
                    (fields.textarea("explanation", t(lang, "questions-explanation")).maxlength(1000).optional()
                        .value(sent.get("explanation").unwrap_or_default()).hint(t(lang, "questions-explanation-hint")))
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &back))
                }).multipart())
            }
        },
    )
}

fn picture(
    fields: Fields<'_>,
    name: &str,
    label: &'static str,
    had: Option<kernel::LessonFileId>,
) -> Markup {
    let lang = fields.lang;
    let hint = t(lang, if had.is_some() { "lessons-file-again" } else { "lessons-picture-kinds" });
    html! {
        @if let Some(file) = had { img.lesson-thumb src={ (OFFICE) "/" (file) } alt=""; }
        (fields.file(name, t(lang, label), "image/jpeg,image/png").optional().hint(hint))
    }
}

fn truth(fields: Fields<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let answers = [
        Answer::new("true", t(lang, "questions-true")),
        Answer::new("false", t(lang, "questions-false")),
    ];
    html! { (fields.radios("answer", t(lang, "questions-answer"), &answers).chosen(&[sent.text("answer")])) }
}

fn rows(fields: Fields<'_>, it: &Sheet<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let pictures = it.kind == Kind::Pictures;
    let old = |at: usize| it.question.and_then(|it| it.choices.get(at)).and_then(|it| it.file);
    html! {
        @for (at, [words, right, file]) in ROWS.into_iter().enumerate() {
            @let number = (at + 1).to_string();
            @let args = [("number", (&number).into())];
            @let label = with(lang, if pictures { "questions-picture-shows" } else { "questions-choice" }, &args);
            @let is_right = with(lang, "questions-is-right", &args);
            @let text = fields.text(words, &label).value(sent.get(words).unwrap_or_default()).maxlength(200).autocomplete("off");
            div.choice-row {
                @if pictures { (picture(fields, file, "questions-choice-picture", old(at))) }
                (if at < 2 { text } else { text.optional() })
                (fields.checkbox(right, &is_right).on(sent.ticked(right)))
            }
        }
    }
}
