//! Paper: certificates, posters, passports. No navigation, no dark colours.

use maud::{DOCTYPE, Markup, html};

use super::Frame;
use crate::{assets, text::t};

/// A page to be printed. On the screen it shows the sheet.
pub fn print(frame: &Frame<'_>, title: &str, content: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.lang.code()) dir=(frame.lang.dir()) data-theme="light" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – " (t(frame.lang, "ui-brand")) }
                link rel="stylesheet" href=(assets::url("app.css"));
                link rel="icon" type="image/svg+xml" href=(assets::url("mark.svg"));
            }
            body.paper { main.sheet #main { (content) } }
        }
    }
}
