//! What one's own account looks like.
use kernel::access::{Level, matrix};
use kernel::{Actor, Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, Fields, Status};

use crate::accounts::store::Contact;
use crate::addresses::store::Pending;
use crate::sessions::model::Open;
use crate::sessions::page::browser;

pub fn show(
    desk: &Desk,
    who: &Actor,
    contact: &Contact,
    open: &[Open],
    change: Option<&Pending>,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "account-own-title");
    desk.own(
        title,
        html! {
            (ui::head(title, &who.face.name, html! {}))
            div.page {
                (ui::section(t(lang, "account-sign-in"), None, None, html! {
                    (ui::kv(t(lang, "accounts-name"), &recorded(lang, who, contact), html! { (contact.name) }))
                    @if let Some(email) = &contact.email {
                        (ui::kv(t(lang, "accounts-email"), "", html! { (email) }))
                    }
                    @if let Some(username) = &contact.username {
                        (ui::kv(t(lang, "account-username"), "", html! { (username) }))
                    }
                    @if let Some(change) = change {
                        (ui::notice(Status::Review, &waiting(lang, change)))
                    }
                    div.acts {
                        @if who.may(&matrix::OWN_PROFILE, Level::Edit) {
                            (ui::link(t(lang, "account-name-change"), "/account/name").icon("pencil"))
                        }
                        (ui::link(t(lang, "account-password-change"), "/account/password").icon("lock"))
                        (ui::link(t(lang, "account-email-change"), "/account/email").icon("mail"))
                        @if who.face.organisations > 1 {
                            (ui::link(t(lang, "account-organisations-title"), "/account/organisations").icon("building-2"))
                        }
                    }
                }))
                (language(desk, who))
                (browsers(desk, who, open))
                (ui::form("/sign-out", &desk.key, html! {
                    (ui::button(t(lang, "ui-sign-out")).icon("log-out"))
                }).inline())
            }
        },
    )
}

/// What the organisation calls the person, where that is another name.
fn recorded(lang: Lang, who: &Actor, contact: &Contact) -> String {
    let (organisation, name) = (who.face.organisation.as_str(), who.face.name.as_str());
    if name == contact.name {
        return String::new();
    }
    let words = [("organisation", organisation.into()), ("name", name.into())];
    with(lang, "account-name-recorded", &words)
}

pub fn name(desk: &Desk, who: &Actor, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-name-change");
    let organisation = [("organisation", who.face.organisation.as_str().into())];
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "account-name-change-words"), html! {}))
            div.page {
                (fields.summary())
                @if who.person.is_some() {
                    (ui::notice(Status::None, &with(lang, "account-name-of-record", &organisation)))
                }
                (ui::form("/account/name", &desk.key, html! {
                    (fields.text("name", t(lang, "accounts-name"))
                        .value(sent.text("name")).autocomplete("name").maxlength(120))
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), "/account"))
                }))
            }
        },
    )
}

fn waiting(lang: Lang, change: &Pending) -> String {
    let key = match (change.old_confirmed, change.new_confirmed) {
        (false, false) => "account-email-waits-both",
        (false, true) => "account-email-waits-old",
        _ => "account-email-waits-new",
    };
    with(lang, key, &[("email", change.email.as_str().into())])
}

fn language(desk: &Desk, who: &Actor) -> Markup {
    let lang = desk.lang;
    ui::section(
        t(lang, "ui-language"),
        None,
        None,
        html! {
            (ui::form("/account/language", &desk.key, html! {
                div.acts {
                    @for it in Lang::ALL {
                        @let face = if it == who.face.lang { "check" } else { "languages" };
                        (ui::button(it.name()).icon(face).sends("lang", it.code()))
                    }
                }
            }).inline())
        },
    )
}

fn browsers(desk: &Desk, who: &Actor, open: &[Open]) -> Markup {
    let lang = desk.lang;
    let number = u64::try_from(open.len()).ok();
    ui::section(
        t(lang, "account-browsers"),
        number,
        None,
        html! {
            p.hint { (t(lang, "account-browsers-words")) }
            @for it in open {
                (ui::kv(&browser(lang, &it.agent), &about(desk, it), html! {
                    @if it.id == who.session {
                        (ui::chip(Status::Ok, t(lang, "account-browser-this")))
                    } @else {
                        (ui::form(&format!("/account/sessions/{}/revocation", it.id), &desk.key, html! {
                            (ui::button(t(lang, "account-browser-end")).ghost())
                        }).inline())
                    }
                }))
            }
            @if open.len() > 1 {
                (ui::form("/account/sessions/revocation", &desk.key, html! {
                    (ui::button(t(lang, "account-browsers-end")).bad())
                }).inline())
            }
        },
    )
}

fn about(desk: &Desk, it: &Open) -> String {
    let lang = desk.lang;
    let when = desk.moment(it.used_at);
    let used = with(lang, "account-browser-used", &[("when", (&when).into())]);
    if it.peer.is_empty() { used } else { format!("{used}, {}", it.peer) }
}

pub fn password(desk: &Desk, contact: &Contact, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-password-change");
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "account-password-change-words"), html! {}))
            div.page {
                (fields.summary())
                @if !contact.has_password { (ui::notice(Status::None, t(lang, "account-password-none"))) }
                (ui::form("/account/password", &desk.key, html! {
                    (fields.password("current", t(lang, "account-password-current")))
                    (fields.password("password", t(lang, "accounts-new-password"))
                        .hint(t(lang, "accounts-password-hint")).autocomplete("new-password"))
                    (ui::save_or_cancel(t(lang, "account-new-save"), t(lang, "ui-cancel"), "/account"))
                }))
            }
        },
    )
}
