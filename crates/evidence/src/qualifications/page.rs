//! What the catalogue of qualifications looks like: the list and the form.
use judge::Validity;
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, View};

use super::model::{List, Qualification};
use super::store::PAGE;

pub fn index(
    desk: &Desk,
    list: &List,
    counts: [i64; 2],
    found: &[Qualification],
    edits: bool,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "qualifications-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let (active, inactive) = (list.link("state", ""), list.link("state", "inactive"));
    let views = [
        View::new(&active, t(lang, "qualifications-active"))
            .count(number(counts[0]))
            .current(list.active),
        View::new(&inactive, t(lang, "qualifications-inactive"))
            .count(number(counts[1]))
            .current(!list.active),
    ];
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "qualifications-words"), html! {
                @if edits { (ui::link(t(lang, "qualifications-new"), "/qualifications/new").primary().icon("plus")) }
            }))
            (ui::views(lang, "#views #list", &views))
            (ui::filters(lang, "/qualifications", "#list #views", html! {
                @if !list.active { (ui::filter_keep("state", "inactive")) }
                (ui::search_box("search", t(lang, "qualifications-search"), &list.search))
            }))
            (ui::split(rows(lang, list, found, edits), None))
        },
    )
}

fn rows(lang: Lang, list: &List, found: &[Qualification], edits: bool) -> Markup {
    if found.is_empty() {
        let words = match (list.search.is_empty() && list.active, edits) {
            (false, _) => "qualifications-no-match-words",
            (true, true) => "qualifications-none-words",
            (true, false) => "qualifications-none-yet-words",
        };
        return ui::empty(
            "file-badge",
            t(lang, "qualifications-none"),
            t(lang, words),
            html! { @if edits { (ui::link(t(lang, "qualifications-new"), "/qualifications/new")) } },
        );
    }
    let columns = [
        Column::who(t(lang, "qualifications-name")),
        Column::plain(t(lang, "qualifications-category")).leaves_first(),
        Column::next(t(lang, "qualifications-validity")),
        Column::kept(t(lang, "qualifications-held")).number(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Qualification| {
        let name = it.draft.name.as_str();
        let about = it.draft.issuer.as_ref().map_or("", |it| it.as_str());
        let href = format!("/qualifications/{}/edit", it.id);
        let who = if edits {
            ui::who(&href, None, name, about, None)
        } else {
            html! { div.who { div { b { (name) } small { (about) } } } }
        };
        let cells = vec![
            who,
            html! { @if let Some(category) = &it.draft.category { (category) } },
            ui::next("", &validity(lang, it.draft.validity), false),
            html! { (it.held) },
        ];
        Row::new(it.id, name, cells)
    };
    let after = |it: &Qualification| {
        let folded = kernel::field::fold(it.draft.name.as_str());
        list.link("after", &format!("{folded}~{}", it.id))
    };
    let more = (found.len() > PAGE).then(|| shown.last().map(after)).flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "qualifications-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// How long something holds, in words.
pub fn validity(lang: Lang, validity: Option<Validity>) -> String {
    match validity {
        None => t(lang, "qualifications-holds-document").to_owned(),
        Some(Validity::Forever) => t(lang, "qualifications-holds-forever").to_owned(),
        Some(Validity::Months(count)) => {
            with(lang, "qualifications-holds-months", &[("count", i64::from(count).into())])
        }
        Some(Validity::Days(count)) => {
            with(lang, "qualifications-holds-days", &[("count", i64::from(count).into())])
        }
        Some(Validity::Yearly { month, day }) => {
            let day = ui::time::date_short(lang, month.unsigned_abs(), day.unsigned_abs());
            with(lang, "qualifications-holds-yearly", &[("day", (&day).into())])
        }
    }
}

pub fn new(desk: &Desk, sent: &Sent, invalid: &Invalid) -> Markup {
    let title = t(desk.lang, "qualifications-new");
    let does = ("/qualifications", t(desk.lang, "qualifications-add"));
    form(desk, title, does, (sent, invalid), &html! {})
}

pub fn edit(desk: &Desk, it: &Qualification, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, id) = (desk.lang, it.id);
    let title = it.draft.name.as_str();
    let (action, words) = if it.active {
        (format!("/qualifications/{id}/deactivation"), "qualifications-deactivate")
    } else {
        (format!("/qualifications/{id}/activation"), "qualifications-activate")
    };
    let aside = html! {
        (ui::section(t(lang, "qualifications-use"), None, None, html! {
            p.hint { (t(lang, if it.active { "qualifications-use-words" } else { "qualifications-inactive-words" })) }
            (ui::form(&action, &desk.key, html! { (ui::button(t(lang, words))) }).inline())
        }))
    };
    let path = format!("/qualifications/{id}");
    form(desk, title, (&path, t(lang, "ui-save")), (sent, invalid), &aside)
}

/// `does` is where the form goes and the word for that; `aside` stands below it.
fn form(
    desk: &Desk,
    title: &str,
    does: (&str, &str),
    (sent, invalid): (&Sent, &Invalid),
    aside: &Markup,
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "qualifications-form-words"), html! {
                (ui::link(t(lang, "qualifications-title"), "/qualifications").ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                (ui::form(does.0, &desk.key, html! {
                    (fields.text("name", t(lang, "qualifications-name"))
                        .hint(t(lang, "qualifications-name-hint")).value(sent.text("name")).autocomplete("off"))
                    (fields.text("issuer", t(lang, "qualifications-issuer")).optional()
                        .hint(t(lang, "qualifications-issuer-hint")).value(sent.text("issuer")).autocomplete("off"))
                    (fields.text("category", t(lang, "qualifications-category")).optional()
                        .value(sent.text("category")).autocomplete("off"))
                    (fields.textarea("instructions", t(lang, "qualifications-instructions")).optional()
                        .hint(t(lang, "qualifications-instructions-hint")).value(sent.get("instructions").unwrap_or_default()))
                    (needs(lang, &fields, sent))
                    (holds(lang, &fields, sent))
                    (fields.number("remind", t(lang, "qualifications-remind"))
                        .hint(t(lang, "qualifications-remind-hint")).value(sent.text("remind")))
                    (ui::save_or_cancel(does.1, t(lang, "ui-cancel"), "/qualifications"))
                }))
                (aside)
            }
        },
    )
}

