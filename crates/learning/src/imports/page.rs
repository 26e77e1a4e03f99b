//! What imports look like: the list, the way in, and one import with its lines.
use kernel::{Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row, Status, View, when};

use super::lines::model::Line;
use super::model::{Import, Outcome, PAGE, State};

const SWAP: &str = "#views #list";

fn state(lang: Lang, it: State) -> (Status, &'static str) {
    match it {
        State::Checked => (Status::None, t(lang, "imports-checked")),
        State::Writing => (Status::Review, t(lang, "imports-writing")),
        State::Written => (Status::Ok, t(lang, "imports-written")),
        State::Voiding => (Status::Review, t(lang, "imports-taking-back")),
        State::Voided => (Status::Waived, t(lang, "imports-taken-back")),
        State::Dropped => (Status::Waived, t(lang, "imports-thrown-away")),
    }
}

fn title(desk: &Desk, import: &Import) -> String {
    with(desk.lang, "imports-of", &[("moment", (&desk.moment(import.made_at)).into())])
}

pub fn index(desk: &Desk, found: &[Import]) -> Markup {
    let lang = desk.lang;
    let heading = t(lang, "imports-title");
    let columns = [
        Column::who(t(lang, "imports-import")),
        Column::status(t(lang, "imports-state")),
        Column::next(t(lang, "imports-lines")),
        Column::plain(t(lang, "imports-by")),
    ];
    let row = |it: &Import| {
        let (status, words) = state(lang, it.state);
        let name = title(desk, it);
        let cells = vec![
            ui::who(&format!("/imports/{}", it.id), None, &name, "", None),
            ui::chip(status, words),
            ui::next("", &summary(lang, it), false),
            html! { (it.made_by.1) },
        ];
        Row::new(it.id, name, cells)
    };
    desk.desktop(
        heading,
        html! {
            (ui::head(heading, t(lang, "imports-about"), html! {
                (ui::link(t(lang, "imports-courses"), "/courses").ghost().icon("arrow-left"))
                (ui::link(t(lang, "imports-new"), "/imports/new").primary().icon("upload"))
            }))
            @if found.is_empty() {
                (ui::empty("upload", t(lang, "imports-none"), t(lang, "imports-none-words"), html! {
                    (ui::link(t(lang, "imports-new"), "/imports/new"))
                }))
            } @else {
                (ui::split(html! { (ui::table(lang, heading, &columns, found.iter().map(row).collect())) }, None))
            }
        },
    )
}

fn summary(lang: Lang, it: &Import) -> String {
    let good = it.count(|it| matches!(it, Outcome::Ready | Outcome::Written | Outcome::Voided));
    with(lang, "imports-summary", &[("good", good.into()), ("left", (it.lines - good).into())])
}

pub fn new(desk: &Desk, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields { lang, invalid };
    let title = t(lang, "imports-new");
    let problem = invalid.get("file").map(|it| t(lang, it));
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "imports-new-about"), html! {
                (ui::link(t(lang, "imports-template"), "/imports/template.csv").icon("download"))
            }))
            div.page {
                (fields.summary())
                (ui::section(t(lang, "imports-how"), None, None, html! {
                    ul.dots {
                        @for key in ["imports-how-columns", "imports-how-person", "imports-how-dates", "imports-how-check"] {
                            li { (t(lang, key)) }
                        }
                    }
                }))
                (ui::form("/imports", &desk.key, html! {
                    div.field {
                        label for="file" { (t(lang, "imports-file")) }
                        span.hint #file-hint { (t(lang, "imports-file-hint")) }
                        @if let Some(problem) = problem { span.err #file-err { (problem) } }
                        input."in in--file" #file type="file" name="file" aria-describedby="file-hint"
                            aria-invalid=[problem.map(|_| "true")]
                            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    }
                    (ui::save_or_cancel(t(lang, "imports-check"), t(lang, "ui-cancel"), "/imports"))
                }).multipart())
            }
        },
    )
}

