//! The smallest parts: icons, plain labels, counts, initials, the mark of the product.

use maud::{Markup, html};

use crate::assets;

/// A line icon by its Lucide name, as listed in `web/icons.txt`. It is decoration: the words next to it speak.
pub fn icon(name: &str) -> Markup {
    html! {
        svg.i aria-hidden="true" { use href={ (assets::url("icons.svg")) "#" (name) } {} }
    }
}

/// A plain label. It is not a status, so it has neither shape nor colour.
pub fn tag(words: &str) -> Markup {
    html! { span.tag { (words) } }
}

/// A number in a small pill, next to what it counts.
pub fn count(number: u64) -> Markup {
    html! { span.count { (number) } }
}

/// The initials of somebody whose name stands next to them.
pub fn avatar(initials: &str) -> Markup {
    html! { span.av aria-hidden="true" { (initials) } }
}

/// As [`avatar`], for the head of a page about one person.
pub fn avatar_large(initials: &str) -> Markup {
    html! { span."av av--lg" aria-hidden="true" { (initials) } }
}

/// The mark and the name of the product, leading home.
pub fn brand(href: &str, name: &str) -> Markup {
    html! {
        a.brand href=(href) {
            svg.mark viewBox="0 0 24 24" aria-hidden="true" {
                rect.p width="24" height="24" rx="6.5" {}
                path.k d="M6 12.6l4 4L18.2 7.8" {}
            }
            (name)
        }
    }
}
