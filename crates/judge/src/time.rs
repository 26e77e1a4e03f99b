//! Moments, days and where days begin.
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
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Zone {
    /// The first moment of `day`.
    pub fn start(&self, day: Day) -> Instant {
        let start = self.0.to_timestamp(day.date().at(0, 0, 0, 0));
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
            .map_or(edge, |it| Day::of(self.0.to_datetime(it).date()))
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
