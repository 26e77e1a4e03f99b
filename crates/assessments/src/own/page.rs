//! What the own assessments look like: two lists, one question to a screen, everything on one page before it is sent.
use std::collections::HashMap;

use kernel::{AssessmentId, Date, Fields as Sent, Instant, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Desk, Fields, Status};

use super::model::{Offer, Progress, question as place, resume};
use super::usual;
use crate::attempts::model::{Answer, Answers, Attempt, Places, State, gaps};
use crate::attempts::page::{answers, facts, standing, status, word};
use crate::questions::model::Question;
use crate::questions::page::{Filled, ask, progress};
use crate::templates::page::kind;

/// What there is to fill in, and what was filled in.
pub struct Lists<'a> {
    pub offers: &'a [Offer],
    pub mine: &'a [Attempt],
    pub progress: &'a HashMap<AssessmentId, Progress>,
    pub today: Date,
}

pub fn index(desk: &Desk, lists: &Lists<'_>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "assessments-own-title");
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "assessments-own-words"), html! {}))
            div.page {
                (mine(desk, lists))
                (ui::section(t(lang, "assessments-available"), None, None, html! {
                    @if lists.offers.is_empty() {
                        (ui::empty("clipboard-list", t(lang, "assessments-available-none"),
                            t(lang, "assessments-available-none-words"), html! {}))
                    } @else {
                        ul.offers { @for it in lists.offers { (offer(desk, it, lists)) } }
                    }
                }))
            }
        },
    )
}

fn offer(desk: &Desk, it: &Offer, lists: &Lists<'_>) -> Markup {
    let lang = desk.lang;
    let count = with(lang, "assessments-questions", &[("count", it.questions.into())]);
    let about = format!("{}, {count}", kind(lang, it.kind));
    let draft = lists.mine.iter().find(|own| own.template.0 == it.id && own.is_draft());
    html! {
        li.card {
            div {
                h3 { (it.name) }
                p.hint { (about) }
                @if !it.description.is_empty() { p { (it.description) } }
            }
            @match draft {
                Some(own) => (ui::link(t(lang, "assessments-resume"), &resume(own.id, lists.progress.get(&own.id))).large()),
                None => (ui::form("/risk-assessments", &desk.key, html! {
                    input type="hidden" name="template" value=(it.id);
                    (ui::button(t(lang, "assessments-start")).large())
                }).inline()),
            }
        }
    }
}

fn mine(desk: &Desk, lists: &Lists<'_>) -> Markup {
    let lang = desk.lang;
    let rows = lists.mine.iter().map(|it| {
        let state = it.state(lists.today);
        if state == State::Draft {
            let come = lists.progress.get(&it.id);
            let words = come.map(|come| {
                with(
                    lang,
                    "assessments-draft-progress",
                    &[("answered", come.answered.into()), ("of", come.of.into())],
                )
            });
            let why = words.unwrap_or_else(|| word(lang, state).to_owned());
            return ui::task(status(state), &resume(it.id, come), &it.template.1, &why);
        }
        let why = format!("{} · {}", word(lang, state), standing(desk, it, lists.today));
        let why = why.trim_end_matches(" · ");
        ui::task(status(state), &format!("/risk-assessments/{}", it.id), &it.template.1, why)
    });
    ui::section(
        t(lang, "assessments-mine"),
        None,
        None,
        html! {
            @if lists.mine.is_empty() { p.hint { (t(lang, "assessments-mine-none")) } }
            @else { (ui::tasks(rows)) }
        },
    )
}

/// One question of a draft.
pub struct Asks<'a> {
    pub it: &'a Attempt,
    pub question: &'a Question,
    pub count: usize,
    /// When the last answer was kept.
    pub saved: Option<Instant>,
    /// A picture was kept as the answer.
    pub picture: bool,
    /// Only this answer is changed; then back to the summary.
    pub change: bool,
}

/// What was answered before, as the form is filled in with it.
pub fn filled(kept: Option<&Answer>) -> Sent {
    kept.map(|it| Sent::of([("answer", &it.value), ("note", &it.note)])).unwrap_or_default()
}

pub fn question(desk: &Desk, asks: &Asks<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, at) = (desk.lang, asks.question.position);
    let fields = Fields::new(lang, invalid);
    let name = asks.it.template.1.as_str();
    let path = place(asks.it.id, at);
    let picture = format!("{path}/picture");
    let filled = Filled {
        value: sent.get("answer").unwrap_or_default(),
        note: sent.get("note").unwrap_or_default(),
        picture: asks.picture.then_some(picture.as_str()),
    };
    let summary = format!("/risk-assessments/{}", asks.it.id);
    let back = match at {
        _ if asks.change => summary,
        1 => "/risk-assessments".to_owned(),
        _ => place(asks.it.id, at - 1),
    };
    let on = if asks.change { "replies-save" } else { "replies-next" };
    desk.own(
        &format!("{}: {name}", asks.question.draft.words),
        html! {
            div.page.ask {
                (progress(lang, name, at, asks.count))
                (fields.summary())
                (ui::form(&path, &desk.key, html! {
                    @if asks.change { input type="hidden" name="change" value="1"; }
                    (ask(&fields, &asks.question.draft, &filled))
                    div.ask-foot {
                        (ui::link(t(lang, "replies-back"), &back).large())
                        (ui::button(t(lang, on)).primary().large())
                    }
                }).multipart())
                (saved(desk, asks.saved))
            }
        },
    )
}

