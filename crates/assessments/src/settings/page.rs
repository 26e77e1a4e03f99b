//! What the settings of assessments look like.
use kernel::Invalid;
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Fields};

pub fn edit(desk: &Desk, hidden: bool) -> Markup {
    let lang = desk.lang;
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    let title = t(lang, "assessments-settings-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "assessments-settings-words"), html! {
                (ui::link(t(lang, "evidence-settings-back"), "/settings").ghost().icon("arrow-left"))
            }))
            div.page {
                (ui::form("/settings/assessments", &desk.key, html! {
                    (fields.switch("hidden", t(lang, "assessments-settings-hidden"))
                        .hint(t(lang, "assessments-settings-hidden-hint")).on(hidden))
                    (ui::button(t(lang, "ui-save")).primary())
                }))
            }
        },
    )
}
