//! May this person work here, when, and why not: one pure function, `judge(requirements, facts) → Timeline`.
//!
//! Facts and requirements come in, spans with a decision and its reasons come out. There is no clock, no database and
//! no word in here: gate, lists, certificates, mails and reports read the same reasons and say them in the same words.
//! Rules are named as in the product specification (C-06, C-07, C-08, T-S7, §7.7).
mod fact;
mod mass;
mod requirement;
mod saying;
mod status;
mod time;
mod timeline;
mod word;

pub use fact::{Bar, Barred, Facts, Record, State, Waiver};
pub use mass::{Asked, FOREVER, MISSING, Sheet, Verdict};
pub use requirement::{Block, Mode, REMIND_DAYS, Requirement, Source, Subject, Validity, Wanted};
pub use status::{Certificate, Decision, Finding, Note, Reason, RollUp, Standing, Status, Weight};
pub use time::{Day, Instant, Moment, Span, Zone};
pub use timeline::Timeline;
pub use word::{MOST_DAYS, MOST_MONTHS, NoValidity};

/// Days before its end from which an item makes the gate's answer amber (C-06).
pub const GATE_DAYS: u16 = 14;

/// Whatever the house numbers its things with, as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u128);

/// One person at one place.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    pub requirements: &'a [Requirement],
    pub facts: &'a Facts,
    /// The site they stand at. Without one, only what holds everywhere is looked at.
    pub site: Option<Id>,
    /// Where the site's days begin and end.
    pub zone: &'a Zone,
}

/// With whose knowledge to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// With everything the house knows now.
    Now,
    /// With what it knew then: what the guard could see.
    At(Instant),
}

impl Known {
    fn sees(self, known: Span) -> bool {
        match self {
            Self::Now => known.until == Instant::END,
            Self::At(then) => known.contains(then),
        }
    }
}

/// How the person stands at the place, for all time.
pub fn judge(case: &Case<'_>, known: Known) -> Timeline {
    Timeline::of(case, known)
}
