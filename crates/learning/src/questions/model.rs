//! What a question of a quiz is, and what its form may say. Pure.
use kernel::field::{Line, Lines, Reader};
use kernel::file::Sound;
use kernel::{ContentId, Fields, Invalid, LessonFileId, LessonId, QuestionId, Uploads};

use crate::lessons::model::look;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One answer is right.
    Single,
    /// All right answers, and no others, have to be chosen.
    Multiple,
    /// True or false.
    Truth,
    /// The answers are pictures.
    Pictures,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Single, Self::Multiple, Self::Truth, Self::Pictures];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::Truth => "truth",
            Self::Pictures => "pictures",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Answers to choose from, at most.
pub const CHOICES: usize = 6;
/// Files of the form: the question's picture and one for each answer.
pub const FILES: usize = CHOICES + 1;
/// The fields of each answer: its words, whether it is right, its picture.
pub const ROWS: [[&str; 3]; CHOICES] = [
    ["choice-1", "right-1", "picture-1"],
    ["choice-2", "right-2", "picture-2"],
    ["choice-3", "right-3", "picture-3"],
    ["choice-4", "right-4", "picture-4"],
    ["choice-5", "right-5", "picture-5"],
    ["choice-6", "right-6", "picture-6"],
];

/// An answer to choose. Of true and false the first is true, and they have no words of their own.
#[derive(Debug, Clone)]
pub struct Choice {
    pub position: i64,
    pub words: String,
    pub file: Option<LessonFileId>,
    pub right: bool,
}

#[derive(Debug, Clone)]
pub struct Question {
    pub id: QuestionId,
    pub content: ContentId,
    pub lesson: LessonId,
    pub kind: Kind,
    pub words: String,
    pub explanation: String,
    pub file: Option<LessonFileId>,
    pub choices: Vec<Choice>,
}

impl Question {
    /// The numbers of the right answers, in order.
    pub fn right(&self) -> Vec<i64> {
        self.choices.iter().filter(|it| it.right).map(|it| it.position).collect()
    }

    /// The form filled in with what is known.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::of([
            ("kind", self.kind.code()),
            ("words", &self.words),
            ("explanation", &self.explanation),
        ]);
        if self.kind == Kind::Truth {
            let first = self.choices.first().is_some_and(|it| it.right);
            fields.set("answer", if first { "true" } else { "false" });
            return fields;
        }
        for (choice, [words, right, _]) in self.choices.iter().zip(ROWS) {
            fields.set(words, &choice.words);
            if choice.right {
                fields.set(right, "on");
            }
        }
        fields
    }
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub words: String,
    pub explanation: String,
    pub choices: Vec<Choice>,
}

/// A form with its files, looked into.
#[derive(Debug)]
pub struct Checked {
    pub draft: Draft,
    pub picture: Option<Sound>,
    /// Pictures of answers, each with the place of its answer in the draft.
    pub pictures: Vec<(usize, Sound)>,
}

/// Reads the form of a question. `old` are the answers it has already.
pub fn parse(
    fields: &Fields,
    uploads: &Uploads<FILES>,
    (kind, old): (Kind, &[Choice]),
) -> Result<Checked, Invalid> {
    let mut read = Reader::new(fields);
    let words = read.need("words", Lines::<1000>::parse);
    let explanation = read.want("explanation", Lines::<1000>::parse);
    let picture = look(&mut read, "picture", uploads.named("picture"), true);
    let (choices, pictures) = match kind {
        Kind::Truth => (truth(&mut read, fields), Vec::new()),
        _ => choices(&mut read, fields, uploads, (kind, old)),
    };
    read.done(|| {
        let explanation = explanation.map(|it| it.to_string()).unwrap_or_default();
        let draft = Draft { kind, words: words?.to_string(), explanation, choices };
        Some(Checked { draft, picture, pictures })
    })
}

fn truth(read: &mut Reader<'_>, fields: &Fields) -> Vec<Choice> {
    let answer = fields.text("answer");
    if !["true", "false"].contains(&answer) {
        read.problem("answer", "error-choice");
    }
    let choice = |position, right| Choice { position, words: String::new(), file: None, right };
    vec![choice(1, answer == "true"), choice(2, answer == "false")]
}

fn choices(
    read: &mut Reader<'_>,
    fields: &Fields,
    uploads: &Uploads<FILES>,
    (kind, old): (Kind, &[Choice]),
) -> (Vec<Choice>, Vec<(usize, Sound)>) {
    let (mut all, mut pictures) = (Vec::new(), Vec::new());
    for (at, [name, right, file]) in ROWS.into_iter().enumerate() {
        let words = read.want(name, Line::<200>::parse);
        let drawn = match kind {
            Kind::Pictures => look(read, file, uploads.named(file), true),
            _ => None,
        };
        let Some(words) = words else {
            if drawn.is_some() {
                read.problem(name, "lessons-alt-missing");
            } else if fields.ticked(right) {
                read.problem(name, "error-required");
            }
            continue;
        };
        let had = if kind == Kind::Pictures { old.get(at).and_then(|it| it.file) } else { None };
        if kind == Kind::Pictures && drawn.is_none() && had.is_none() {
            read.problem(file, "questions-picture-missing");
        }
        if let Some(drawn) = drawn {
            pictures.push((all.len(), drawn));
        }
        let position = i64::try_from(all.len() + 1).unwrap_or_default();
        let words = words.to_string();
        all.push(Choice { position, words, file: had, right: fields.ticked(right) });
    }
    let right = all.iter().filter(|it| it.right).count();
    if all.len() < 2 {
        read.problem("choice-1", "questions-too-few");
    } else if right == 0 {
        read.problem("right-1", "questions-none-right");
    } else if right > 1 && kind != Kind::Multiple {
        read.problem("right-1", "questions-many-right");
    }
    (all, pictures)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(kind: Kind, fields: &Fields) -> Result<Draft, Invalid> {
        parse(fields, &Uploads(Vec::new()), (kind, &[])).map(|it| it.draft)
    }

    #[test]
    fn a_question_has_two_answers_and_the_right_number_of_them_right() {
        let fields = Fields::of([
            ("words", "Which?"),
            ("choice-1", "This"),
            ("choice-3", "That"),
            ("right-3", "on"),
        ]);
        let draft = ask(Kind::Single, &fields).unwrap();
        let right: Vec<(i64, bool)> =
            draft.choices.iter().map(|it| (it.position, it.right)).collect();
        assert_eq!(right, [(1, false), (2, true)], "empty rows are left out");
        let two = fields.with("right-1", "on");
        assert_eq!(
            ask(Kind::Single, &two).unwrap_err().get("right-1"),
            Some("questions-many-right")
        );
        assert!(ask(Kind::Multiple, &two).is_ok());
        let none = fields.without("right-3");
        assert_eq!(
            ask(Kind::Multiple, &none).unwrap_err().get("right-1"),
            Some("questions-none-right")
        );
        let one = fields.without("choice-1");
        assert_eq!(ask(Kind::Single, &one).unwrap_err().get("choice-1"), Some("questions-too-few"));
        assert!(ask(Kind::Pictures, &fields).unwrap_err().get("picture-1").is_some());
        assert!(ask(Kind::Truth, &fields).unwrap_err().get("answer").is_some());
        let truth = ask(Kind::Truth, &fields.with("answer", "false")).unwrap();
        assert_eq!(truth.choices.iter().map(|it| it.right).collect::<Vec<_>>(), [false, true]);
    }
}
