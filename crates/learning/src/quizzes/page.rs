//! What a quiz looks like on the phone: how it goes, one question at a time, and what came of it.
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, Status};

use super::model::{Drawn, Graded, Stand, Try};
use crate::attempts::model::Step;
use crate::lessons::page::OWN;
use crate::questions::model::{Kind, Question};
use crate::questions::page::choice_words;

/// The quiz of a step at an address.
pub fn show(
    desk: &Desk,
    (step, here): (&Step, &str),
    stand: &Stand,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    if let Some((it, drawn, question)) = stand.open() {
        let total = stand.drawn.len();
        return ask(desk, here, (it, drawn, question, total), (sent, invalid));
    }
    html! {
        @if let Some((number, graded)) = stand.last().and_then(|it| it.graded.map(|graded| (it.number, graded))) {
            (result(desk.lang, step, stand, (number, graded)))
        } @else {
            (rules(desk.lang, step))
        }
        @if !stand.is_passed() { (go(desk, here, stand)) }
    }
}

fn rules(lang: Lang, step: &Step) -> Markup {
    let quiz = step.lesson.quiz;
    html! {
        ul.rules {
            li { (with(lang, "quizzes-rule-questions", &[("count", step.lesson.drawn().into())])) }
            li { (with(lang, "quizzes-rule-pass", &[("percent", quiz.pass.into())])) }
            li {
                @if quiz.tries == 0 { (t(lang, "quizzes-rule-free")) }
                @else { (with(lang, "quizzes-rule-tries", &[("count", quiz.tries.into())])) }
            }
            li { (t(lang, "quizzes-rule-saved")) }
        }
    }
}

/// The way into a try, as long as there is one.
fn go(desk: &Desk, here: &str, stand: &Stand) -> Markup {
    let lang = desk.lang;
    let words = if stand.tries.is_empty() { "quizzes-start" } else { "quizzes-again" };
    html! {
        @if stand.may_try() {
            @if let Some(left) = stand.left.filter(|_| !stand.tries.is_empty()) {
                p.hint { (with(lang, "quizzes-left", &[("count", left.into())])) }
            }
            form.form method="post" action={ (here) "/tries" } data-keep {
                input type="hidden" name="_key" value=(desk.key);
                (ui::button(t(lang, words)).primary().large().block())
            }
        } @else {
            (ui::notice(Status::Bad, t(lang, "quizzes-used-up-words")))
        }
    }
}

/// One question. Nothing on the page says which answer is right: answers are named by where they stand.
fn ask(
    desk: &Desk,
    here: &str,
    (it, drawn, question, total): (&Try, &Drawn, &Question, usize),
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let kind = if question.kind == Kind::Multiple { "checkbox" } else { "radio" };
    let place = [("at", drawn.position.into()), ("total", total.into())];
    let same = sent.text("place") == drawn.position.to_string();
    html! {
        form.form."question" method="post" action={ (here) "/answers" } data-keep novalidate {
            input type="hidden" name="_key" value=(desk.key);
            input type="hidden" name="try" value=(it.number);
            input type="hidden" name="place" value=(drawn.position);
            p.hint { (with(lang, "quizzes-question", &place)) }
            @if let Some(file) = question.file {
                img src={ (OWN) "/" (file) } alt=(t(lang, "quizzes-picture"));
            }
            fieldset.field aria-describedby=[invalid.get("choice").map(|_| "choice-error")] {
                legend.asked { (question.words) }
                @if question.kind == Kind::Multiple { span.hint { (t(lang, "quizzes-several")) } }
                @if let Some(problem) = invalid.get("choice") {
                    span.err #choice-error { (ui::shape(Status::Bad)) span { (t(lang, problem)) } }
                }
                div.choices.pictured[question.kind == Kind::Pictures] {
                    @for (at, number) in drawn.shown.iter().enumerate() {
                        @if let Some(choice) = question.choices.iter().find(|it| it.position == *number) {
                            @let id = if at == 0 { "choice".to_owned() } else { format!("choice-{at}") };
                            @let value = (at + 1).to_string();
                            label.check for=(id) {
                                input class=(if kind == "radio" { "rd" } else { "ck" }) type=(kind) id=(id) name="choice"
                                    value=(value) checked[same && sent.each("choice").any(|it| it == value)];
                                @match choice.file {
                                    Some(file) => { img src={ (OWN) "/" (file) } alt=(choice.words); },
                                    None => { span { (choice_words(lang, question.kind, choice)) } },
                                }
                            }
                        }
                    }
                }
            }
            (ui::button(t(lang, "quizzes-answer")).primary().large().block())
        }
    }
}

/// What came of the last try, and which questions were answered wrongly.
fn result(lang: Lang, step: &Step, stand: &Stand, (number, graded): (i64, Graded)) -> Markup {
    let wrong: Vec<&Question> =
        stand.drawn.iter().filter(|it| it.0.right == Some(false)).map(|it| &it.1).collect();
    let args = [("percent", graded.score.into()), ("pass", step.lesson.quiz.pass.into())];
    let (status, title) = if graded.passed {
        (Status::Ok, t(lang, "quizzes-passed"))
    } else {
        (Status::Bad, t(lang, "quizzes-failed"))
    };
    html! {
        (ui::verdict(status, title, &with(lang, "quizzes-score", &args)))
        p.hint { (with(lang, "quizzes-try", &[("number", number.into())])) }
        @if !wrong.is_empty() {
            (ui::section(t(lang, "quizzes-wrong"), u64::try_from(wrong.len()).ok(), None, html! {
                ul.wrong {
                    @for it in wrong {
                        li {
                            b { (it.words) }
                            @if step.lesson.quiz.explains && !it.explanation.is_empty() { p { (it.explanation) } }
                        }
                    }
                }
            }))
        }
    }
}
