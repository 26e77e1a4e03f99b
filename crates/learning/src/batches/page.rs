//! What recording for many looks like: who did a course, the form, and what would become of each line.
use kernel::{Date, Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, Status, when};

use super::model::{Known, Line, Outcome};
use crate::completions::model::Completion;
use crate::completions::page::{facts, standing, word};
use crate::completions::store::PAGE;
use crate::courses::model::Course;

/// What the list of a course is made of.
pub struct Listed<'a> {
    pub course: &'a Course,
    pub found: &'a [Completion],
    pub today: Date,
    /// It is not the first page.
    pub after: bool,
    /// Whether whoever looks may record completions.
    pub records: bool,
}

pub fn index(desk: &Desk, it: &Listed<'_>) -> Markup {
    let lang = desk.lang;
    let page = format!("/courses/{}", it.course.id);
    let title = with(lang, "batches-title", &[("name", (&it.course.title).into())]);
    let new = format!("{page}/completions/new");
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, t(lang, "batches-about"), html! {
                (ui::link(&it.course.title, &page).ghost().icon("arrow-left"))
                @if it.records { (ui::link(t(lang, "courses-record"), &new).primary().icon("plus")) }
            }))
            (ui::split(rows(lang, it, &new), None))
        },
    )
}

fn rows(lang: Lang, it: &Listed<'_>, new: &str) -> Markup {
    if it.found.is_empty() {
        return ui::empty(
            "graduation-cap",
            t(lang, "batches-none"),
            t(lang, "batches-none-words"),
            html! { @if it.records { (ui::link(t(lang, "courses-record"), new)) } },
        );
    }
    let columns = [
        Column::who(t(lang, "batches-person")),
        Column::status(t(lang, "courses-state")),
        Column::next(t(lang, "batches-next")),
        Column::kept(t(lang, "completions-done")),
        Column::plain(t(lang, "completions-provider")).leaves_first(),
    ];
    let shown = &it.found[..it.found.len().min(PAGE)];
    let row = |completion: &Completion| {
        let holds = completion.holds(it.today);
        let (status, words) = standing(lang, holds);
        let path = format!("/completions/{}", completion.id);
        let done = when::date(lang, completion.done);
        let void = completion.voided.is_some();
        let cells = vec![
            ui::who(&path, None, &completion.person.1, "", None),
            ui::chip(status, word(lang, holds)),
            ui::next("", if void { "" } else { &words }, status == Status::Bad),
            html! { @if void { s { (done) } } @else { (done) } },
            html! { (completion.provider) },
        ];
        Row::new(completion.id, completion.person.1.as_str(), cells)
    };
    let page = format!("/courses/{}/completions", it.course.id);
    let more = (it.found.len() > PAGE)
        .then(|| shown.last().map(|last| format!("{page}?after={}", last.id)))
        .flatten();
    html! {
        (ui::table(lang, t(lang, "batches-about"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", it.after.then_some(page.as_str()), more.as_deref()))
    }
}

/// What the form needs.
pub struct Asked<'a> {
    pub course: &'a Course,
    /// People to tick.
    pub people: &'a [Known],
}

pub fn new(desk: &Desk, it: &Asked<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let page = format!("/courses/{}", it.course.id);
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        t(lang, "courses-record"),
        html! {
            (ui::head(t(lang, "courses-record"), &it.course.title, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&format!("{page}/completions"), &desk.key, html! {
                    (facts(fields, sent, false))
                    (picker(fields, it.people, sent))
                    (fields.textarea("people", t(lang, "batches-people")).value(sent.get("people").unwrap_or_default())
                        .hint(t(lang, "batches-people-hint")).optional())
                    div.acts {
                        (ui::button(t(lang, "batches-check")).primary().sends("do", "check"))
                        (ui::link(t(lang, "ui-cancel"), &page).ghost())
                    }
                }))
            }
        },
    )
}

