//! The rules of a completion. Pure: no clock, no database, no request.
use judge::{Day, Id, Validity, Wanted};
use kernel::field::{self, Line, Lines, Name, Reader};
use kernel::{CompletionId, CourseId, Date, Fields, Instant, Invalid, PersonId};

/// A course done by somebody, as it is kept.
#[derive(Debug, Clone)]
pub struct Completion {
    pub id: CompletionId,
    pub person: (PersonId, String),
    pub course: (CourseId, String),
    pub edition: u32,
    pub done: Date,
    /// The last day the document itself names.
    pub ends: Option<Date>,
    pub provider: String,
    pub number: String,
    pub note: String,
    pub made_at: Instant,
    pub made_by: String,
    pub voided: Option<Voided>,
    /// What the course says now: for how long it holds, when to remind, and which edition it asks for.
    pub usual: Option<Validity>,
    pub remind: i64,
    pub asked: u32,
}

/// That a record was wrong: who said so, when and why.
#[derive(Debug, Clone)]
pub struct Voided {
    pub at: Instant,
    pub by: String,
    pub reason: String,
}

/// Whether a completion holds, by what the course itself says. What a site asks may be stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    NoEnd,
    Until(Date),
    /// It still holds, but is called expiring.
    Ending(Date),
    Ended(Date),
    /// The course changed so much that it is asked again.
    Outdated,
    Voided,
}

impl Completion {
    /// The last day on which it holds; none is for ever.
    pub fn last_day(&self) -> Option<Date> {
        let subject = judge::Subject::Course(Id(self.course.0.number()));
        let wanted = Wanted { usual: self.usual, ..Wanted::any(subject) };
        let last = wanted.last_day(Day::of(self.done.0), self.ends.map(|it| Day::of(it.0)));
        last.map(|it| Date(it.date()))
    }

    pub fn holds(&self, today: Date) -> Holds {
        if self.voided.is_some() {
            return Holds::Voided;
        }
        if self.edition < self.asked {
            return Holds::Outdated;
        }
        let Some(last) = self.last_day() else { return Holds::NoEnd };
        let left = i64::from(Day::of(last.0).0) - i64::from(Day::of(today.0).0);
        match left {
            ..0 => Holds::Ended(last),
            left if left <= self.remind => Holds::Ending(last),
            _ => Holds::Until(last),
        }
    }
}

/// What a form says about something done elsewhere.
#[derive(Debug, Clone)]
pub struct Facts {
    pub done: Date,
    pub ends: Option<Date>,
    pub provider: String,
    pub number: String,
    pub note: String,
}

impl Facts {
    /// Reads the fields and keeps their problems with `read`.
    pub fn read(read: &mut Reader<'_>, fields: &Fields, today: Date) -> Option<Self> {
        let done = read.date("done");
        let typed = ["", "-day", "-month", "-year"].map(|it| format!("done{it}"));
        if typed.iter().all(|it| fields.text(it).is_empty()) {
            read.problem("done", "error-required");
        }
        if done.is_some_and(|it| it > today) {
            read.problem("done", "completions-done-future");
        }
        let ends = read.date("ends");
        if done.zip(ends).is_some_and(|(done, ends)| ends < done) {
            read.problem("ends", "completions-ends-before");
        }
        let provider = read.want("provider", Name::parse);
        let number = read.want("number", Line::<60>::parse);
        let note = read.want("note", Lines::<500>::parse);
        Some(Self {
            done: done?,
            ends,
            provider: provider.map(|it| it.to_string()).unwrap_or_default(),
            number: number.map(|it| it.to_string()).unwrap_or_default(),
            note: note.map(|it| it.to_string()).unwrap_or_default(),
        })
    }
}

/// The form on a person's page: which course, and what is said about it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub course: CourseId,
    pub facts: Facts,
}

impl Draft {
    pub fn parse(fields: &Fields, today: Date) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let course = read.need("course", field::id);
        let facts = Facts::read(&mut read, fields, today);
        read.done(|| Some(Self { course: course?, facts: facts? }))
    }
}

/// Why a record is voided.
pub fn reason(fields: &Fields) -> Result<String, Invalid> {
    let mut read = Reader::new(fields);
    let reason = read.need("reason", Line::<200>::parse);
    read.done(|| reason.map(|it| it.to_string()))
}

