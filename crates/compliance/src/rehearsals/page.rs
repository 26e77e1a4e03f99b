//! What a rehearsal looks like: how many, who, where and from when, and the button that makes it so.
use judge::Decision;
use kernel::{Fields as Sent, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Row, Status};

use super::model::Turn;
use crate::rules::model::Draft;
use crate::rules::page::{Form, about};
use crate::standings::model::World;

/// Names on the page; the file has all of them.
const SHOWN: usize = 200;

pub fn show(desk: &Desk, form: &Form<'_>, draft: &Draft, sent: &Sent, all: &[Turn]) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "rehearsals-title");
    let red = all.iter().filter(|it| it.after == Decision::Red).count();
    let amber = all.len() - red;
    let (query, day) = (sent.to_query(), desk.moment(draft.starts));
    let back = form.rule.map_or_else(
        || format!("/requirements/new{query}"),
        |it| format!("/requirements/{it}/edit"),
    );
    desk.desktop(
        title,
        html! {
            (ui::head(&draft.name(form.world), about(lang, form.source, &form.name), html! {
                @if !all.is_empty() {
                    (ui::link(t(lang, "rehearsals-export"), &format!("/requirements/rehearsal.csv{query}")).icon("download"))
                }
            }))
            div.page {
                @if all.is_empty() {
                    (ui::verdict(Status::Ok, t(lang, "rehearsals-nobody"), t(lang, "rehearsals-nobody-words")))
                } @else {
                    (ui::verdict(if red > 0 { Status::Bad } else { Status::Soon },
                        &with(lang, "rehearsals-count", &[("red", red.into()), ("amber", amber.into())]),
                        &with(lang, "rehearsals-words", &[("day", (&day).into())])))
                }
                (ui::form(&form.action(), &desk.key, html! {
                    @for (name, value) in sent.iter().filter(|(name, _)| *name != "_key") {
                        input type="hidden" name=(name) value=(value);
                    }
                    (ui::save_or_cancel(&with(lang, "rehearsals-publish", &[("day", (&day).into())]),
                        t(lang, "rehearsals-back"), &back))
                }))
                @if !all.is_empty() { (table(desk, form.world, all)) }
            }
        },
    )
}

fn table(desk: &Desk, world: &World, all: &[Turn]) -> Markup {
    let lang = desk.lang;
    let [name, site, from, what, why] = columns(lang);
    let columns = [
        Column::who(name),
        Column::status(what),
        Column::next(why),
        Column::plain(site),
        Column::plain(from).leaves_last(),
    ];
    let row = |it: &Turn| {
        let why = it.why.as_ref().map(|it| it.cell(lang, "")).unwrap_or_default();
        let cells = vec![
            ui::who(&format!("/people/{}/requirements", it.person), None, &it.name, "", None),
            ui::chip(status(it.after), word(lang, it.after)),
            why,
            html! { (world.place(lang, it.site)) },
            html! { (desk.moment(kernel::Instant(it.from.0))) },
        ];
        Row::new(it.person, it.name.as_str(), cells)
    };
    html! {
        (ui::table(lang, t(lang, "rehearsals-title"), &columns, all.iter().take(SHOWN).map(row).collect()))
        @if all.len() > SHOWN {
            p.hint { (with(lang, "rehearsals-more", &[("count", (all.len() - SHOWN).into())])) }
        }
    }
}

const fn status(decision: Decision) -> Status {
    match decision {
        Decision::Green => Status::Ok,
        Decision::Amber => Status::Soon,
        Decision::Red => Status::Bad,
    }
}

pub fn word(lang: Lang, decision: Decision) -> &'static str {
    match decision {
        Decision::Green => t(lang, "standings-word-green"),
        Decision::Amber => t(lang, "standings-word-amber"),
        Decision::Red => t(lang, "standings-word-red"),
    }
}

pub fn columns(lang: Lang) -> [&'static str; 5] {
    [
        t(lang, "rehearsals-name"),
        t(lang, "standings-site"),
        t(lang, "rehearsals-from"),
        t(lang, "rehearsals-becomes"),
        t(lang, "rehearsals-why"),
    ]
}

pub fn cells(desk: &Desk, world: &World, turn: &Turn) -> [String; 5] {
    let lang = desk.lang;
    [
        turn.name.clone(),
        world.place(lang, turn.site).to_owned(),
        desk.moment(kernel::Instant(turn.from.0)),
        word(lang, turn.after).to_owned(),
        turn.why.as_ref().map(|it| it.line(lang)).unwrap_or_default(),
    ]
}
