//! What waivers look like.
use kernel::access::Sites;
use kernel::{Fields as Sent, Invalid, PersonId};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Desk, Fields, Status, when};

use super::model::{Waiver, within};
use crate::rules::model::subject_code;
use crate::standings::model::World;

/// All of a person, the newest first.
pub fn list(desk: &Desk, person: PersonId, all: &[Waiver], world: &World, edits: bool) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let count = u64::try_from(all.len()).ok();
    let lines = all.iter().map(|it| line(desk, person, it, world, edits));
    ui::section(t(desk.lang, "waivers-title"), count, None, ui::requirements(lines))
}

fn line(desk: &Desk, person: PersonId, it: &Waiver, world: &World, edits: bool) -> Markup {
    let lang = desk.lang;
    let what = world.subjects.get(&it.subject).map_or("", |it| it.name.as_str());
    let name = format!("{what} · {}", world.place(lang, it.site));
    let (until, made) = (when::date(lang, it.last), desk.moment(it.made));
    let words = match it.ended.map(|at| desk.moment(at)) {
        None => with(
            lang,
            "waivers-line",
            &[
                ("until", (&until).into()),
                ("reason", (&it.reason).into()),
                ("who", (&it.by).into()),
                ("when", (&made).into()),
            ],
        ),
        Some(ended) => with(
            lang,
            "waivers-line-ended",
            &[("reason", (&it.reason).into()), ("when", (&ended).into())],
        ),
    };
    let open = it.ended.is_none();
    let status = if open { Status::Waived } else { Status::None };
    let action = format!("/people/{person}/waivers/{}/end", it.id);
    let end = html! {
        @if edits && open {
            (ui::form(&action, &desk.key, html! { (ui::button(t(lang, "waivers-end"))) }).inline())
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
    let mut subjects: Vec<(String, &str)> =
        world.subjects.iter().map(|(key, it)| (subject_code(*key), it.name.as_str())).collect();
    subjects.sort_by(|a, b| a.1.cmp(b.1));
    let subjects: Vec<(&str, &str)> = subjects.iter().map(|it| (it.0.as_str(), it.1)).collect();
    desk.desktop(
        t(lang, "waivers-new"),
        html! {
            (heading.show(lang, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&format!("/people/{}/waivers", heading.id), &desk.key, html! {
                    (fields.select("subject", t(lang, "waivers-subject"), &subjects).value(sent.text("subject")))
                    (fields.select("site", t(lang, "standings-site"), &places).value(sent.text("site")))
                    (fields.date("until", t(lang, "waivers-until"))
                        .value(sent.text("until-day"), sent.text("until-month"), sent.text("until-year")))
                    (fields.textarea("reason", t(lang, "waivers-reason")).value(sent.text("reason"))
                        .hint(t(lang, "waivers-reason-hint")))
                    (ui::save_or_cancel(t(lang, "waivers-save"), t(lang, "standings-cancel"), &back))
                }))
            }
        },
    )
}

/// The places somebody may decide for, as value and name; the empty value is every site.
pub fn places(desk: &Desk, world: &World, sites: Option<&Sites>) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = world
        .sites
        .iter()
        .filter(|(id, _)| within(sites, Some(**id)))
        .map(|(id, site)| (id.to_string(), site.name.clone()))
        .collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    if within(sites, None) {
        all.insert(0, (String::new(), t(desk.lang, "standings-every-site").to_owned()));
    }
    all
}
