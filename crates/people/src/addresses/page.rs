//! What changing an address looks like, and the letters about it.
use kernel::field::Email;
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Desk, Fields};

use super::store::Pending;
use crate::accounts::store::Contact;
use crate::passwords::page::letter;

pub fn edit(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-email-change");
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "account-email-change-words"), html! {}))
            div.page {
                (fields.summary())
                (ui::form("/account/email", &desk.key, html! {
                    (fields.email("email", t(lang, "account-email-new")).value(sent.text("email")))
                    (fields.password("current", t(lang, "account-password-current")))
                    (ui::save_or_cancel(t(lang, "account-email-ask"), t(lang, "ui-cancel"), "/account"))
                }))
            }
        },
    )
}

pub fn confirm(desk: &Desk, token: &str, change: &Pending) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "account-email-confirm-title");
    let words =
        with(lang, "account-email-confirm-words", &[("email", change.email.as_str().into())]);
    desk.plain(
        title,
        html! {
            div.hello { h1 { (title) } p { (words) } }
            (ui::form(&format!("/account/email/{token}"), &desk.key, html! {
                (ui::button(t(lang, "account-email-confirm")).primary().large().block())
            }))
        },
    )
}

pub fn confirmed(desk: &Desk, change: &Pending, done: bool) -> Markup {
    let lang = desk.lang;
    let title = t(lang, if done { "account-email-done-title" } else { "account-email-half-title" });
    let key = if done { "account-email-done-words" } else { "account-email-half-words" };
    let words = with(lang, key, &[("email", change.email.as_str().into())]);
    desk.plain(
        title,
        html! {
            div.hello { h1 { (title) } p { (words) } }
            p.center { a href="/account" { (t(lang, "account-own-title")) } }
        },
    )
}

/// The letter that asks one of the two addresses.
pub fn ask(contact: &Contact, to: &Email, email: &Email, link: &str) -> Letter {
    let lang = contact.lang;
    let what = with(lang, "account-mail-email-ask", &[("email", email.as_str().into())]);
    let subject = t(lang, "account-mail-email-ask-subject").to_owned();
    let hello = with(lang, "account-mail-hello", &[("name", contact.name.as_str().into())]);
    Letter {
        org: None,
        kind: "email-change",
        lang,
        to: to.clone(),
        name: contact.name.clone(),
        subject,
        paragraphs: vec![hello, what, t(lang, "account-mail-email-both").to_owned()],
        button: Some((t(lang, "account-email-confirm").to_owned(), link.to_owned())),
        footer: t(lang, "account-mail-footer").to_owned(),
    }
}

/// Tells the old address that it is no longer the one (N-09).
pub fn changed(before: &Contact, email: &Email) -> Option<Letter> {
    let lang = before.lang;
    let what = with(lang, "account-mail-email-changed", &[("email", email.as_str().into())]);
    let words = [what.as_str(), t(lang, "account-mail-not-you")];
    letter(before, "email-change", t(lang, "account-mail-email-changed-subject"), &words)
}

/// Tells the new address that it is the one from now on (N-09).
pub fn arrived(before: &Contact, email: &Email) -> Option<Letter> {
    let lang = before.lang;
    let what = with(lang, "account-mail-email-arrived", &[("email", email.as_str().into())]);
    let words = [what.as_str(), t(lang, "account-mail-not-you")];
    let subject = t(lang, "account-mail-email-changed-subject");
    letter(&before.at(email), "email-change", subject, &words)
}

/// The letters as somebody who does not exist would get them.
pub fn samples(lang: Lang) -> Vec<Letter> {
    let contact = Contact::sample(lang);
    let Ok(email) = Email::parse("nadia@quay.example") else { return Vec::new() };
    let asked = ask(&contact, &email, &email, "https://gatepass.example/account/email/example");
    let told = [changed(&contact, &email), arrived(&contact, &email)];
    std::iter::once(asked).chain(told.into_iter().flatten()).collect()
}
