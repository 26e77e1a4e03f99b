//! Fields in every state.

use kernel::Invalid;
use maud::{Markup, html};

use super::{part, wide};
use crate::{
    Answer, Choice, Fields, Frame, Step, answers, button, copy_link, drop_zone, form,
    save_or_cancel, stepper, switch_row, tag, upload_row,
};

const TRADES: [Choice<'static>; 3] = [
    Choice::new("scaffolder", "Scaffolder"),
    Choice::new("electrician", "Electrician").hint("Also for fitters under supervision"),
    Choice::new("roofer", "Roofer"),
];

pub(super) fn sections(frame: &Frame<'_>) -> Markup {
    html! { (fields(frame)) (problems(frame)) (ticks(frame)) (switches(frame)) (steps(frame)) (files(frame)) }
}

fn fields(frame: &Frame<'_>) -> Markup {
    let none = Invalid::default();
    let fields = Fields::new(frame.lang, &none);
    part(
        "Fields",
        html! {
            (form("/kit", frame.key, html! {
                (fields.text("name", "Package name").hint("You will look for it by this name").value("Harbour Gate scaffolders"))
                (fields.email("email", "E-mail"))
                (fields.phone("phone", "Mobile phone").optional())
                (fields.password("password", "Password"))
                (fields.number("people", "People").value("40"))
                (fields.select("site", "Site", &[("1", "Harbour Gate"), ("2", "North Yard")]))
                (fields.textarea("notes", "Notes").optional().maxlength(500))
                (fields.date("until", "Valid until").hint("As on the card, for example 3 11 2027"))
                (fields.validity("holds", "Valid for").value("yearly:03-31"))
                (fields.file("photo", "Photo", "image/*").optional())
                (save_or_cancel("Save", "Cancel", "#main"))
            }))
        },
    )
}

fn problems(frame: &Frame<'_>) -> Markup {
    let mut invalid = Invalid::one("card", "error-required");
    invalid.add("ends", "error-date-past");
    invalid.add("role", "error-choice");
    let fields = Fields::new(frame.lang, &invalid);
    part(
        "Problems",
        html! {
            (fields.summary())
            (form("/kit", frame.key, html! {
                (fields.text("card", "Card number").hint("On the back"))
                (fields.date("ends", "Expires on").value("3", "11", "2025"))
                (fields.radios("role", "Trade", &TRADES))
                (button("Send").primary())
            }))
        },
    )
}

fn ticks(frame: &Frame<'_>) -> Markup {
    let none = Invalid::default();
    let fields = Fields::new(frame.lang, &none);
    part(
        "Answers to tick",
        html! {
            (fields.radios("trade", "Trade", &TRADES).chosen(&["electrician"]))
            (fields.checkboxes("sites", "Sites", &[Choice::new("1", "Harbour Gate"), Choice::new("2", "North Yard")]).chosen(&["2"]).inline())
            (fields.checkbox("agree", "I have read the site rules").on(true))
            (fields.switch("remind", "Remind by e-mail").hint("30, 14, 7 and 1 day before").on(true))
        },
    )
}

fn switches(frame: &Frame<'_>) -> Markup {
    part(
        "Switches that act at once",
        html! {
            div {
                (switch_row("portal", "Contractor portal", "/kit", frame.key).hint("Can sign in and see own jobs").on(true))
                (switch_row("alerts", "Gate alerts", "/kit", frame.key))
                (switch_row("access", "Profile access", "/kit", frame.key).barred("Add an e-mail address first"))
            }
            (copy_link(frame.lang, "share", "Link for contractors", "https://gate.example/contractor/onboard?t=7Q4K2M"))
        },
    )
}

fn steps(frame: &Frame<'_>) -> Markup {
    let steps = ["Sites", "Details", "Courses", "Certificates", "Risk", "Review"]
        .map(|label| Step { label, href: Some("#main") });
    let all = [
        Answer {
            question: "Sites",
            answer: html! { "Harbour Gate, North Yard" },
            change: Some("#main"),
        },
        Answer {
            question: "Courses",
            answer: html! { "Site induction " (tag("From site rules")) },
            change: Some("#main"),
        },
        Answer {
            question: "Limits",
            answer: html! { "Until 31 Mar 2027, 40 people" },
            change: None,
        },
    ];
    html! {
        (wide("Stepper", stepper(frame.lang, &steps, 2)))
        (wide("Check your answers", answers(frame.lang, &all)))
    }
}

fn files(frame: &Frame<'_>) -> Markup {
    let remove = html! { (button("Remove cscs-front.jpg").ghost().icon_only("x")) };
    part(
        "Camera and upload",
        html! {
            (drop_zone(frame.lang, "front", "Photo of the front of your card", "All four corners, no glare", "image/*,application/pdf"))
            (upload_row(frame.lang, "cscs-front.jpg", "420 KB of 1.1 MB, waiting for signal", Some(38), Some(remove)))
            (upload_row(frame.lang, "cscs-back.jpg", "Sent", None, None))
        },
    )
}
