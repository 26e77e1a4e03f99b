//! What templates look like: the list, the form, and one of them with its questions.
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, Status, View, when};

use super::model::{Choices, Expiry, Kind, List, State, Template, Version};
use super::store::PAGE;
use crate::questions::model::Question;
use crate::questions::page::lines;

pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Risk => t(lang, "templates-kind-risk"),
        Kind::Questionnaire => t(lang, "templates-kind-questionnaire"),
    }
}

fn state(lang: Lang, state: State) -> (Status, &'static str) {
    match state {
        State::Draft => (Status::None, t(lang, "templates-state-draft")),
        State::Published => (Status::Ok, t(lang, "templates-state-published")),
        State::Archived => (Status::None, t(lang, "templates-state-archived")),
    }
}

/// How long it counts, in words.
fn expiry(lang: Lang, it: Expiry) -> String {
    match it {
        Expiry::Never => t(lang, "templates-counts-forever").to_owned(),
        Expiry::Days(days) => {
            with(lang, "templates-counts-days", &[("count", u64::from(days).into())])
        }
        Expiry::On(date) => {
            let date = when::date(lang, date);
            with(lang, "templates-counts-until", &[("date", (&date).into())])
        }
    }
}

fn number(it: i64) -> u64 {
    u64::try_from(it).unwrap_or_default()
}

pub fn index(
    desk: &Desk,
    list: &List,
    counts: [i64; 3],
    found: &[Template],
    edits: bool,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "templates-title");
    let links = State::ALL.map(|it| list.link("state", it.code()));
    let words = ["templates-view-published", "templates-view-draft", "templates-view-archived"];
    let views: Vec<View<'_>> = (0..3)
        .map(|at| {
            let view = View::new(&links[at], t(lang, words[at])).count(number(counts[at]));
            view.current(list.state == State::ALL[at])
        })
        .collect();
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "templates-words"), html! {
                @if edits { (ui::link(t(lang, "templates-new"), "/assessment-templates/new").primary().icon("plus")) }
            }))
            (ui::views(lang, "#views #list", &views))
            (ui::filters(lang, "/assessment-templates", "#list #views", html! {
                @if list.state != State::Published { (ui::filter_keep("state", list.state.code())) }
                (ui::search_box("search", t(lang, "templates-search"), &list.search))
            }))
            (ui::split(rows(lang, list, found, edits), None))
        },
    )
}

fn rows(lang: Lang, list: &List, found: &[Template], edits: bool) -> Markup {
    if found.is_empty() {
        let words = match (list.search.is_empty(), edits) {
            (false, _) => "templates-no-match-words",
            (true, true) => "templates-none-words",
            (true, false) => "templates-none-yet-words",
        };
        return ui::empty(
            "clipboard-list",
            t(lang, "templates-none"),
            t(lang, words),
            html! { @if edits { (ui::link(t(lang, "templates-new"), "/assessment-templates/new")) } },
        );
    }
    let columns = [
        Column::who(t(lang, "templates-name")),
        Column::status(t(lang, "templates-state")),
        Column::next(t(lang, "templates-expiry")),
        Column::plain(t(lang, "templates-questions")).number().leaves_first(),
        Column::kept(t(lang, "templates-held")).number(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Template| {
        let name = it.draft.name.as_str();
        let (status, words) = state(lang, it.state);
        let pending = it.state == State::Published && it.open.is_some();
        let (status, words) =
            if pending { (Status::Review, t(lang, "templates-changes")) } else { (status, words) };
        let href = format!("/assessment-templates/{}", it.id);
        let cells = vec![
            ui::who(&href, None, name, kind(lang, it.draft.kind), None),
            ui::chip(status, words),
            ui::next("", &expiry(lang, it.draft.expiry), false),
            html! { (it.questions) },
            html! { (it.held) },
        ];
        Row::new(it.id, name, cells)
    };
    let after = |it: &Template| {
        let folded = kernel::field::fold(it.draft.name.as_str());
        list.link("after", &format!("{folded}~{}", it.id))
    };
    let more = (found.len() > PAGE).then(|| shown.last().map(after)).flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "templates-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// The form of a new template, or of one that there is.
pub struct Form<'a> {
    pub template: Option<&'a Template>,
    pub choices: &'a Choices,
}

pub fn form(desk: &Desk, form: &Form<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let new = t(lang, "templates-new");
    let (title, action, words) = match form.template {
        Some(it) => {
            (it.draft.name.as_str(), format!("/assessment-templates/{}", it.id), t(lang, "ui-save"))
        }
        None => (new, "/assessment-templates".to_owned(), t(lang, "templates-add")),
    };
    let kinds = [
        Choice::new("risk", t(lang, "templates-kind-risk")).hint(t(lang, "templates-risk-hint")),
        Choice::new("questionnaire", t(lang, "templates-kind-questionnaire"))
            .hint(t(lang, "templates-questionnaire-hint")),
    ];
    let sites = options(&form.choices.sites, t(lang, "templates-site-none"));
    let sites: Vec<(&str, &str)> = sites.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "templates-form-words"), html! {
                (ui::link(t(lang, "templates-title"), "/assessment-templates").ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                (ui::form(&action, &desk.key, html! {
                    (fields.text("name", t(lang, "templates-name"))
                        .hint(t(lang, "templates-name-hint")).value(sent.text("name")).autocomplete("off"))
                    (fields.radios("kind", t(lang, "templates-kind"), &kinds).chosen(&[sent.text("kind")]))
                    (fields.textarea("description", t(lang, "templates-description")).optional()
                        .hint(t(lang, "templates-description-hint")).value(sent.get("description").unwrap_or_default()))
                    (fields.select("site", t(lang, "templates-site"), &sites).optional()
                        .hint(t(lang, "templates-site-hint")).value(sent.text("site")))
                    (counts(lang, &fields, sent))
                    (fields.switch("approval", t(lang, "templates-approval"))
                        .hint(t(lang, "templates-approval-hint")).on(sent.ticked("approval")))
                    (approvers(lang, &fields, form.choices, sent))
                    (ui::save_or_cancel(words, t(lang, "ui-cancel"), &action))
                }))
            }
        },
    )
}

