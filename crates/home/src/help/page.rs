//! What the help looks like.
use kernel::{Actor, Lang};
use maud::{Markup, html};
use ui::Desk;
use ui::text::{t, with};

pub fn show(desk: &Desk, who: Option<&Actor>, ask: &[String]) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "ui-help");
    let content = html! {
        (ui::section(t(lang, "help-what"), None, None, html! {
            p { (t(lang, "help-what-words")) }
            p { (t(lang, "help-view-words")) }
        }))
        @if desk.is_staff() { (keys(lang)) }
        (ui::section(t(lang, "help-ask"), None, None, html! {
            p { (t(lang, "help-ask-words")) }
            @for name in ask { (ui::kv(name, "", html! {})) }
        }))
        p.hint { (with(lang, "help-version", &[("version", env!("CARGO_PKG_VERSION").into())])) }
    };
    if who.is_none() {
        return desk.plain(title, html! { h1 { (title) } (content) });
    }
    desk.own(
        title,
        html! {
            @if desk.is_staff() {
                (ui::head(title, "", html! {}))
                div.page { (content) }
            } @else {
                h1 { (title) }
                (content)
            }
        },
    )
}

fn keys(lang: Lang) -> Markup {
    const KEYS: [(&str, &str); 4] = [
        ("help-key-search", "Ctrl K"),
        ("help-key-move", "↑ ↓"),
        ("help-key-open", "Enter"),
        ("help-key-close", "Esc"),
    ];
    ui::section(
        t(lang, "help-keys"),
        None,
        None,
        html! { @for (words, key) in KEYS { (ui::kv(t(lang, words), "", html! { kbd { (key) } })) } },
    )
}
