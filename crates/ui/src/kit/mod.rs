//! Every part in every state on one page, for development: `/kit`.

mod basics;
mod forms;
mod lists;
mod talk;

use maud::{Markup, html};

use crate::shell::{Frame, document, toasts};

/// The page of all parts.
pub fn page(frame: &Frame<'_>) -> Markup {
    let body = html! {
        main #main {
            h1 { "Gatepass component kit" }
            p.muted { "Every part used in the product. Light and dark, 320 px and up, no inline style, no script needed." }
            div.k-grid {
                (basics::sections(frame))
                (forms::sections(frame))
                (lists::sections(frame))
                (talk::sections(frame))
            }
        }
        (toasts(frame))
    };
    document(frame, "Component kit", "kit", &["desktop.css", "kit.css"], &body)
}

fn part(title: &str, content: Markup) -> Markup {
    html! { section.k-sec { h2 { (title) } (content) } }
}

fn wide(title: &str, content: Markup) -> Markup {
    html! { section."k-sec wide" { h2 { (title) } (content) } }
}
