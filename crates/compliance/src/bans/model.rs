//! What keeps a person out. Pure.
use kernel::access::Sites;
use kernel::field::{Line, Reader};
use kernel::{BanId, Date, Fields, Instant, Invalid, SiteId};

use crate::standings::model::World;
use crate::waivers::model::place;

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

/// One ban or suspension, as a person's page shows it.
#[derive(Debug, Clone)]
pub struct Ban {
    pub id: BanId,
    pub kind: Kind,
    pub site: Option<SiteId>,
    pub last: Option<Date>,
    pub reason: String,
    pub by: String,
    pub made: Instant,
    pub ended: Option<Instant>,
}

/// As a form asks for it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub site: Option<SiteId>,
    /// Without one it holds until somebody ends it.
    pub last: Option<Date>,
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
        let kind = Kind::from_code(fields.text("kind"));
        let site = place(&mut read, fields, world, sites);
        let last = read.date("until");
        let today = world.zone.day(judge::Instant(now.0));
        if last.is_some_and(|it| judge::Day::of(it.0) < today) {
            read.problem("until", "waivers-past");
        }
        let reason = read.need("reason", Line::<500>::parse);
        read.done(|| Some(Self { kind, site, last, reason: reason? }))
    }
}
