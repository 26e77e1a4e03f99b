//! What rules look like: the list of one source, the form, one rule with its versions.
use judge::Mode;
use kernel::{Fields as Sent, Instant, Invalid, Lang, RuleId};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, Status, View, validity_words};

use super::model::{Rule, Source, subject_code};
use super::store::Asks;
use crate::standings::model::World;

/// Everything the list of one source shows.
pub struct Index<'a> {
    pub world: &'a World,
    pub sources: &'a [Asks],
    pub source: Source,
    pub name: String,
    pub now: Instant,
    pub edits: bool,
}

pub fn index(desk: &Desk, page: &Index<'_>) -> Markup {
    let lang = desk.lang;
    let (field, value) = page.source.field();
    let new = format!("/requirements/new?{field}={value}");
    let title = t(lang, "rules-title");
    desk.desktop(
        title,
        html! {
            (ui::head(title, about(lang, page.source, &page.name), html! {
                @if page.edits { (ui::link(t(lang, "rules-new"), &new).primary().icon("plus")) }
            }))
            (chooser(desk, page))
            (ui::split(list(desk, page), None))
        },
    )
}

/// All sites as a tab, everything else in menus by kind.
fn chooser(desk: &Desk, page: &Index<'_>) -> Markup {
    let lang = desk.lang;
    let paths: Vec<String> = page.sources.iter().map(|it| it.source.path()).collect();
    let views: Vec<View<'_>> = page
        .sources
        .iter()
        .zip(&paths)
        .filter(|(it, _)| it.rules > 0 || it.source == page.source || it.source == Source::AllSites)
        .map(|(it, path)| {
            let name =
                if it.source == Source::AllSites { t(lang, "rules-all-sites") } else { &it.name };
            let view = View::new(path, name).current(it.source == page.source);
            view.count(u64::try_from(it.rules).unwrap_or_default())
        })
        .collect();
    html! {
        (ui::tabs(t(lang, "rules-title"), &views))
        div.filters {
            @for (key, code, id) in KINDS {
                @let some: Vec<_> = page.sources.iter().zip(&paths).filter(|(it, _)| it.source.code() == code).collect();
                @if !some.is_empty() {
                    (ui::filter_menu(id, t(lang, key), html! {
                        @for (it, path) in some { a href=(path) { (it.name) } }
                    }))
                }
            }
        }
    }
}

const KINDS: [(&str, &str, &str); 4] = [
    ("rules-by-site", "site", "by-site"),
    ("rules-by-region", "region", "by-region"),
    ("rules-by-group", "group", "by-group"),
    ("rules-by-job-role", "job_role", "by-job-role"),
];

fn list(desk: &Desk, page: &Index<'_>) -> Markup {
    let lang = desk.lang;
    let own = |it: &&Rule| it.source == page.source && !it.is_over(page.now);
    let rules: Vec<&Rule> = page.world.rules.iter().filter(own).collect();
    if rules.is_empty() {
        return ui::empty(
            "list-checks",
            t(lang, "rules-none"),
            t(lang, "rules-none-words"),
            html! {},
        );
    }
    let columns = [
        Column::who(t(lang, "rules-asked")),
        Column::status(t(lang, "rules-state")),
        Column::next(t(lang, "rules-holds")),
        Column::kept(t(lang, "rules-gap")),
    ];
    let row = |it: &&Rule| {
        let path = format!("/requirements/{}", it.id);
        let cells = vec![
            ui::who(&path, None, &it.terms.name(page.world), mode(lang, it.terms.mode), None),
            state(desk, it, page.now),
            html! { (holds(lang, it)) },
            html! { (gap(lang, it)) },
        ];
        Row::new(it.id, it.terms.name(page.world), cells)
    };
    html! { (ui::table(lang, t(lang, "rules-title"), &columns, rules.iter().map(row).collect())) }
}

pub fn mode(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Required => t(lang, "rules-required"),
        Mode::Optional => t(lang, "rules-optional"),
        Mode::Hidden => t(lang, "rules-hidden"),
    }
}

fn state(desk: &Desk, rule: &Rule, now: Instant) -> Markup {
    let lang = desk.lang;
    let (status, words) = match rule.end {
        _ if rule.starts > now => {
            let day = desk.day(rule.starts);
            (Status::None, with(lang, "rules-from", &[("day", (&day).into())]))
        }
        Some(end) => {
            let day = desk.day(end.at);
            (Status::Soon, with(lang, "rules-until", &[("day", (&day).into())]))
        }
        None => (Status::Ok, t(lang, "rules-in-force").to_owned()),
    };
    ui::chip(status, &words)
}

