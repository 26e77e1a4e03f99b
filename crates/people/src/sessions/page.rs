//! What signing in looks like, and the letter about it.
use kernel::{Instant, Invalid, Lang};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Desk, Fields, Status};

use super::model;
use crate::accounts::store::Contact;
use crate::passwords::page as passwords;
use crate::when;

pub fn form(desk: &Desk, login: &str, next: &str, problem: Option<&'static str>) -> Markup {
    let lang = desk.lang;
    let invalid = problem.map(|it| Invalid::one("login", it)).unwrap_or_default();
    let fields = Fields::new(lang, &invalid);
    let title = t(lang, "accounts-sign-in");
    desk.plain(
        title,
        html! {
            (fields.summary())
            h1 { (title) }
            (ui::form("/sign-in", &desk.key, html! {
                input type="hidden" name="next" value=(next);
                (fields.text("login", t(lang, "accounts-login")).value(login).autocomplete("username"))
                (fields.password("password", t(lang, "accounts-password")))
                (ui::button(title).primary().large().block())
            }))
            p.center { a href="/password" { (t(lang, "accounts-forgotten")) } }
        },
    )
}

pub fn link(desk: &Desk, token: &str, name: &str) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "accounts-sign-in");
    desk.plain(
        title,
        html! {
            div.hello { h1 { (name) } p { (t(lang, "accounts-demo-link")) } }
            (ui::form(&format!("/sign-in/{token}"), &desk.key, html! {
                (ui::button(title).primary().large().block())
            }))
            (ui::notice(Status::None, t(lang, "accounts-demo-note")))
        },
    )
}

/// What a browser called itself, in words.
pub fn browser(lang: Lang, agent: &str) -> String {
    match model::browser(agent) {
        (Some(browser), Some(system)) => {
            with(lang, "account-browser", &[("browser", browser.into()), ("system", system.into())])
        }
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => t(lang, "account-browser-unknown").to_owned(),
    }
}

/// The letter that tells of a sign-in with a browser that was not seen before (N-09). None without an address.
pub fn letter(contact: &Contact, agent: &str, now: Instant, link: &str) -> Option<Letter> {
    let lang = contact.lang;
    let (when, browser) = (when::moment(lang, &contact.zone, now), browser(lang, agent));
    let args = [("when", (&when).into()), ("browser", (&browser).into())];
    let what = with(lang, "account-mail-device", &args);
    let words =
        [what.as_str(), t(lang, "account-mail-device-you"), t(lang, "account-mail-not-you")];
    let subject = t(lang, "account-mail-device-subject");
    let letter = passwords::letter(contact, "new-device", subject, &words)?;
    let button = Some((t(lang, "account-mail-device-look").to_owned(), link.to_owned()));
    Some(Letter { button, ..letter })
}

/// The letter as somebody who does not exist would get it.
pub fn sample(lang: Lang) -> Option<Letter> {
    let agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0";
    letter(&Contact::sample(lang), agent, Instant(0), "https://gatepass.example/account")
}
