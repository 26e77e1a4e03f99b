//! The rules of recording one course for many people at once. Pure: no clock, no database, no request.
use std::collections::BTreeSet;

use kernel::field::{Problem, Reader};
use kernel::{Date, Fields, Invalid, PersonId};

use crate::completions::model::Facts;

/// People of one batch, at most.
pub const MOST: usize = 500;

/// What the form is sent for. Only the last one writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Look for people to tick.
    Find,
    /// Show what would become of each line.
    Check,
    /// Back to the form.
    Edit,
    Save,
}

impl Step {
    pub fn parse(fields: &Fields) -> Self {
        match fields.text("do") {
            "find" => Self::Find,
            "edit" => Self::Edit,
            "save" => Self::Save,
            _ => Self::Check,
        }
    }
}

/// Somebody within reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub id: PersonId,
    pub name: String,
    pub about: String,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub archived: bool,
}

/// A pasted line: an address or a number, and the dates that stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    pub said: String,
    pub done: Option<Date>,
    pub ends: Option<Date>,
}

impl Word {
    /// Reads a line, which may stand among other columns of a table.
    fn read(line: &str) -> Option<Self> {
        let parts = line.split([',', ';', '\t']).map(str::trim).filter(|it| !it.is_empty());
        let (mut dates, mut words) = (Vec::new(), Vec::new());
        for part in parts {
            match date(part) {
                Some(date) => dates.push(date),
                None => words.push(part),
            }
        }
        let word = words.iter().find(|it| it.contains('@')).or_else(|| words.first())?;
        let bare = word.trim_matches(|it| "<>\"'".contains(it));
        let (_, bare) = bare.rsplit_once('<').unwrap_or(("", bare));
        let said = bare.chars().filter(|it| !it.is_control()).take(254).collect();
        Some(Self { said, done: dates.first().copied(), ends: dates.get(1).copied() })
    }
}

/// A date as a spreadsheet writes it: `2026-03-14`, `14.3.2026`, `14/03/2026`.
pub fn date(text: &str) -> Option<Date> {
    let whole = Date::parse(text);
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    let date = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => whole,
    };
    date.filter(|it| (1900..=2200).contains(&it.year()))
}

/// Whom the form names: people who were ticked, and lines that were pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    pub ids: Vec<PersonId>,
    pub words: Vec<Word>,
}

impl Named {
    /// Everything the form names, however much it is.
    pub fn of(fields: &Fields) -> Self {
        let mut ids: Vec<PersonId> = fields.each("id").filter_map(|it| it.parse().ok()).collect();
        let mut seen = BTreeSet::new();
        ids.retain(|it| seen.insert(*it));
        ids.truncate(MOST + 1);
        let lines = fields.get("people").unwrap_or_default().lines();
        let words = lines.filter_map(Word::read).take(MOST + 1).collect();
        Self { ids, words }
    }

    fn problem(&self) -> Option<Problem> {
        match self.ids.len() + self.words.len() {
            0 => Some("batches-people-none"),
            1..=MOST => None,
            _ => Some("batches-people-many"),
        }
    }

    /// Whether every line brings its own day, so that the form need not name one.
    fn is_dated(&self) -> bool {
        self.ids.is_empty()
            && !self.words.is_empty()
            && self.words.iter().all(|it| it.done.is_some())
    }
}

/// A batch as its form sends it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub named: Named,
    /// What holds for every line that says nothing else.
    pub facts: Facts,
    pub today: Date,
}

impl Draft {
    pub fn parse(fields: &Fields, today: Date) -> Result<Self, Invalid> {
        let named = Named::of(fields);
        // A day of the form that no line needs is any.
        let fields =
            if named.is_dated() { &fields.with("done", &today.to_string()) } else { fields };
        let mut read = Reader::new(fields);
        if let Some(problem) = named.problem() {
            read.problem("people", problem);
        }
        let facts = Facts::read(&mut read, fields, today);
        read.done(|| Some(Self { named, facts: facts?, today }))
    }

    /// What is written for a line.
    pub fn facts(&self, line: &Line) -> Facts {
        Facts { done: line.done, ends: line.ends, ..self.facts.clone() }
    }
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Ready,
    /// The same course on the same day is recorded already.
    Recorded,
    /// The person is named before in the list, for the same day.
    Twice,
    Archived,
    /// Nobody, or nobody for whom this may be recorded: the two look the same.
    Unknown,
    /// Its own day is still to come.
    Future,
    /// It ends before it was done.
    Backwards,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub said: String,
    pub person: Option<(PersonId, String)>,
    pub done: Date,
    pub ends: Option<Date>,
    pub outcome: Outcome,
}

