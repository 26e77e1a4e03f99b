//! The rules of a file's lines: what its columns are called, what a line says, and what becomes of it. Pure.
use std::collections::{BTreeMap, BTreeSet};

use judge::Day;
use kernel::field::{self, Lines, Name, Problem, fold};
use kernel::table::Table;
use kernel::{CompletionId, CourseId, Date, PersonId};

use crate::batches::model::{Known, date};
use crate::completions::model::Facts;
use crate::imports::model::Outcome;

/// The columns a file may have, by what they are called in a head: in English and in Polish, folded.
const CALLED: [(&str, &[&str]); 7] = [
    (
        "person",
        &[
            "person",
            "name",
            "full name",
            "email",
            "e-mail",
            "number",
            "employee number",
            "osoba",
            "imie i nazwisko",
            "numer",
            "numer osoby",
            "adres e-mail",
        ],
    ),
    ("course", &["course", "training", "title", "kurs", "szkolenie", "nazwa kursu"]),
    (
        "done",
        &[
            "done on",
            "done",
            "date",
            "completed",
            "completed on",
            "completion date",
            "data",
            "ukonczono",
            "data ukonczenia",
        ],
    ),
    (
        "ends",
        &[
            "expires on",
            "expires",
            "valid until",
            "expiry date",
            "ends on",
            "wazne do",
            "data waznosci",
        ],
    ),
    ("provider", &["provider", "trainer", "dostawca", "prowadzacy", "organizator"]),
    (
        "number",
        &[
            "certificate number",
            "certificate",
            "certificate no",
            "numer certyfikatu",
            "numer zaswiadczenia",
            "nr zaswiadczenia",
        ],
    ),
    ("note", &["note", "notes", "comment", "uwagi", "uwaga"]),
];

/// The head of the file that shows how it is done.
pub const HEAD: [&str; 7] =
    ["Person", "Course", "Done on", "Expires on", "Provider", "Certificate number", "Note"];

/// A line as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raw {
    pub line: i64,
    pub person: String,
    pub course: String,
    pub done: String,
    pub ends: String,
    pub provider: String,
    pub number: String,
    pub note: String,
}

/// Reads a table whose first line names its columns.
pub fn raw(table: &Table) -> Result<Vec<Raw>, Problem> {
    let mut rows = table.rows.iter();
    let (_, head) = rows.next().ok_or("table-empty")?;
    let head: Vec<String> = head.iter().map(|it| fold(it.trim_end_matches([':', '*']))).collect();
    let find = |column: &str| {
        let names = CALLED.iter().find(|it| it.0 == column).map(|it| it.1).unwrap_or_default();
        head.iter().position(|it| names.contains(&it.trim()))
    };
    let at = CALLED.map(|(column, _)| find(column));
    if at.iter().take(3).any(Option::is_none) {
        return Err("imports-head");
    }
    let day = |text: String| day(&text, table.days);
    let line = |(line, cells): &(usize, Vec<String>)| {
        let get =
            |column: usize| at[column].and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        Raw {
            line: i64::try_from(*line).unwrap_or_default(),
            person: get(0),
            course: get(1),
            done: day(get(2)),
            ends: day(get(3)),
            provider: get(4),
            number: get(5),
            note: get(6),
        }
    };
    let lines: Vec<Raw> = rows.map(line).collect();
    if lines.is_empty() { Err("table-empty") } else { Ok(lines) }
}

/// A workbook keeps a day as a number; everything else stays as it was written.
fn day(text: &str, days: Option<i32>) -> String {
    let number = text.split('.').next().and_then(|it| it.parse::<i32>().ok());
    match days.zip(number).filter(|(_, it)| (10_000..200_000).contains(it)) {
        Some((since, number)) => Date(Day(since + number).date()).to_string(),
        None => text.to_owned(),
    }
}

/// A line with what becomes of it.
#[derive(Debug, Clone)]
pub struct Line {
    pub raw: Raw,
    pub outcome: Outcome,
    pub person: Option<PersonId>,
    pub course: Option<CourseId>,
    pub done: Option<Date>,
    pub ends: Option<Date>,
    pub completion: Option<CompletionId>,
    /// What the person is called, where lines are shown.
    pub name: Option<String>,
}

/// A course by one of its titles.
#[derive(Debug, Clone)]
pub struct Titled {
    pub id: CourseId,
    pub folded: String,
    pub active: bool,
}

/// Everything lines are compared with.
pub struct Shelf {
    /// By address, by number and by folded name.
    people: BTreeMap<String, Vec<usize>>,
    known: Vec<Known>,
    courses: BTreeMap<String, (CourseId, bool)>,
    recorded: BTreeSet<(PersonId, CourseId, Date)>,
}

