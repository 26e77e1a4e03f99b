//! Moments, days and where days begin.
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A moment: milliseconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Before everything.
    pub const BEGINNING: Self = Self(i64::MIN);
    /// After everything.
    pub const END: Self = Self(i64::MAX);
}

/// A calendar day: days since 1970-01-01, without a time and without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The first day the calendar of the house knows.
    pub const FIRST: Self = Self(-719_528);
    /// The last day the calendar of the house knows; later days are brought back to it.
    pub const LAST: Self = Self(2_932_895);

    pub const fn plus(self, days: i32) -> Self {
        let to = self.0.saturating_add(days);
        if to < Self::FIRST.0 {
            Self::FIRST
        } else if to > Self::LAST.0 {
            Self::LAST
        } else {
            Self(to)
        }
    }

    pub fn date(self) -> Date {
        Date::constant(1970, 1, 1).saturating_add(i64::from(self.plus(0).0).days())
    }

    pub fn of(date: Date) -> Self {
        let since = date - Date::constant(1970, 1, 1);
        Self(since.get_days()).plus(0)
    }
}

/// A part of time: from its first moment until just before `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub from: Instant,
    pub until: Instant,
}

impl Span {
    pub const ALWAYS: Self = Self { from: Instant::BEGINNING, until: Instant::END };

    pub const fn since(from: Instant) -> Self {
        Self { from, until: Instant::END }
    }

    pub fn contains(self, at: Instant) -> bool {
        self.from <= at && at < self.until
    }
}

/// Where days begin: the time zone of a site. A date holds to the end of its local day.
#[derive(Debug, Clone)]
pub struct Zone {
    zone: TimeZone,
    /// First moments of days that were asked for: many people's documents end on the same days.
    known: Arc<[OnceLock<Stretch>; STRETCHES]>,
}

/// The first moments of some days in a row.
type Stretch = Box<[AtomicI64]>;

/// 1 January 2000, from which on days are remembered, and the days of about hundred years: those that documents name.
const KNOWN_FROM: i32 = 10_957;
const STRETCHES: usize = 72;
const STRETCH: usize = 512;
/// Nobody has asked for this day yet.
const UNASKED: i64 = 0;

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.zone == other.zone
    }
}

impl Zone {
    pub fn new(zone: TimeZone) -> Self {
        Self { zone, known: Arc::new([const { OnceLock::new() }; STRETCHES]) }
    }

    pub const fn time_zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The first moment of `day`.
    pub fn start(&self, day: Day) -> Instant {
        let Some(cell) = self.cell(day) else { return self.first(day) };
        // Whoever comes first looks it up; two who come at once find the same.
        match cell.load(Ordering::Relaxed) {
            UNASKED => {
                let first = self.first(day);
                cell.store(first.0, Ordering::Relaxed);
                first
            }
            first => Instant(first),
        }
    }

    /// Where the first moment of a day is remembered.
    fn cell(&self, day: Day) -> Option<&AtomicI64> {
        let at = usize::try_from(day.0.checked_sub(KNOWN_FROM)?).ok()?;
        let stretch = self.known.get(at / STRETCH)?;
        let known = stretch.get_or_init(|| (0..STRETCH).map(|_| AtomicI64::new(UNASKED)).collect());
        known.get(at % STRETCH)
    }

    fn first(&self, day: Day) -> Instant {
        let start = self.zone.to_timestamp(day.date().at(0, 0, 0, 0));
        Instant(start.map_or(i64::MAX, jiff::Timestamp::as_millisecond))
    }

    /// The first moment after `day`.
    pub fn end(&self, day: Day) -> Instant {
        if day >= Day::LAST { Instant::END } else { self.start(day.plus(1)) }
    }

    /// The day at `at`. Moments beyond the calendar belong to its first and last day.
    pub fn day(&self, at: Instant) -> Day {
        let edge = if at.0 < 0 { Day::FIRST } else { Day::LAST };
        jiff::Timestamp::from_millisecond(at.0)
            .map_or(edge, |it| Day::of(self.zone.to_datetime(it).date()))
    }

    /// Day and time of day as clocks there show it, to the minute: `2026-03-14T07:32`.
    pub fn local(&self, at: Instant) -> String {
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
        let shown = self.zone.to_datetime(at);
        let (date, hour, minute) = (shown.date(), shown.hour(), shown.minute());
        format!("{date}T{hour:02}:{minute:02}")
    }
}

/// When something became true: on a day, as documents say it, or at a moment the house saw itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    Day(Day),
    At(Instant),
}

impl Moment {
    pub fn instant(self, zone: &Zone) -> Instant {
        match self {
            Self::Day(day) => zone.start(day),
            Self::At(at) => at,
        }
    }

    pub fn day(self, zone: &Zone) -> Day {
        match self {
            Self::Day(day) => day,
            Self::At(at) => zone.day(at),
        }
    }
}
