//! One person's line about how they stand. Pure.
use kernel::Instant;

/// How somebody stands, in short. A reader compares `until` with the clock: what is over is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// 0 nothing asked, 1 valid, 2 expiring, 3 to check, 4 not started, 5 not valid.
    pub bucket: i64,
    pub until: Option<Instant>,
    /// The first reason, as [`ui::Why`] writes it.
    pub next: String,
    /// Reasons besides the first.
    pub more: i64,
}

impl Board {
    pub fn holds(&self, now: Instant) -> bool {
        self.until.is_none_or(|it| now < it)
    }
}