/// The search for people, and boxes for those it found.
fn picker(fields: Fields<'_>, people: &[Known], sent: &Sent) -> Markup {
    let lang = fields.lang;
    let ids: Vec<String> = people.iter().map(|it| it.id.to_string()).collect();
    let answers: Vec<Choice<'_>> = people
        .iter()
        .zip(&ids)
        .map(|(it, id)| {
            let choice = Choice::new(id, &it.name);
            if it.about.is_empty() { choice } else { choice.hint(&it.about) }
        })
        .collect();
    let chosen: Vec<&str> = sent.each("id").collect();
    let searched = !sent.text("search").is_empty();
    html! {
        (fields.text("search", t(lang, "batches-search")).value(sent.get("search").unwrap_or_default())
            .hint(t(lang, "batches-search-hint")).maxlength(100).autocomplete("off").optional())
        div.acts { (ui::button(t(lang, "batches-find")).icon("search").sends("do", "find")) }
        @if people.is_empty() {
            @if searched { p.hint { (t(lang, "batches-found-nobody")) } }
        } @else {
            (fields.checkboxes("id", t(lang, "batches-found"), &answers).chosen(&chosen).optional())
        }
    }
}

/// What would be written.
pub struct Checked<'a> {
    pub course: &'a Course,
    pub lines: &'a [Line],
}

pub fn check(desk: &Desk, it: &Checked<'_>, sent: &Sent) -> Markup {
    let lang = desk.lang;
    let ready = it.lines.iter().filter(|it| it.outcome == Outcome::Ready).count();
    let left = it.lines.len() - ready;
    let about = with(lang, "batches-check-about", &[("course", (&it.course.title).into())]);
    let columns = [
        Column::who(t(lang, "batches-person")),
        Column::status(t(lang, "batches-outcome")),
        Column::next(t(lang, "batches-why")),
    ];
    let rows = it.lines.iter().enumerate().map(|(at, line)| row(lang, at, line)).collect();
    let kept = sent.iter().filter(|(name, _)| !matches!(*name, "do" | "_key"));
    let save = with(lang, "batches-save", &[("count", ready.into())]);
    let title = t(lang, "batches-check-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            div.page {
                @if ready == 0 { (ui::notice(Status::Bad, t(lang, "batches-people-nobody"))) }
                @else if left > 0 {
                    (ui::notice(Status::Soon, &with(lang, "batches-left", &[("count", left.into())])))
                }
                (ui::form(&format!("/courses/{}/completions", it.course.id), &desk.key, html! {
                    @for (name, value) in kept { (ui::filter_keep(name, value)) }
                    div.acts {
                        @if ready > 0 { (ui::button(&save).primary().sends("do", "save")) }
                        (ui::button(t(lang, "batches-change")).sends("do", "edit"))
                    }
                }))
            }
            (ui::split(html! { (ui::table(lang, title, &columns, rows)) }, None))
        },
    )
}

fn row(lang: Lang, at: usize, line: &Line) -> Row {
    let done = when::date(lang, line.done);
    let words = match line.outcome {
        Outcome::Ready => with(lang, "completions-done-on", &[("date", (&done).into())]),
        Outcome::Recorded => with(lang, "batches-is-recorded", &[("date", (&done).into())]),
        Outcome::Twice => t(lang, "batches-is-twice").to_owned(),
        Outcome::Archived => t(lang, "batches-is-archived").to_owned(),
        Outcome::Unknown => t(lang, "batches-is-unknown").to_owned(),
        Outcome::Future => with(lang, "batches-is-future", &[("date", (&done).into())]),
        Outcome::Backwards => t(lang, "completions-ends-before").to_owned(),
    };
    let status = match line.outcome {
        Outcome::Ready => Status::Ok,
        Outcome::Recorded | Outcome::Twice => Status::None,
        Outcome::Archived | Outcome::Unknown | Outcome::Future | Outcome::Backwards => Status::Bad,
    };
    let ready = line.outcome == Outcome::Ready;
    let chip =
        ui::chip(status, t(lang, if ready { "batches-goes-in" } else { "batches-left-out" }));
    let name = if let Some((id, name)) = &line.person {
        ui::who(&format!("/people/{id}/completions"), None, name, &line.said, None)
    } else {
        html! { div.who { div { (line.said) } } }
    };
    Row::new(at, line.said.as_str(), vec![name, chip, ui::next("", &words, false)])
}
