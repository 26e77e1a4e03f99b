//! What an inbox looks like.
use kernel::Lang;
use maud::{Markup, html};
use ui::text::{Arg, t, with};
use ui::{Desk, Status};

use super::model::{Note, args_to_json};
use super::store::PAGE;
use crate::KINDS;

pub fn index(desk: &Desk, found: &[Note], unread: i64, later: bool) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "notices-title");
    let about = with(lang, "notices-unread", &[("count", unread.into())]);
    let shown = &found[..found.len().min(PAGE)];
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|it| format!("/notices?after={}", it.id)))
        .flatten();
    desk.own(
        title,
        html! {
            (ui::head(title, &about, html! {
                (ui::link(t(lang, "notices-preferences"), "/notices/preferences").ghost().icon("settings"))
                @if unread > 0 {
                    (ui::form("/notices/reading", &desk.key, html! {
                        (ui::button(t(lang, "notices-read-all")).icon("check"))
                    }).inline())
                }
            }))
            div.page #list {
                @if shown.is_empty() {
                    (ui::empty("bell", t(lang, "notices-none"), t(lang, "notices-none-words"), html! {}))
                } @else {
                    (ui::requirements(shown.iter().map(|it| line(desk, it))))
                    (ui::pager(lang, "", later.then_some("/notices"), more.as_deref()))
                }
            }
        },
    )
}

fn line(desk: &Desk, it: &Note) -> Markup {
    let lang = desk.lang;
    let words = it.words(lang).unwrap_or_else(|| t(lang, "notices-old").to_owned());
    let when = desk.moment(it.made_at);
    let (status, about) = match it.read_at {
        None => (Status::Review, with(lang, "notices-new-at", &[("date", (&when).into())])),
        Some(_) => (Status::None, with(lang, "notices-read-at", &[("date", (&when).into())])),
    };
    let action = html! {
        div.acts {
            @if it.place().is_some() {
                (ui::form(&format!("/notices/{}/reading", it.id), &desk.key, html! {
                    (ui::button(t(lang, "notices-open")).sends("open", "yes"))
                }).inline())
            }
            @if it.read_at.is_none() {
                (ui::form(&format!("/notices/{}/reading", it.id), &desk.key, html! {
                    (ui::button(t(lang, "notices-read")).ghost())
                }).inline())
            }
        }
    };
    ui::requirement(status, &words, &about, action)
}

/// Every line an inbox can hold, with made-up values: for the kit.
pub fn samples(lang: Lang) -> Vec<String> {
    let values = [
        ("count", Arg::Number(3)),
        ("soon", Arg::Number(2)),
        ("name", Arg::Text("Nadia Farah")),
        ("what", Arg::Text("CSCS card, First aid at work")),
    ];
    let note = |code: &str| Note {
        id: kernel::NoteId::from_bytes([0; 16]),
        kind: code.to_owned(),
        args: args_to_json(&values),
        href: String::new(),
        made_at: kernel::Instant(0),
        read_at: None,
    };
    KINDS.iter().filter_map(|it| note(it.code).words(lang)).collect()
}
