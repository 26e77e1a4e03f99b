//! One person's line about how they stand. Pure.
use kernel::{Instant, PersonId};
use ui::Why;

/// How somebody stands, in short. A reader compares `until` with the clock: what is over is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub bucket: Bucket,
    pub until: Option<Instant>,
    /// The first reason, as [`ui::Why`] writes it.
    pub next: String,
    /// Reasons besides the first.
    pub more: i64,
}

/// A renewal of everybody's line, under way in the order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    pub number: i64,
    /// The last one renewed.
    pub reached: Option<PersonId>,
}

impl Walk {
    /// Whether somebody's line is still to be renewed.
    pub fn awaits(&self, person: PersonId) -> bool {
        self.reached.is_none_or(|it| person > it)
    }
}

/// How a person of the list stands, for those who may see it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// None while the answer is being renewed.
    pub bucket: Option<Bucket>,
    pub next: Option<Why>,
    pub more: i64,
}

/// Where somebody stands, told apart by what the reader would do about it.
/// Later is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bucket {
    NothingAsked,
    Valid,
    Expiring,
    ToCheck,
    NotStarted,
    NotValid,
}

impl Bucket {
    pub const ALL: [Self; 6] = [
        Self::NothingAsked,
        Self::Valid,
        Self::Expiring,
        Self::ToCheck,
        Self::NotStarted,
        Self::NotValid,
    ];

    /// As it is stored, to be bound in a statement.
    pub const fn stored(&self) -> &'static i64 {
        match self {
            Self::NothingAsked => &0,
            Self::Valid => &1,
            Self::Expiring => &2,
            Self::ToCheck => &3,
            Self::NotStarted => &4,
            Self::NotValid => &5,
        }
    }

    pub fn from_number(number: i64) -> Self {
        Self::ALL.into_iter().find(|it| *it.stored() == number).unwrap_or(Self::NothingAsked)
    }
}
