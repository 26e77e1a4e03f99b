//! Reads the moment from an address. Pure.
use kernel::{Fields, Instant};

use crate::standings::model::World;

/// The moment a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub at: Instant,
    pub when: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Now,
    Past,
    Future,
}

impl Asked {
    /// `?at=2026-03-14T07:32`, or a day alone for its beginning, in the organisation's zone. What is no moment is now.
    pub fn parse(fields: &Fields, now: Instant, world: &World) -> Self {
        let text = fields.text("at");
        let read = text.parse::<jiff::civil::DateTime>().ok();
        let read = read.and_then(|it| it.to_zoned(world.zone.time_zone().clone()).ok());
        let at = read.map(|it| Instant(it.timestamp().as_millisecond()));
        match at {
            Some(at) if at < now => Self { at, when: When::Past },
            Some(at) if at > now => Self { at, when: When::Future },
            _ => Self { at: now, when: When::Now },
        }
    }
}
