//! For people who are not signed in: the mark, the choice of language, one thing to do.

use maud::{Markup, html};

use super::{Frame, document, menus, toasts};
use crate::text::t;

/// A page without navigation. The language is chosen before anything else, without an account.
pub fn plain(frame: &Frame<'_>, title: &str, content: Markup) -> Markup {
    let body = html! {
        header.ph-top {
            (crate::brand("/", t(frame.lang, "ui-brand")))
            span.sp {}
            nav.langbar aria-label=(t(frame.lang, "ui-language")) { (menus::languages(frame)) }
        }
        main.ph-main #main tabindex="-1" { (content) }
        (toasts(frame))
    };
    document(frame, title, "ph plain", &[], &body)
}
