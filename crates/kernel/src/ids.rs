//! Ids. One type per kind of thing, so that a company's id cannot be passed where a person's is meant.
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use data_encoding::{Encoding, Specification};

/// The id of one `K`: 128 bits, ordered by the time it was made (UUID version 7). People see it as 26 letters
/// and digits of Crockford's base 32, which has no look-alikes and can be read out over a bad line.
pub struct Id<K> {
    bytes: [u8; 16],
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// An id made at `millis` since 1970 with 10 random bytes.
    pub fn new(millis: i64, random: [u8; 10]) -> Self {
        let mut bytes = [0; 16];
        bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
        bytes[6..].copy_from_slice(&random);
        bytes[6] = (bytes[6] & 0x0f) | 0x70;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        Self::from_bytes(bytes)
    }

    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self { bytes, kind: PhantomData }
    }

    pub const fn bytes(&self) -> &[u8; 16] {
        &self.bytes
    }

    /// The id as one number, for the judge, who does not know our kinds.
    pub const fn number(&self) -> u128 {
        u128::from_be_bytes(self.bytes)
    }

    pub const fn from_number(number: u128) -> Self {
        Self::from_bytes(number.to_be_bytes())
    }

    /// The same number as the id of another kind: for tables that point at several kinds of thing.
    pub const fn cast<L>(self) -> Id<L> {
        Id::from_bytes(self.bytes)
    }
}

/// Not an id: too long, too short, or a letter that ids do not use.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAnId;

fn alphabet() -> &'static Encoding {
    static ALPHABET: std::sync::LazyLock<Encoding> = std::sync::LazyLock::new(|| {
        let mut spec = Specification::new();
        spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
        spec.encoding().unwrap_or(data_encoding::BASE32_DNSSEC)
    });
    &ALPHABET
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        alphabet().encode_display(&self.bytes).fmt(out)
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}
impl<K> FromStr for Id<K> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let bytes = alphabet().decode(text.as_bytes()).map_err(|_| NotAnId)?;
        bytes.try_into().map(Self::from_bytes).map_err(|_| NotAnId)
    }
}
impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bytes.cmp(&other.bytes)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}
impl<K> maud::Render for Id<K> {
    fn render_to(&self, buffer: &mut String) {
        alphabet().encode_append(&self.bytes, buffer);
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $id:ident),* $(,)?) => {
        /// The kinds of thing that have an id.
        pub mod kind {
            $($(#[$doc])* #[derive(Debug)] pub enum $kind {})*
        }
        $(pub type $id = Id<kind::$kind>;)*
    };
}

kinds! {
    /// An organisation: one tenant of the installation (G-01).
    Organisation => OrgId,
    /// A login (G-03).
    Account => AccountId,
    Session => SessionId,
    /// A person's record in one organisation (G-02).
    Person => PersonId,
    Company => CompanyId,
    JobRole => JobRoleId,
    Team => TeamId,
    Group => GroupId,
    Division => DivisionId,
    Site => SiteId,
    Region => RegionId,
    Location => LocationId,
    Grant => GrantId,
    Invitation => InvitationId,
    /// Something an organisation has people learn (G-10).
    Course => CourseId,
    /// A course done by somebody.
    Completion => CompletionId,
    /// Earlier records from a file.
    Import => ImportId,
    /// What a course is made of: the draft, and every version that was published.
    Content => ContentId,
    Lesson => LessonId,
    Question => QuestionId,
    /// A picture, document or film of a course.
    LessonFile => LessonFileId,
    /// Somebody on the way through a course.
    Attempt => AttemptId,
    /// One try at the questions of a quiz.
    QuizTry => QuizTryId,
    /// A kind of certificate, card or licence from elsewhere.
    Qualification => QualificationId,
    /// What somebody shows for a qualification.
    Evidence => EvidenceId,
    /// What people are asked in a risk assessment or a questionnaire (G-29).
    Template => TemplateId,
    /// One question of a template.
    TemplateQuestion => TemplateQuestionId,
    /// A template as somebody filled it in.
    Assessment => AssessmentId,
    /// One version of a rule that requires something.
    Rule => RuleId,
    Waiver => WaiverId,
    Ban => BanId,
    /// A message in the outbox.
    Letter => LetterId,
    /// A line in somebody's inbox.
    Note => NoteId,
    Job => JobId,
    /// An entry of the audit log.
    Entry => EntryId,
    /// Something that can be undone for a short while.
    Undo => UndoId,
    /// Any of them: what an event or an audit line is about.
    Any => AnyId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = PersonId::new(1_790_000_000_000, [7; 10]);
        assert_eq!(id.to_string().len(), 26);
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = PersonId::new(1_790_000_000_000, [255; 10]);
        let late = PersonId::new(1_790_000_000_001, [0; 10]);
        assert!(early < late && early.to_string() < late.to_string());
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "a",
            "zzzzzzzzzzzzzzzzzzzzzzzzzz",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "../../etc/passwd",
        ] {
            assert_eq!(text.parse::<PersonId>(), Err(NotAnId), "{text}");
        }
    }
}
