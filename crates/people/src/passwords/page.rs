//! What forgotten passwords look like, and the letters about them.
use kernel::{Fields as Sent, Instant, Invalid, Lang};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Desk, Fields, Status};

use super::store::Link;
use crate::accounts::store::Contact;
use crate::when;

pub fn new(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "account-forgotten-title");
    desk.plain(
        title,
        html! {
            (fields.summary())
            div.hello { h1 { (title) } p { (t(lang, "account-forgotten-words")) } }
            (ui::form("/password", &desk.key, html! {
                (fields.text("login", t(lang, "accounts-login"))
                    .value(sent.text("login")).autocomplete("username").autofocus())
                (ui::button(t(lang, "account-forgotten-send")).primary().large().block())
            }))
            p.center { a href="/sign-in" { (t(lang, "accounts-sign-in")) } }
        },
    )
}

pub fn sent(desk: &Desk) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "account-sent-title");
    desk.plain(
        title,
        html! {
            div.hello { h1 { (title) } p { (t(lang, "account-sent-words")) } }
            (ui::notice(Status::None, t(lang, "account-sent-without-mail")))
            p.center { a href="/sign-in" { (t(lang, "accounts-sign-in")) } }
        },
    )
}

pub fn edit(desk: &Desk, token: &str, link: &Link, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "accounts-new-password");
    desk.plain(
        title,
        html! {
            (fields.summary())
            div.hello { h1 { (title) } p { (link.name) } p { (t(lang, "account-new-words")) } }
            (ui::form(&format!("/password/{token}"), &desk.key, html! {
                input type="hidden" name="login" value=(link.login) autocomplete="username";
                (fields.password("password", title)
                    .hint(t(lang, "accounts-password-hint")).autocomplete("new-password"))
                (ui::button(t(lang, "account-new-save")).primary().large().block())
            }))
        },
    )
}

/// A letter to the owner of an account, who is named in it. None when there is no address.
pub fn letter(
    contact: &Contact,
    kind: &'static str,
    subject: &str,
    words: &[&str],
) -> Option<Letter> {
    let lang = contact.lang;
    let mut paragraphs =
        vec![with(lang, "account-mail-hello", &[("name", contact.name.as_str().into())])];
    paragraphs.extend(words.iter().map(|it| (*it).to_owned()));
    Some(Letter {
        // It opens doors in every organisation of the account, so none of them reads it in its outbox.
        org: None,
        kind,
        lang,
        to: contact.email.clone()?,
        name: contact.name.clone(),
        subject: subject.to_owned(),
        paragraphs,
        button: None,
        footer: t(lang, "account-mail-footer").to_owned(),
    })
}

/// The letter with the link to a new password.
pub fn forgotten(contact: &Contact, link: &str, offered: bool) -> Option<Letter> {
    let lang = contact.lang;
    let why = if offered { "account-mail-offered" } else { "account-mail-forgotten" };
    let words = [t(lang, why), t(lang, "account-mail-minutes")];
    let letter =
        letter(contact, "password-reset", t(lang, "account-mail-forgotten-subject"), &words)?;
    let button = Some((t(lang, "accounts-new-password").to_owned(), link.to_owned()));
    Some(Letter { button, ..letter })
}

/// The letter that says the password is another one (N-09).
pub fn changed(contact: &Contact, now: Instant) -> Option<Letter> {
    let lang: Lang = contact.lang;
    let when = when::moment(lang, &contact.zone, now);
    let what = with(lang, "account-mail-password-changed", &[("when", (&when).into())]);
    let words = [what.as_str(), t(lang, "account-mail-not-you")];
    letter(contact, "password-changed", t(lang, "account-mail-password-subject"), &words)
}

/// The letters as somebody who does not exist would get them.
pub fn samples(lang: Lang) -> Vec<Letter> {
    let contact = Contact::sample(lang);
    let link = "https://gatepass.example/password/example";
    let all = [
        forgotten(&contact, link, false),
        forgotten(&contact, link, true),
        changed(&contact, Instant(0)),
    ];
    all.into_iter().flatten().collect()
}
