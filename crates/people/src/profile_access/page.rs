//! What profile access looks like: the switch, its small page, and two letters.
use kernel::field::{Email, Name};
use kernel::{DivisionId, House, Lang, OrgId, PersonId};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Bar, Desk, Fields, Status};

use super::model::{Disabled, Facts, Offer, Refusal, State, Taken};
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

/// The switch on the person's own page, with the way to the link that can be handed over.
pub fn switch_and_link(desk: &Desk, access: &Access) -> Markup {
    html! {
        (switch(desk, access))
        @if matches!(access.state, State::Invited { .. }) {
            p.hint {
                a href={ "/people/" (access.person) "/profile-access" } { (t(desk.lang, "profile-access-link")) }
            }
        }
    }
}

/// The switch as a field of the form that makes a person (H-M4). What bars it there is what the form itself says.
pub fn field(lang: Lang, fields: Fields<'_>, offer: Offer, on: bool) -> Markup {
    let bar = |field, value, why: Disabled| Bar { field, value, words: t(lang, why.key()) };
    let bars =
        [bar("kind", "contractor", Disabled::Contractor), bar("email", "", Disabled::NoEmail)];
    let bars = if offer.contractors { &bars[1..] } else { &bars[..] };
    html! {
        (fields.switch("profile-access", t(lang, "profile-access-switch"))
            .hint(t(lang, "profile-access-off")).on(on).bars(bars))
    }
}

/// The record that has the address of a form, for those who may open it (H-E2).
pub fn other_record(lang: Lang, refusal: Refusal) -> Markup {
    html! {
        @if let Some(record) = refusal.record() {
            (ui::notice_with(Status::Bad, t(lang, refusal.key()), html! {
                a href={ "/people/" (record) } { (t(lang, "profile-access-other-record")) }
            }))
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
    let record = match refusal {
        Refusal::Taken(Taken::Login) => Some(access.person),
        _ => refusal.record(),
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
            (ui::notice_with(Status::Bad, t(lang, refusal.key()), html! {
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

/// The letters as somebody who does not exist would get them.
pub fn samples(lang: Lang) -> Vec<Letter> {
    let (Ok(name), Ok(email)) = (Name::parse("Nadia Farah"), Email::parse("nadia@harbour.example"))
    else {
        return Vec::new();
    };
    let subject = Subject {
        org: OrgId::from_bytes([0; 16]),
        person: PersonId::from_bytes([0; 16]),
        name,
        email: Some(email.clone()),
        division: DivisionId::from_bytes([0; 16]),
        organisation: "Harbour Works".to_owned(),
        lang,
        account: None,
        facts: Facts::default(),
    };
    let link = "https://gatepass.example/profile";
    vec![letter_ended(&subject, &email), letter_again(&subject, &email, link)]
}
