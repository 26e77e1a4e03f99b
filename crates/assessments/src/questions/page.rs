//! What questions look like: in the office as a list and a form, and one to a screen for whoever answers.
use kernel::{Fields as Sent, Invalid, Lang, TemplateQuestionId};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Desk, Fields, Status};

use super::model::{Draft, Kind, MOST, Question, number_words};
use crate::templates::model::Template;

/// What a photograph may be.
const PICTURES: &str = "image/jpeg,image/png";

pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => t(lang, "asks-kind-yes-no"),
        Kind::Choice => t(lang, "asks-kind-choice"),
        Kind::Number => t(lang, "asks-kind-number"),
        Kind::Text => t(lang, "asks-kind-text"),
        Kind::Photo => t(lang, "asks-kind-photo"),
        Kind::Signature => t(lang, "asks-kind-signature"),
    }
}

const fn face(kind: Kind) -> &'static str {
    match kind {
        Kind::YesNo => "circle-check",
        Kind::Choice => "list-checks",
        Kind::Number => "hash",
        Kind::Text => "message-square",
        Kind::Photo => "camera",
        Kind::Signature => "signature",
    }
}

/// The questions of a template in the office, each with the ways to change and to move it.
pub fn lines(desk: &Desk, path: &str, questions: &[Question], changes: bool) -> Markup {
    let lang = desk.lang;
    let last = questions.len();
    let content = html! {
        @if questions.is_empty() { p.hint #questions { (t(lang, "asks-none")) } }
        @else {
            ol.asks #questions {
                @for (at, it) in questions.iter().enumerate() {
                    (line(desk, path, it, changes.then_some((at > 0, at + 1 < last))))
                }
            }
        }
        @if changes && last < MOST { (add(lang, path)) }
    };
    ui::section(t(lang, "asks-title"), u64::try_from(last).ok(), None, content)
}

/// `moves` says whether it can go up, and down; none where nothing can be changed.
fn line(desk: &Desk, path: &str, it: &Question, moves: Option<(bool, bool)>) -> Markup {
    let (lang, words) = (desk.lang, it.draft.words.as_str());
    let place = format!("{path}/questions/{}", it.id);
    let said = |key| with(lang, key, &[("words", words.into())]);
    html! {
        li id={ "question-" (it.id) } {
            (ui::icon(face(it.draft.kind)))
            div {
                b { (words) }
                small.why { (about(lang, &it.draft)) }
            }
            @if let Some((up, down)) = moves {
                div.acts {
                    @if up || down {
                        form method="post" action={ (place) "/move" } {
                            input type="hidden" name="_key" value=(desk.key);
                            @if up { (ui::button(&said("asks-up")).ghost().icon_only("arrow-up").sends("to", "up")) }
                            @if down { (ui::button(&said("asks-down")).ghost().icon_only("arrow-down").sends("to", "down")) }
                        }
                    }
                    (ui::link(&said("asks-edit-one"), &format!("{place}/edit")).ghost().icon_only("pencil"))
                }
            }
        }
    }
}

/// What kind of question it is, and what its answer must be.
fn about(lang: Lang, it: &Draft) -> String {
    let mut all = vec![kind(lang, it.kind).to_owned()];
    if !it.choices.is_empty() {
        all.push(it.choices.join(" / "));
    }
    all.extend(bounds(lang, it));
    match it.note_on.as_str() {
        "yes" => all.push(t(lang, "asks-note-yes").to_owned()),
        "no" => all.push(t(lang, "asks-note-no").to_owned()),
        _ => {}
    }
    let needed = if it.required { "asks-must" } else { "asks-may" };
    all.push(t(lang, needed).to_owned());
    all.join(" · ")
}

/// The bounds of a number, in words.
fn bounds(lang: Lang, it: &Draft) -> Option<String> {
    let unit = if it.unit.is_empty() { String::new() } else { format!(" {}", it.unit) };
    let words = |it: i64| format!("{}{unit}", number_words(it));
    match (it.least, it.most) {
        (Some(least), Some(most)) => {
            let (least, most) = (number_words(least), words(most));
            Some(with(
                lang,
                "asks-between",
                &[("least", (&least).into()), ("most", (&most).into())],
            ))
        }
        (Some(least), None) => {
            Some(with(lang, "asks-at-least", &[("least", (&words(least)).into())]))
        }
        (None, Some(most)) => Some(with(lang, "asks-at-most", &[("most", (&words(most)).into())])),
        (None, None) => (it.kind == Kind::Number && !it.unit.is_empty()).then(|| it.unit.clone()),
    }
}

fn add(lang: Lang, path: &str) -> Markup {
    html! {
        h3 { (t(lang, "asks-add")) }
        div.add-ask {
            @for it in Kind::ALL {
                (ui::link(kind(lang, it), &format!("{path}/questions/new?kind={}", it.code())).icon(face(it)))
            }
        }
    }
}

