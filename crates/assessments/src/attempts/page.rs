//! What an attempt looks like: where it stands, its answers, and the list of a person's.
use kernel::{Date, Lang};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Answer as Shown, Desk, Status, when};

use super::model::{Answer, Answers, Attempt, State, is_complete};
use crate::questions::model::{Draft, Kind, Question};
use crate::templates::page::kind;

pub const fn status(state: State) -> Status {
    match state {
        State::Draft | State::Cancelled => Status::None,
        State::Waiting => Status::Review,
        State::Approved => Status::Ok,
        State::Expired | State::Rejected => Status::Bad,
    }
}

/// The word of a state.
pub fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Draft => "assessments-state-draft",
            State::Waiting => "assessments-state-waiting",
            State::Approved => "assessments-state-approved",
            State::Expired => "assessments-state-expired",
            State::Rejected => "assessments-state-rejected",
            State::Cancelled => "assessments-state-cancelled",
        },
    )
}

/// Where it stands, with the day that matters.
pub fn standing(desk: &Desk, it: &Attempt, today: Date) -> String {
    let lang = desk.lang;
    let on = |key, date: &str| with(lang, key, &[("date", date.into())]);
    match (it.state(today), it.last) {
        (State::Approved, Some(day)) => on("assessments-why-until", &when::date(lang, day)),
        (State::Approved, None) => t(lang, "assessments-why-forever").to_owned(),
        (State::Expired, Some(day)) => on("assessments-why-expired", &when::date(lang, day)),
        (State::Waiting, _) => {
            let at = it.submitted.as_ref().map(|it| desk.moment(it.0)).unwrap_or_default();
            on("assessments-why-waiting", &at)
        }
        (State::Rejected, _) => it.reason.clone(),
        (State::Draft | State::Cancelled | State::Expired, _) => String::new(),
    }
}

/// The name of the site, or that it is for none in particular.
pub fn place(lang: Lang, it: &Attempt) -> &str {
    it.site.as_ref().map_or_else(|| t(lang, "assessments-no-site"), |it| it.1.as_str())
}

/// What was answered, in words or as a picture. `picture` is where that is.
pub fn value(lang: Lang, asked: &Draft, answer: Option<&Answer>, picture: &str) -> Markup {
    let Some(answer) = answer else {
        return html! { span.muted { (t(lang, "replies-none")) } };
    };
    let words = match (asked.kind, answer.value.as_str()) {
        (_, "") => String::new(),
        (Kind::YesNo, "yes") => t(lang, "replies-yes").to_owned(),
        (Kind::YesNo, "no") => t(lang, "replies-no").to_owned(),
        (Kind::YesNo, _) => t(lang, "replies-na").to_owned(),
        (Kind::Number, number) if !asked.unit.is_empty() => format!("{number} {}", asked.unit),
        (Kind::Signature, name) => with(lang, "replies-signed-by", &[("name", name.into())]),
        (_, value) => value.to_owned(),
    };
    let shown = match asked.kind {
        Kind::Signature => "replies-signature-kept",
        _ => "replies-photo-kept",
    };
    html! {
        @if answer.file.is_some() {
            figure.ask-kept {
                a href=(picture) download { img src=(picture) alt=(t(lang, shown)) loading="lazy"; }
            }
        }
        @if !words.is_empty() { span.ask-words { (words) } }
        @if answer.file.is_none() && words.is_empty() { span.muted { (t(lang, "replies-none")) } }
        @if !answer.note.is_empty() { p.hint.ask-words { (answer.note) } }
    }
}

/// All questions with their answers. `picture` says where the picture of one is, `change` where it can be changed.
pub fn answers(
    lang: Lang,
    asked: &[Question],
    answers: &Answers,
    picture: impl Fn(&Question) -> String,
    change: impl Fn(&Question) -> Option<String>,
) -> Markup {
    let links: Vec<Option<String>> = asked.iter().map(change).collect();
    let rows: Vec<Shown<'_>> = asked
        .iter()
        .zip(&links)
        .map(|(it, change)| {
            let answer = answers.get(&it.id);
            let missing = change.is_some() && !is_complete(&it.draft, answer);
            let answer = html! {
                @if missing { (ui::chip(Status::Bad, t(lang, "replies-needed"))) }
                @else { (value(lang, &it.draft, answer, &picture(it))) }
            };
            Shown { question: &it.draft.words, answer, change: change.as_deref() }
        })
        .collect();
    ui::answers(lang, &rows)
}

/// Who handed it in and when, for which site, and who decided.
pub fn facts(desk: &Desk, it: &Attempt) -> Markup {
    let lang = desk.lang;
    let by = |name: &str, at| {
        let date = desk.moment(at);
        with(lang, "assessments-by-on", &[("name", name.into()), ("date", (&date).into())])
    };
    let version = with(lang, "templates-version", &[("number", it.version.into())]);
    ui::section(
        t(lang, "assessments-facts"),
        None,
        None,
        html! {
            (ui::kv(t(lang, "assessments-site"), "", html! { (place(lang, it)) }))
            (ui::kv(kind(lang, it.kind), "", html! { (version) }))
            @if let Some((at, _, name)) = &it.submitted {
                (ui::kv(t(lang, "assessments-sender"), "", html! { (by(name, *at)) }))
            }
            @if let Some((approved, at, name)) = &it.decided {
                @if name.is_empty() {
                    (ui::kv(t(lang, "assessments-approved-by"), "", html! { (t(lang, "assessments-approved-nobody")) }))
                } @else {
                    @let key = if *approved { "assessments-approved-by" } else { "assessments-rejected-by" };
                    (ui::kv(t(lang, key), "", html! { (by(name, *at)) }))
                }
            }
        },
    )
}

/// What one person handed in.
pub fn index(desk: &Desk, heading: &Heading, found: &[Attempt], today: Date) -> Markup {
    let lang = desk.lang;
    let row = |it: &Attempt| {
        let why = standing(desk, it, today);
        let words = [word(lang, it.state(today)), place(lang, it), &why];
        let words: Vec<&str> = words.into_iter().filter(|it| !it.is_empty()).collect();
        let href = format!("/assessments/{}", it.id);
        ui::task(status(it.state(today)), &href, &it.template.1, &words.join(" · "))
    };
    desk.desktop(
        &heading.name,
        html! {
            (heading.show(lang, html! {}))
            div.page {
                @if found.is_empty() {
                    (ui::empty("clipboard-list", t(lang, "assessments-none"), t(lang, "assessments-none-words"), html! {}))
                } @else { (ui::tasks(found.iter().map(row))) }
            }
        },
    )
}
