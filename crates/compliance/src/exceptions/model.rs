//! What an exception says. Pure.
use judge::Subject;
use kernel::access::Sites;
use kernel::field::{Line, Reader};
use kernel::{AnyId, Date, Fields, Instant, Invalid, SiteId};

use crate::rules::model::subject_of;
use crate::standings::model::World;

/// The longest waiver: a year. Whoever needs longer asks again.
const MOST_DAYS: i32 = 366;

/// Which of the two it is, with the names of everything that is called after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    Waiver,
    Ban,
}

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident $waiver:literal $ban:literal)*) => {
        impl Noun {
            $($(#[$doc])*
            pub const fn $name(self) -> &'static str {
                match self {
                    Self::Waiver => $waiver,
                    Self::Ban => $ban,
                }
            })*
        }
    };
}

names! {
    code "waiver" "ban"
    /// The segment of its addresses.
    path "waivers" "bans"
    created "waiver.created" "ban.created"
    ended "waiver.ended" "ban.ended"
    title "waivers-title" "bans-title"
    offer "waivers-new" "bans-new"
    save "waivers-save" "bans-save"
    said_created "waivers-created" "bans-created"
    said_ended "waivers-ended" "bans-ended"
    not_oneself "waivers-not-oneself" "bans-not-oneself"
}

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// They go without this.
    Waiver(Subject),
    /// They are kept out.
    Ban(Kind),
}

impl What {
    pub const fn noun(self) -> Noun {
        match self {
            Self::Waiver(_) => Noun::Waiver,
            Self::Ban(_) => Noun::Ban,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Banned,
    Suspended,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Banned => "banned",
            Self::Suspended => "suspended",
        }
    }

    pub fn from_code(code: &str) -> Self {
        if code == "suspended" { Self::Suspended } else { Self::Banned }
    }
}

/// One exception, as a person's page shows it.
#[derive(Debug, Clone)]
pub struct Exception {
    pub id: AnyId,
    pub what: What,
    /// None is everywhere.
    pub site: Option<SiteId>,
    /// Without one it holds until somebody ends it.
    pub last: Option<Date>,
    pub reason: String,
    pub by: String,
    pub made: Instant,
    pub ended: Option<Instant>,
}

/// As a form asks for it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub what: What,
    pub site: Option<SiteId>,
    pub last: Option<Date>,
    pub reason: Line<500>,
}

impl Draft {
    pub fn parse(
        noun: Noun,
        fields: &Fields,
        now: Instant,
        world: &World,
        sites: Option<&Sites>,
    ) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let what = match noun {
            Noun::Ban => Some(What::Ban(Kind::from_code(fields.text("kind")))),
            Noun::Waiver => read
                .need("subject", |text| {
                    subject_of(text)
                        .filter(|it| world.subjects.contains_key(it))
                        .ok_or("error-choice")
                })
                .map(What::Waiver),
        };
        let site = place(&mut read, fields, world, sites);
        let last = read.date("until");
        let (today, lets_off) = (world.zone.day(judge::Instant(now.0)), noun == Noun::Waiver);
        match last.map(|it| judge::Day::of(it.0)) {
            None if lets_off => read.problem("until", "error-required"),
            Some(it) if it < today => read.problem("until", "exceptions-past"),
            Some(it) if lets_off && it > today.plus(MOST_DAYS) => {
                read.problem("until", "waivers-too-long");
            }
            _ => {}
        }
        let reason = read.need("reason", Line::<500>::parse);
        read.done(|| Some(Self { what: what?, site, last, reason: reason? }))
    }
}

/// The site a form decides for; none is every site, which only those say who may.
fn place(
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
