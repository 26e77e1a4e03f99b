//! What the queue looks like, what a reason says, and the letters about what became of evidence.
use kernel::access::Actor;
use kernel::field::Email;
use kernel::{AccountId, Date, Lang, OrgId};
use maud::{Markup, html};
use notices::Letter;
use people::Reader;
use ui::text::{t, with};
use ui::{Bulk, Column, Desk, Row, Status, when};

use super::model::{After, Hint, Told, Waiting};
use super::store::PAGE;
use crate::evidence::model::{Evidence, Given, Reason};

/// The queue as it is shown.
pub struct Queue<'a> {
    pub found: &'a [Waiting],
    pub count: i64,
    pub today: Date,
    /// The first page of it.
    pub first: bool,
}

pub fn index(desk: &Desk, actor: &Actor, queue: &Queue<'_>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "reviews-title");
    let about = with(lang, "reviews-count", &[("count", queue.count.into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            (ui::split(rows(desk, actor, queue), None))
        },
    )
}

fn rows(desk: &Desk, actor: &Actor, queue: &Queue<'_>) -> Markup {
    let lang = desk.lang;
    if queue.found.is_empty() {
        return ui::empty(
            "inbox",
            t(lang, "reviews-none"),
            t(lang, "reviews-none-words"),
            html! {},
        );
    }
    let columns = [
        Column::who(t(lang, "evidence-person")),
        Column::kept(t(lang, "evidence-qualification")),
        Column::next(t(lang, "reviews-needed")),
        Column::plain(t(lang, "evidence-sender")).leaves_first(),
        Column::plain(t(lang, "evidence-sent-on")).leaves_second(),
    ];
    let shown = &queue.found[..queue.found.len().min(PAGE)];
    let row = |it: &Waiting| {
        let own = actor.account == it.sender.0 || actor.person == Some(it.person.0);
        let cells = vec![
            ui::who(&format!("/evidence/{}", it.id), None, &it.person.1, &it.company, None),
            html! { (it.qualification) @if own { " " (ui::tag(t(lang, "reviews-own"))) } },
            needed(lang, it, queue.today),
            html! { (it.sender.1) },
            html! { (desk.day(it.submitted_at)) },
        ];
        Row::new(it.id, it.person.1.as_str(), cells)
    };
    let table =
        ui::table(lang, t(lang, "reviews-title"), &columns, shown.iter().map(row).collect());
    let after = shown.last().filter(|_| queue.found.len() > PAGE);
    let more = after.map(|it| format!("/evidence?after={}", After::of(it)));
    html! {
        (Bulk {
            lang,
            key: &desk.key,
            action: "/evidence/approvals",
            swap: None,
            table: table.select(),
            buttons: html! { (ui::button(t(lang, "reviews-approve-chosen")).primary().icon("check")) },
        })
        (ui::pager(lang, "", (!queue.first).then_some("/evidence"), more.as_deref()))
    }
}

/// Why it stands where it stands.
fn needed(lang: Lang, it: &Waiting, today: Date) -> Markup {
    if it.keeps_out {
        return ui::next("", t(lang, "reviews-keeps-out"), true);
    }
    match it.needed {
        None => ui::next("", t(lang, "reviews-needed-sometime"), false),
        Some(day) if day <= today => ui::next("", t(lang, "reviews-needed-now"), true),
        Some(day) => {
            let day = when::date(lang, day);
            ui::next("", &with(lang, "reviews-needed-from", &[("date", (&day).into())]), false)
        }
    }
}

/// A hint in a sentence.
pub fn hint(lang: Lang, hint: &Hint) -> Markup {
    let (key, who) = match hint {
        Hint::SameNumber(who) => ("reviews-hint-number", Some(who)),
        Hint::SamePicture(who) => ("reviews-hint-picture", Some(who)),
        Hint::IssuedLater => ("reviews-hint-issued-later", None),
        Hint::EndsBeforeItBegins => ("reviews-hint-ends-before", None),
        Hint::OverAlready => ("reviews-hint-over", None),
    };
    let words = match who {
        Some(who) => {
            let name = who.as_ref().map_or_else(|| t(lang, "reviews-somebody"), |it| it.1.as_str());
            with(lang, key, &[("name", name.into())])
        }
        None => t(lang, key).to_owned(),
    };
    let action = html! {
        @if let Some(Some((id, _))) = who {
            (ui::link(t(lang, "reviews-look"), &format!("/people/{id}/evidence")).ghost())
        }
    };
    ui::notice_with(Status::Soon, &words, action)
}

/// The sentence of a reason.
pub fn canned(lang: Lang, reason: Reason) -> &'static str {
    t(
        lang,
        match reason {
            Reason::Unreadable => "evidence-reason-unreadable",
            Reason::WrongDocument => "evidence-reason-wrong-document",
            Reason::Expired => "evidence-reason-expired",
            Reason::OtherName => "evidence-reason-other-name",
            Reason::Incomplete => "evidence-reason-incomplete",
            Reason::NotAccepted => "evidence-reason-not-accepted",
            Reason::Other => "evidence-reason-other",
        },
    )
}

