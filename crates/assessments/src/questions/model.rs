//! What a question is, and what its form may say. Pure.
use kernel::field::{Line, Lines, Problem, Reader};
use kernel::{Fields, Invalid, TemplateQuestionId};

/// Questions of one template, at most.
pub const MOST: usize = 100;
/// Answers to choose from, at most.
const MOST_CHOICES: usize = 30;
/// The largest number anybody is asked for.
const LARGEST: i64 = 999_999_999;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    YesNo,
    Choice,
    Number,
    Text,
    Photo,
    Signature,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::YesNo, Self::Choice, Self::Number, Self::Text, Self::Photo, Self::Signature];

    pub const fn code(self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Text => "text",
            Self::Photo => "photo",
            Self::Signature => "signature",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A number in thousandths: `2.5` and `2,5` are 2500.
pub fn thousandths(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let text = text.replace(',', ".");
    let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |it| (-1, it));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let sound = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 3 || !sound(whole) || !sound(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    Some(sign * (whole * 1000 + part))
}

/// The number as people read it.
pub fn number_words(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    let part = format!("{:03}", size % 1000);
    match part.trim_end_matches('0') {
        "" => format!("{sign}{}", size / 1000),
        part => format!("{sign}{}.{part}", size / 1000),
    }
}

/// What the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub kind: Kind,
    pub words: String,
    pub help: String,
    pub required: bool,
    /// The answer, `yes` or `no`, that needs a note; empty for none.
    pub note_on: String,
    pub choices: Vec<String>,
    /// Bounds of a number, in thousandths.
    pub least: Option<i64>,
    pub most: Option<i64>,
    pub unit: String,
}

/// A question in one version of its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: TemplateQuestionId,
    /// From one, without gaps.
    pub position: i64,
    pub draft: Draft,
}

fn bound(text: &str) -> Result<i64, Problem> {
    thousandths(text).filter(|it| it.abs() <= LARGEST * 1000).ok_or("asks-number-wrong")
}

fn choices(text: &str) -> Result<Vec<String>, Problem> {
    let mut all: Vec<String> = Vec::new();
    for line in Lines::<6000>::parse(text)?.as_str().lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() > 150 {
            return Err("asks-choice-long");
        }
        if !line.is_empty() && !all.contains(&line) {
            all.push(line);
        }
    }
    match all.len() {
        0 | 1 => Err("asks-choices-few"),
        2..=MOST_CHOICES => Ok(all),
        _ => Err("asks-choices-many"),
    }
}

impl Draft {
    pub fn parse(fields: &Fields, kind: Kind) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let words = read.need("words", Line::<300>::parse);
        let help = read.want("help", Lines::<1000>::parse);
        let (mut least, mut most, mut unit, mut note_on) = (None, None, None, "");
        let mut lines = Vec::new();
        match kind {
            Kind::YesNo => match fields.text("note-on") {
                "yes" => note_on = "yes",
                "no" => note_on = "no",
                _ => {}
            },
            Kind::Choice => lines = read.need("choices", choices).unwrap_or_default(),
            Kind::Number => {
                least = read.want("least", bound);
                most = read.want("most", bound);
                unit = read.want("unit", Line::<20>::parse);
                if least.zip(most).is_some_and(|(least, most)| least > most) {
                    read.problem("most", "asks-bounds-crossed");
                }
            }
            Kind::Text | Kind::Photo | Kind::Signature => {}
        }
        read.done(|| {
            Some(Self {
                kind,
                words: words?.to_string(),
                help: help.map(|it| it.to_string()).unwrap_or_default(),
                required: fields.ticked("required"),
                note_on: note_on.to_owned(),
                choices: lines,
                least,
                most,
                unit: unit.map(|it| it.to_string()).unwrap_or_default(),
            })
        })
    }

    /// The form as it is filled in with this.
    pub fn fields(&self) -> Fields {
        let bound = |it: Option<i64>| it.map(number_words).unwrap_or_default();
        Fields::of([
            ("words", &self.words),
            ("help", &self.help),
            ("required", if self.required { "on" } else { "" }),
            ("note-on", &self.note_on),
            ("choices", &self.choices.join("\n")),
            ("least", &bound(self.least)),
            ("most", &bound(self.most)),
            ("unit", &self.unit),
        ])
    }
}

/// Where a question goes that is moved up or down.
pub fn moved(position: i64, count: usize, up: bool) -> Option<i64> {
    let to = if up { position - 1 } else { position + 1 };
    (to >= 1 && to <= i64::try_from(count).unwrap_or(i64::MAX)).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_they_were_typed() {
        for (typed, kept, words) in [
            ("2.5", 2500, "2.5"),
            ("2,50", 2500, "2.5"),
            ("-0.125", -125, "-0.125"),
            ("1 200", 1_200_000, "1200"),
            ("0", 0, "0"),
        ] {
            assert_eq!(thousandths(typed), Some(kept), "{typed}");
            assert_eq!(number_words(kept), words);
        }
        for wrong in ["", "-", ".5", "1.2345", "1e3", "ten", "1.2.3", "1234567890", "٣"] {
            assert_eq!(thousandths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_question_reads_back_as_it_was_filled_in() {
        let sent = Fields::of([
            ("words", "How high?"),
            ("help", "From the ground"),
            ("required", "on"),
            ("least", "0"),
            ("most", "60.5"),
            ("unit", "m"),
        ]);
        let draft = Draft::parse(&sent, Kind::Number).unwrap();
        assert_eq!((draft.least, draft.most), (Some(0), Some(60_500)));
        assert_eq!(Draft::parse(&draft.fields(), Kind::Number), Ok(draft));
        let sent =
            Fields::of([("words", "What?"), ("choices", "Lifting\r\n\r\n Lifting \nDigging")]);
        let draft = Draft::parse(&sent, Kind::Choice).unwrap();
        assert_eq!(draft.choices, ["Lifting", "Digging"]);
        assert_eq!(Draft::parse(&draft.fields(), Kind::Choice), Ok(draft));
    }

    #[test]
    fn what_makes_no_sense_is_said_beside_its_field() {
        let problem =
            |fields: &Fields, kind, name: &str| Draft::parse(fields, kind).unwrap_err().get(name);
        let crossed = Fields::of([("words", "x"), ("least", "5"), ("most", "4")]);
        assert_eq!(problem(&crossed, Kind::Number, "most"), Some("asks-bounds-crossed"));
        let one = Fields::of([("words", "x"), ("choices", "only")]);
        assert_eq!(problem(&one, Kind::Choice, "choices"), Some("asks-choices-few"));
        assert_eq!(problem(&Fields::default(), Kind::Text, "words"), Some("error-required"));
    }

    #[test]
    fn the_first_does_not_move_up_nor_the_last_down() {
        assert_eq!((moved(1, 3, true), moved(3, 3, false)), (None, None));
        assert_eq!((moved(2, 3, true), moved(2, 3, false)), (Some(1), Some(3)));
    }
}
