//! What lies above the page for a moment: dialogs and menus. And what is handed on: links and codes.

use kernel::Lang;
use maud::{Markup, PreEscaped, html};

use crate::{Button, button, icon, text::t};

/// A question that must be answered first. It is opened by [`Button::shows`] and closed by [`Button::closes`].
pub fn dialog(lang: Lang, id: &str, title: &str, content: Markup) -> Markup {
    html! {
        dialog.dialog id=(id) aria-labelledby={ (id) "-title" } {
            header {
                h2 id={ (id) "-title" } { (title) }
                (button(t(lang, "ui-close")).ghost().icon_only("x").closes(id))
            }
            (content)
        }
    }
}

/// A button and the menu it opens; the menu holds [`menu_link`]s and [`menu_button`]s.
pub fn menu(id: &str, opener: Button<'_>, content: Markup) -> Markup {
    html! {
        (opener.opens(id))
        div.menu id=(id) popover { (content) }
    }
}

/// The three dots that open what is rarely wanted.
pub fn menu_more(lang: Lang, id: &str, content: Markup) -> Markup {
    html! {
        (button(t(lang, "ui-more")).icon_only("ellipsis").opens(id))
        div.menu id=(id) popover { (content) }
    }
}

/// A line of a menu that goes somewhere.
pub fn menu_link(face: &'static str, words: &str, href: &str) -> Markup {
    html! { a href=(href) { (icon(face)) (words) } }
}

/// A line of a menu that does something: a button of the form it stands in, sent to `action`.
pub fn menu_button(face: &'static str, words: &str, action: &str) -> Markup {
    html! { button type="submit" formaction=(action) { (icon(face)) (words) } }
}

/// As [`menu_button`], for what takes something away.
pub fn menu_button_bad(face: &'static str, words: &str, action: &str) -> Markup {
    html! { button.bad type="submit" formaction=(action) { (icon(face)) (words) } }
}

/// Search results for the palette and the search page: the part `#results`. Groups of links under titles.
pub fn results(groups: &[(&str, Vec<Markup>)]) -> Markup {
    html! {
        div #results aria-live="polite" {
            @for (title, links) in groups {
                div.menu {
                    h2 { (title) }
                    @for it in links { (it) }
                }
            }
        }
    }
}

/// A link to hand on: it can be selected by hand, or copied by the button.
pub fn copy_link(lang: Lang, id: &str, label: &str, address: &str) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            div.copy {
                input.in id=(id) type="text" value=(address) readonly;
                button."btn btn--sec" type="button" data-copy=(id) data-done=(t(lang, "ui-copied")) aria-live="polite" {
                    (icon("copy")) span data-word { (t(lang, "ui-copy")) }
                }
            }
        }
    }
}

/// A QR code from a ready SVG text, on white in both themes because scanners need it so.
///
/// `label` says what the code is; `code` is what a person can type instead.
pub fn qr(svg: &str, label: &str, code: &str) -> Markup {
    // Only the picture itself: an XML head has no place inside a page.
    let picture = svg.find("<svg").map_or("", |start| &svg[start..]);
    html! {
        figure.qr {
            div.code role="img" aria-label=(label) { (PreEscaped(picture)) }
            @if !code.is_empty() { figcaption.hum { (code) } }
        }
    }
}
