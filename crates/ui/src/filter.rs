//! Above a list: views as tabs, the search box, and what the list is narrowed to.

use kernel::Lang;
use maud::{Markup, html};

use crate::{
    Status, button, icon, link, shape,
    text::{t, with},
};

/// A ready-made question to a list, with the number of its answers.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub href: &'a str,
    pub label: &'a str,
    pub count: Option<u64>,
    pub status: Option<Status>,
    pub current: bool,
}

impl<'a> View<'a> {
    pub const fn new(href: &'a str, label: &'a str) -> Self {
        Self { href, label, count: None, status: None, current: false }
    }

    pub const fn count(self, count: u64) -> Self {
        Self { count: Some(count), ..self }
    }

    pub const fn status(self, status: Status) -> Self {
        Self { status: Some(status), ..self }
    }

    pub const fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }
}

/// Tabs that are links. `swap` names the parts that change, usually `#views #list`; the tabs are `#views`.
pub fn views(lang: Lang, swap: &str, views: &[View<'_>]) -> Markup {
    html! {
        nav.views #views aria-label=(t(lang, "ui-views")) {
            @for view in views {
                a href=(view.href) data-swap=(swap) class=[view.status.map(Status::class)]
                    aria-current=[view.current.then_some("page")] {
                    @if let Some(status) = view.status { (shape(status)) }
                    (view.label)
                    @if let Some(count) = view.count { (crate::count(count)) }
                }
            }
        }
    }
}

/// Tabs between the pages about one thing. Unlike [`views`] they lead to whole pages.
pub fn tabs(label: &str, tabs: &[View<'_>]) -> Markup {
    html! {
        nav.views aria-label=(label) {
            @for tab in tabs {
                a href=(tab.href) class=[tab.status.map(Status::class)]
                    aria-current=[tab.current.then_some("page")] {
                    @if let Some(status) = tab.status { (shape(status)) }
                    (tab.label)
                    @if let Some(count) = tab.count { (crate::count(count)) }
                }
            }
        }
    }
}

/// The bar around search box and filters: a GET form that sends itself while typing. What stands in it follows
/// every swap of the list, except the box.
pub fn filters(lang: Lang, action: &str, swap: &str, content: Markup) -> Markup {
    html! {
        form.filters role="search" method="get" action=(action) data-swap=(swap) data-live data-along
            aria-label=(t(lang, "ui-filter")) {
            (content)
            noscript { (button(t(lang, "ui-apply"))) }
        }
    }
}

/// The box to search a list with. It says what can be searched for.
pub fn search_box(name: &str, label: &str, value: &str) -> Markup {
    html! {
        div.search data-stays {
            (icon("search"))
            label.vh for=(name) { (label) }
            input."in in--search" id=(name) name=(name) type="search" value=(value) placeholder=(label)
                autocomplete="off" enterkeyhint="search";
        }
    }
}

/// A filter that is on, and the link that takes it away. Put a [`filter_keep`] beside it, or the
/// next search forgets it.
pub fn filter_on(lang: Lang, name: &str, value: &str, without: &str, swap: &str) -> Markup {
    let remove = with(lang, "ui-filter-remove", &[("name", name.into()), ("value", value.into())]);
    html! {
        span."fchip fchip--on" {
            span { (name) ": " b { (value) } }
            a.x href=(without) data-swap=(swap) aria-label=(remove) title=(remove) { (icon("x")) }
        }
    }
}

/// Keeps a filter that is on, or the chosen view or order, when the bar's form is sent.
pub fn filter_keep(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// A filter that is off: a button that opens a menu of links, or of fields that belong to the bar's form.
pub fn filter_menu(id: &str, name: &str, menu: Markup) -> Markup {
    html! {
        button.fchip type="button" popovertarget=(id) { (icon("plus")) (name) }
        div.menu id=(id) popover { (menu) }
    }
}

/// Takes every filter away at once.
pub fn filters_clear(lang: Lang, href: &str, swap: &str) -> Markup {
    html! { (link(t(lang, "ui-clear-all"), href).ghost().swap(swap)) }
}