impl Shelf {
    pub fn of(
        known: Vec<Known>,
        courses: &[Titled],
        recorded: impl IntoIterator<Item = (PersonId, CourseId, Date)>,
    ) -> Self {
        let mut people: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, it) in known.iter().enumerate() {
            let keys = [
                it.email.as_ref().map(|it| format!("@{}", it.to_lowercase())),
                it.external_id.as_ref().map(|it| format!("#{it}")),
                Some(format!("={}", fold(&it.name))),
            ];
            for key in keys.into_iter().flatten() {
                people.entry(key).or_default().push(at);
            }
        }
        let mut titles = BTreeMap::new();
        for it in courses {
            let held = titles.entry(it.folded.clone()).or_insert((it.id, it.active));
            if it.active && !held.1 {
                *held = (it.id, true);
            }
        }
        Self { people, known, courses: titles, recorded: recorded.into_iter().collect() }
    }

    /// Who is meant: by address, else by number, else by name where only one has it. Archived people are meant only where
    /// nobody else is.
    fn person(&self, said: &str) -> Result<&Known, Outcome> {
        if said.is_empty() {
            return Err(Outcome::NoPerson);
        }
        let keys =
            [format!("@{}", said.to_lowercase()), format!("#{said}"), format!("={}", fold(said))];
        for key in keys {
            let found: Vec<&Known> = self
                .people
                .get(&key)
                .into_iter()
                .flatten()
                .filter_map(|at| self.known.get(*at))
                .collect();
            let active: Vec<&&Known> = found.iter().filter(|it| !it.archived).collect();
            match (active.as_slice(), found.as_slice()) {
                ([one], _) => return Ok(one),
                ([], []) => {}
                ([], _) => return Err(Outcome::Archived),
                _ => return Err(Outcome::SeveralPeople),
            }
        }
        Err(Outcome::UnknownPerson)
    }

    fn course(&self, said: &str) -> Result<CourseId, Outcome> {
        match self.courses.get(&fold(said)) {
            _ if said.is_empty() => Err(Outcome::NoCourse),
            None => Err(Outcome::UnknownCourse),
            Some((_, false)) => Err(Outcome::ArchivedCourse),
            Some((id, true)) => Ok(*id),
        }
    }

    /// What becomes of each line, in the order of the file.
    pub fn lines(&self, raw: Vec<Raw>, today: Date) -> Vec<Line> {
        let mut seen = BTreeSet::new();
        raw.into_iter().map(|it| self.line(it, today, &mut seen)).collect()
    }

    fn line(&self, raw: Raw, today: Date, seen: &mut BTreeSet<(PersonId, CourseId, Date)>) -> Line {
        let person = self.person(&raw.person).map(|it| it.id);
        let course = self.course(&raw.course);
        let (done, ends) = (date(&raw.done), date(&raw.ends));
        let outcome = match (person, course, done) {
            (Err(why), _, _) | (_, Err(why), _) => why,
            _ if raw.done.is_empty() => Outcome::NoDate,
            (_, _, None) => Outcome::BadDate,
            (_, _, Some(done)) if done > today => Outcome::Future,
            _ if ends.is_none() && !raw.ends.is_empty() => Outcome::BadEnd,
            (_, _, Some(done)) if ends.is_some_and(|it| it < done) => Outcome::Backwards,
            _ if facts(&raw, done.unwrap_or(today), ends).is_none() => Outcome::TooLong,
            (Ok(person), Ok(course), Some(done)) => {
                let key = (person, course, done);
                if !seen.insert(key) {
                    Outcome::Twice
                } else if self.recorded.contains(&key) {
                    Outcome::Recorded
                } else {
                    Outcome::Ready
                }
            }
        };
        let (person, course) = (person.ok(), course.ok());
        Line { raw, outcome, person, course, done, ends, completion: None, name: None }
    }
}