/// A reason as it is told.
pub fn reason(lang: Lang, given: &Given) -> String {
    match (given.reason, given.words.is_empty()) {
        (Reason::Other, _) => given.words.clone(),
        (other, true) => canned(lang, other).to_owned(),
        (other, false) => format!("{} {}", canned(lang, other), given.words),
    }
}

fn letter(
    reader: &Reader,
    kind: &'static str,
    paragraphs: Vec<String>,
    (subject, button): (String, (String, String)),
) -> Option<Letter> {
    let lang = reader.lang;
    let hello = with(lang, "evidence-mail-hello", &[("name", reader.name.as_str().into())]);
    let organisation = ("organisation", reader.organisation.as_str().into());
    Some(Letter {
        org: Some(reader.org),
        kind,
        lang,
        to: reader.email.clone()?,
        name: reader.name.clone(),
        subject,
        paragraphs: [vec![hello], paragraphs].concat(),
        button: Some(button),
        footer: with(lang, "evidence-mail-footer", &[organisation]),
    })
}

/// What became of what somebody handed in.
pub fn letter_decided(
    reader: &Reader,
    it: &Evidence,
    told: &Told<'_>,
    link: &str,
) -> Option<Letter> {
    decided(reader, (&it.qualification.1, &it.person.1), told, link)
}

fn decided(
    reader: &Reader,
    (qualification, person): (&str, &str),
    told: &Told<'_>,
    link: &str,
) -> Option<Letter> {
    let lang = reader.lang;
    let args = [("qualification", qualification.into()), ("person", person.into())];
    let (subject, words) = match told {
        Told::Approved => ("evidence-mail-approved-subject", "evidence-mail-approved"),
        Told::Rejected(_) => ("evidence-mail-rejected-subject", "evidence-mail-rejected"),
        Told::Revoked(_) => ("evidence-mail-revoked-subject", "evidence-mail-revoked"),
    };
    let mut paragraphs = vec![with(lang, words, &args)];
    if let Some(given) = told.given() {
        paragraphs.push(reason(lang, given));
        paragraphs.push(t(lang, "evidence-mail-again").to_owned());
    }
    let button = (t(lang, "evidence-mail-open").to_owned(), link.to_owned());
    letter(reader, told.kind(), paragraphs, (with(lang, subject, &args), button))
}

/// Something waits for a reviewer.
pub fn letter_waiting(reader: &Reader, count: i64, link: &str) -> Option<Letter> {
    let lang = reader.lang;
    let args = [("count", count.into())];
    let subject = with(lang, "evidence-mail-waiting-subject", &args);
    let words = with(lang, "evidence-mail-waiting", &args);
    let button = (t(lang, "reviews-title").to_owned(), link.to_owned());
    letter(reader, "evidence-submitted", vec![words], (subject, button))
}

/// The letters with made-up people.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    let reader = Reader {
        org: OrgId::from_bytes([0; 16]),
        organisation: "Harbour Works".to_owned(),
        account: AccountId::from_bytes([0; 16]),
        name: "Daniel Okafor".to_owned(),
        email: Email::parse("daniel@people.example").ok(),
        lang,
    };
    let given = Given { reason: Reason::Unreadable, words: String::new() };
    let link = "https://gatepass.example/evidence/example";
    let all = [Told::Approved, Told::Rejected(&given), Told::Revoked(&given)];
    let card = ("CSCS card", "Daniel Okafor");
    let told = all.iter().map(|told| decided(&reader, card, told, link));
    told.chain([letter_waiting(&reader, 3, link)]).flatten().collect()
}
