//! The queue and its hints. Pure.
use kernel::{AccountId, Date, EvidenceId, Instant, PersonId, Zone};

use crate::evidence::model::{Evidence, Given};

/// The day of those whom nobody waits for yet.
pub const SOMETIME: &str = "9999-12-31";

/// One line of the queue.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: EvidenceId,
    pub person: (PersonId, String),
    pub company: String,
    pub qualification: String,
    pub sender: (AccountId, String),
    pub submitted_at: Instant,
    /// The day from which the person needs it: the end of what they have, the first day of work, today for who is
    /// placed at a site; none for the others.
    pub needed: Option<Date>,
    /// As far as is known for now, they may not work somewhere until somebody looks at it.
    pub keeps_out: bool,
}

/// The moment the queue is looked at, and the day it is then.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    pub now: Instant,
    pub today: Date,
}

impl Moment {
    pub fn of(now: Instant, zone: &Zone) -> Self {
        Self { now, today: now.date_in(zone) }
    }
}

/// Where a page of the queue begins: behind this one.
#[derive(Debug, Clone)]
pub struct After {
    /// 0 for those who are kept out, 1 for all others.
    pub turn: i64,
    pub needed: String,
    pub submitted_at: Instant,
    pub id: EvidenceId,
}

impl After {
    pub fn of(it: &Waiting) -> String {
        let needed = it.needed.map_or_else(|| SOMETIME.to_owned(), |it| it.to_string());
        format!("{}~{needed}~{}~{}", i64::from(!it.keeps_out), it.submitted_at.0, it.id)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, '~');
        let turn = parts.next()?.parse().ok()?;
        let needed = Date::parse(parts.next()?)?.to_string();
        let submitted_at = Instant(parts.next()?.parse().ok()?);
        Some(Self { turn, needed, submitted_at, id: parts.next()?.parse().ok()? })
    }
}

/// Something that speaks for a closer look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// Somebody else handed in the same number; none where they are out of reach.
    SameNumber(Option<(PersonId, String)>),
    SamePicture(Option<(PersonId, String)>),
    IssuedLater,
    EndsBeforeItBegins,
    OverAlready,
}

/// Dates that cannot be, or that are of no use.
pub fn dates(it: &Evidence, today: Date) -> Vec<Hint> {
    let mut hints = Vec::new();
    if it.issued > today {
        hints.push(Hint::IssuedLater);
    }
    match it.expires {
        Some(end) if end < it.issued => hints.push(Hint::EndsBeforeItBegins),
        _ if it.last_day().is_some_and(|it| it < today) => hints.push(Hint::OverAlready),
        _ => {}
    }
    hints
}

/// What became of a piece of evidence.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    Approved,
    Rejected(&'a Given),
    Revoked(&'a Given),
}

impl<'a> Told<'a> {
    /// The kind of notice.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Approved => "evidence-approved",
            Self::Rejected(_) => "evidence-rejected",
            Self::Revoked(_) => "evidence-revoked",
        }
    }

    pub const fn given(&self) -> Option<&'a Given> {
        match self {
            Self::Approved => None,
            Self::Rejected(it) | Self::Revoked(it) => Some(it),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_queue_reads_back() {
        let after = After::parse("0~2026-12-01~17~00000000000000000000000000");
        assert!(
            after.is_some_and(|it| it.needed == "2026-12-01" && it.submitted_at == Instant(17))
        );
        for wrong in
            ["", "0~2026-12-01", "0~x~1~00000000000000000000000000", "1~2026-12-01~x~y", "x"]
        {
            assert!(After::parse(wrong).is_none(), "{wrong}");
        }
    }
}
