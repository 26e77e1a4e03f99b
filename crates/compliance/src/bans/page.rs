//! What bans look like.
use kernel::access::Sites;
use kernel::{Fields as Sent, Invalid, PersonId};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Choice, Desk, Fields, Status, when};

use super::model::{Ban, Kind};
use crate::standings::model::World;
use crate::waivers::page::places;

/// All of a person, the newest first.
pub fn list(desk: &Desk, person: PersonId, all: &[Ban], world: &World, edits: bool) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let count = u64::try_from(all.len()).ok();
    let lines = all.iter().map(|it| line(desk, person, it, world, edits));
    ui::section(t(desk.lang, "bans-title"), count, None, ui::requirements(lines))
}

fn line(desk: &Desk, person: PersonId, it: &Ban, world: &World, edits: bool) -> Markup {
    let lang = desk.lang;
    let what = kind(lang, it.kind);
    let name = format!("{what} · {}", world.place(lang, it.site));
    let until = it.last.map_or_else(|| t(lang, "bans-open").to_owned(), |it| when::date(lang, it));
    let made = desk.moment(it.made);
    let words = match it.ended.map(|at| desk.moment(at)) {
        None => with(
            lang,
            "bans-line",
            &[
                ("until", (&until).into()),
                ("reason", (&it.reason).into()),
                ("who", (&it.by).into()),
                ("when", (&made).into()),
            ],
        ),
        Some(ended) => with(
            lang,
            "bans-line-ended",
            &[("reason", (&it.reason).into()), ("when", (&ended).into())],
        ),
    };
    let open = it.ended.is_none();
    let status = if open { Status::Blocked } else { Status::None };
    let action = format!("/people/{person}/bans/{}/end", it.id);
    let end = html! {
        @if edits && open {
            (ui::form(&action, &desk.key, html! { (ui::button(t(lang, "bans-end"))) }).inline())
        }
    };
    ui::requirement(status, &name, &words, end)
}

pub fn form(
    desk: &Desk,
    heading: &Heading,
    world: &World,
    sites: Option<&Sites>,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let fields = Fields { lang, invalid };
    let back = format!("/people/{}/requirements", heading.id);
    let places = places(desk, world, sites);
    let places: Vec<(&str, &str)> =
        places.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    let kinds = [
        Choice::new("banned", kind(lang, Kind::Banned)),
        Choice::new("suspended", kind(lang, Kind::Suspended)),
    ];
    let chosen = Kind::from_code(sent.text("kind")).code();
    desk.desktop(
        t(lang, "bans-new"),
        html! {
            (heading.show(lang, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&format!("/people/{}/bans", heading.id), &desk.key, html! {
                    (fields.radios("kind", t(lang, "bans-kind"), &kinds).chosen(&[chosen]))
                    (fields.select("site", t(lang, "standings-site"), &places).value(sent.text("site")))
                    (fields.date("until", t(lang, "bans-until"))
                        .value(sent.text("until-day"), sent.text("until-month"), sent.text("until-year"))
                        .hint(t(lang, "bans-until-hint")).optional())
                    (fields.textarea("reason", t(lang, "bans-reason")).value(sent.text("reason"))
                        .hint(t(lang, "bans-reason-hint")))
                    (ui::save_or_cancel(t(lang, "bans-save"), t(lang, "standings-cancel"), &back))
                }))
            }
        },
    )
}

fn kind(lang: kernel::Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Banned => t(lang, "bans-banned"),
        Kind::Suspended => t(lang, "bans-suspended"),
    }
}
