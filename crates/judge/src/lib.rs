//! May this person work here, when, and why not: one pure function, `judge(requirements, facts) → Timeline`.
//!
//! Facts and requirements come in, spans with a decision and its reasons come out. There is no clock, no database and
//! no word in here: gate, lists, certificates, mails and reports read the same reasons and say them in the same words.
//! Rules are named as in the product specification (C-06, C-07, C-08, T-S7, §7.7).
//!
//! ```
//! use judge::*;
//!
//! // Manual handling is asked everywhere, for twelve months at a time; this person took it on 2 January 2026.
//! let subject = Subject::Course(Id(7));
//! let requirements = [Requirement {
//!     id: Id(1),
//!     source: Source::AllSites,
//!     any_of: vec![Wanted { validity: Some(Validity::Months(12)), ..Wanted::any(subject) }],
//!     mode: Mode::Required,
//!     blocking: true,
//!     applies: Span::ALWAYS,
//!     due: None,
//!     known: Span::ALWAYS,
//! }];
//! let done = Moment::Day(Day::of(jiff::civil::date(2026, 1, 2)));
//! let record = Record {
//!     id: Id(2),
//!     subject,
//!     edition: 1,
//!     site: None,
//!     done,
//!     last: None,
//!     state: State::Approved,
//!     since: Instant(0),
//!     known: Span::ALWAYS,
//! };
//! let facts = Facts { records: vec![record], ..Facts::default() };
//! let zone = Zone::new(jiff::tz::TimeZone::UTC);
//! let case = Case { requirements: &requirements, facts: &facts, site: None, zone: &zone };
//!
//! let timeline = judge(&case, Known::Now);
//! let decisions: Vec<Decision> = timeline.spans().map(|it| it.decision).collect();
//! // Not done, done, to be done again within 60 days, within 14 days, over.
//! assert_eq!(
//!     decisions,
//!     [Decision::Red, Decision::Green, Decision::Green, Decision::Amber, Decision::Red]
//! );
//! let new_year = zone.start(Day::of(jiff::civil::date(2027, 1, 1)));
//! let standing = timeline.at(new_year);
//! assert_eq!(standing.decision, Decision::Amber);
//! assert_eq!(standing.findings[0].status, Status::Expiring);
//! assert_eq!(standing.certificate(), Some(Certificate::Valid));
//! assert_eq!(standing.span.until, zone.end(Day::of(jiff::civil::date(2027, 1, 2))));
//! ```
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

/// How the person stands at the place at one moment: what [`judge`] says there, found without the rest of time.
///
/// Its span holds `at` and may be shorter than the timeline's: it ends where the answer *may* change.
pub fn judge_at(case: &Case<'_>, known: Known, at: Instant) -> Standing {
    timeline::standing(case, known, at)
}

/// How the person stands at the place, for all time.
pub fn judge(case: &Case<'_>, known: Known) -> Timeline {
    Timeline::of(case, known)
}