/// Ids and names for a choice, with a first one for nothing.
fn options<K: 'static>(all: &[(kernel::Id<K>, String)], none: &str) -> Vec<(String, String)> {
    let first = (String::new(), none.to_owned());
    let rest = all.iter().map(|(id, name)| (id.to_string(), name.clone()));
    std::iter::once(first).chain(rest).collect()
}

fn counts(lang: Lang, fields: &Fields<'_>, sent: &Sent) -> Markup {
    let answers = [
        Choice::new("days", t(lang, "templates-expiry-days")),
        Choice::new("on", t(lang, "templates-expiry-on")),
        Choice::new("never", t(lang, "templates-counts-forever")),
    ];
    let part = |name: &str| sent.text(&format!("expiry-on-{name}")).to_owned();
    let [day, month, year] = ["day", "month", "year"].map(part);
    html! {
        (fields.radios("expiry", t(lang, "templates-expiry"), &answers)
            .hint(t(lang, "templates-expiry-hint")).chosen(&[sent.text("expiry")]))
        (fields.number("expiry-days", t(lang, "templates-expiry-count")).optional()
            .hint(t(lang, "templates-expiry-count-hint")).value(sent.text("expiry-days")))
        (fields.date("expiry-on", t(lang, "templates-expiry-date")).optional()
            .hint(t(lang, "templates-expiry-date-hint")).value(&day, &month, &year))
    }
}

fn approvers(lang: Lang, fields: &Fields<'_>, choices: &Choices, sent: &Sent) -> Markup {
    let text = |all: Vec<(String, &str)>| -> Vec<(String, String)> {
        all.into_iter().map(|(id, name)| (id, name.to_owned())).collect()
    };
    let accounts = text(choices.accounts.iter().map(|it| (it.0.to_string(), &*it.1)).collect());
    let groups = text(choices.groups.iter().map(|it| (it.0.to_string(), &*it.1)).collect());
    let boxes = |name: &'static str, legend: &'static str, all: &[(String, String)]| {
        let answers: Vec<Choice<'_>> = all.iter().map(|it| Choice::new(&it.0, &it.1)).collect();
        let chosen: Vec<&str> = sent.each(name).collect();
        html! {
            @if !all.is_empty() {
                (fields.checkboxes(name, t(lang, legend), &answers).chosen(&chosen).optional())
            }
        }
    };
    html! {
        fieldset.field {
            legend { (t(lang, "templates-approvers")) }
            span.hint { (t(lang, "templates-approvers-hint")) }
            (fields.checkbox("manager", t(lang, "templates-by-manager"))
                .hint(t(lang, "templates-by-manager-hint")).on(sent.ticked("manager")))
            (boxes("account", "templates-accounts", &accounts))
            (boxes("group", "templates-groups", &groups))
        }
    }
}

/// One template as the office sees it.
pub struct Shown<'a> {
    pub it: &'a Template,
    pub questions: &'a [Question],
    pub versions: &'a [Version],
    pub choices: &'a Choices,
    pub edits: bool,
    pub invalid: &'a Invalid,
}

