//! What a person's requirements look like: at each site what holds, what is missing and what comes next, in words.
use judge::{Block, Decision, Finding, Known, Standing};
use kernel::access::{Actor, Level, matrix};
use kernel::{Fields as Sent, Lang, SiteId};
use maud::{Markup, html};
use people::Heading;
use ui::text::{t, with};
use ui::{Desk, Status};

use super::model::{Place, Somebody, World, judged};
use crate::exceptions;
use crate::exceptions::model::{Exception, Noun};
use crate::moments::model::{Asked, When};

/// Everything the page shows.
pub struct Person<'a> {
    pub heading: &'a Heading,
    pub who: &'a Somebody,
    pub world: &'a World,
    pub asked: &'a Asked,
    pub waivers: &'a [Exception],
    pub bans: &'a [Exception],
}

pub fn show(desk: &Desk, actor: &Actor, page: &Person<'_>) -> Markup {
    let (lang, id) = (desk.lang, page.who.id);
    let excepts = actor.may(&matrix::EXCEPTIONS, Level::Edit);
    desk.desktop(
        &page.heading.name,
        html! {
            (page.heading.show(lang, html! {
                @if excepts {
                    (ui::link(t(lang, "waivers-new"), &format!("/people/{id}/waivers/new")).icon("shield-off"))
                    (ui::link(t(lang, "bans-new"), &format!("/people/{id}/bans/new")).icon("ban"))
                }
            }))
            div.page {
                (moment(desk, page))
                @if page.who.places.is_empty() {
                    (ui::notice(Status::None, t(lang, "standings-nowhere")))
                    (place(desk, page, None))
                }
                @for it in &page.who.places { (place(desk, page, Some(it))) }
                (exceptions::page::list(desk, (id, Noun::Waiver), page.waivers, page.world, excepts))
                (exceptions::page::list(desk, (id, Noun::Ban), page.bans, page.world, excepts))
            }
        },
    )
}

fn moment(desk: &Desk, page: &Person<'_>) -> Markup {
    let path = format!("/people/{}/requirements", page.who.id);
    as_at(desk, &page.world.zone, page.asked, (&path, &Sent::default()))
}

/// The moment a page is asked for, and the field that asks for another one. `kept` is what else the page is asked.
pub fn as_at(
    desk: &Desk,
    zone: &judge::Zone,
    asked: &Asked,
    (path, kept): (&str, &Sent),
) -> Markup {
    let lang = desk.lang;
    let value = zone.local(judged(asked.at));
    let moment = desk.moment(asked.at);
    let words = match asked.when {
        When::Now => t(lang, "standings-now").to_owned(),
        When::Past => with(lang, "standings-past", &[("moment", (&moment).into())]),
        When::Future => with(lang, "standings-future", &[("moment", (&moment).into())]),
    };
    let kept = kept.without("at").without("after").without("before").without("known");
    let back = format!("{path}{}", kept.to_query());
    html! {
        form.form-inline.as-at method="get" action=(path) {
            @for (name, value) in kept.iter() { (ui::filter_keep(name, value)) }
            label for="at" { (t(lang, "standings-at")) }
            input.in.in--moment #at type="datetime-local" name="at" value=(value);
            (ui::button(t(lang, "standings-look")))
            @if asked.when != When::Now { (ui::link(t(lang, "standings-back"), &back).ghost()) }
        }
        @if asked.when != When::Now { (ui::notice(Status::None, &words)) }
    }
}

fn place(desk: &Desk, page: &Person<'_>, place: Option<&Place>) -> Markup {
    let lang = desk.lang;
    let site = place.and_then(|it| page.world.sites.get(&it.site));
    let title = site.map_or(t(lang, "standings-everywhere"), |it| it.name.as_str());
    let at = judged(page.asked.at);
    let now = page.world.judge(page.who, place, Known::Now).at(at);
    let then = (page.asked.when == When::Past)
        .then(|| page.world.judge(page.who, place, Known::At(at)).at(at))
        .filter(|it| {
            it.decision != now.decision || it.findings != now.findings || it.bars != now.bars
        });
    let here = place.map(|it| it.site);
    html! {
        (ui::section(title, None, None, html! {
            @if let Some(then) = &then {
                h3 { (t(lang, "standings-known-then")) }
                (answer(lang, page.world, then, here))
                h3 { (t(lang, "standings-known-now")) }
            }
            (answer(lang, page.world, &now, here))
        }))
    }
}

/// The decision in a sentence, then its reasons in the blocks of C-08.
pub fn answer(lang: Lang, world: &World, standing: &Standing, site: Option<SiteId>) -> Markup {
    let zone = world.zone(site);
    let bars: Vec<ui::Why> =
        world.reasons(standing, zone).into_iter().take(standing.bars.len()).collect();
    let in_block = |block: Block| -> Vec<&Finding> {
        standing.findings.iter().filter(|it| it.source.block() == block).collect()
    };
    html! {
        (verdict(lang, standing))
        @if !bars.is_empty() { (ui::requirements(bars.iter().map(|it| it.row(lang, html! {})))) }
        @for (block, key) in BLOCKS {
            @let found = in_block(block);
            @if !found.is_empty() {
                h3 { (t(lang, key)) }
                (ui::requirements(found.iter().map(|it| world.why(it).row(lang, html! {}))))
            }
        }
    }
}

const BLOCKS: [(Block, &str); 3] = [
    (Block::AllSites, "standings-block-all"),
    (Block::ThisSite, "standings-block-site"),
    (Block::Assigned, "standings-block-assigned"),
];

fn verdict(lang: Lang, standing: &Standing) -> Markup {
    let gaps = standing.findings.iter().filter(|it| it.weight != judge::Weight::Fine).count();
    let asked = standing.findings.iter().filter(|it| it.mode == judge::Mode::Required).count();
    let reason = if asked == 0 && standing.bars.is_empty() {
        t(lang, "standings-nothing-asked").to_owned()
    } else if gaps == 0 {
        with(lang, "standings-all-met", &[("count", asked.into())])
    } else {
        with(lang, "standings-open", &[("open", gaps.into()), ("count", asked.into())])
    };
    let (status, words) = match standing.decision {
        Decision::Green => (Status::Ok, "standings-green"),
        Decision::Amber => (Status::Soon, "standings-amber"),
        Decision::Red => (Status::Bad, "standings-red"),
    };
    ui::verdict(status, t(lang, words), &reason)
}
