//! What a piece of evidence is, where it stands (§7.8), and what its form may say. Pure.
use judge::Validity;
use kernel::field::{Line, Lines, Reader};
use kernel::file::{Kind, Look, Sound, check};
use kernel::{
    AccountId, Date, EvidenceId, Fields, Hash, Instant, Invalid, OrgId, PersonId, QualificationId,
    Uploads,
};

use crate::qualifications::model::Qualification;

/// Files a form carries at most: for each side, one from the camera and one from the device.
pub const FILES: usize = 4;

/// Where a piece of evidence stands. Superseded and expired follow from other evidence and from the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Waiting,
    Approved,
    Superseded,
    Expired,
    Rejected,
    Withdrawn,
    Revoked,
}

/// Why something was not accepted. Each has a sentence; the last one is said in words of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    Unreadable,
    WrongDocument,
    Expired,
    OtherName,
    Incomplete,
    NotAccepted,
    Other,
}

impl Reason {
    pub const ALL: [Self; 7] = [
        Self::Unreadable,
        Self::WrongDocument,
        Self::Expired,
        Self::OtherName,
        Self::Incomplete,
        Self::NotAccepted,
        Self::Other,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::WrongDocument => "wrong-document",
            Self::Expired => "expired",
            Self::OtherName => "other-name",
            Self::Incomplete => "incomplete",
            Self::NotAccepted => "not-accepted",
            Self::Other => "other",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A reason as somebody gave it.
#[derive(Debug, Clone)]
pub struct Given {
    pub reason: Reason,
    pub words: String,
}

impl Given {
    /// One of the reasons; a reason of one's own needs words.
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let reason = read.need("reason", |it| Reason::from_code(it).ok_or("error-choice"));
        let words = read.want("words", Lines::<500>::parse);
        if reason == Some(Reason::Other) && words.is_none() {
            read.problem("words", "evidence-reason-missing");
        }
        read.done(|| {
            let words = words.map(|it| it.to_string()).unwrap_or_default();
            Some(Self { reason: reason?, words })
        })
    }

    /// Words alone, which there must be: for what was approved before.
    pub fn words(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let words = read.need("words", Lines::<500>::parse);
        read.done(|| Some(Self { reason: Reason::Other, words: words?.to_string() }))
    }
}

/// Which side of a card a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Front,
    Back,
}

impl Side {
    pub const ALL: [Self; 2] = [Self::Front, Self::Back];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
        }
    }
}

/// A file as its row says.
#[derive(Debug, Clone, Copy)]
pub struct File {
    pub side: Side,
    pub kind: Kind,
    pub hash: Hash,
    pub size: i64,
    pub look: Option<Look>,
}

/// A piece of evidence as it is kept.
#[derive(Debug, Clone)]
pub struct Evidence {
    pub org: OrgId,
    pub id: EvidenceId,
    pub person: (PersonId, String),
    pub qualification: (QualificationId, String),
    pub validity: Option<Validity>,
    pub name: String,
    pub issuer: String,
    pub issued: Date,
    pub expires: Option<Date>,
    pub number: String,
    pub submitted: (Instant, AccountId, String),
    /// Whether it was approved, when and by whom.
    pub decided: Option<(bool, Instant, String)>,
    pub reason: Option<Given>,
    /// Whether it was revoked rather than withdrawn, and when.
    pub ended: Option<(bool, Instant)>,
    /// Something newer for the same qualification was approved.
    pub superseded: bool,
}

impl Evidence {
    pub fn state(&self, today: Date) -> State {
        match (self.ended, self.decided.as_ref().map(|it| it.0)) {
            (Some((true, _)), _) => State::Revoked,
            (Some((false, _)), _) => State::Withdrawn,
            (None, None) => State::Waiting,
            (None, Some(false)) => State::Rejected,
            (None, Some(true)) if self.last_day().is_some_and(|it| it < today) => State::Expired,
            (None, Some(true)) if self.superseded => State::Superseded,
            (None, Some(true)) => State::Approved,
        }
    }

    /// The last day on which it holds: what the document says, else what the qualification says.
    pub fn last_day(&self) -> Option<Date> {
        let usual = || self.validity?.last_day(judge::Day::of(self.issued.0));
        self.expires.or_else(|| usual().map(|it| Date(it.date())))
    }

    pub fn is_waiting(&self) -> bool {
        self.decided.is_none() && self.ended.is_none()
    }
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: Line<160>,
    pub issuer: Line<120>,
    pub issued: Date,
    pub expires: Option<Date>,
    pub number: Option<Line<60>>,
}

/// A form with the files it came with, looked into.
pub struct Checked {
    pub draft: Draft,
    pub files: Vec<(Side, Sound)>,
}

/// Reads the form for a qualification. Whoever hands in their own always shows something.
pub fn parse(
    fields: &Fields,
    uploads: &Uploads<FILES>,
    wanted: &Qualification,
    own: bool,
) -> Result<Checked, Invalid> {
    let rules = &wanted.draft;
    let mut read = Reader::new(fields);
    let name = read.need("name", Line::parse);
    let issuer = read.need("issuer", Line::parse);
    let issued = read.date("issued");
    if issued.is_none() {
        read.problem("issued", "error-required");
    }
    let expires = read.date("expires");
    if rules.needs_expiry && expires.is_none() {
        read.problem("expires", "error-required");
    }
    let number = read.want("number", Line::parse);
    if rules.needs_number && number.is_none() {
        read.problem("number", "error-required");
    }
    let mut files = Vec::new();
    let needed = [own || rules.needs_front, rules.needs_back];
    for (side, needed) in Side::ALL.into_iter().zip(needed) {
        match uploads.named(side.code()) {
            Some(it) if it.too_large => read.problem(side.code(), "file-too-large"),
            Some(it) => match check(&it.bytes) {
                Ok(sound) => files.push((side, sound)),
                Err(problem) => read.problem(side.code(), problem),
            },
            None if needed => read.problem(side.code(), "evidence-file-missing"),
            None => {}
        }
    }
    read.done(|| {
        let draft = Draft { name: name?, issuer: issuer?, issued: issued?, expires, number };
        Some(Checked { draft, files })
    })
}

/// How a number is compared: what people write between its signs does not count.
pub fn plain_number(number: &str) -> String {
    let letters = kernel::field::fold(number);
    letters.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// Somebody evidence is about.
#[derive(Debug, Clone)]
pub struct Holder {
    pub id: PersonId,
    pub name: String,
    pub contractor: bool,
    pub active: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        assert_eq!(plain_number(" ab-12 / 34 "), plain_number("AB1234"));
        assert_eq!(plain_number("–"), "");
    }

    #[test]
    fn a_reason_of_ones_own_has_words() {
        let other = Fields::of([("reason", "other")]);
        assert_eq!(Given::parse(&other).unwrap_err().get("words"), Some("evidence-reason-missing"));
        assert!(Given::parse(&Fields::of([("reason", "unreadable")])).is_ok());
        assert!(Given::parse(&other.with("words", "A colour copy, please")).is_ok());
    }
}
