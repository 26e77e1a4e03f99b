//! What exceptions look like.
use kernel::access::Sites;
use kernel::{Fields as Sent, Invalid, Lang, PersonId};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Choice, Desk, Fields, Status, when};

use super::model::{Exception, Kind, Noun, What, within};
use crate::rules::model::subject_code;
use crate::standings::model::World;

/// All of one sort of a person, the newest first.
pub fn list(
    desk: &Desk,
    (person, noun): (PersonId, Noun),
    all: &[Exception],
    world: &World,
    edits: bool,
) -> Markup {
    if all.is_empty() {
        return html! {};
    }
    let count = u64::try_from(all.len()).ok();
    let lines = all.iter().map(|it| line(desk, person, it, world, edits));
    ui::section(t(desk.lang, noun.title()), count, None, ui::requirements(lines))
}

fn line(desk: &Desk, person: PersonId, it: &Exception, world: &World, edits: bool) -> Markup {
    let lang = desk.lang;
    let (what, held) = match it.what {
        What::Waiver(subject) => {
            (world.subjects.get(&subject).map_or("", |it| it.name.as_str()), Status::Waived)
        }
        What::Ban(it) => (kind(lang, it), Status::Blocked),
    };
    let name = format!("{what} · {}", world.place(lang, it.site));
    let until = it.last.map_or_else(|| t(lang, "bans-open").to_owned(), |it| when::date(lang, it));
    let made = desk.moment(it.made);
    let words = match it.ended.map(|at| desk.moment(at)) {
        None => with(
            lang,
            "exceptions-line",
            &[
                ("until", (&until).into()),
                ("reason", (&it.reason).into()),
                ("who", (&it.by).into()),
                ("when", (&made).into()),
            ],
        ),
        Some(ended) => with(
            lang,
            "exceptions-line-ended",
            &[("reason", (&it.reason).into()), ("when", (&ended).into())],
        ),
    };
    let open = it.ended.is_none();
    let action = format!("/people/{person}/{}/{}/end", it.what.noun().path(), it.id);
    let end = html! {
        @if edits && open {
            (ui::form(&action, &desk.key, html! { (ui::button(t(lang, "exceptions-end"))) }).inline())
        }
    };
    ui::requirement(if open { held } else { Status::None }, &name, &words, end)
}

/// What a form is filled in from.
pub struct Form<'a> {
    pub noun: Noun,
    pub heading: &'a Heading,
    pub world: &'a World,
    /// The sites its reader may decide for.
    pub sites: Option<&'a Sites>,
}

pub fn form(desk: &Desk, page: &Form<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, noun, id) = (desk.lang, page.noun, page.heading.id);
    let fields = Fields { lang, invalid };
    let back = format!("/people/{id}/requirements");
    let places = places(desk, page.world, page.sites);
    let places: Vec<(&str, &str)> =
        places.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
    let until = fields.date("until", t(lang, "exceptions-until")).value(
        sent.text("until-day"),
        sent.text("until-month"),
        sent.text("until-year"),
    );
    desk.desktop(
        t(lang, noun.offer()),
        html! {
            (page.heading.show(lang, html! {}))
            div.page {
                (fields.summary())
                (ui::form(&format!("/people/{id}/{}", noun.path()), &desk.key, html! {
                    (what(lang, page, sent, fields))
                    (fields.select("site", t(lang, "standings-site"), &places).value(sent.text("site")))
                    @match noun {
                        Noun::Waiver => { (until) }
                        Noun::Ban => { (until.hint(t(lang, "bans-until-hint")).optional()) }
                    }
                    (fields.textarea("reason", t(lang, "exceptions-reason")).value(sent.text("reason"))
                        .hint(t(lang, "exceptions-reason-hint")))
                    (ui::save_or_cancel(t(lang, noun.save()), t(lang, "standings-cancel"), &back))
                }))
            }
        },
    )
}

/// What somebody is let off, or how they are kept out.
fn what(lang: Lang, page: &Form<'_>, sent: &Sent, fields: Fields<'_>) -> Markup {
    if page.noun == Noun::Ban {
        let kinds = [
            Choice::new("banned", kind(lang, Kind::Banned)),
            Choice::new("suspended", kind(lang, Kind::Suspended)),
        ];
        let chosen = [Kind::from_code(sent.text("kind")).code()];
        return html! { (fields.radios("kind", t(lang, "bans-kind"), &kinds).chosen(&chosen)) };
    }
    let known = page.world.subjects.iter();
    let mut subjects: Vec<(String, &str)> =
        known.map(|(key, it)| (subject_code(*key), it.name.as_str())).collect();
    subjects.sort_by(|a, b| a.1.cmp(b.1));
    let subjects: Vec<(&str, &str)> = subjects.iter().map(|it| (it.0.as_str(), it.1)).collect();
    let label = t(lang, "waivers-subject");
    html! { (fields.select("subject", label, &subjects).value(sent.text("subject"))) }
}

/// The places somebody may decide for, as value and name; the empty value is every site.
fn places(desk: &Desk, world: &World, sites: Option<&Sites>) -> Vec<(String, String)> {
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

fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Banned => t(lang, "bans-banned"),
        Kind::Suspended => t(lang, "bans-suspended"),
    }
}
