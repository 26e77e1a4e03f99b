//! What the gate scanners of a site look like.
use kernel::{Fields as Sent, Invalid, SiteId};
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Fields};

use crate::grants::store::Holder;

pub fn index(
    desk: &Desk,
    (site, name): (SiteId, &str),
    found: &[Holder],
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-scanners-title");
    let back = format!("/sites/{site}");
    desk.desktop(
        title,
        html! {
            (ui::head(title, name, html! { (ui::link(name, &back).ghost().icon("arrow-left")) }))
            div.page {
                (fields.summary())
                @if found.is_empty() {
                    (ui::empty("scan-line", t(lang, "account-scanners-none"), t(lang, "account-scanners-none-words"), html! {}))
                }
                @for it in found {
                    (ui::kv(&it.name, &it.login, html! {
                        (ui::form(&format!("{back}/gate-scanners/{}/removal", it.account), &desk.key, html! {
                            (ui::button(t(lang, "account-role-take")).ghost())
                        }).inline())
                    }))
                }
                (ui::form(&format!("{back}/gate-scanners"), &desk.key, html! {
                    (fields.text("login", t(lang, "accounts-login"))
                        .hint(t(lang, "account-scanner-hint")).value(sent.text("login")).autocomplete("off"))
                    (ui::button(t(lang, "account-scanner-add")).primary().icon("plus"))
                }))
            }
        },
    )
}
