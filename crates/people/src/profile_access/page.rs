//! What profile access looks like: the switch, its small page, and two letters.
use kernel::field::Email;
use kernel::{House, PersonId};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Desk, Status};

use super::model::{Disabled, Refusal, State, Taken};
use super::store::Subject;
use crate::invitations::model::Secrets;

/// The switch of one person, as somebody sees it.
#[derive(Debug, Clone)]
pub struct Access {
    pub person: PersonId,
    pub name: String,
    pub state: State,
    /// Whether whoever looks may see the accounts.
    pub may_accounts: bool,
}

/// The switch with its state, or nothing at all where there is none. It is a form of its own.
pub fn switch(desk: &Desk, access: &Access) -> Markup {
    let lang = desk.lang;
    if matches!(access.state, State::Hidden(_)) {
        return html! {};
    }
    let action = format!("/people/{}/profile-access", access.person);
    let label = t(lang, "profile-access-switch");
    let words = words(desk, access.state);
    let row =
        ui::switch_row("profile-access-on", label, &action, &desk.key).on(access.state.is_on());
    let row = match access.state {
        State::Disabled(_) => row.barred(&words),
        _ => row.hint(&words),
    };
    html! {
        div #profile-access {
            (row)
            @if access.state == State::Disabled(Disabled::User) && access.may_accounts {
                p.hint { a href="/accounts" { (t(lang, "profile-access-to-accounts")) } }
            }
        }
    }
}

/// The state in a sentence.
fn words(desk: &Desk, state: State) -> String {
    let lang = desk.lang;
    let on = |key, at| with(lang, key, &[("date", (&desk.day(at)).into())]);
    match state {
        State::Hidden(_) => String::new(),
        State::Disabled(why) => t(lang, why.key()).to_owned(),
        State::Off => t(lang, "profile-access-off").to_owned(),
        State::Invited { bounced: true, .. } => t(lang, "profile-access-bounced").to_owned(),
        State::Invited { since, until, .. } => with(
            lang,
            "profile-access-pending",
            &[("date", (&desk.day(since)).into()), ("until", (&desk.day(until)).into())],
        ),
        State::Lapsed { until } => on("profile-access-lapsed", until),
        State::Active { since } => on("profile-access-active", since),
        State::Revoked => t(lang, "profile-access-revoked").to_owned(),
    }
}

/// The small page of the switch.
pub fn show(
    desk: &Desk,
    house: &House,
    access: &Access,
    secrets: Option<&Secrets>,
    refusal: Option<Refusal>,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "profile-access-title");
    desk.desktop(
        title,
        html! {
            (ui::head(&access.name, title, html! {
                (ui::link(t(lang, "ui-back"), &format!("/people/{}", access.person)).ghost().icon("arrow-left"))
            }))
            div.page {
                @if let Some(refusal) = refusal { (refused(desk, access, refusal)) }
                p { (t(lang, "profile-access-about")) }
                (switch(desk, access))
                @if let Some(secrets) = secrets {
                    (crate::invitations::page::hand_over(lang, house, secrets))
                }
            }
        },
    )
}

/// Why the switch was not turned on. The two ways an address can be taken read differently (H-E1, H-E2).
fn refused(desk: &Desk, access: &Access, refusal: Refusal) -> Markup {
    let lang = desk.lang;
    let (key, record) = match refusal {
        Refusal::Unavailable(why) => (why.key(), None),
        Refusal::Taken(taken @ Taken::Login) => (taken.key(), Some(access.person)),
        Refusal::Taken(taken @ Taken::Person(other)) => (taken.key(), other),
    };
    let words = match refusal {
        Refusal::Taken(Taken::Login) => "profile-access-change-email",
        _ => "profile-access-other-record",
    };
    let href = record.map(|it| match refusal {
        Refusal::Taken(Taken::Login) => format!("/people/{it}/edit"),
        _ => format!("/people/{it}"),
    });
    html! {
        div role="alert" {
            (ui::notice_with(Status::Bad, t(lang, key), html! {
                @if let Some(href) = &href { a href=(href) { (t(lang, words)) } }
            }))
        }
    }
}

/// N-08: access was taken away.
pub fn letter_ended(subject: &Subject, to: &Email) -> Letter {
    letter(subject, to, ["profile-access-mail-ended-subject", "profile-access-mail-ended"], None)
}

/// Access is there again, with the password that was chosen before.
pub fn letter_again(subject: &Subject, to: &Email, link: &str) -> Letter {
    let button = (t(subject.lang, "profile-access-mail-open").to_owned(), link.to_owned());
    let keys = ["profile-access-mail-again-subject", "profile-access-mail-again"];
    letter(subject, to, keys, Some(button))
}

fn letter(
    subject: &Subject,
    to: &Email,
    [title, words]: [&'static str; 2],
    button: Option<(String, String)>,
) -> Letter {
    let say = |key| {
        let organisation = ("organisation", subject.organisation.as_str().into());
        with(subject.lang, key, &[organisation, ("name", subject.name.as_str().into())])
    };
    Letter {
        org: Some(subject.org),
        kind: "profile-access",
        lang: subject.lang,
        to: to.clone(),
        name: subject.name.to_string(),
        subject: say(title),
        paragraphs: vec![say("profile-access-mail-hello"), say(words)],
        button,
        footer: say("profile-access-mail-footer"),
    }
}
