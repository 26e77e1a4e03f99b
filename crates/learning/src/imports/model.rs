//! The rules of an import: how far it is, and what becomes of its lines. Pure.
use kernel::field::{Line, Reader};
use kernel::{AccountId, Fields, ImportId, Instant, Invalid};

/// Lines of one file, at most.
pub const MOST: usize = 10_000;
/// Lines written or voided in one transaction.
pub const STRETCH: i64 = 100;
/// Lines shown on a page.
pub const PAGE: usize = 100;

/// What becomes of a line. All but the first are reasons why it is left out, until it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Ready,
    Written,
    Voided,
    /// The same course on the same day is recorded already.
    Recorded,
    Twice,
    NoPerson,
    /// Nobody, or nobody for whom this may be recorded: the two look the same.
    UnknownPerson,
    /// Several people have this name.
    SeveralPeople,
    Archived,
    NoCourse,
    UnknownCourse,
    ArchivedCourse,
    NoDate,
    BadDate,
    Future,
    BadEnd,
    Backwards,
    TooLong,
}

impl Outcome {
    pub const ALL: [Self; 18] = [
        Self::Ready,
        Self::Written,
        Self::Voided,
        Self::Recorded,
        Self::Twice,
        Self::NoPerson,
        Self::UnknownPerson,
        Self::SeveralPeople,
        Self::Archived,
        Self::NoCourse,
        Self::UnknownCourse,
        Self::ArchivedCourse,
        Self::NoDate,
        Self::BadDate,
        Self::Future,
        Self::BadEnd,
        Self::Backwards,
        Self::TooLong,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Written => "written",
            Self::Voided => "voided",
            Self::Recorded => "recorded",
            Self::Twice => "twice",
            Self::NoPerson => "no-person",
            Self::UnknownPerson => "unknown-person",
            Self::SeveralPeople => "several-people",
            Self::Archived => "archived",
            Self::NoCourse => "no-course",
            Self::UnknownCourse => "unknown-course",
            Self::ArchivedCourse => "archived-course",
            Self::NoDate => "no-date",
            Self::BadDate => "bad-date",
            Self::Future => "future",
            Self::BadEnd => "bad-end",
            Self::Backwards => "backwards",
            Self::TooLong => "too-long",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or(Self::TooLong)
    }

    /// It is in the records, or will be.
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Ready | Self::Written)
    }

    /// Nothing is to be done about it.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Recorded | Self::Twice | Self::Voided)
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Looked at; nothing is written yet.
    Checked,
    Writing,
    Written,
    Voiding,
    Voided,
    /// Thrown away before anything was written.
    Dropped,
}

impl State {
    const ALL: [Self; 6] =
        [Self::Checked, Self::Writing, Self::Written, Self::Voiding, Self::Voided, Self::Dropped];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::Writing => "writing",
            Self::Written => "written",
            Self::Voiding => "voiding",
            Self::Voided => "voided",
            Self::Dropped => "dropped",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or(Self::Dropped)
    }
}

/// An import, as it is kept.
#[derive(Debug, Clone)]
pub struct Import {
    pub id: ImportId,
    pub state: State,
    pub lines: i64,
    pub made_at: Instant,
    pub made_by: (AccountId, String),
    pub reason: Option<String>,
    /// How many lines became what.
    pub counts: Vec<(Outcome, i64)>,
}

impl Import {
    pub fn count(&self, of: impl Fn(Outcome) -> bool) -> i64 {
        self.counts.iter().filter(|(it, _)| of(*it)).map(|(_, count)| count).sum()
    }
}

/// Why an import is taken back.
pub fn reason(fields: &Fields) -> Result<String, Invalid> {
    let mut read = Reader::new(fields);
    let reason = read.need("reason", Line::<200>::parse);
    read.done(|| reason.map(|it| it.to_string()))
}
