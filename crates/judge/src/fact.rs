//! What is known about a person. Facts are never changed: a later one takes the place of an earlier one, and each says
//! while when the house knew it.
use crate::{Day, Id, Instant, Moment, Span, Subject};

/// Everything known about one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub records: Vec<Record>,
    pub waivers: Vec<Waiver>,
    pub bars: Vec<Bar>,
}

/// A completed course, a qualification shown, an assessment handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    pub id: Id,
    pub subject: Subject,
    pub edition: u32,
    /// Where it was done for; assessments say so.
    pub site: Option<Id>,
    /// When it was issued or completed.
    pub done: Moment,
    /// The last day the document itself names.
    pub last: Option<Day>,
    pub state: State,
    /// When it came into this state: handed in, decided, revoked.
    pub since: Instant,
    /// While the house knew it in this state.
    pub known: Span,
}

/// Where a record stands (§7.8, §7.9). A superseded one stays approved until its own date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Approved,
    Waiting,
    Rejected,
    Revoked,
}

/// Somebody entitled to it said: this one may do without, until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiver {
    pub id: Id,
    pub subject: Subject,
    /// At one site, or everywhere.
    pub site: Option<Id>,
    pub from: Instant,
    pub last: Day,
    /// Taken back before its last day.
    pub lifted: Option<Instant>,
    pub known: Span,
}

/// Something that keeps a person out whatever they have learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub id: Id,
    pub kind: Barred,
    /// At one site, or everywhere.
    pub site: Option<Id>,
    pub holds: Span,
    pub known: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Barred {
    Banned,
    Suspended,
    /// Their account of work here is closed.
    PersonInactive,
    CompanySuspended,
    CompanyInactive,
    EngagementNotBegun,
    EngagementEnded,
}
