//! The queue, a reason, and who is told. Pure.
use kernel::field::{Lines, Reader};
use kernel::{AssessmentId, Fields, Instant, Invalid, PersonId};

/// One line of the queue.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: AssessmentId,
    pub person: (PersonId, String),
    pub company: String,
    pub template: String,
    pub site: String,
    pub submitted_at: Instant,
    /// One's own, or sent by oneself: somebody else decides.
    pub own: bool,
}

/// Where a page of the queue begins: behind this one.
#[derive(Debug, Clone, Copy)]
pub struct After {
    pub submitted_at: Instant,
    pub id: AssessmentId,
}

impl After {
    pub fn of(it: &Waiting) -> String {
        format!("{}~{}", it.submitted_at.0, it.id)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('~')?;
        Some(Self { submitted_at: Instant(at.parse().ok()?), id: id.parse().ok()? })
    }
}

/// Why something was rejected, which there must be.
pub fn reason(fields: &Fields) -> Result<String, Invalid> {
    let mut read = Reader::new(fields);
    let reason = read.need("reason", Lines::<500>::parse);
    read.done(|| reason.map(|it| it.to_string()))
}

/// What became of it.
#[derive(Debug, Clone, Copy)]
pub enum Told<'a> {
    Approved,
    Rejected(&'a str),
}

impl<'a> Told<'a> {
    /// The kind of notice.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Approved => "assessment-approved",
            Self::Rejected(_) => "assessment-rejected",
        }
    }

    pub const fn reason(&self) -> &'a str {
        match self {
            Self::Approved => "",
            Self::Rejected(reason) => reason,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_queue_reads_back() {
        let after = After::parse("17~00000000000000000000000000");
        assert!(after.is_some_and(|it| it.submitted_at == Instant(17)));
        for wrong in ["", "17", "x~00000000000000000000000000", "17~y"] {
            assert!(After::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn nothing_is_rejected_without_a_reason() {
        for mute in ["", "   ", "\n"] {
            assert!(reason(&Fields::of([("reason", mute)])).is_err());
        }
        assert!(reason(&Fields::of([("reason", "The photo is dark")])).is_ok());
    }
}
