//! What is asked of a person, by whom, and for how long an answer holds.
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::{Day, Id, Span};

/// Days before its end from which an item is called expiring, where its subject says nothing (§7.7a).
pub const REMIND_DAYS: u16 = 60;

/// One rule as it asks one person at one place. A changed rule is a further requirement with a span of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The version of the rule.
    pub id: Id,
    pub source: Source,
    /// One of these suffices. Nothing to choose from asks for nothing.
    pub any_of: Vec<Wanted>,
    pub mode: Mode,
    /// A gap in a blocking requirement keeps the gate shut (C-06); another one only warns.
    pub blocking: bool,
    /// While the rule is in force and the person is among those it asks.
    pub applies: Span,
    /// The last day on which a gap does not block yet: grace, or the deadline of an assignment.
    pub due: Option<Day>,
    /// While the house held this to be its rule.
    pub known: Span,
}

/// Who asks. The three blocks of a result (C-08) are made from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    AllSites,
    Region(Id),
    Site(Id),
    Group(Id),
    JobRole(Id),
    Package(Id),
    Person,
}

/// The part of a result a reason stands in (C-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    AllSites,
    ThisSite,
    Assigned,
}

impl Source {
    pub const fn block(self) -> Block {
        match self {
            Self::AllSites => Block::AllSites,
            Self::Region(_) | Self::Site(_) => Block::ThisSite,
            Self::Group(_) | Self::JobRole(_) | Self::Package(_) | Self::Person => Block::Assigned,
        }
    }
}

/// What meets a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub subject: Subject,
    /// Completions of an older edition do not count: a major change of a course asks again.
    pub edition: u32,
    /// What the training set's item says, then what the subject says, then for ever (C-07).
    pub validity: Option<Validity>,
    pub usual: Option<Validity>,
    /// Days before the end from which the item is called expiring.
    pub remind: u16,
    /// Only what was done for the site the person stands at counts (T-S7).
    pub here: bool,
}

impl Wanted {
    /// Any edition, the subject's own validity: for ever.
    pub const fn any(subject: Subject) -> Self {
        Self { subject, edition: 0, validity: None, usual: None, remind: REMIND_DAYS, here: false }
    }

    /// The last day on which something done on `done` and itself good until `last` holds; none is for ever.
    ///
    /// A date on the document ends it in any case; the rule may end it sooner; the subject's usual validity counts
    /// where neither says anything. The last day of the calendar is how documents write that they do not end.
    pub fn last_day(&self, done: Day, last: Option<Day>) -> Option<Day> {
        let ruled = self.validity.map(|it| it.last_day(done));
        let ends = match (ruled, last) {
            (Some(ruled), Some(last)) => Some(ruled.map_or(last, |it| it.min(last))),
            (Some(ruled), None) => ruled,
            (None, Some(last)) => Some(last),
            (None, None) => self.usual.and_then(|it| it.last_day(done)),
        };
        ends.filter(|it| *it < Day::LAST)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Course(Id),
    Qualification(Id),
    Assessment(Id),
}

/// One value (C-36): hidden is not asked, not shown and reminds nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    Required,
    Optional,
    Hidden,
}

/// For how long something done holds. The day it was done on is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validity {
    Forever,
    Months(u16),
    Days(u16),
    /// Until the next such date after the day it was done on; 29 February is 28 February in other years.
    Yearly {
        month: i8,
        day: i8,
    },
}

impl Validity {
    /// The last day on which something done on `done` holds.
    pub fn last_day(self, done: Day) -> Option<Day> {
        match self {
            Self::Forever => None,
            Self::Months(months) => {
                Some(Day::of(done.date().saturating_add(i64::from(months).months())))
            }
            Self::Days(days) => Some(done.plus(i32::from(days))),
            Self::Yearly { month, day } => {
                let this = yearly(done.date().year(), month, day);
                Some(if this > done { this } else { yearly(done.date().year() + 1, month, day) })
            }
        }
    }
}

/// The date in a year, its day brought back into its month, and the year into the calendar.
fn yearly(year: i16, month: i8, day: i8) -> Day {
    let first = Date::new(year.min(9999), month.clamp(1, 12), 1);
    let first = first.unwrap_or(Date::MAX);
    Day::of(first).plus(i32::from(day.clamp(1, first.days_in_month())) - 1)
}