/// The form of a new question, or of one that there is.
pub struct Form<'a> {
    pub template: &'a Template,
    pub kind: Kind,
    pub question: Option<TemplateQuestionId>,
}

pub fn form(desk: &Desk, form: &Form<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let path = format!("/assessment-templates/{}", form.template.id);
    let action = match form.question {
        Some(id) => format!("{path}/questions/{id}"),
        None => format!("{path}/questions"),
    };
    let title = kind(lang, form.kind);
    let words = if form.question.is_some() { "ui-save" } else { "asks-add-one" };
    let name = form.template.draft.name.as_str();
    desk.desktop(
        title,
        html! {
            (ui::head(title, name, html! { (ui::link(name, &path).ghost().icon("arrow-left")) }))
            div.page {
                (fields.summary())
                @if form.template.open.is_none() {
                    (ui::notice(Status::None, t(lang, "asks-new-version")))
                }
                (ui::form(&action, &desk.key, html! {
                    input type="hidden" name="kind" value=(form.kind.code());
                    (fields.text("words", t(lang, "asks-words"))
                        .hint(t(lang, "asks-words-hint")).value(sent.text("words")).autocomplete("off"))
                    (fields.textarea("help", t(lang, "asks-help")).optional()
                        .hint(t(lang, "asks-help-hint")).value(sent.get("help").unwrap_or_default()))
                    (special(lang, &fields, form.kind, sent))
                    (fields.switch("required", t(lang, "asks-required"))
                        .hint(t(lang, "asks-required-hint")).on(sent.ticked("required")))
                    (ui::save_or_cancel(t(lang, words), t(lang, "ui-cancel"), &path))
                }))
                @if form.question.is_some() {
                    (ui::section(t(lang, "asks-remove"), None, None, html! {
                        p.hint { (t(lang, "asks-remove-words")) }
                        (ui::form(&format!("{action}/removal"), &desk.key, html! {
                            (ui::button(t(lang, "asks-remove")).bad())
                        }).inline())
                    }))
                }
            }
        },
    )
}

/// What only questions of one kind have.
fn special(lang: Lang, fields: &Fields<'_>, kind: Kind, sent: &Sent) -> Markup {
    let notes = [
        Choice::new("", t(lang, "asks-note-none")),
        Choice::new("yes", t(lang, "asks-note-yes")),
        Choice::new("no", t(lang, "asks-note-no")),
    ];
    match kind {
        Kind::YesNo => html! {
            (fields.radios("note-on", t(lang, "asks-note"), &notes)
                .hint(t(lang, "asks-note-hint")).chosen(&[sent.text("note-on")]))
        },
        Kind::Choice => html! {
            (fields.textarea("choices", t(lang, "asks-choices"))
                .hint(t(lang, "asks-choices-hint")).value(sent.get("choices").unwrap_or_default()))
        },
        Kind::Number => html! {
            (fields.text("unit", t(lang, "asks-unit")).optional().short()
                .hint(t(lang, "asks-unit-hint")).value(sent.text("unit")).autocomplete("off"))
            (fields.number("least", t(lang, "asks-least")).optional().value(sent.text("least")))
            (fields.number("most", t(lang, "asks-most")).optional().value(sent.text("most")))
        },
        Kind::Text | Kind::Photo | Kind::Signature => html! {},
    }
}

/// What an answer is filled in with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filled<'a> {
    pub value: &'a str,
    pub note: &'a str,
    /// The address of the picture that was kept.
    pub picture: Option<&'a str>,
}

/// One question, as whoever answers sees it. The names of its fields are those that answers are read from.
pub fn ask(fields: &Fields<'_>, it: &Draft, filled: &Filled<'_>) -> Markup {
    let lang = fields.lang;
    match it.kind {
        Kind::YesNo => {
            let all = [
                Choice::new("yes", t(lang, "replies-yes")),
                Choice::new("no", t(lang, "replies-no")),
                Choice::new("na", t(lang, "replies-na")),
            ];
            html! { (radios(fields, it, &all, filled)) (note(fields, it, filled)) }
        }
        Kind::Choice => {
            let all: Vec<Choice<'_>> = it.choices.iter().map(|it| Choice::new(it, it)).collect();
            radios(fields, it, &all, filled)
        }
        Kind::Number => {
            let hint: Vec<String> =
                [hint(it).map(str::to_owned), bounds(lang, it)].into_iter().flatten().collect();
            let hint = hint.join(" ");
            let field = fields.number("answer", &it.words).inputmode("decimal").autocomplete("off");
            let field = field.value(filled.value).hint(&hint);
            html! { (if it.required { field } else { field.optional() }) }
        }
        Kind::Text => {
            let field = fields.textarea("answer", &it.words).value(filled.value);
            let field = if it.required { field } else { field.optional() };
            html! { (match hint(it) { Some(words) => field.hint(words), None => field }) }
        }
        Kind::Photo => photo(fields, it, filled),
        Kind::Signature => signature(fields, it, filled),
    }
}

