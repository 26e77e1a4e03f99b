//! What a waiver says. Pure.
use judge::Subject;
use kernel::access::Sites;
use kernel::field::{Line, Reader};
use kernel::{Date, Fields, Instant, Invalid, SiteId, WaiverId};

use crate::rules::model::subject_of;
use crate::standings::model::World;

/// The longest waiver: a year. Whoever needs longer asks again.
const MOST_DAYS: i32 = 366;

/// One waiver, as a person's page shows it.
#[derive(Debug, Clone)]
pub struct Waiver {
    pub id: WaiverId,
    pub subject: Subject,
    pub site: Option<SiteId>,
    pub last: Date,
    pub reason: String,
    pub by: String,
    pub made: Instant,
    pub ended: Option<Instant>,
}

/// A waiver as a form asks for it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub subject: Subject,
    pub name: String,
    pub site: Option<SiteId>,
    pub last: Date,
    pub reason: Line<500>,
}

impl Draft {
    pub fn parse(
        fields: &Fields,
        now: Instant,
        world: &World,
        sites: Option<&Sites>,
    ) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let subject = read.need("subject", |text| {
            subject_of(text).filter(|it| world.subjects.contains_key(it)).ok_or("error-choice")
        });
        let site = place(&mut read, fields, world, sites);
        let last = read.date("until");
        let today = world.zone.day(judge::Instant(now.0));
        match last.map(|it| judge::Day::of(it.0)) {
            None => read.problem("until", "error-required"),
            Some(it) if it < today => read.problem("until", "waivers-past"),
            Some(it) if it > today.plus(MOST_DAYS) => read.problem("until", "waivers-too-long"),
            Some(_) => {}
        }
        let reason = read.need("reason", Line::<500>::parse);
        read.done(|| {
            let subject = subject?;
            let name = world.subjects.get(&subject)?.name.clone();
            Some(Self { subject, name, site, last: last?, reason: reason? })
        })
    }
}

/// The site a form decides for; none is every site, which only those say who may.
pub fn place(
    read: &mut Reader<'_>,
    fields: &Fields,
    world: &World,
    sites: Option<&Sites>,
) -> Option<SiteId> {
    let site = read.want("site", kernel::field::id);
    let unread = site.is_none() && !fields.text("site").is_empty();
    let known = site.is_none_or(|it| world.sites.contains_key(&it));
    let sound = unread || (known && within(sites, site));
    if !sound {
        read.problem("site", "error-choice");
    }
    site
}

/// Whether somebody may decide for a site, or, with none, for all of them.
pub fn within(sites: Option<&Sites>, site: Option<SiteId>) -> bool {
    sites.is_some_and(|it| site.map_or_else(|| it.only().is_none(), |site| it.has(site)))
}
