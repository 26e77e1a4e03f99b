//! What the settings look like.
use kernel::{Fields as Sent, Invalid, Lang, Zone};
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Fields};

pub fn edit(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-settings-title");
    let names = Zone::all();
    let zones: Vec<(&str, &str)> = names.iter().map(|it| (it.as_str(), it.as_str())).collect();
    let langs: Vec<(&str, &str)> = Lang::ALL.iter().map(|it| (it.code(), it.name())).collect();
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "account-settings-words"), html! {
                (ui::link(t(lang, "evidence-settings-title"), "/settings/evidence").icon("file-badge"))
                (ui::link(t(lang, "assessments-settings-title"), "/settings/assessments").icon("clipboard-list"))
            }))
            div.page {
                (fields.summary())
                (ui::form("/settings", &desk.key, html! {
                    (fields.text("name", t(lang, "accounts-organisation")).value(sent.text("name")).autocomplete("organization"))
                    (fields.select("zone", t(lang, "accounts-zone"), &zones)
                        .hint(t(lang, "account-zone-hint")).value(sent.text("zone")))
                    (fields.select("lang", t(lang, "ui-language"), &langs)
                        .hint(t(lang, "account-lang-hint")).value(sent.text("lang")))
                    (fields.switch("invitation_code", t(lang, "account-switch-code"))
                        .hint(t(lang, "account-switch-code-hint")).on(sent.ticked("invitation_code")))
                    (fields.switch("profile_access", t(lang, "account-switch-profile"))
                        .hint(t(lang, "account-switch-profile-hint")).on(sent.ticked("profile_access")))
                    (fields.switch("profile_access_contractors", t(lang, "account-switch-contractors"))
                        .hint(t(lang, "account-switch-contractors-hint")).on(sent.ticked("profile_access_contractors")))
                    (fields.textarea("domains", t(lang, "account-domains")).optional()
                        .hint(t(lang, "account-domains-hint")).value(sent.get("domains").unwrap_or_default()))
                    (ui::button(t(lang, "account-settings-save")).primary())
                }))
            }
        },
    )
}