fn hint(it: &Draft) -> Option<&str> {
    (!it.help.is_empty()).then_some(it.help.as_str())
}

fn radios(fields: &Fields<'_>, it: &Draft, all: &[Choice<'_>], filled: &Filled<'_>) -> Markup {
    let chosen = [filled.value];
    let field = fields.radios("answer", &it.words, all).chosen(&chosen);
    let field = if it.required { field } else { field.optional() };
    html! { div.ask-big { (match hint(it) { Some(words) => field.hint(words), None => field }) } }
}

fn note(fields: &Fields<'_>, it: &Draft, filled: &Filled<'_>) -> Markup {
    let lang = fields.lang;
    let hint = match it.note_on.as_str() {
        "yes" => t(lang, "replies-note-yes"),
        "no" => t(lang, "replies-note-no"),
        _ => return html! {},
    };
    html! { (fields.textarea("note", t(lang, "replies-note")).optional().hint(hint).value(filled.note)) }
}

fn problem(fields: &Fields<'_>, name: &str) -> Markup {
    html! {
        @if let Some(key) = fields.invalid.get(name) {
            span.err id={ (name) "-error" } { (ui::shape(Status::Bad)) span { (t(fields.lang, key)) } }
        }
    }
}

fn photo(fields: &Fields<'_>, it: &Draft, filled: &Filled<'_>) -> Markup {
    let lang = fields.lang;
    let title = if filled.picture.is_some() { "replies-photo-again" } else { "replies-photo" };
    html! {
        fieldset.field {
            legend { (it.words) @if !it.required { span.muted { " (" (t(lang, "ui-optional")) ")" } } }
            @if let Some(words) = hint(it) { span.hint { (words) } }
            (problem(fields, "photo"))
            @if let Some(href) = filled.picture {
                figure.ask-kept { img src=(href) alt=(t(lang, "replies-photo-kept")); }
            }
            (ui::drop_zone(lang, "photo", t(lang, title), t(lang, "replies-photo-hint"), PICTURES))
        }
    }
}

/// Drawn with a finger where there is script; the typed name counts as well, and is all there is without.
fn signature(fields: &Fields<'_>, it: &Draft, filled: &Filled<'_>) -> Markup {
    let lang = fields.lang;
    html! {
        fieldset.field data-sign {
            legend { (it.words) @if !it.required { span.muted { " (" (t(lang, "ui-optional")) ")" } } }
            @if let Some(words) = hint(it) { span.hint { (words) } }
            (problem(fields, "signature"))
            @if let Some(href) = filled.picture {
                figure.ask-kept { img src=(href) alt=(t(lang, "replies-signature-kept")); }
            }
            div.sign-pad data-pad hidden {
                span.hint { (t(lang, "replies-sign-here")) }
                canvas role="img" aria-label=(t(lang, "replies-sign-here")) {}
                button."btn btn--sec" type="button" data-clear { (t(lang, "replies-sign-clear")) }
            }
            input type="file" name="signature" accept="image/png" aria-hidden="true" tabindex="-1" hidden;
            (fields.text("answer", t(lang, "replies-typed")).optional()
                .hint(t(lang, "replies-typed-hint")).value(filled.value).autocomplete("name"))
        }
    }
}

/// How far an assessment has come: which question, of how many.
pub fn progress(lang: Lang, name: &str, at: i64, of: usize) -> Markup {
    let words = with(lang, "replies-progress", &[("at", at.into()), ("of", of.into())]);
    let done = usize::try_from(at - 1).unwrap_or_default() * 100 / of.max(1);
    html! {
        div.ask-head {
            p.eyebrow { (name) }
            h1 { (words) }
            (ui::progress(&words, u8::try_from(done).unwrap_or(100)))
        }
    }
}

/// A question as the phone will show it, with the way to the next one and nothing to send.
pub fn preview(desk: &Desk, template: &Template, question: &Question, count: usize) -> Markup {
    let (lang, at) = (desk.lang, question.position);
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    let path = format!("/assessment-templates/{}", template.id);
    let (back, next) =
        (format!("{path}/preview?n={}", at - 1), format!("{path}/preview?n={}", at + 1));
    let is_last = usize::try_from(at).is_ok_and(|at| at >= count);
    desk.phone(
        t(lang, "templates-preview"),
        html! {
            (ui::notice_with(Status::None, t(lang, "asks-preview-words"), html! {
                (ui::link(t(lang, "asks-preview-end"), &path).ghost())
            }))
            div.page.ask {
                (progress(lang, template.draft.name.as_str(), at, count))
                (ask(&fields, &question.draft, &Filled::default()))
                div.ask-foot {
                    @if at > 1 { (ui::link(t(lang, "replies-back"), &back).large()) }
                    @if is_last { (ui::link(t(lang, "asks-preview-end"), &path).primary().large()) }
                    @else { (ui::link(t(lang, "replies-next"), &next).primary().large()) }
                }
            }
        },
    )
}