/// What becomes of each line, in the order of the form. `recorded` is who did the course on which day already.
pub fn lines(draft: &Draft, known: &[Known], recorded: &[(PersonId, Date)]) -> Vec<Line> {
    let ticked = draft.named.ids.iter().map(|id| {
        let found = known.iter().find(|it| it.id == *id);
        (found.map(|it| it.about.clone()).unwrap_or_default(), found, None, None)
    });
    let pasted = draft.named.words.iter().map(|word| {
        let address = word.said.to_lowercase();
        let found = known.iter().find(|it| {
            it.email.as_deref() == Some(&address) || it.external_id.as_deref() == Some(&word.said)
        });
        (word.said.clone(), found, word.done, word.ends)
    });
    let mut seen = BTreeSet::new();
    let line = |(said, found, done, ends): (String, Option<&Known>, Option<Date>, Option<Date>)| {
        let done = done.unwrap_or(draft.facts.done);
        let ends = ends.or(draft.facts.ends);
        let outcome = match found {
            None => Outcome::Unknown,
            Some(_) if done > draft.today => Outcome::Future,
            Some(_) if ends.is_some_and(|it| it < done) => Outcome::Backwards,
            Some(it) if !seen.insert((it.id, done)) => Outcome::Twice,
            Some(it) if it.archived => Outcome::Archived,
            Some(it) if recorded.contains(&(it.id, done)) => Outcome::Recorded,
            Some(_) => Outcome::Ready,
        };
        Line { said, person: found.map(|it| (it.id, it.name.clone())), done, ends, outcome }
    };
    ticked.chain(pasted).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(number: u8, email: &str, external_id: &str) -> Known {
        Known {
            id: PersonId::from_bytes([number; 16]),
            name: format!("Number {number}"),
            about: String::new(),
            email: Some(email.to_owned()),
            external_id: Some(external_id.to_owned()),
            archived: number == 3,
        }
    }

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_pasted_line_may_hold_more_than_the_address() {
        for (line, wanted) in [
            ("ana@site.example", "ana@site.example"),
            ("Ana Ribeiro; ana@site.example; Electrician", "ana@site.example"),
            ("Ana <ana@site.example>", "ana@site.example"),
            ("HW-7\tAna", "HW-7"),
        ] {
            let word = Word::read(line).unwrap();
            assert_eq!((word.said.as_str(), word.done), (wanted, None));
        }
        assert_eq!(Word::read(" ; "), None);
        assert_eq!(Word::read("2026-03-14"), None, "a date names nobody");
    }

    #[test]
    fn a_line_of_a_table_brings_its_own_dates() {
        for line in [
            "HW-7; 2026-03-14; 2028-03-13",
            "14.3.2026\tHW-7\t13.03.2028",
            "HW-7,14/03/2026,13/03/2028",
        ] {
            let word = Word::read(line).unwrap();
            assert_eq!(word.said, "HW-7");
            assert_eq!((word.done, word.ends), (Some(day("2026-03-14")), Some(day("2028-03-13"))));
        }
        let form = Fields::of([("people", "HW-7; 2026-03-14")]);
        assert!(Draft::parse(&form, day("2026-11-22")).is_ok(), "the form need not name a day");
        let form = Fields::of([("people", "HW-7; 2026-03-14\nHW-8")]);
        let invalid = Draft::parse(&form, day("2026-11-22")).unwrap_err();
        assert_eq!(invalid.get("done"), Some("error-required"), "one line has none");
    }

    #[test]
    fn each_line_is_told_what_becomes_of_it() {
        let all = [known(1, "a@x.yy", "A"), known(2, "b@x.yy", "B"), known(3, "c@x.yy", "C")];
        let ids = all[0].id.to_string();
        let people =
            "A@X.yy\nB\nC\n\nd@x.yy\nA; 2026-03-14\nB; 2026-11-23\nB; 2026-03-14; 2026-03-13";
        let form = Fields::of([("id", &*ids), ("people", people), ("done", "2026-11-20")]);
        let draft = Draft::parse(&form, day("2026-11-22")).unwrap();
        let recorded = [(all[1].id, day("2026-11-20")), (all[0].id, day("2026-01-01"))];
        let outcomes: Vec<Outcome> =
            lines(&draft, &all, &recorded).iter().map(|it| it.outcome).collect();
        let wanted = [
            Outcome::Ready,
            Outcome::Twice,
            Outcome::Recorded,
            Outcome::Archived,
            Outcome::Unknown,
            Outcome::Ready,
            Outcome::Future,
            Outcome::Backwards,
        ];
        assert_eq!(outcomes, wanted);
    }

    #[test]
    fn a_batch_names_somebody_and_not_too_many() {
        let today = Date::new(2026, 11, 22).unwrap();
        let problem = |people: &str| {
            let form = Fields::of([("people", people), ("done", "2026-11-20")]);
            Draft::parse(&form, today).err().and_then(|it| it.get("people"))
        };
        assert_eq!(problem(""), Some("batches-people-none"));
        assert_eq!(problem(&"a\n".repeat(500)), None);
        assert_eq!(problem(&"a\n".repeat(501)), Some("batches-people-many"));
    }
}