/// One import, with a page of its lines.
pub struct Shown<'a> {
    pub import: &'a Import,
    pub lines: &'a [Line],
    /// All lines, or those that are left out.
    pub all: bool,
    pub after: i64,
    pub invalid: &'a Invalid,
}

pub fn show(desk: &Desk, it: &Shown<'_>) -> Markup {
    let (lang, import) = (desk.lang, it.import);
    let (title, path) = (title(desk, import), format!("/imports/{}", import.id));
    let left =
        import.count(|it| !matches!(it, Outcome::Ready | Outcome::Written | Outcome::Voided));
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let (all, file) = (format!("{path}?view=all"), format!("{path}/left-out.csv"));
    let views = [
        View::new(&path, t(lang, "imports-left-out")).count(number(left)).current(!it.all),
        View::new(&all, t(lang, "imports-all")).count(number(import.lines)).current(it.all),
    ];
    let about = with(lang, "imports-made", &[("who", (&import.made_by.1).into())]);
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, &about, html! {
                (ui::link(t(lang, "imports-title"), "/imports").ghost().icon("arrow-left"))
                @if left > 0 { (ui::link(t(lang, "imports-left-out-file"), &file).icon("download")) }
            }))
            div.page {
                (Fields { lang, invalid: it.invalid }.summary())
                (stands(desk, it, left))
            }
            (ui::views(lang, SWAP, &views))
            (ui::split(lines(lang, it, &path), None))
        },
    )
}

/// How far it is, and what can be done next.
fn stands(desk: &Desk, it: &Shown<'_>, left: i64) -> Markup {
    let (lang, import) = (desk.lang, it.import);
    let count = |of| import.count(|it| it == of);
    let (ready, written) = (count(Outcome::Ready), count(Outcome::Written));
    let (status, words) = state(lang, import.state);
    let said = summary(lang, import);
    let to = |end: &str| format!("/imports/{}/{end}", import.id);
    match import.state {
        State::Checked => html! {
            (ui::verdict(if ready == 0 { Status::Bad } else if left > 0 { Status::Soon } else { Status::Ok }, words, &said))
            div.acts {
                @if ready > 0 {
                    (ui::form(&to("confirmation"), &desk.key, html! {
                        (ui::button(&with(lang, "imports-confirm", &[("count", ready.into())])).primary())
                    }).inline())
                }
                (ui::form(&to("cancellation"), &desk.key, html! { (ui::button(t(lang, "imports-drop")).ghost()) }).inline())
            }
        },
        State::Writing | State::Voiding => {
            let whole = (ready + written + count(Outcome::Voided)).max(1);
            let done = match import.state {
                State::Writing => written,
                _ => count(Outcome::Voided),
            };
            let percent = u8::try_from(done * 100 / whole).unwrap_or(100);
            html! {
                (ui::verdict(status, words, &with(lang, "imports-progress", &[("done", done.into()), ("count", whole.into())])))
                (ui::progress(words, percent))
                div.acts { (ui::link(t(lang, "imports-look-again"), &format!("/imports/{}", import.id)).icon("refresh-cw")) }
            }
        }
        State::Written => html! {
            (ui::verdict(status, words, &said))
            @if written > 0 { (take_back(desk, it, &to("cancellation"))) }
        },
        State::Voided | State::Dropped => html! {
            (ui::verdict(status, words, import.reason.as_deref().unwrap_or_default()))
        },
    }
}

fn take_back(desk: &Desk, it: &Shown<'_>, action: &str) -> Markup {
    let lang = desk.lang;
    let fields = Fields { lang, invalid: it.invalid };
    ui::folded(
        None,
        t(lang, "imports-take-back"),
        html! {
            p.hint { (t(lang, "imports-take-back-words")) }
            (ui::form(action, &desk.key, html! {
                (fields.text("reason", t(lang, "imports-reason")).maxlength(200))
                div.acts { (ui::button(t(lang, "imports-take-back")).bad()) }
            }))
        },
    )
}

