//! The letters about what is asked of people.
use kernel::field::Email;
use kernel::{AccountId, Date, Lang, OrgId, PersonId};
use notices::Letter;
use people::Reader;
use ui::text::{t, with};
use ui::{Why, when};

use super::model::{Kind, Matter};
use super::store::{NAMED, Section};

/// The kind of a manager's letter about a day.
pub const DIGEST: &str = "training-digest";
/// Lines of one letter to a person; the page has all of them.
const LINES: usize = 20;

/// A person, and how they are reached.
#[derive(Debug, Clone)]
pub struct To {
    pub org: OrgId,
    pub person: PersonId,
    pub name: String,
    /// Without one they have nothing to open, and are told by letter alone.
    pub account: Option<AccountId>,
    pub email: Option<Email>,
    pub lang: Lang,
    pub organisation: String,
}

impl To {
    pub const fn is_reached(&self) -> bool {
        self.account.is_some() || self.email.is_some()
    }

    /// Where they see what to do.
    pub fn place(&self) -> String {
        format!("/people/{}/requirements", self.person)
    }
}

/// What it is about, in short, for a line of the inbox.
pub fn names(matters: &[&Matter]) -> String {
    let all: Vec<&str> = matters.iter().take(3).map(|it| it.why.subject()).collect();
    let more = if matters.len() > all.len() { ", …" } else { "" };
    format!("{}{more}", all.join(", "))
}

/// One line for each, in the words of every other page.
pub fn lines(lang: Lang, matters: &[&Matter]) -> Vec<String> {
    matters.iter().map(|it| it.why.line(lang)).collect()
}

fn listed(lang: Lang, lines: &[String]) -> Vec<String> {
    let mut all: Vec<String> = lines.iter().take(LINES).map(|it| format!("– {it}")).collect();
    if lines.len() > LINES {
        all.push(with(lang, "reminders-more", &[("count", (lines.len() - LINES).into())]));
    }
    all
}

/// A letter to the person. Nothing, where there is no address.
pub fn letter(to: &To, kind: &'static str, lines: &[String], link: &str) -> Option<Letter> {
    let lang = to.lang;
    let (subject, words) = match kind {
        "training-required" => ("reminders-required-subject", "reminders-required"),
        "training-due" => ("reminders-due-subject", "reminders-due"),
        "training-overdue" => ("reminders-overdue-subject", "reminders-overdue"),
        _ => ("reminders-expiring-subject", "reminders-expiring"),
    };
    let count = [("count", lines.len().into())];
    let hello = with(lang, "evidence-mail-hello", &[("name", to.name.as_str().into())]);
    let mut paragraphs = vec![hello, with(lang, words, &count)];
    paragraphs.extend(listed(lang, lines));
    let opens = to.account.is_some();
    paragraphs
        .push(t(lang, if opens { "reminders-do" } else { "reminders-do-without" }).to_owned());
    Some(Letter {
        org: Some(to.org),
        kind,
        lang,
        to: to.email.clone()?,
        name: to.name.clone(),
        subject: with(lang, subject, &count),
        paragraphs,
        button: opens.then(|| (t(lang, "reminders-open").to_owned(), link.to_owned())),
        footer: footer(lang, &to.organisation),
    })
}

fn footer(lang: Lang, organisation: &str) -> String {
    with(lang, "evidence-mail-footer", &[("organisation", organisation.into())])
}

/// A manager's letter about a day.
pub fn brief(to: &Reader, sections: &[&Section], link: &str) -> Option<Letter> {
    let lang = to.lang;
    let mut paragraphs =
        vec![with(lang, "evidence-mail-hello", &[("name", to.name.as_str().into())])];
    for it in sections {
        paragraphs.extend(told(lang, it));
    }
    let people: i64 = sections.iter().map(|it| it.people).sum();
    Some(Letter {
        org: Some(to.org),
        kind: DIGEST,
        lang,
        to: to.email.clone()?,
        name: to.name.clone(),
        subject: with(lang, "reminders-digest-subject", &[("count", people.into())]),
        paragraphs,
        button: Some((t(lang, "reminders-people").to_owned(), link.to_owned())),
        footer: footer(lang, &to.organisation),
    })
}

/// How many people, the first of them by name, and how many nothing reached.
fn told(lang: Lang, it: &Section) -> Vec<String> {
    let (words, line) = match it.kind {
        Kind::Overdue => ("reminders-digest-overdue", "reminders-digest-late"),
        Kind::Deadline => ("reminders-digest-due", "reminders-digest-by"),
        Kind::Expiring => ("reminders-digest-expiring", "reminders-digest-ends"),
    };
    let mut all = vec![with(lang, words, &[("count", it.people.into())])];
    all.extend(it.first.iter().map(|(name, what, day)| {
        let after = day.0.tomorrow().map_or(*day, Date);
        let day = when::date(lang, if it.kind == Kind::Overdue { after } else { *day });
        let args = [("name", name.into()), ("what", what.into()), ("day", (&day).into())];
        format!("– {}", with(lang, line, &args))
    }));
    if it.first.len() == NAMED {
        all.push(t(lang, "reminders-digest-more").to_owned());
    }
    if it.unreached > 0 {
        all.push(with(lang, "reminders-digest-unreached", &[("count", it.unreached.into())]));
    }
    all
}

/// The letters with made-up people: for the kit.
pub fn samples(lang: Lang) -> Vec<Letter> {
    let email = || Email::parse("daniel@people.example").ok();
    let (org, account) = (OrgId::from_bytes([0; 16]), AccountId::from_bytes([0; 16]));
    let organisation = "Harbour Works".to_owned();
    let to = To {
        org,
        person: PersonId::from_bytes([0; 16]),
        name: "Daniel Okafor".to_owned(),
        account: Some(account),
        email: email(),
        lang,
        organisation: organisation.clone(),
    };
    let link = "https://gatepass.example/people/example/requirements";
    let asked = |subject: &str, status, last, due| {
        let weight = judge::Weight::Warns;
        let subject = subject.to_owned();
        Why::Asked(ui::Item { subject, status, weight, last, due, note: None }).line(lang)
    };
    let day = Date::new(2026, 12, 6);
    let due = [
        asked("CSCS card", judge::Status::Missing, None, day),
        asked("Site induction", judge::Status::Missing, None, None),
    ];
    let late = [asked("First aid at work", judge::Status::Expired, day, None)];
    let ends = [asked("Working at height", judge::Status::Expiring, day, None)];
    let without = To { account: None, ..to.clone() };
    let reader = Reader {
        org,
        organisation,
        account,
        name: "Lena Magnusson".to_owned(),
        email: email(),
        lang,
    };
    let section = |kind, people, unreached| Section {
        kind,
        people,
        unreached,
        first: day
            .map(|day| ("Daniel Okafor".to_owned(), "CSCS card".to_owned(), day))
            .into_iter()
            .collect(),
    };
    let sections = [
        section(Kind::Overdue, 3, 1),
        section(Kind::Deadline, 1, 0),
        section(Kind::Expiring, 4, 0),
    ];
    let sections: Vec<&Section> = sections.iter().collect();
    let all = [
        letter(&to, "training-required", &due, link),
        letter(&without, "training-due", &due[..1], link),
        letter(&to, "training-overdue", &late, link),
        letter(&to, "training-expiring", &ends, link),
        brief(&reader, &sections, "https://gatepass.example/people"),
    ];
    all.into_iter().flatten().collect()
}
