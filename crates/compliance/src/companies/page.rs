//! What the requirements of a company look like: numbers at a glance, then each site with who is kept out, and why.
use judge::{Decision, Known};
use kernel::{Fields as Sent, Lang};
use maud::{Markup, html};
use people::CompanyHeading;
use ui::text::{t, with};
use ui::{Desk, Figure, Status, View};

use super::model::{Crew, Here, Stand};
use crate::moments::model::{Asked, When};
use crate::standings::model::World;
use crate::standings::page::as_at;

/// Everything the page shows.
pub struct Shown<'a> {
    pub heading: &'a CompanyHeading,
    pub world: &'a World,
    pub asked: &'a Asked,
    pub known: Known,
    pub crew: &'a Crew,
}

pub fn show(desk: &Desk, it: &Shown<'_>) -> Markup {
    let lang = desk.lang;
    let path = format!("/companies/{}/requirements", it.heading.id);
    let at = it.world.zone.local(judge::Instant(it.asked.at.0));
    let at = if it.asked.when == When::Now { "" } else { &at };
    let matrix = |status: &str| {
        let company = it.heading.id.to_string();
        let asked = Sent::of([("company", &*company), ("status", status), ("at", at)]);
        format!("/matrix{}", asked.to_query())
    };
    desk.desktop(
        &it.heading.name,
        html! {
            (it.heading.show(lang, html! {
                (ui::link(t(lang, "crews-matrix"), &matrix("")).icon("list-checks"))
            }))
            div.page {
                (as_at(desk, &it.world.zone, it.asked, (&path, &Sent::default())))
                @if it.asked.when == When::Past { (told(lang, &path, at, it.known)) }
                @if it.crew.people == 0 {
                    (ui::empty("users", t(lang, "crews-nobody"), t(lang, "crews-nobody-words"), html! {}))
                } @else {
                    (figures(lang, it.crew, &matrix))
                    @for here in &it.crew.here { (site(lang, it, here, at)) }
                    @if it.crew.cut { (ui::notice(Status::None, t(lang, "crews-cut"))) }
                }
            }
        },
    )
}

/// With whose knowledge the past is looked at, and the way to the other one.
fn told(lang: Lang, path: &str, at: &str, known: Known) -> Markup {
    let link = |known| format!("{path}{}", Sent::of([("at", at), ("known", known)]).to_query());
    let (now, then) = (link(""), link("then"));
    let tabs = [
        View::new(&now, t(lang, "standings-known-now")).current(known == Known::Now),
        View::new(&then, t(lang, "standings-known-then")).current(known != Known::Now),
    ];
    ui::tabs(t(lang, "standings-at"), &tabs)
}

fn figures(lang: Lang, crew: &Crew, matrix: &dyn Fn(&str) -> String) -> Markup {
    let (all, red, soon) = (matrix(""), matrix("red"), matrix("expiring"));
    let figure = |href, number: usize, key| Figure::new(href, number.to_string(), t(lang, key));
    let blocked = figure(&red, crew.blocked, "crews-blocked");
    ui::figures(&[
        figure(&all, crew.may_work(), "crews-may-work"),
        if crew.blocked > 0 { blocked.urgent() } else { blocked },
        figure(&soon, crew.expiring, "crews-expiring"),
    ])
}

fn site(lang: Lang, it: &Shown<'_>, here: &Here, at: &str) -> Markup {
    let name =
        here.site.map_or(t(lang, "standings-everywhere"), |id| it.world.place(lang, Some(id)));
    let count = |decision| here.who(decision).count();
    let (red, amber, green) =
        (count(Decision::Red), count(Decision::Amber), count(Decision::Green));
    let words =
        with(lang, "crews-count", &[("may", (amber + green).into()), ("blocked", red.into())]);
    let fine = with(lang, "crews-fine", &[("count", green.into())]);
    html! {
        (ui::section(name, u64::try_from(here.all.len()).ok(), None, html! {
            p.hint { (words) }
            (people(lang, here.who(Decision::Red), Status::Bad, at))
            (people(lang, here.who(Decision::Amber), Status::Soon, at))
            @if green > 0 {
                (ui::folded(Some(Status::Ok), &fine, people(lang, here.who(Decision::Green), Status::Ok, at)))
            }
        }))
    }
}

/// The same sentences as everywhere, one after the other.
#[expect(single_use_lifetimes, reason = "an iterator's item needs its name")]
fn people<'s>(
    lang: Lang,
    all: impl Iterator<Item = &'s Stand>,
    status: Status,
    at: &str,
) -> Markup {
    let at = Sent::of([("at", at)]).to_query();
    ui::requirements(all.map(|it| {
        let whys: Vec<String> = it.reasons.iter().map(|it| it.line(lang)).collect();
        let href = format!("/people/{}/requirements{at}", it.person);
        ui::task(status, &href, &it.name, &whys.join("; "))
    }))
}
