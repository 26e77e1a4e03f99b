//! Where somebody or something stands: always a shape and a word, never colour alone.

use kernel::Lang;
use maud::{Markup, PreEscaped, html};

use crate::{assets, text};

/// The states that have a shape of their own. The shapes are used for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// A disc with a tick.
    Ok,
    /// A triangle: still good, but not for long.
    Soon,
    /// An octagon with a cross.
    Bad,
    /// A clock ring: the reader waits for somebody.
    Review,
    /// A dashed ring: nothing has happened yet.
    None,
    /// A square with a dash: not asked of this person.
    Waived,
    /// A disc with a slash: kept out by a person's decision.
    Blocked,
}

impl Status {
    pub const ALL: [Self; 7] =
        [Self::Ok, Self::Soon, Self::Review, Self::Bad, Self::None, Self::Waived, Self::Blocked];

    /// The usual word for it. A page that knows better says so with its own.
    pub fn word(self, lang: Lang) -> &'static str {
        let key = match self {
            Self::Ok => "ui-status-ok",
            Self::Soon => "ui-status-soon",
            Self::Bad => "ui-status-bad",
            Self::Review => "ui-status-review",
            Self::None => "ui-status-none",
            Self::Waived => "ui-status-waived",
            Self::Blocked => "ui-status-blocked",
        };
        text::t(lang, key)
    }

    /// The class that gives the colours: `is-ok` and so on.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Ok => "is-ok",
            Self::Soon => "is-soon",
            Self::Bad | Self::Blocked => "is-bad",
            Self::Review => "is-rev",
            Self::None | Self::Waived => "is-none",
        }
    }

    const fn symbol(self) -> &'static str {
        match self {
            Self::Ok => "s-ok",
            Self::Soon => "s-soon",
            Self::Bad => "s-bad",
            Self::Review => "s-rev",
            Self::None => "s-none",
            Self::Waived => "s-waived",
            Self::Blocked => "s-blocked",
        }
    }
}

/// The shape alone, in the text's colour. The word must stand next to it.
pub fn shape(status: Status) -> Markup {
    html! {
        svg.sh aria-hidden="true" { use href={ (assets::url("icons.svg")) "#" (status.symbol()) } {} }
    }
}

/// As [`shape`], drawn into the page itself: for the pass, the gate and prints, which must never miss it.
pub fn shape_drawn(status: Status) -> Markup {
    const SHAPES: &str = include_str!("../web/src/shapes.svg");
    let start = format!("<symbol id=\"{}\" viewBox=\"0 0 24 24\">", status.symbol());
    let drawing = SHAPES.split_once(&start).and_then(|(_, rest)| rest.split_once("</symbol>"));
    html! {
        svg.sh viewBox="0 0 24 24" aria-hidden="true" {
            (PreEscaped(drawing.map_or("", |(inside, _)| inside.trim())))
        }
    }
}

/// Shape and word in a pill: `chip(Status::Ok, Status::Ok.word(lang))`.
pub fn chip(status: Status, words: &str) -> Markup {
    html! { span.chip.(status.class()) { (shape(status)) (words) } }
}

/// As [`chip`], where it is the main thing to see.
pub fn chip_large(status: Status, words: &str) -> Markup {
    html! { span.chip."chip--lg".(status.class()) { (shape(status)) (words) } }
}

/// One requirement in a [`meter`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Met,
    /// Met, but ending soon.
    Soon,
    /// Waiting for somebody's check.
    Waiting,
    /// Not met, and it should be.
    Missing,
    /// Not begun.
    Open,
}

/// How many requirements are met: a cell for each, and the numbers in words.
pub fn meter(lang: Lang, cells: &[Cell]) -> Markup {
    let met = cells.iter().filter(|it| matches!(it, Cell::Met | Cell::Soon)).count();
    let width = 64.0 / f64::from(u32::try_from(cells.len().max(1)).unwrap_or(u32::MAX));
    let bar = (width - 2.0).max(0.5);
    html! {
        span.meter {
            svg viewBox="0 0 64 6" preserveAspectRatio="none" aria-hidden="true" {
                @for (cell, place) in cells.iter().zip(0_u32..) {
                    rect.(cell_class(*cell)) x=(format!("{:.2}", width * f64::from(place))) y="0"
                        width=(format!("{bar:.2}")) height="6" rx="1.5" {}
                }
            }
            span { (text::with(lang, "ui-meter", &[("met", met.into()), ("total", cells.len().into())])) }
        }
    }
}

const fn cell_class(cell: Cell) -> &'static str {
    match cell {
        Cell::Met => "on",
        Cell::Soon => "so",
        Cell::Waiting => "wa",
        Cell::Missing => "no",
        Cell::Open => "off",
    }
}
