//! What a qualification is, and what its form may say. Pure.
use judge::Validity;
use kernel::field::{Line, Lines, Name, Problem, Reader};
use kernel::{Fields, Invalid, QualificationId};

/// Days before the end from which something is called expiring, where nothing else was said.
pub const REMIND: i64 = 60;
/// The longest such time: two years.
const MOST_REMIND: i64 = 730;

/// A qualification as it is kept.
#[derive(Debug, Clone)]
pub struct Qualification {
    pub id: QualificationId,
    pub draft: Draft,
    pub active: bool,
    /// How many people have shown something for it that holds.
    pub held: i64,
}

/// What its form says.
#[expect(clippy::struct_excessive_bools, reason = "four boxes of a form")]
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: Name,
    pub issuer: Option<Line<120>>,
    pub category: Option<Line<60>>,
    pub instructions: Option<Lines<1000>>,
    pub needs_number: bool,
    pub needs_expiry: bool,
    pub needs_front: bool,
    pub needs_back: bool,
    /// Where the document names no day.
    pub validity: Option<Validity>,
    pub remind: i64,
}

/// What the judge is asked about: a qualification as other capabilities see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub id: QualificationId,
    pub name: String,
    pub usual: Option<Validity>,
    /// Days before the end from which it is called expiring.
    pub remind: u16,
    /// Qualifications have no editions.
    pub edition: u32,
    pub active: bool,
}

fn number(text: &str) -> Result<i64, Problem> {
    text.parse()
        .ok()
        .filter(|it| (0..=MOST_REMIND).contains(it))
        .ok_or("qualifications-remind-wrong")
}

/// How long it holds: a choice, and for some choices a number or a day with it.
fn validity(fields: &Fields) -> Result<Option<Validity>, (&'static str, Problem)> {
    let chosen = fields.text("validity");
    let word = match chosen {
        "" | "document" => return Ok(None),
        "months" | "days" => format!("{chosen}:{}", fields.text("validity-count")),
        other => other.to_owned(),
    };
    let field = if matches!(chosen, "months" | "days") { "validity-count" } else { "validity" };
    word.parse().map(Some).map_err(|_| (field, "qualifications-validity-wrong"))
}

impl Draft {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let issuer = read.want("issuer", Line::parse);
        let category = read.want("category", Line::parse);
        let instructions = read.want("instructions", Lines::parse);
        let remind = read.want("remind", number).unwrap_or(REMIND);
        let validity = validity(fields).unwrap_or_else(|(field, problem)| {
            read.problem(field, problem);
            None
        });
        read.done(|| {
            Some(Self {
                name: name?,
                issuer,
                category,
                instructions,
                needs_number: fields.ticked("needs-number"),
                needs_expiry: fields.ticked("needs-expiry"),
                needs_front: fields.ticked("needs-front"),
                needs_back: fields.ticked("needs-back"),
                validity,
                remind,
            })
        })
    }
}

impl Qualification {
    /// The form as it is filled in with this.
    pub fn fields(&self) -> Fields {
        let it = &self.draft;
        let tick = |on: bool| if on { "on" } else { "" };
        let (kind, count) = match it.validity {
            None => ("document".to_owned(), String::new()),
            Some(Validity::Months(count)) => ("months".to_owned(), count.to_string()),
            Some(Validity::Days(count)) => ("days".to_owned(), count.to_string()),
            Some(other) => (other.to_string(), String::new()),
        };
        Fields::of([
            ("name", it.name.as_str()),
            ("issuer", it.issuer.as_ref().map_or("", Line::as_str)),
            ("category", it.category.as_ref().map_or("", Line::as_str)),
            ("instructions", it.instructions.as_ref().map_or("", Lines::as_str)),
            ("needs-number", tick(it.needs_number)),
            ("needs-expiry", tick(it.needs_expiry)),
            ("needs-front", tick(it.needs_front)),
            ("needs-back", tick(it.needs_back)),
            ("validity", &kind),
            ("validity-count", &count),
            ("remind", &it.remind.to_string()),
        ])
    }
}

/// A new form: a picture of the front, a reminder after the usual time.
pub fn usual() -> Fields {
    Fields::of([("needs-front", "on"), ("validity", "document"), ("remind", &REMIND.to_string())])
}

/// What the list is asked for.
#[derive(Debug, Clone)]
pub struct List {
    pub fields: Fields,
    pub search: String,
    pub active: bool,
    pub after: Option<(String, QualificationId)>,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let after = fields.text("after").rsplit_once('~');
        Self {
            search: fields.text("search").chars().take(100).collect(),
            active: fields.text("state") != "inactive",
            after: after.and_then(|(name, id)| Some((name.to_owned(), id.parse().ok()?))),
            fields: fields.without("lang"),
        }
    }

    /// The list with one question asked otherwise, from its beginning.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!("/qualifications{}", self.fields.without("after").with(name, value).to_query())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_back_as_it_was_filled_in() {
        let sent = usual()
            .with("name", "CSCS card")
            .with("validity", "months")
            .with("validity-count", "60");
        let draft = Draft::parse(&sent).unwrap();
        assert_eq!(draft.validity, Some(Validity::Months(60)));
        let kept = Qualification {
            id: QualificationId::from_bytes([1; 16]),
            draft,
            active: true,
            held: 0,
        };
        let again = Draft::parse(&kept.fields()).unwrap();
        assert_eq!(
            (again.validity, again.remind, again.needs_front),
            (Some(Validity::Months(60)), 60, true)
        );
    }

    #[test]
    fn every_problem_is_said_at_once() {
        let sent = Fields::of([("validity", "days"), ("validity-count", "x"), ("remind", "-1")]);
        let invalid = Draft::parse(&sent).unwrap_err();
        assert_eq!(invalid.get("name"), Some("error-required"));
        assert_eq!(invalid.get("remind"), Some("qualifications-remind-wrong"));
        assert_eq!(invalid.get("validity-count"), Some("qualifications-validity-wrong"));
    }
}
