//! The phone: one task per screen, and a bar of tabs within reach of the thumb.

use maud::{Markup, html};

use super::{Frame, document, menus, toasts};
use crate::{
    icon,
    text::{t, with},
};

/// A tab of the bar. The label is the key of a text.
#[derive(Debug, Clone, Copy)]
pub struct Tab<'a> {
    pub href: &'a str,
    pub icon: &'static str,
    pub label: &'static str,
    /// How many things are to be done there.
    pub to_do: u64,
}

impl<'a> Tab<'a> {
    pub const fn new(href: &'a str, icon: &'static str, label: &'static str) -> Self {
        Self { href, icon, label, to_do: 0 }
    }

    pub const fn to_do(self, to_do: u64) -> Self {
        Self { to_do, ..self }
    }
}

/// A page for the hand. Up to five tabs; none for a page that should be finished first.
pub fn phone(frame: &Frame<'_>, tabs: &[Tab<'_>], title: &str, content: Markup) -> Markup {
    let body = html! {
        header.ph-top {
            (crate::brand("/", t(frame.lang, "ui-brand")))
            span.sp {}
            @if frame.who.is_some() { (menus::bell(frame)) }
            (menus::user(frame))
        }
        main.ph-main #main tabindex="-1" { (content) }
        @if !tabs.is_empty() { (bar(frame, tabs)) }
        (toasts(frame))
    };
    document(frame, title, "ph", &[], &body)
}

fn bar(frame: &Frame<'_>, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav.tabbar aria-label=(t(frame.lang, "ui-main")) {
            @for tab in tabs {
                a href=(tab.href) aria-current=[frame.is_at(tab.href).then_some("page")] {
                    (icon(tab.icon))
                    span { (t(frame.lang, tab.label)) }
                    @if tab.to_do > 0 {
                        span.dot aria-hidden="true" { (tab.to_do) }
                        span.vh { ", " (with(frame.lang, "ui-to-do", &[("count", tab.to_do.into())])) }
                    }
                }
            }
        }
    }
}
