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

/// Whom the form names: people who were ticked, and lines that were pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    pub ids: Vec<PersonId>,
    /// An address or a number each.
    pub words: Vec<String>,
}

impl Named {
    /// Everything the form names, however much it is.
    pub fn of(fields: &Fields) -> Self {
        let mut ids: Vec<PersonId> = fields.each("id").filter_map(|it| it.parse().ok()).collect();
        let mut seen = BTreeSet::new();
        ids.retain(|it| seen.insert(*it));
        ids.truncate(MOST + 1);
        let lines = fields.get("people").unwrap_or_default().lines();
        let words = lines.filter_map(word).take(MOST + 1).collect();
        Self { ids, words }
    }

    fn problem(&self) -> Option<Problem> {
        match self.ids.len() + self.words.len() {
            0 => Some("batches-people-none"),
            1..=MOST => None,
            _ => Some("batches-people-many"),
        }
    }
}

/// The address or number in a pasted line, which may stand among other columns.
fn word(line: &str) -> Option<String> {
    let parts = || line.split([',', ';', '\t']).map(str::trim).filter(|it| !it.is_empty());
    let word = parts().find(|it| it.contains('@')).or_else(|| parts().next())?;
    let bare = word.trim_matches(|it| "<>\"'".contains(it));
    let (_, bare) = bare.rsplit_once('<').unwrap_or(("", bare));
    Some(bare.chars().filter(|it| !it.is_control()).take(254).collect())
}

/// A batch as its form sends it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub named: Named,
    pub facts: Facts,
}

impl Draft {
    pub fn parse(fields: &Fields, today: Date) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let named = Named::of(fields);
        if let Some(problem) = named.problem() {
            read.problem("people", problem);
        }
        let facts = Facts::read(&mut read, fields, today);
        read.done(|| Some(Self { named, facts: facts? }))
    }
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Ready,
    /// The same course on the same day is recorded already.
    Recorded,
    /// The person is named before in the list.
    Twice,
    Archived,
    /// Nobody, or nobody for whom this may be recorded: the two look the same.
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub said: String,
    pub person: Option<(PersonId, String)>,
    pub outcome: Outcome,
}

/// What becomes of each line, in the order of the form.
pub fn lines(named: &Named, known: &[Known], recorded: &[PersonId]) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut line = |said: String, found: Option<&Known>| {
        let outcome = match found {
            None => Outcome::Unknown,
            Some(it) if !seen.insert(it.id) => Outcome::Twice,
            Some(it) if it.archived => Outcome::Archived,
            Some(it) if recorded.contains(&it.id) => Outcome::Recorded,
            Some(_) => Outcome::Ready,
        };
        Line { said, person: found.map(|it| (it.id, it.name.clone())), outcome }
    };
    let ticked = named.ids.iter().map(|id| {
        let found = known.iter().find(|it| it.id == *id);
        (found.map(|it| it.about.clone()).unwrap_or_default(), found)
    });
    let pasted = named.words.iter().map(|word| {
        let address = word.to_lowercase();
        let found = known.iter().find(|it| {
            it.email.as_deref() == Some(&address) || it.external_id.as_deref() == Some(word)
        });
        (word.clone(), found)
    });
    let all: Vec<_> = ticked.chain(pasted).collect();
    all.into_iter().map(|(said, found)| line(said, found)).collect()
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

    #[test]
    fn a_pasted_line_may_hold_more_than_the_address() {
        for (line, wanted) in [
            ("ana@site.example", "ana@site.example"),
            ("Ana Ribeiro; ana@site.example; Electrician", "ana@site.example"),
            ("Ana <ana@site.example>", "ana@site.example"),
            ("HW-7\tAna", "HW-7"),
        ] {
            assert_eq!(word(line).as_deref(), Some(wanted));
        }
        assert_eq!(word(" ; "), None);
    }

    #[test]
    fn each_line_is_told_what_becomes_of_it() {
        let all = [known(1, "a@x.yy", "A"), known(2, "b@x.yy", "B"), known(3, "c@x.yy", "C")];
        let ids = all[0].id.to_string();
        let form = Fields::of([("id", &ids), ("people", "A@X.yy\nB\nC\n\nd@x.yy")]);
        let named = Named::of(&form);
        let outcomes: Vec<Outcome> =
            lines(&named, &all, &[all[1].id]).iter().map(|it| it.outcome).collect();
        let wanted = [
            Outcome::Ready,
            Outcome::Twice,
            Outcome::Recorded,
            Outcome::Archived,
            Outcome::Unknown,
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