/// What is written for a line; none where one of its texts is no such thing or too long.
pub fn facts(raw: &Raw, done: Date, ends: Option<Date>) -> Option<Facts> {
    let text = |it: &str, parsed: Option<String>| {
        if it.is_empty() { Some(String::new()) } else { parsed }
    };
    let provider = Name::parse(&raw.provider).ok().map(|it| it.to_string());
    let number = field::Line::<60>::parse(&raw.number).ok().map(|it| it.to_string());
    let note = Lines::<500>::parse(&raw.note).ok().map(|it| it.to_string());
    Some(Facts {
        done,
        ends,
        provider: text(&raw.provider, provider)?,
        number: text(&raw.number, number)?,
        note: text(&raw.note, note)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        kernel::table::read(text.as_bytes(), 100).unwrap()
    }

    #[test]
    fn a_head_names_the_columns_in_either_language_and_any_order() {
        let english = raw(&table("Course,E-mail,Date,Notes\nA,b@x.yy,2026-03-14,hm")).unwrap();
        let polish =
            raw(&table("Osoba;Szkolenie;Data ukończenia;Ważne do;Uwagi\nb@x.yy;A;14.03.2026;;hm"));
        assert_eq!((english[0].person.as_str(), english[0].note.as_str()), ("b@x.yy", "hm"));
        assert_eq!(polish.unwrap()[0].done, "14.03.2026");
        assert_eq!(raw(&table("Who,What\na,b")), Err("imports-head"));
        assert_eq!(raw(&table("Person,Course,Date")), Err("table-empty"));
    }

    #[test]
    fn a_workbook_counts_its_days() {
        assert_eq!(day("46095", Some(-25_569)), "2026-03-14");
        assert_eq!(day("46095.75", Some(-25_569)), "2026-03-14");
        assert_eq!(day("14.3.2026", Some(-25_569)), "14.3.2026");
        assert_eq!(day("46095", None), "46095", "text is no number of days");
    }

    fn known(number: u8, name: &str, email: &str, external_id: &str) -> Known {
        Known {
            id: PersonId::from_bytes([number; 16]),
            name: name.to_owned(),
            about: String::new(),
            email: Some(email.to_owned()),
            external_id: Some(external_id.to_owned()),
            archived: number == 4,
        }
    }

    #[test]
    fn each_line_is_told_what_becomes_of_it() {
        let course = CourseId::from_bytes([7; 16]);
        let titles = [
            Titled { id: course, folded: "safety".to_owned(), active: true },
            Titled { id: CourseId::from_bytes([8; 16]), folded: "old".to_owned(), active: false },
        ];
        let people = vec![
            known(1, "Ana Ribeiro", "ana@x.yy", "7"),
            known(2, "Jan Nowak", "jan@x.yy", "8"),
            known(3, "Jan Nowak", "jn@x.yy", "9"),
            known(4, "Ola Gone", "ola@x.yy", "10"),
        ];
        let day = |text| Date::parse(text).unwrap();
        let recorded = [(PersonId::from_bytes([2; 16]), course, day("2026-03-14"))];
        let shelf = Shelf::of(people, &titles, recorded);
        let of = |person: &str, course: &str, done: &str, ends: &str| Raw {
            person: person.to_owned(),
            course: course.to_owned(),
            done: done.to_owned(),
            ends: ends.to_owned(),
            ..Raw::default()
        };
        let long = Raw { number: "9".repeat(61), ..of("7", "Safety", "2026-01-02", "") };
        let cases = [
            (of("ANA@x.yy", "safety", "2026-03-14", "2027-03-13"), Outcome::Ready),
            (of("7", "SAFETY", "14.3.2026", ""), Outcome::Twice),
            (of("Ana Ribeiro", "Safety", "14/03/2025", ""), Outcome::Ready),
            (of("8", "Safety", "2026-03-14", ""), Outcome::Recorded),
            (of("Jan Nowak", "Safety", "2026-03-14", ""), Outcome::SeveralPeople),
            (of("Ola Gone", "Safety", "2026-03-14", ""), Outcome::Archived),
            (of("", "Safety", "2026-03-14", ""), Outcome::NoPerson),
            (of("Nobody", "Safety", "2026-03-14", ""), Outcome::UnknownPerson),
            (of("7", "", "2026-03-14", ""), Outcome::NoCourse),
            (of("7", "Other", "2026-03-14", ""), Outcome::UnknownCourse),
            (of("7", "Old", "2026-03-14", ""), Outcome::ArchivedCourse),
            (of("7", "Safety", "", ""), Outcome::NoDate),
            (of("7", "Safety", "March", ""), Outcome::BadDate),
            (of("7", "Safety", "2026-11-23", ""), Outcome::Future),
            (of("7", "Safety", "2026-03-15", "soon"), Outcome::BadEnd),
            (of("7", "Safety", "2026-03-15", "2026-03-14"), Outcome::Backwards),
            (long, Outcome::TooLong),
        ];
        let (raw, wanted): (Vec<Raw>, Vec<Outcome>) = cases.into_iter().unzip();
        let lines = shelf.lines(raw, day("2026-11-22"));
        let outcomes: Vec<Outcome> = lines.iter().map(|it| it.outcome).collect();
        assert_eq!(outcomes, wanted);
        for it in Outcome::ALL {
            assert_eq!(Outcome::from_code(it.code()), it);
        }
    }
}
