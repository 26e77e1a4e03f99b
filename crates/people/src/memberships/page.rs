//! What switching between organisations looks like.
use kernel::OrgId;
use kernel::access::Role;
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Status};

use super::store::Membership;
use crate::grants::page::{name, names};

pub fn index(desk: &Desk, here: OrgId, found: &[Membership]) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "account-organisations-title");
    let role = |it: &Membership| {
        if it.profile_only {
            name(lang, Role::ProfileOnly).to_owned()
        } else {
            names(lang, &it.grants)
        }
    };
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "account-organisations-words"), html! {}))
            div.page {
                @for it in found {
                    (ui::kv(&it.name, &role(it), html! {
                        @if it.org == here {
                            (ui::chip(Status::Ok, t(lang, "account-organisation-here")))
                        } @else {
                            (ui::form("/account/organisations", &desk.key, html! {
                                (ui::button(t(lang, "account-organisation-go")).sends("organisation", &it.org.to_string()))
                            }).inline())
                        }
                    }))
                }
                div.acts { (ui::link(t(lang, "account-own-title"), "/account").ghost().icon("arrow-left")) }
            }
        },
    )
}
