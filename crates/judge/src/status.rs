//! The three enumerations that carry colours, kept apart (§7.7), and the certificate's own.
use crate::{Bar, Barred, Day, Id, Mode, Source, Span, Subject};

/// The gate's answer for a person at a site at a moment (C-06). Later is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    Green,
    Amber,
    Red,
}

/// How one requirement stands for one person (§7.7a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody asks yet.
    NotRequired,
    Valid,
    /// Somebody entitled to it let it go until a day.
    Waived,
    Expiring,
    /// Handed in and not decided: counts as missing.
    Pending,
    Rejected,
    Expired,
    Missing,
}

impl Status {
    pub const fn met(self) -> bool {
        matches!(self, Self::Valid | Self::Waived | Self::Expiring)
    }
}

/// What a finding does to the gate's answer. Later is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    Fine,
    Warns,
    Blocks,
}

/// How a person stands over all that is required of them: the worst of it (§7.7b, H-S2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RollUp {
    NothingRequired,
    Valid,
    /// Something ends soon, or is owed and not due yet.
    Soon,
    Short,
}

/// A completion certificate knows no third value (§7.7d): what ends soon is still valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certificate {
    Valid,
    Invalid,
}

/// How one requirement stands, and why. Everything a sentence about it needs, and no words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    pub requirement: Id,
    pub source: Source,
    pub mode: Mode,
    /// What met it, or what comes nearest.
    pub subject: Subject,
    pub status: Status,
    pub weight: Weight,
    /// The record or the waiver that says so.
    pub by: Option<Id>,
    /// The last day it holds, or held.
    pub last: Option<Day>,
    /// Owed by this day, and blocking after it.
    pub due: Option<Day>,
    pub note: Option<Note>,
}

/// What a person would otherwise ask next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Note {
    /// It will be asked from this day.
    AskedFrom(Day),
    /// It was done for another site, and this rule wants it for this one (T-S7).
    OtherSite(Id),
    /// It was done before the subject changed so much that it is asked again.
    OlderEdition,
    /// It was approved and found to be false.
    Revoked,
    /// It begins to count on this day.
    CountsFrom(Day),
}

/// Why the answer is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Barred(Bar),
    Asked(Finding),
}

/// How a person stands at a place during a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// During this span nothing changes, reasons included.
    pub span: Span,
    pub decision: Decision,
    pub bars: Vec<Bar>,
    pub findings: Vec<Finding>,
}

impl Standing {
    /// What bars first, then what is asked, in the order of the rules.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> {
        let bars = self.bars.iter().copied().map(Reason::Barred);
        bars.chain(self.findings.iter().copied().map(Reason::Asked))
    }

    fn required(&self) -> impl Iterator<Item = &Finding> {
        let asked = |it: &&Finding| it.mode == Mode::Required && it.status != Status::NotRequired;
        self.findings.iter().filter(asked)
    }

    pub fn roll_up(&self) -> RollUp {
        let worst = self.required().map(|it| match (it.status.met(), it.status, it.due) {
            (true, Status::Expiring, _) | (false, _, Some(_)) => RollUp::Soon,
            (true, _, _) => RollUp::Valid,
            (false, _, None) => RollUp::Short,
        });
        worst.max().unwrap_or(RollUp::NothingRequired)
    }

    /// Nothing is certified where nothing is required. What is owed and not due yet leaves it valid: a new rule with
    /// grace ends no certificate overnight. Of what bars, only that the person is no longer active ends it (§7.13).
    pub fn certificate(&self) -> Option<Certificate> {
        let inactive = self.bars.iter().any(|it| it.kind == Barred::PersonInactive);
        match self.roll_up() {
            RollUp::NothingRequired => None,
            RollUp::Short => Some(Certificate::Invalid),
            RollUp::Valid | RollUp::Soon => {
                Some(if inactive { Certificate::Invalid } else { Certificate::Valid })
            }
        }
    }

    /// What the person does next: what blocks, then what is owed soonest, then what ends soonest.
    pub fn next(&self) -> Option<&Finding> {
        self.required()
            .filter(|it| it.weight > Weight::Fine || it.status == Status::Expiring)
            .min_by_key(|it| (std::cmp::Reverse(it.weight), it.status.met(), it.due.or(it.last)))
    }
}