/// Saved state is always in sight.
fn saved(desk: &Desk, at: Option<Instant>) -> Markup {
    let lang = desk.lang;
    let words = match at {
        Some(at) => with(lang, "replies-saved", &[("date", (&desk.moment(at)).into())]),
        None => t(lang, "replies-not-saved").to_owned(),
    };
    html! { p.hint.ask-saved role="status" { (words) " " a href="/risk-assessments" { (t(lang, "replies-later")) } } }
}

/// A draft on one page.
pub struct Draft<'a> {
    pub it: &'a Attempt,
    pub asked: &'a [Question],
    pub answers: &'a Answers,
    pub places: &'a Places,
    /// The rejected attempt that this one begins with.
    pub former: Option<&'a Attempt>,
}

pub fn summary(desk: &Desk, draft: &Draft<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, it) = (desk.lang, draft.it);
    let fields = Fields::new(lang, invalid);
    let open = gaps(draft.asked, draft.answers).len();
    let title = it.template.1.as_str();
    let path = format!("/risk-assessments/{}", it.id);
    let saved_at = draft.answers.values().map(|it| it.at).max();
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "assessments-summary"), html! {
                (ui::link(t(lang, "assessments-own-title"), "/risk-assessments").ghost().icon("arrow-left"))
            }))
            div.page.ask {
                (fields.summary())
                @if let Some(former) = draft.former {
                    (ui::notice(Status::Bad, &with(lang, "assessments-rejected-before", &[("reason", (&former.reason).into())])))
                }
                @if open > 0 {
                    (ui::notice(Status::Soon, &with(lang, "assessments-open", &[("count", open.into())])))
                }
                div #answers tabindex="-1" {
                    (answers(lang, draft.asked, draft.answers,
                        |it| format!("{path}/questions/{}/picture", it.position),
                        |it| Some(format!("{path}/questions/{}?change=1", it.position))))
                }
                (ui::form(&format!("{path}/submission"), &desk.key, html! {
                    (sites(lang, &fields, draft, sent))
                    (ui::button(t(lang, "assessments-submit")).primary().large().block())
                }))
                p.hint { (t(lang, if it.approval { "assessments-submit-review" } else { "assessments-submit-at-once" })) }
                (saved(desk, saved_at))
                (ui::form(&format!("{path}/cancellation"), &desk.key, html! {
                    (ui::button(t(lang, "assessments-cancel")).bad())
                }).inline())
            }
        },
    )
}

/// C-12: the site it is for. Where there is nothing to choose from, it is for none in particular.
fn sites(lang: Lang, fields: &Fields<'_>, draft: &Draft<'_>, sent: &Sent) -> Markup {
    if draft.places.all.is_empty() {
        return html! {};
    }
    let usual = usual(draft.places, draft.it).map(|it| it.to_string()).unwrap_or_default();
    let chosen = match sent.text("site") {
        "" => usual.as_str(),
        site => site,
    };
    let all: Vec<(String, &str)> =
        draft.places.all.iter().map(|it| (it.0.to_string(), it.1.as_str())).collect();
    let answers: Vec<Choice<'_>> = all.iter().map(|it| Choice::new(&it.0, it.1)).collect();
    let chosen = [chosen];
    html! {
        div.ask-big {
            (fields.radios("site", t(lang, "assessments-site-choose"), &answers)
                .hint(t(lang, "assessments-site-hint")).chosen(&chosen))
        }
    }
}

/// What was handed in.
pub struct Done<'a> {
    pub it: &'a Attempt,
    pub asked: &'a [Question],
    pub answers: &'a Answers,
    pub today: Date,
    /// Another draft of the template is under way.
    pub open: bool,
}

pub fn done(desk: &Desk, done: &Done<'_>) -> Markup {
    let (lang, it) = (desk.lang, done.it);
    let title = it.template.1.as_str();
    let path = format!("/risk-assessments/{}", it.id);
    let state = it.state(done.today);
    desk.own(
        title,
        html! {
            (ui::head(title, kind(lang, it.kind), html! {
                (ui::link(t(lang, "assessments-own-title"), "/risk-assessments").ghost().icon("arrow-left"))
            }))
            div.page.ask {
                (ui::verdict(status(state), word(lang, state), &standing(desk, it, done.today)))
                (next(desk, done, state, &path))
                (answers(lang, done.asked, done.answers,
                    |it| format!("{path}/questions/{}/picture", it.position), |_| None))
                @if it.submitted.is_some() { (facts(desk, it)) }
            }
        },
    )
}

/// What can be done about it: revise what was rejected, renew what counts or has counted.
fn next(desk: &Desk, done: &Done<'_>, state: State, path: &str) -> Markup {
    let (lang, it) = (desk.lang, done.it);
    if done.open {
        return html! { p.hint { (t(lang, "assessments-under-way")) } };
    }
    match state {
        State::Rejected if !it.revised => html! {
            (ui::form(&format!("{path}/revision"), &desk.key, html! {
                (ui::button(t(lang, "assessments-revise")).primary().large().block())
            }))
        },
        State::Approved | State::Expired if it.offered => html! {
            (ui::form("/risk-assessments", &desk.key, html! {
                input type="hidden" name="template" value=(it.template.0);
                @let button = ui::button(t(lang, "assessments-renew")).large();
                (if state == State::Expired { button.primary() } else { button })
            }))
        },
        _ => html! {},
    }
}