fn holds(lang: Lang, rule: &Rule) -> String {
    rule.terms.validity.map_or_else(
        || t(lang, "rules-usual").to_owned(),
        |it| validity_words(lang, &it.to_string()),
    )
}

fn gap(lang: Lang, rule: &Rule) -> String {
    if rule.terms.mode != Mode::Required {
        return t(lang, "rules-lets-in").to_owned();
    }
    let key = if rule.terms.blocking { "rules-blocks" } else { "rules-warns" };
    match rule.terms.grace {
        0 => t(lang, key).to_owned(),
        days => {
            let days = with(lang, "rules-grace-days", &[("count", u64::from(days).into())]);
            format!("{}, {days}", t(lang, key))
        }
    }
}

/// A rule's form: a new one, or a new version of one.
pub struct Form<'a> {
    pub world: &'a World,
    pub source: Source,
    pub name: String,
    pub rule: Option<RuleId>,
}

impl Form<'_> {
    pub fn action(&self) -> String {
        self.rule.map_or_else(|| "/requirements".to_owned(), |it| format!("/requirements/{it}"))
    }
}

/// Whose rules these are, in words.
pub fn about(lang: Lang, source: Source, name: &str) -> &str {
    if source == Source::AllSites { t(lang, "rules-all-sites") } else { name }
}

pub fn form(desk: &Desk, page: &Form<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let key = if page.rule.is_some() { "rules-edit" } else { "rules-new" };
    let back = page.source.path();
    let (field, value) = page.source.field();
    desk.desktop(
        t(lang, key),
        html! {
            (ui::head(t(lang, key), about(lang, page.source, &page.name), html! {
                (ui::link(t(lang, "rules-title"), &back).ghost().icon("arrow-left"))
            }))
            div.page {
                (Fields { lang, invalid }.summary())
                // The change is looked at before it goes live: the form asks for the rehearsal, which publishes.
                form.form method="get" action="/requirements/rehearsal" {
                    input type="hidden" name=(field) value=(value);
                    @if let Some(rule) = page.rule { input type="hidden" name="rule" value=(rule); }
                    (fields(lang, page, sent, invalid))
                    (ui::save_or_cancel(t(lang, "rules-rehearse"), t(lang, "standings-cancel"), &back))
                }
            }
        },
    )
}

fn fields(lang: Lang, page: &Form<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let fields = Fields { lang, invalid };
    let old = page.rule.and_then(|id| page.world.rules.iter().find(|it| it.id == id));
    let mut subjects: Vec<(String, &str, Option<&str>)> = page
        .world
        .subjects
        .iter()
        .filter(|(key, _)| page.world.offers(**key, old))
        .map(|(key, it)| (subject_code(*key), it.name.as_str(), about_subject(lang, *key)))
        .collect();
    subjects.sort_by(|a, b| a.1.cmp(b.1));
    let answers: Vec<Choice<'_>> = subjects
        .iter()
        .map(|it| Choice { value: it.0.as_str(), label: it.1, hint: it.2 })
        .collect();
    let chosen: Vec<&str> = sent.each("subject").collect();
    let modes = [
        Choice::new("required", t(lang, "rules-required")).hint(t(lang, "rules-required-hint")),
        Choice::new("optional", t(lang, "rules-optional")).hint(t(lang, "rules-optional-hint")),
        Choice::new("hidden", t(lang, "rules-hidden")).hint(t(lang, "rules-hidden-hint")),
    ];
    let gaps = [
        Choice::new("block", t(lang, "rules-blocks")).hint(t(lang, "rules-blocks-hint")),
        Choice::new("warn", t(lang, "rules-warns")).hint(t(lang, "rules-warns-hint")),
    ];
    let or = |value, otherwise| if str::is_empty(value) { otherwise } else { value };
    let word = ui::validity_word(sent, "validity");
    html! {
        (fields.checkboxes("subject", t(lang, "rules-subject"), &answers).chosen(&chosen).hint(t(lang, "rules-subject-hint")))
        (fields.radios("mode", t(lang, "rules-mode"), &modes).chosen(&[or(sent.text("mode"), "required")]))
        (fields.radios("blocking", t(lang, "rules-gap"), &gaps).chosen(&[or(sent.text("blocking"), "block")]))
        (fields.validity("validity", t(lang, "rules-validity-field")).value(&word).hint(t(lang, "rules-validity-hint"))
            .otherwise(t(lang, "rules-usual")))
        (fields.date("start", t(lang, "rules-start"))
            .value(sent.text("start-day"), sent.text("start-month"), sent.text("start-year"))
            .hint(t(lang, "rules-start-hint")).optional())
        (fields.number("grace", t(lang, "rules-grace-field")).value(sent.text("grace")).hint(t(lang, "rules-grace-hint")).optional())
    }
}