/// A course, what of it counts now, and what came before.
#[derive(Debug)]
pub struct Group<'a> {
    pub now: &'a Completion,
    pub before: Vec<&'a Completion>,
}

/// Completions by course: of each the one that holds longest, then the others. What was voided never comes first as
/// long as there is anything else.
pub fn groups(all: &[Completion], today: Date) -> Vec<Group<'_>> {
    let rank = |it: &Completion| match it.holds(today) {
        Holds::NoEnd => (3, None),
        Holds::Until(last) | Holds::Ending(last) => (2, Some(last)),
        Holds::Ended(last) => (1, Some(last)),
        Holds::Outdated => (1, None),
        Holds::Voided => (0, None),
    };
    let mut groups: Vec<Group<'_>> = Vec::new();
    for it in all {
        match groups.iter_mut().find(|group| group.now.course.0 == it.course.0) {
            Some(group) if rank(it) > rank(group.now) => {
                let now = std::mem::replace(&mut group.now, it);
                group.before.insert(0, now);
            }
            Some(group) => group.before.push(it),
            None => groups.push(Group { now: it, before: Vec::new() }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn completion(done: &str, ends: Option<&str>, usual: &str) -> Completion {
        Completion {
            id: CompletionId::from_bytes([1; 16]),
            person: (PersonId::from_bytes([2; 16]), String::new()),
            course: (CourseId::from_bytes([3; 16]), String::new()),
            edition: 1,
            done: day(done),
            ends: ends.map(day),
            provider: String::new(),
            number: String::new(),
            note: String::new(),
            made_at: Instant(0),
            made_by: String::new(),
            voided: None,
            usual: usual.parse().ok(),
            remind: 60,
            asked: 1,
        }
    }

    /// C-07: a date on the document ends it; where there is none, the course says for how long it holds.
    #[test]
    fn a_completion_holds_as_the_judge_says_c_07() {
        let today = day("2026-11-22");
        let holds = |done, ends, usual| completion(done, ends, usual).holds(today);
        assert_eq!(holds("2020-01-01", None, "forever"), Holds::NoEnd);
        assert_eq!(holds("2026-03-01", None, "months:12"), Holds::Until(day("2027-03-01")));
        assert_eq!(holds("2025-11-22", None, "months:12"), Holds::Ending(today), "its last day");
        assert_eq!(holds("2025-11-21", None, "months:12"), Holds::Ended(day("2026-11-21")));
        let named = holds("2026-01-01", Some("2030-01-01"), "months:12");
        assert_eq!(named, Holds::Until(day("2030-01-01")), "the document knows better");
        let old = Completion { asked: 2, ..completion("2026-11-01", None, "forever") };
        assert_eq!(old.holds(today), Holds::Outdated);
    }

    #[test]
    fn the_longest_comes_first_and_the_voided_last() {
        let today = day("2026-11-22");
        let mut voided = completion("2026-11-01", None, "forever");
        voided.voided = Some(Voided { at: Instant(0), by: String::new(), reason: String::new() });
        let all = [
            voided,
            completion("2024-03-01", None, "months:12"),
            completion("2026-03-01", None, "months:12"),
        ];
        let groups = groups(&all, today);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].now.done, day("2026-03-01"));
        assert_eq!(groups[0].before.len(), 2);
    }

    #[test]
    fn nothing_was_done_tomorrow_and_nothing_ends_before_it_begins() {
        let today = day("2026-11-22");
        let course = CourseId::from_bytes([3; 16]).to_string();
        let form = Fields::of([("course", &course), ("done", "2026-11-23")]);
        let invalid = Draft::parse(&form, today).unwrap_err();
        assert_eq!(invalid.get("done"), Some("completions-done-future"));
        let form =
            Fields::of([("course", &course), ("done", "2026-11-22"), ("ends", "2026-11-21")]);
        let invalid = Draft::parse(&form, today).unwrap_err();
        assert_eq!(invalid.get("ends"), Some("completions-ends-before"));
        let invalid = Draft::parse(&Fields::default(), today).unwrap_err();
        assert_eq!(invalid.get("done"), Some("error-required"));
        assert_eq!(invalid.get("course"), Some("error-required"));
    }
}
