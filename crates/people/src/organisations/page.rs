//! What the first start looks like.
use kernel::{Fields as Sent, Invalid, Zone};
use maud::{Markup, html};
use ui::{Desk, Fields, text::t};

pub fn setup(desk: &Desk, token: &str, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let names = Zone::all();
    let zones: Vec<(&str, &str)> = names.iter().map(|it| (it.as_str(), it.as_str())).collect();
    let zone = if sent.text("zone").is_empty() { "Europe/London" } else { sent.text("zone") };
    let title = t(lang, "accounts-setup-title");
    desk.plain(
        title,
        html! {
            (fields.summary())
            div.hello { h1 { (title) } p { (t(lang, "accounts-setup-words")) } }
            (ui::form(&format!("/setup/{token}"), &desk.key, html! {
                (fields.text("organisation", t(lang, "accounts-organisation"))
                    .value(sent.text("organisation")).autocomplete("organization"))
                (fields.select("zone", t(lang, "accounts-zone"), &zones).value(zone))
                (fields.text("name", t(lang, "accounts-name")).value(sent.text("name")).autocomplete("name"))
                (fields.email("email", t(lang, "accounts-email")).value(sent.text("email")))
                (fields.password("password", t(lang, "accounts-new-password"))
                    .hint(t(lang, "accounts-password-hint")).autocomplete("new-password"))
                (ui::button(t(lang, "accounts-setup-start")).primary().large().block())
            }))
        },
    )
}