/// T-S7: what is worth knowing of a kind of thing before it is asked for.
fn about_subject(lang: Lang, subject: judge::Subject) -> Option<&'static str> {
    matches!(subject, judge::Subject::Assessment(_)).then(|| t(lang, "rules-assessment-hint"))
}

/// One version, and what came before and after it.
pub fn show(
    desk: &Desk,
    world: &World,
    rule: &Rule,
    name: &str,
    edits: bool,
    now: Instant,
) -> Markup {
    let lang = desk.lang;
    let (title, path) = (rule.terms.name(world), format!("/requirements/{}", rule.id));
    let line: Vec<&Rule> = world.rules.iter().rev().filter(|it| it.line == rule.line).collect();
    let open = edits && rule.end.is_none();
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, about(lang, rule.source, name), html! {
                (ui::link(t(lang, "rules-title"), &rule.source.path()).ghost().icon("arrow-left"))
                @if open {
                    (ui::link(t(lang, "rules-edit"), &format!("{path}/edit")).primary().icon("pencil"))
                }
            }))
            div.page {
                (ui::section(t(lang, "rules-terms"), None, None, html! {
                    (ui::kv(t(lang, "rules-mode"), "", html! { (mode(lang, rule.terms.mode)) }))
                    (ui::kv(t(lang, "rules-gap"), "", html! { (gap(lang, rule)) }))
                    (ui::kv(t(lang, "rules-holds"), "", html! { (holds(lang, rule)) }))
                    (ui::kv(t(lang, "rules-state"), "", state(desk, rule, now)))
                }))
                @if line.len() > 1 {
                    (ui::section(t(lang, "rules-versions"), u64::try_from(line.len()).ok(), None, html! {
                        @for it in line {
                            @let words = format!("{}, {}, {}", mode(lang, it.terms.mode), gap(lang, it), holds(lang, it));
                            (ui::kv(&desk.moment(it.starts), &words, html! {
                                @if it.id == rule.id { (t(lang, "rules-this")) }
                                @else { a href=(format!("/requirements/{}", it.id)) { (t(lang, "rules-look")) } }
                            }))
                        }
                    }))
                }
                @if open {
                    (ui::section(t(lang, "rules-end"), None, None, html! {
                        p { (t(lang, "rules-end-words")) }
                        (ui::form(&format!("{path}/end"), &desk.key, html! { (ui::button(t(lang, "rules-end")).bad()) }))
                    }))
                }
            }
        },
    )
}

/// The rules that ask for one thing.
pub struct Asking<'a> {
    pub world: &'a World,
    pub name: &'a str,
    /// Each with the name of its source.
    pub found: &'a [(&'a Rule, String)],
    /// Rules of sources that the reader does not see.
    pub unseen: usize,
    pub now: Instant,
}

pub fn asking(desk: &Desk, page: &Asking<'_>) -> Markup {
    let lang = desk.lang;
    let columns = [
        Column::who(t(lang, "rules-source")),
        Column::status(t(lang, "rules-state")),
        Column::next(t(lang, "rules-gap")),
        Column::kept(t(lang, "rules-asked")),
    ];
    let row = |(rule, name): &(&Rule, String)| {
        let (path, source) = (format!("/requirements/{}", rule.id), about(lang, rule.source, name));
        let cells = vec![
            ui::who(&path, None, source, mode(lang, rule.terms.mode), None),
            state(desk, rule, page.now),
            html! { (gap(lang, rule)) },
            html! { (rule.terms.name(page.world)) },
        ];
        Row::new(rule.id, source, cells)
    };
    let unseen = with(lang, "rules-unseen", &[("count", page.unseen.into())]);
    desk.desktop(
        page.name,
        html! {
            (ui::head(page.name, t(lang, "rules-asking"), html! {
                (ui::link(t(lang, "rules-title"), "/requirements").ghost().icon("arrow-left"))
            }))
            @if page.unseen > 0 { (ui::notice(Status::None, &unseen)) }
            @if page.found.is_empty() && page.unseen == 0 {
                (ui::empty("list-checks", t(lang, "rules-asking-none"), t(lang, "rules-asking-none-words"), html! {}))
            } @else if !page.found.is_empty() {
                (ui::split(html! {
                    (ui::table(lang, t(lang, "rules-title"), &columns, page.found.iter().map(row).collect()))
                }, None))
            }
        },
    )
}
