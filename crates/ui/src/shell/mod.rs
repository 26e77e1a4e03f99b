//! The frame around a page: who is reading, in which language and colours, and where else they can go.

mod desktop;
mod error;
mod menus;
mod phone;
mod plain;
mod print;

use kernel::Lang;
use maud::{DOCTYPE, Markup, html};

use crate::{assets, text::t};

pub use self::{
    desktop::desktop,
    error::error,
    menus::menu_page,
    phone::{Tab, phone},
    plain::plain,
    print::print,
};

/// The addresses the shells lead to. The server must answer them.
pub mod paths {
    /// Search, `GET ?q=`; its results are the part `#results`.
    pub const SEARCH: &str = "/search";
    /// The whole menu as a page, for browsers that cannot open it in place.
    pub const MENU: &str = "/menu";
    pub const NOTICES: &str = "/notices";
    pub const HELP: &str = "/help";
    pub const ACCOUNT: &str = "/account";
    pub const SIGN_IN: &str = "/sign-in";
    /// POST.
    pub const SIGN_OUT: &str = "/sign-out";
    /// POST `theme=system|light|dark`.
    pub const THEME: &str = "/theme";
}

/// The reader's choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The code of the cookie, the form and the `data-theme` attribute.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a shell needs to know about the request and its reader.
#[derive(Clone)]
pub struct Frame<'a> {
    pub lang: Lang,
    pub theme: Theme,
    /// The idempotency key of this page's forms.
    pub key: &'a str,
    /// Path and query of this page, beginning with `/`.
    pub path: &'a str,
    pub nav: &'a [NavSection<'a>],
    /// Absent when nobody is signed in.
    pub who: Option<Who<'a>>,
    /// Messages about what was just done, made by [`toast`](crate::toast).
    pub toasts: Markup,
}

impl<'a> Frame<'a> {
    /// For readers who are not signed in, and for tests.
    pub fn new(lang: Lang, path: &'a str, key: &'a str) -> Self {
        Self { lang, theme: Theme::System, key, path, nav: &[], who: None, toasts: html! {} }
    }

    /// This page in another language.
    fn in_language(&self, lang: Lang) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((self.path, ""));
        let kept = query.split('&').filter(|it| !it.is_empty() && !it.starts_with("lang="));
        let mut address = format!("{path}?");
        for pair in kept {
            address.push_str(pair);
            address.push('&');
        }
        address + "lang=" + lang.code()
    }

    /// Whether `href` is where the reader is now: this page or one beneath it.
    fn is_at(&self, href: &str) -> bool {
        let here = self.path.split('?').next().unwrap_or_default();
        let href = href.split('?').next().unwrap_or_default();
        here == href
            || (href != "/" && here.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// A group of the side bar. The title is the key of a text.
#[derive(Debug, Clone)]
pub struct NavSection<'a> {
    pub title: Option<&'static str>,
    pub items: Vec<NavItem<'a>>,
}

impl<'a> NavSection<'a> {
    /// The group on top, which needs no title.
    pub fn untitled(items: Vec<NavItem<'a>>) -> Self {
        Self { title: None, items }
    }

    pub fn new(title: &'static str, items: Vec<NavItem<'a>>) -> Self {
        Self { title: Some(title), items }
    }
}

/// A line of the side bar. The label is the key of a text.
#[derive(Debug, Clone, Copy)]
pub struct NavItem<'a> {
    pub href: &'a str,
    pub icon: &'static str,
    pub label: &'static str,
    pub count: Option<u64>,
    /// The count is of things that must not wait.
    pub urgent: bool,
}

impl<'a> NavItem<'a> {
    pub const fn new(href: &'a str, icon: &'static str, label: &'static str) -> Self {
        Self { href, icon, label, count: None, urgent: false }
    }

    /// How many things wait there. Zero is not shown.
    pub const fn count(self, count: u64) -> Self {
        Self { count: if count == 0 { None } else { Some(count) }, ..self }
    }

    pub const fn urgent(self) -> Self {
        Self { urgent: true, ..self }
    }
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct Who<'a> {
    pub name: &'a str,
    pub initials: &'a str,
    /// The name of the organisation, company or site they act for.
    pub organisation: &'a str,
    /// Where else they could act; empty when there is no choice.
    pub organisations: Vec<Place<'a>>,
    /// The page to change organisation on, when there are others.
    pub switch: Option<&'a str>,
    /// Their own passport.
    pub profile: &'a str,
    /// Unread messages.
    pub unread: u64,
}

/// An organisation or site to change to, and the address (POST) that does it.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub name: &'a str,
    pub action: &'a str,
    pub current: bool,
}

/// `<html>` around a shell, with the style sheets it needs beside the common one.
pub(crate) fn document(
    frame: &Frame<'_>,
    title: &str,
    class: &str,
    sheets: &[&str],
    body: &Markup,
) -> Markup {
    let theme = (frame.theme != Theme::System).then(|| frame.theme.code());
    html! {
        (DOCTYPE)
        html lang=(frame.lang.code()) dir=(frame.lang.dir()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                meta name="theme-color" content="#f5f7fa" media="(prefers-color-scheme: light)";
                meta name="theme-color" content="#0b0f14" media="(prefers-color-scheme: dark)";
                title { (title) " – " (t(frame.lang, "ui-brand")) }
                link rel="stylesheet" href=(assets::url("app.css"));
                @for sheet in sheets { link rel="stylesheet" href=(assets::url(sheet)); }
                link rel="icon" type="image/svg+xml" href=(assets::url("mark.svg"));
                script type="module" src=(assets::url("app.js")) {}
            }
            body class=(class) {
                a.skip href="#main" { (t(frame.lang, "ui-skip")) }
                (body)
            }
        }
    }
}

/// The live region for messages. It is always there, so that a message put into it is read out.
pub(crate) fn toasts(frame: &Frame<'_>) -> Markup {
    html! { div.toasts #toasts role="status" aria-live="polite" { (frame.toasts) } }
}
