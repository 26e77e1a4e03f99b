//! Type, status, buttons, small parts.

use maud::{Markup, html};

use super::{part, wide};
use crate::{
    Cell, Frame, Status, avatar, avatar_large, button, chip, chip_large, count, icon, link, meter,
    shape_drawn, tag,
};

pub(super) fn sections(frame: &Frame<'_>) -> Markup {
    html! { (typography()) (status(frame)) (buttons()) (small()) (icons()) }
}

fn typography() -> Markup {
    part(
        "Type",
        html! {
            p.k-t3 { "32 Pass state" }
            p.k-t2 { "24 Page title" }
            p.k-t1 { "20 Section" }
            p.k-lg { "16 Phone body and inputs" }
            p { "14 Desktop body" }
            p.k-sm { "13 Dense table and filters" }
            p."k-xs muted" { "12 Meta, desktop only" }
        },
    )
}

fn status(frame: &Frame<'_>) -> Markup {
    use Cell::{Met, Missing, Open, Soon, Waiting};
    let lang = frame.lang;
    part(
        "Status: shape, word, colour",
        html! {
            div.k-row { @for it in Status::ALL { (chip(it, it.word(lang))) } }
            div.k-row { @for it in Status::ALL { (chip_large(it, it.word(lang))) } }
            p.hint { "Disc, triangle, clock ring, octagon, dashed ring, square, slashed disc: told apart with no colour at all." }
            div.k-row."k-drawn" { @for it in Status::ALL { span.(it.class()) { (shape_drawn(it)) } } }
            div.k-row {
                (meter(lang, &[Met, Met, Met, Met, Waiting, Missing, Missing]))
                (meter(lang, &[Met, Met, Met, Soon]))
                (meter(lang, &[Open, Open, Open, Open]))
            }
        },
    )
}

fn buttons() -> Markup {
    part(
        "Buttons",
        html! {
            div.k-row {
                (button("Send reminder").primary().icon("send"))
                (button("Assign package"))
                (button("Clear all").ghost())
                (button("Deactivate").bad())
                (button("More").icon_only("ellipsis"))
                (link("A link", "#main"))
            }
            (button("Continue training").primary().large().block().icon("play"))
            (button("Stop for today").large().block())
        },
    )
}

fn small() -> Markup {
    part(
        "Small parts",
        html! {
            div.k-row { (tag("From site rules")) (count(12)) (avatar("DO")) (avatar_large("MK")) kbd { "Ctrl K" } }
        },
    )
}

fn icons() -> Markup {
    let names = include_str!("../../web/icons.txt").split_whitespace();
    wide(
        "Icons",
        html! { div.k-row { @for name in names { span.k-icon title=(name) { (icon(name)) } } } },
    )
}