fn needs(lang: Lang, fields: &Fields<'_>, sent: &Sent) -> Markup {
    let needed = [
        ("needs-front", "qualifications-needs-front"),
        ("needs-back", "qualifications-needs-back"),
        ("needs-number", "qualifications-needs-number"),
        ("needs-expiry", "qualifications-needs-expiry"),
    ];
    html! {
        fieldset.field {
            legend { (t(lang, "qualifications-needs")) }
            @for (name, words) in needed { (fields.checkbox(name, t(lang, words)).on(sent.ticked(name))) }
        }
    }
}

fn holds(lang: Lang, fields: &Fields<'_>, sent: &Sent) -> Markup {
    let kept = sent.text("validity");
    let mut answers = vec![
        Choice::new("document", t(lang, "qualifications-holds-document")),
        Choice::new("months", t(lang, "qualifications-months")),
        Choice::new("days", t(lang, "qualifications-days")),
        Choice::new("forever", t(lang, "qualifications-holds-forever")),
    ];
    let yearly = kept.parse().ok().filter(|it| matches!(it, Validity::Yearly { .. }));
    let words = yearly.map(|it| validity(lang, Some(it)));
    if let Some(words) = &words {
        answers.push(Choice::new(kept, words));
    }
    html! {
        (fields.radios("validity", t(lang, "qualifications-validity"), &answers)
            .hint(t(lang, "qualifications-validity-hint")).chosen(&[kept]))
        (fields.number("validity-count", t(lang, "qualifications-count")).optional()
            .hint(t(lang, "qualifications-count-hint")).value(sent.text("validity-count")))
    }
}