fn lines(lang: Lang, it: &Shown<'_>, path: &str) -> Markup {
    if it.lines.is_empty() {
        return ui::empty(
            "circle-check",
            t(lang, "imports-nothing-left"),
            t(lang, "imports-nothing-left-words"),
            html! {},
        );
    }
    let columns = [
        Column::who(t(lang, "imports-person")),
        Column::status(t(lang, "imports-state")),
        Column::next(t(lang, "imports-why")),
        Column::kept(t(lang, "imports-course")),
        Column::plain(t(lang, "imports-done")).leaves_first(),
        Column::plain(t(lang, "imports-line")).number().leaves_first(),
    ];
    let shown = &it.lines[..it.lines.len().min(PAGE)];
    let next = (it.lines.len() > PAGE).then(|| shown.last()).flatten();
    let view = if it.all { "view=all&" } else { "" };
    let next = next.map(|last| format!("{path}?{view}after={}", last.raw.line));
    let first = format!("{path}?{view}");
    let first = (it.after > 0).then_some(first.trim_end_matches(['&', '?']));
    html! {
        (ui::table(lang, t(lang, "imports-lines"), &columns, shown.iter().map(|it| row(lang, it)).collect()).sentences())
        (ui::pager(lang, "", first, next.as_deref()))
    }
}

fn row(lang: Lang, it: &Line) -> Row {
    let (status, chip) = chip(lang, it.outcome);
    let raw = &it.raw;
    let said = if raw.person.is_empty() { "–" } else { &raw.person };
    let who = if let (Some(name), Some(id)) = (&it.name, it.person) {
        let about = if name == said { "" } else { said };
        ui::who(&format!("/people/{id}/completions"), None, name, about, None)
    } else {
        html! { div.who { div { (said) } } }
    };
    let done = it.done.map_or_else(|| raw.done.clone(), |it| when::date(lang, it));
    let ends = it.ends.map(|it| when::date(lang, it));
    let why = match &ends {
        Some(day) if it.outcome.is_good() => with(lang, "imports-until", &[("day", day.into())]),
        _ => words(lang, it.outcome).to_owned(),
    };
    let cells = vec![
        who,
        ui::chip(status, chip),
        ui::next("", &why, false),
        html! { (raw.course) },
        html! { (done) },
        html! { (raw.line) },
    ];
    Row::new(raw.line, said, cells)
}

fn chip(lang: Lang, it: Outcome) -> (Status, &'static str) {
    match it {
        Outcome::Ready => (Status::Ok, t(lang, "imports-goes-in")),
        Outcome::Written => (Status::Ok, t(lang, "imports-is-in")),
        Outcome::Voided => (Status::Waived, t(lang, "imports-taken-back")),
        _ if it.is_known() => (Status::None, t(lang, "imports-known")),
        _ => (Status::Bad, t(lang, "imports-is-left-out")),
    }
}

/// Why a line is left out, and what to do about it.
pub fn words(lang: Lang, it: Outcome) -> &'static str {
    match it {
        Outcome::Ready | Outcome::Written | Outcome::Voided => "",
        Outcome::Recorded => t(lang, "imports-recorded"),
        Outcome::Twice => t(lang, "imports-twice"),
        Outcome::NoPerson => t(lang, "imports-no-person"),
        Outcome::UnknownPerson => t(lang, "imports-unknown-person"),
        Outcome::SeveralPeople => t(lang, "imports-several-people"),
        Outcome::Archived => t(lang, "imports-archived"),
        Outcome::NoCourse => t(lang, "imports-no-course"),
        Outcome::UnknownCourse => t(lang, "imports-unknown-course"),
        Outcome::ArchivedCourse => t(lang, "imports-archived-course"),
        Outcome::NoDate => t(lang, "imports-no-date"),
        Outcome::BadDate => t(lang, "imports-bad-date"),
        Outcome::Future => t(lang, "imports-future"),
        Outcome::BadEnd => t(lang, "imports-bad-end"),
        Outcome::Backwards => t(lang, "imports-backwards"),
        Outcome::TooLong => t(lang, "imports-too-long"),
    }
}

/// The heads of what a file of left-out lines adds.
pub fn aside(lang: Lang) -> [&'static str; 2] {
    [t(lang, "imports-line"), t(lang, "imports-why")]
}
