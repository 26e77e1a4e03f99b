//! Pages that say no: what happened and what to do, in two sentences.

use maud::{Markup, html};

use super::{Frame, plain};
use crate::text::t;

/// A refusal. `action` is the words and the address of the way on; without one the way leads home.
///
/// `status` is the HTTP status. It is shown small, for whoever is asked for help on the phone.
pub fn error(
    frame: &Frame<'_>,
    status: u16,
    title: &str,
    words: &str,
    action: Option<(&str, &str)>,
) -> Markup {
    let (label, href) = action.unwrap_or((t(frame.lang, "error-home"), "/"));
    let content = html! {
        div.refusal {
            h1 { (title) }
            p { (words) }
            p { (crate::link(label, href).primary().large()) }
            p.hint { (status) }
        }
    };
    plain(frame, title, content)
}
