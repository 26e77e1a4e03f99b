//! Time. The clock comes from the house, never from the machine, so that tests can move it.
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment: milliseconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes * 60)
    }
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_minutes(minutes_of(hours))
    }
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_hours(days * 24)
    }
    /// Whole seconds from `earlier` to this moment.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 1000
    }
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or_default()
    }
    /// The calendar day and wall time at this moment in `zone`.
    pub fn in_zone(self, zone: &Zone) -> jiff::Zoned {
        self.timestamp().to_zoned(zone.0.clone())
    }
    pub fn date_in(self, zone: &Zone) -> Date {
        Date(self.in_zone(zone).date())
    }
}

const fn minutes_of(hours: i64) -> i64 {
    hours * 60
}

/// RFC 3339 in UTC, for logs, exports and audit.
impl fmt::Display for Instant {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(out)
    }
}

/// A calendar day, without a time and without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub jiff::civil::Date);

impl Date {
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }
    pub fn parse(text: &str) -> Option<Self> {
        (text.len() == 10).then(|| text.parse().ok().map(Self)).flatten()
    }
    pub fn year(self) -> i16 {
        self.0.year()
    }
    pub fn month(self) -> i8 {
        self.0.month()
    }
    pub fn day(self) -> i8 {
        self.0.day()
    }
    /// The first moment after this day in `zone`: an expiry date holds to the end of its local day.
    pub fn end_in(self, zone: &Zone) -> Option<Instant> {
        let next = self.0.tomorrow().ok()?;
        Some(Instant(next.to_zoned(zone.0.clone()).ok()?.timestamp().as_millisecond()))
    }
}

/// `2026-11-22`.
impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// A time zone of the IANA database, such as `Europe/London`.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(jiff::tz::TimeZone);

impl Zone {
    pub fn utc() -> Self {
        Self(jiff::tz::TimeZone::UTC)
    }
    /// The zone of people's offices, where no site is meant.
    pub fn usual() -> Self {
        static USUAL: std::sync::LazyLock<Zone> =
            std::sync::LazyLock::new(|| Zone::named("Europe/London").unwrap_or_else(Zone::utc));
        USUAL.clone()
    }
    pub fn named(name: &str) -> Option<Self> {
        (name.len() <= 64).then(|| jiff::tz::TimeZone::get(name).ok().map(Self)).flatten()
    }
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
    /// The zone itself, for the judge.
    pub fn tz(&self) -> jiff::tz::TimeZone {
        self.0.clone()
    }
    /// Every zone a site can be in, by name.
    pub fn all() -> Vec<String> {
        jiff::tz::db().available().map(|it| it.to_string()).filter(|it| it.contains('/')).collect()
    }
}

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that stands still until somebody moves it.
    Moved(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    pub fn stopped(at: Instant) -> Self {
        Self::Moved(Arc::new(AtomicI64::new(at.0)))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the machine's clock"
    )]
    pub fn now(&self) -> Instant {
        match self {
            Self::Machine => Instant(jiff::Timestamp::now().as_millisecond()),
            Self::Moved(at) => Instant(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a stopped clock on. The machine's clock does not move.
    pub fn advance_seconds(&self, seconds: i64) {
        if let Self::Moved(at) = self {
            at.fetch_add(seconds * 1000, Ordering::SeqCst);
        }
    }
}