pub fn show(desk: &Desk, shown: &Shown<'_>) -> Markup {
    let (lang, it) = (desk.lang, shown.it);
    let title = it.draft.name.as_str();
    let path = format!("/assessment-templates/{}", it.id);
    let preview = format!("{path}/preview");
    let changes = shown.edits && it.state != State::Archived;
    desk.desktop(
        title,
        html! {
            (ui::head(title, kind(lang, it.draft.kind), html! {
                (ui::link(t(lang, "templates-title"), "/assessment-templates").ghost().icon("arrow-left"))
                @if !shown.questions.is_empty() {
                    (ui::link(t(lang, "templates-preview"), &preview).icon("smartphone"))
                }
                @if changes { (ui::link(t(lang, "templates-edit"), &format!("{path}/edit")).icon("pencil")) }
            }))
            div.page {
                (Fields::new(lang, shown.invalid).summary())
                (standing(desk, shown, &path))
                (lines(desk, &path, shown.questions, changes))
                (settings(lang, shown))
                (versions(desk, shown.versions))
                @if shown.edits { (ends(desk, it, &path)) }
            }
        },
    )
}

/// Where it stands, and the one thing to do next.
fn standing(desk: &Desk, shown: &Shown<'_>, path: &str) -> Markup {
    let (lang, it) = (desk.lang, shown.it);
    let (status, word) = state(lang, it.state);
    let words = match (it.state, it.open, it.live) {
        (State::Published, Some(_), _) => "templates-why-changes",
        (State::Published, None, _) => "templates-why-published",
        (State::Draft, _, None) => "templates-why-draft",
        (State::Draft, _, Some(_)) => "templates-why-unpublished",
        (State::Archived, ..) => "templates-why-archived",
    };
    let publish = if it.state == State::Published {
        t(lang, "templates-publish-changes")
    } else {
        t(lang, "templates-publish")
    };
    html! {
        (ui::verdict(status, word, t(lang, words)))
        @if shown.edits && it.publishes() {
            (ui::form(&format!("{path}/publication"), &desk.key, html! {
                (ui::button(publish).primary().icon("send"))
            }).inline())
        }
    }
}

fn settings(lang: Lang, shown: &Shown<'_>) -> Markup {
    let it = &shown.it.draft;
    let named =
        |all: Vec<Option<&String>>| -> Vec<String> { all.into_iter().flatten().cloned().collect() };
    let accounts = it.accounts.iter();
    let accounts =
        accounts.map(|id| shown.choices.accounts.iter().find(|it| it.0 == *id).map(|it| &it.1));
    let groups = it.groups.iter();
    let groups =
        groups.map(|id| shown.choices.groups.iter().find(|it| it.0 == *id).map(|it| &it.1));
    let mut approvers = named(accounts.chain(groups).collect());
    if it.by_manager {
        approvers.push(t(lang, "templates-by-manager").to_owned());
    }
    let decided = match (it.approval, approvers.is_empty()) {
        (false, _) => t(lang, "templates-decided-nobody").to_owned(),
        (true, true) => t(lang, "templates-decided-all").to_owned(),
        (true, false) => approvers.join(", "),
    };
    ui::section(
        t(lang, "templates-settings"),
        None,
        None,
        html! {
            @if !it.description.is_empty() { p { (it.description) } }
            (ui::kv(t(lang, "templates-site"), "", html! {
                @if shown.it.site_name.is_empty() { (t(lang, "templates-site-none")) } @else { (shown.it.site_name) }
            }))
            (ui::kv(t(lang, "templates-expiry"), "", html! { (expiry(lang, it.expiry)) }))
            (ui::kv(t(lang, "templates-decided"), "", html! { (decided) }))
        },
    )
}

fn versions(desk: &Desk, versions: &[Version]) -> Markup {
    let lang = desk.lang;
    if versions.iter().all(|it| it.published.is_none()) {
        return html! {};
    }
    let row = |it: &Version| {
        let name = with(lang, "templates-version", &[("number", it.number.into())]);
        let about = with(lang, "templates-version-questions", &[("count", it.questions.into())]);
        let value = match &it.published {
            Some((at, by)) => with(
                lang,
                "assessments-by-on",
                &[("name", by.into()), ("date", (&desk.moment(*at)).into())],
            ),
            None => t(lang, "templates-version-open").to_owned(),
        };
        ui::kv(&name, &about, html! { (value) })
    };
    ui::section(
        t(lang, "templates-versions"),
        u64::try_from(versions.len()).ok(),
        None,
        html! { @for it in versions { (row(it)) } },
    )
}

/// What takes it away from people, and brings it back.
fn ends(desk: &Desk, it: &Template, path: &str) -> Markup {
    let lang = desk.lang;
    let act = |action: &str, words: &'static str, hint: &'static str| {
        html! {
            div.way-out {
                p.hint { (t(lang, hint)) }
                (ui::form(&format!("{path}/{action}"), &desk.key, html! { (ui::button(t(lang, words))) }).inline())
            }
        }
    };
    ui::section(
        t(lang, "templates-ends"),
        None,
        None,
        html! {
            @if it.state == State::Published {
                (act("publication/end", "templates-unpublish", "templates-unpublish-words"))
            }
            @if it.state == State::Archived {
                (act("archive/end", "templates-restore", "templates-restore-words"))
            } @else {
                (act("archive", "templates-archive", "templates-archive-words"))
            }
        },
    )
}
