//! The desk: side bar, top bar, room for lists.

use maud::{Markup, html};

use super::{Frame, NavItem, document, menus, paths, toasts};
use crate::{
    icon,
    text::{t, with},
};

/// A page for the desk. It also works on a phone: the side bar then opens from the top bar.
pub fn desktop(frame: &Frame<'_>, title: &str, content: Markup) -> Markup {
    let body = html! {
        (side(frame))
        (top(frame))
        main.main #main tabindex="-1" { (content) }
        (toasts(frame))
        // The search page is its own palette.
        @if !frame.is_at(paths::SEARCH) { (menus::palette(frame)) }
    };
    document(frame, title, "app", &["desktop.css"], &body)
}

fn side(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        nav.side #side aria-label=(t(lang, "ui-main")) popover {
            (crate::brand("/", t(lang, "ui-brand")))
            (menus::organisation(frame))
            (sections(frame))
        }
    }
}

/// The groups of the side bar; also the content of the menu page.
pub(super) fn sections(frame: &Frame<'_>) -> Markup {
    html! {
        @for section in frame.nav {
            @if let Some(title) = section.title { h2 { (t(frame.lang, title)) } }
            ul { @for item in &section.items { li { (line(frame, item)) } } }
        }
    }
}

fn line(frame: &Frame<'_>, item: &NavItem<'_>) -> Markup {
    let key = if item.urgent { "ui-needs-attention" } else { "ui-count-open" };
    html! {
        a.nav href=(item.href) aria-current=[frame.is_at(item.href).then_some("page")] {
            (icon(item.icon))
            span { (t(frame.lang, item.label)) }
            @if let Some(count) = item.count {
                span.count."count--bad"[item.urgent] aria-hidden="true" { (count) }
                span.vh { ", " (with(frame.lang, key, &[("count", count.into())])) }
            }
        }
    }
}

fn top(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        header.top {
            button."btn btn--ghost btn--icon menu-btn" type="button" popovertarget="side" aria-label=(t(lang, "ui-menu")) {
                (icon("menu"))
            }
            noscript { a."btn btn--ghost menu-btn" href=(paths::MENU) { (t(lang, "ui-menu")) } }
            a.cmdk href=(paths::SEARCH) data-palette {
                (icon("search"))
                span { (t(lang, "ui-search-jump")) }
                kbd aria-hidden="true" { "Ctrl K" }
            }
            span.sp {}
            (menus::bell(frame))
            a."btn btn--ghost btn--icon" href=(paths::HELP) aria-label=(t(lang, "ui-help")) title=(t(lang, "ui-help")) {
                (icon("circle-question-mark"))
            }
            (menus::user(frame))
        }
    }
}
