//! What the queue looks like, an attempt with the decision about it, and the letters.
use kernel::field::Email;
use kernel::{AccountId, Date, Fields as Sent, Invalid, Lang, OrgId};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row};

use super::Rights;
use people::Reader;

use super::model::{After, Told, Waiting};
use super::store::PAGE;
use crate::attempts::model::{Answers, Attempt};
use crate::attempts::page::{answers, facts, standing, status, word};
use crate::questions::model::Question;

/// The queue as it is shown.
pub struct Queue<'a> {
    pub found: &'a [Waiting],
    pub count: i64,
    /// The first page of it.
    pub first: bool,
}

pub fn index(desk: &Desk, queue: &Queue<'_>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "assessments-title");
    let about = with(lang, "assessments-count", &[("count", queue.count.into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            (ui::split(rows(desk, queue), None))
        },
    )
}

fn rows(desk: &Desk, queue: &Queue<'_>) -> Markup {
    let lang = desk.lang;
    if queue.found.is_empty() {
        let (title, words) =
            (t(lang, "assessments-queue-none"), t(lang, "assessments-queue-none-words"));
        return ui::empty("clipboard-check", title, words, html! {});
    }
    let columns = [
        Column::who(t(lang, "assessments-person")),
        Column::kept(t(lang, "assessments-what")),
        Column::plain(t(lang, "assessments-site")).leaves_first(),
        Column::next(t(lang, "assessments-sent-on")),
    ];
    let shown = &queue.found[..queue.found.len().min(PAGE)];
    let row = |it: &Waiting| {
        let cells = vec![
            ui::who(&format!("/assessments/{}", it.id), None, &it.person.1, &it.company, None),
            html! { (it.template) @if it.own { " " (ui::tag(t(lang, "assessments-own"))) } },
            html! { @if it.site.is_empty() { (t(lang, "assessments-no-site")) } @else { (it.site) } },
            html! { (desk.moment(it.submitted_at)) },
        ];
        Row::new(it.id, it.person.1.as_str(), cells)
    };
    let after = shown.last().filter(|_| queue.found.len() > PAGE);
    let more = after.map(|it| format!("/assessments?after={}", After::of(it)));
    html! {
        (ui::table(lang, t(lang, "assessments-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", (!queue.first).then_some("/assessments"), more.as_deref()))
    }
}

/// One attempt as somebody else than its person sees it.
pub struct Shown<'a> {
    pub it: &'a Attempt,
    pub rights: Rights,
    pub asked: &'a [Question],
    pub answers: &'a Answers,
    pub today: Date,
    /// The reader has a queue to go back to.
    pub reviews: bool,
}

pub fn show(desk: &Desk, shown: &Shown<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, it) = (desk.lang, shown.it);
    let title = it.template.1.as_str();
    let state = it.state(shown.today);
    let fields = Fields::new(lang, invalid);
    let list = format!("/people/{}/assessments", it.person.0);
    let picture = |asked: &Question| format!("/assessments/{}/pictures/{}", it.id, asked.id);
    desk.desktop(
        &format!("{title}: {}", it.person.1),
        html! {
            (ui::head(title, &it.person.1, html! {
                @if shown.reviews { (ui::link(t(lang, "assessments-title"), "/assessments").ghost().icon("inbox")) }
                (ui::link(&it.person.1, &list).ghost().icon("arrow-left"))
            }))
            div.evidence {
                div.pictures {
                    @if shown.rights.reads { (answers(lang, shown.asked, shown.answers, picture, |_| None)) }
                    @else { p.hint { (t(lang, "assessments-not-yours-to-read")) } }
                }
                div {
                    (fields.summary())
                    (ui::verdict(status(state), word(lang, state), &standing(desk, it, shown.today)))
                    @if shown.rights.decides { (decision(desk, it, sent, &fields)) }
                    (facts(desk, it))
                }
            }
        },
    )
}

/// Two keys: A approves, R opens the reason. Both are buttons.
fn decision(desk: &Desk, it: &Attempt, sent: &Sent, fields: &Fields<'_>) -> Markup {
    let (lang, id) = (desk.lang, it.id);
    let open = !fields.invalid.is_empty();
    html! {
        form.form-inline data-press="a" method="post" action={ "/assessments/" (id) "/approval" } {
            input type="hidden" name="_key" value=(desk.key);
            (ui::button(t(lang, "assessments-approve")).primary().large().icon("check"))
        }
        details.fold open[open] {
            summary data-press="r" { span { (t(lang, "assessments-reject")) } (ui::icon("chevron-down")) }
            (ui::form(&format!("/assessments/{id}/rejection"), &desk.key, html! {
                (fields.textarea("reason", t(lang, "assessments-reason"))
                    .hint(t(lang, "assessments-reason-hint")).value(sent.get("reason").unwrap_or_default()))
                (ui::button(t(lang, "assessments-reject")).bad())
            }))
        }
        p.hint { (t(lang, "assessments-keys")) }
    }
}

/// A letter about assessments to somebody.
pub fn letter(
    reader: &Reader,
    kind: &'static str,
    paragraphs: Vec<String>,
    (subject, button): (String, (String, String)),
) -> Option<Letter> {
    let lang = reader.lang;
    let hello = with(lang, "assessments-mail-hello", &[("name", reader.name.as_str().into())]);
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
        footer: with(lang, "assessments-mail-footer", &[organisation]),
    })
}

/// Something waits for one who decides.
pub fn letter_submitted(
    reader: &Reader,
    (template, person): (&str, &str),
    link: &str,
) -> Option<Letter> {
    let lang = reader.lang;
    let args = [("template", template.into()), ("person", person.into())];
    let subject = with(lang, "assessments-mail-submitted-subject", &args);
    let words = with(lang, "assessments-mail-submitted", &args);
    let button = (t(lang, "assessments-mail-look").to_owned(), link.to_owned());
    letter(reader, "assessment-submitted", vec![words], (subject, button))
}

/// What became of what somebody handed in.
pub fn letter_decided(
    reader: &Reader,
    template: &str,
    told: &Told<'_>,
    link: &str,
) -> Option<Letter> {
    let lang = reader.lang;
    let args = [("template", template.into())];
    let (subject, words) = match told {
        Told::Approved => ("assessments-mail-approved-subject", "assessments-mail-approved"),
        Told::Rejected(_) => ("assessments-mail-rejected-subject", "assessments-mail-rejected"),
    };
    let mut paragraphs = vec![with(lang, words, &args)];
    if let Told::Rejected(reason) = told {
        paragraphs.push((*reason).to_owned());
        paragraphs.push(t(lang, "assessments-mail-again").to_owned());
    }
    let button = (t(lang, "assessments-mail-open").to_owned(), link.to_owned());
    letter(reader, told.kind(), paragraphs, (with(lang, subject, &args), button))
}

/// Somebody who does not exist.
pub fn sample_reader(lang: Lang) -> Reader {
    Reader {
        org: OrgId::from_bytes([0; 16]),
        organisation: "Harbour Works".to_owned(),
        account: AccountId::from_bytes([0; 16]),
        name: "Daniel Okafor".to_owned(),
        email: Email::parse("daniel@people.example").ok(),
        lang,
    }
}

/// The letters with made-up people.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    let reader = sample_reader(lang);
    let template = "Site risk assessment";
    let link = "https://gatepass.example/assessments/example";
    let all = [Told::Approved, Told::Rejected("The photo is too dark.")];
    let told = all.iter().map(|told| letter_decided(&reader, template, told, link));
    let submitted = letter_submitted(&reader, (template, "Tomasz Nowak"), link);
    told.chain([submitted]).flatten().collect()
}
