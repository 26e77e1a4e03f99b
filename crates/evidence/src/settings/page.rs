//! What the settings of evidence look like.
use kernel::Invalid;
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Fields};

use super::store::Settings;

pub fn edit(desk: &Desk, it: Settings) -> Markup {
    let lang = desk.lang;
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    let title = t(lang, "evidence-settings-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "evidence-settings-words"), html! {
                (ui::link(t(lang, "evidence-settings-back"), "/settings").ghost().icon("arrow-left"))
            }))
            div.page {
                (ui::form("/settings/evidence", &desk.key, html! {
                    (fields.switch("approval", t(lang, "evidence-settings-approval"))
                        .hint(t(lang, "evidence-settings-approval-hint")).on(it.approval))
                    (fields.switch("self-upload", t(lang, "evidence-settings-self"))
                        .hint(t(lang, "evidence-settings-self-hint")).on(it.self_upload))
                    (ui::button(t(lang, "ui-save")).primary())
                }))
            }
        },
    )
}
