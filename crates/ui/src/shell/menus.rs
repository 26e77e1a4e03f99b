//! What opens from the shells: organisation, notifications, the reader's own menu, search.

use kernel::Lang;
use maud::{Markup, html};

use super::{Frame, Theme, desktop::sections, document, paths};
use crate::{
    button,
    form::hidden_key,
    icon, link,
    text::{t, with},
};

/// The organisation one acts for; a menu when there are several.
pub(super) fn organisation(frame: &Frame<'_>) -> Markup {
    let Some(who) = &frame.who else { return html! {} };
    let label = t(frame.lang, "ui-organisation-switch");
    if let Some(page) = who.switch {
        return html! {
            a.sitesw href=(page) title=(label) {
                (icon("building-2")) span { (who.organisation) } span.vh { ", " (label) } (icon("chevron-down"))
            }
        };
    }
    if who.organisations.is_empty() {
        return html! { div.sitesw { (icon("map-pin")) span { (who.organisation) } } };
    }
    html! {
        button.sitesw type="button" popovertarget="organisations" title=(label) {
            (icon("map-pin"))
            span { (who.organisation) }
            span.vh { ", " (label) }
            (icon("chevron-down"))
        }
        div.menu #organisations popover {
            form method="post" action=(paths::ACCOUNT) {
                (hidden_key(frame.key))
                h2 { (label) }
                @for place in &who.organisations {
                    button type="submit" formaction=(place.action) aria-current=[place.current.then_some("true")] {
                        (icon(if place.current { "check" } else { "building-2" }))
                        (place.name)
                    }
                }
            }
        }
    }
}

pub(super) fn bell(frame: &Frame<'_>) -> Markup {
    let unread = frame.who.as_ref().map_or(0, |who| who.unread);
    let label = match unread {
        0 => t(frame.lang, "ui-notices").to_owned(),
        _ => with(frame.lang, "ui-notices-unread", &[("count", unread.into())]),
    };
    html! {
        a."btn btn--ghost btn--icon bell" href=(paths::NOTICES) aria-label=(label) title=(label) {
            (icon("bell"))
            @if unread > 0 { span.dot aria-hidden="true" { @if unread > 99 { "99+" } @else { (unread) } } }
        }
    }
}

/// The menu behind the reader's own initials, or the way in.
pub(super) fn user(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    let Some(who) = &frame.who else {
        return html! { (link(t(lang, "ui-sign-in"), paths::SIGN_IN).ghost()) };
    };
    html! {
        button.me type="button" popovertarget="you" title=(who.name) {
            span.av { (who.initials) }
            span.vh { ", " (who.name) ", " (t(lang, "ui-you")) }
        }
        div."menu menu--you" #you popover {
            p.whoami { b { (who.name) } small { (who.organisation) } }
            a href=(who.profile) { (icon("id-card")) (t(lang, "ui-profile")) }
            a href=(paths::ACCOUNT) { (icon("circle-user-round")) (t(lang, "ui-account")) }
            h2 { (t(lang, "ui-language")) }
            (languages(frame))
            h2 { (t(lang, "ui-theme")) }
            (themes(frame))
            form method="post" action=(paths::SIGN_OUT) {
                (hidden_key(frame.key))
                button type="submit" { (icon("log-out")) (t(lang, "ui-sign-out")) }
            }
        }
    }
}

/// Links to this page in each language, each named in itself.
pub(super) fn languages(frame: &Frame<'_>) -> Markup {
    html! {
        div.langs {
            @for lang in Lang::ALL {
                a href=(frame.in_language(lang)) lang=(lang.code()) hreflang=(lang.code())
                    aria-current=[(lang == frame.lang).then_some("true")] {
                    (icon(if lang == frame.lang { "check" } else { "languages" }))
                    (lang.name())
                }
            }
        }
    }
}

fn themes(frame: &Frame<'_>) -> Markup {
    const FACES: [(Theme, &str, &str); 3] = [
        (Theme::System, "monitor", "ui-theme-system"),
        (Theme::Light, "sun", "ui-theme-light"),
        (Theme::Dark, "moon", "ui-theme-dark"),
    ];
    html! {
        form.themes method="post" action=(paths::THEME) data-theme-form {
            (hidden_key(frame.key))
            @for (theme, face, key) in FACES {
                button type="submit" name="theme" value=(theme.code()) aria-pressed=(theme == frame.theme) {
                    (icon(face)) (t(frame.lang, key))
                }
            }
        }
    }
}

/// Search from anywhere. The results come from the search page.
pub(super) fn palette(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    html! {
        dialog.palette #palette aria-label=(t(lang, "ui-search-jump")) {
            form method="get" action=(paths::SEARCH) role="search" {
                label.vh for="palette-q" { (t(lang, "ui-search-jump")) }
                input.in #palette-q name="q" type="search" placeholder=(t(lang, "ui-search-hint"))
                    autocomplete="off" aria-describedby="palette-keys";
            }
            div #results aria-live="polite" {}
            p.keys #palette-keys { (t(lang, "ui-search-keys")) }
            form method="dialog" { (button(t(lang, "ui-close")).ghost()) }
        }
    }
}

/// The whole menu as a page of its own, for browsers that cannot open it in place.
pub fn menu_page(frame: &Frame<'_>) -> Markup {
    let lang = frame.lang;
    let body = html! {
        header.ph-top { (crate::brand("/", t(lang, "ui-brand"))) span.sp {} (user(frame)) }
        main.ph-main #main { h1 { (t(lang, "ui-menu")) } nav."side side--page" aria-label=(t(lang, "ui-main")) { (sections(frame)) } }
    };
    document(frame, t(lang, "ui-menu"), "ph", &[], &body)
}
