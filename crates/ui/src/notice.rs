//! What the product says by itself: notices that stay, toasts that leave, and empty lists.

use kernel::Lang;
use maud::{Markup, html};

use crate::{
    Status,
    form::hidden_key,
    icon, shape,
    text::{t, with},
};

/// A sentence the reader should know, with its status. It stays.
pub fn notice(status: Status, words: &str) -> Markup {
    notice_with(status, words, html! {})
}

/// As [`notice`], with something to do about it.
pub fn notice_with(status: Status, words: &str, action: Markup) -> Markup {
    html! { div.note.(status.class()) { (shape(status)) span { (words) } (action) } }
}

/// What was just done. It leaves after ten seconds, and goes into [`Frame::toasts`](crate::Frame).
pub fn toast(words: &str) -> Markup {
    html! { div.toast { (shape(Status::Ok)) span { (words) } } }
}

/// As [`toast`], with the way back: `undo` is the address (POST) that takes it back, `fields` what it must know.
pub fn toast_undo(
    lang: Lang,
    key: &str,
    words: &str,
    undo: &str,
    fields: &[(&str, &str)],
) -> Markup {
    html! {
        div.toast {
            (shape(Status::Ok))
            span { (words) }
            form method="post" action=(undo) {
                (hidden_key(key))
                @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
                button.btn type="submit" { (t(lang, "ui-undo")) }
            }
        }
    }
}

/// A list without rows: the good news, or what to do next.
pub fn empty(face: &'static str, title: &str, words: &str, action: Markup) -> Markup {
    html! {
        div.empty {
            (icon(face))
            h2 { (title) }
            @if !words.is_empty() { p { (words) } }
            (action)
        }
    }
}

/// How far something has come, of a hundred.
pub fn progress(label: &str, percent: u8) -> Markup {
    html! { progress max="100" value=(percent.min(100)) aria-label=(label) { (percent.min(100)) "%" } }
}

/// Where to drop or choose files. `accept` is a list of types such as `image/*,application/pdf`.
///
/// Both buttons are labels of real file fields, so they work without script; `name` is what is sent.
pub fn drop_zone(lang: Lang, name: &str, title: &str, hint: &str, accept: &str) -> Markup {
    let images = accept.split(',').any(|it| it.trim().starts_with("image/"));
    html! {
        div.drop {
            b { (title) }
            @if !hint.is_empty() { span.hint id={ (name) "-hint" } { (hint) } }
            div.drop-ways {
                @if images {
                    label."btn btn--pri btn--lg" {
                        (icon("camera")) (t(lang, "ui-take-photo"))
                        input.vh type="file" name=(name) accept="image/*" capture="environment";
                    }
                }
                label."btn btn--sec btn--lg" {
                    (t(lang, "ui-choose-file"))
                    input.vh type="file" id=(name) name=(name) accept=(accept);
                }
            }
        }
    }
}

/// A file on its way or arrived: `about` says how far in words, `percent` is absent when it has arrived.
pub fn upload_row(
    lang: Lang,
    file: &str,
    about: &str,
    percent: Option<u8>,
    remove: Option<Markup>,
) -> Markup {
    html! {
        div.file {
            span.thumb aria-hidden="true" { (icon("file-text")) }
            div { b { (file) } div.hint { (about) } }
            @if let Some(remove) = remove { (remove) }
            @if let Some(percent) = percent {
                (progress(&with(lang, "ui-upload-of", &[("name", file.into())]), percent))
            }
        }
    }
}
