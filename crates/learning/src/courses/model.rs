//! The rules of a course. Pure: no clock, no database, no request.
use judge::{REMIND_DAYS, Validity};
use kernel::field::{Line, Lines, Name, Problem, Reader, fold};
use kernel::{CourseId, Date, Fields, Instant, Invalid};

/// Languages a course can be had in, at most.
pub const MOST_LANGUAGES: usize = 6;
/// The longest reminder window, in days.
const MOST_REMIND: u16 = 365;

/// Languages people on sites speak, each named in itself.
pub const LANGUAGES: [(&str, &str); 26] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nl", "Nederlands"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sq", "Shqip"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("zh", "中文"),
];

/// The fields of the language variants in a form: language and title of each.
pub const VARIANTS: [(&str, &str); MOST_LANGUAGES] = [
    ("lang-1", "title-1"),
    ("lang-2", "title-2"),
    ("lang-3", "title-3"),
    ("lang-4", "title-4"),
    ("lang-5", "title-5"),
    ("lang-6", "title-6"),
];

/// The name of a language in itself.
pub fn language(code: &str) -> &str {
    LANGUAGES.iter().find(|it| it.0 == code).map_or(code, |it| it.1)
}

/// A course as those who judge need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub id: CourseId,
    pub name: String,
    pub usual: Option<Validity>,
    /// Days before the end from which it is called expiring.
    pub remind: u16,
    /// The last edition in force that asks everybody again: completions of an earlier one do not count.
    pub edition: u32,
    pub active: bool,
}

/// What a course was from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    pub number: u32,
    /// Completions of earlier editions do not count once this one is in force.
    pub asks_again: bool,
    pub what: String,
    pub from: Date,
    pub made_at: Instant,
    pub made_by: String,
}

/// A course as it is kept.
#[derive(Debug, Clone)]
pub struct Course {
    pub id: CourseId,
    pub title: String,
    pub category: String,
    pub description: String,
    /// The judge's word.
    pub validity: String,
    pub remind: i64,
    pub active: bool,
    /// The number of its last edition.
    pub edition: i64,
    /// Codes of languages with the title in each.
    pub languages: Vec<(String, String)>,
}

impl Course {
    /// The form filled in with what is known.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::of([
            ("title", &self.title),
            ("category", &self.category),
            ("description", &self.description),
            ("validity", &self.validity),
            ("remind", &self.remind.to_string()),
        ]);
        for ((lang, title), (code, words)) in VARIANTS.iter().zip(&self.languages) {
            fields.set(lang, code);
            fields.set(title, words);
        }
        fields
    }

    pub fn languages_text(&self) -> String {
        languages_text(self.languages.iter().map(|(code, title)| (code.as_str(), title.as_str())))
    }
}

fn languages_text<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    all.map(|(code, title)| format!("{code}: {title}")).collect::<Vec<_>>().join("\n")
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub title: Name,
    pub category: String,
    pub description: String,
    pub validity: Validity,
    pub remind: i64,
    pub languages: Vec<(String, Name)>,
}

impl Draft {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let title = read.need("title", Name::parse);
        let category = read.want("category", Line::<60>::parse);
        let description = read.want("description", Lines::<2000>::parse);
        let word = ui::validity_word(fields, "validity");
        let validity = word.parse::<Validity>().ok();
        if validity.is_none() {
            let none = word.is_empty();
            read.problem("validity", if none { "error-choice" } else { "courses-validity" });
        }
        let remind = read.want("remind", read_days);
        let mut languages: Vec<(String, Name)> = Vec::new();
        for (lang, title) in VARIANTS {
            let code = read.want(lang, read_language);
            match (code, fields.text(title).is_empty()) {
                (Some(code), _) => {
                    let title = read.need(title, Name::parse);
                    if languages.iter().any(|it| it.0 == code) {
                        read.problem(lang, "courses-language-twice");
                    }
                    languages.extend(title.map(|it| (code, it)));
                }
                (None, false) => read.problem(lang, "error-choice"),
                (None, true) => {}
            }
        }
        read.done(|| {
            Some(Self {
                title: title?,
                category: category.map(|it| it.to_string()).unwrap_or_default(),
                description: description.map(|it| it.to_string()).unwrap_or_default(),
                validity: validity?,
                remind: remind.unwrap_or(REMIND_DAYS).into(),
                languages,
            })
        })
    }

    pub fn languages_text(&self) -> String {
        languages_text(self.languages.iter().map(|(code, title)| (code.as_str(), title.as_str())))
    }

    /// Whether it says anything else than the course does.
    pub fn changes(&self, old: &Course) -> bool {
        self.title.as_str() != old.title
            || self.category != old.category
            || self.description != old.description
            || self.validity.to_string() != old.validity
            || self.remind != old.remind
            || self.languages_text() != old.languages_text()
    }
}

fn read_days(text: &str) -> Result<u16, Problem> {
    let days = text.parse().ok().filter(|it| (1..=MOST_REMIND).contains(it));
    days.ok_or("courses-remind-days")
}

fn read_language(text: &str) -> Result<String, Problem> {
    let known = LANGUAGES.iter().any(|it| it.0 == text);
    if known { Ok(text.to_owned()) } else { Err("error-choice") }
}

/// What a change means for those who did the course already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub asks_again: bool,
    pub what: String,
    pub from: Date,
}

impl Change {
    /// `last` is the day from which the edition before is in force: an edition never overtakes another one.
    pub fn parse(fields: &Fields, today: Date, last: Date) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let again = read.need("again", |text| match text {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err("error-choice"),
        });
        let asks_again = again == Some(true);
        let what = if asks_again {
            read.need("what", Line::<200>::parse)
        } else {
            read.want("what", Line::<200>::parse)
        };
        let from = if asks_again { read.date("from") } else { None };
        let from = from.unwrap_or(if asks_again { today } else { today.max(last) });
        if from < today {
            read.problem("from", "courses-from-past");
        } else if from < last {
            read.problem("from", "courses-from-before");
        }
        let what = what.map(|it| it.to_string()).unwrap_or_default();
        read.done(|| Some(Self { asks_again: again?, what, from }))
    }
}

/// The edition of `all` that asked everybody again and is in force on `day`.
pub fn asked_on(all: &[Edition], day: Date) -> u32 {
    let asking = all.iter().filter(|it| it.asks_again && it.from <= day);
    asking.map(|it| it.number).max().unwrap_or(1)
}

/// What the list shows.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub archived: bool,
    pub search: String,
    /// A category, folded.
    pub category: String,
    pub after: Option<CourseId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let short = |name: &str| fields.text(name).chars().take(100).collect::<String>();
        Self {
            archived: fields.text("state") == "archived",
            search: short("search"),
            category: fold(&short("category")),
            after: fields.text("after").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed, from its first page on.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!("/courses{}", self.fields.without("after").with(name, value).to_query())
    }

    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.category.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Date {
        Date::new(2026, 11, day).unwrap()
    }

    #[test]
    fn every_problem_of_a_form_is_said_at_once() {
        let fields = Fields::of([
            ("validity", "months"),
            ("remind", "0"),
            ("lang-1", "xx"),
            ("title-2", "Instruktaż"),
        ]);
        let invalid = Draft::parse(&fields).unwrap_err();
        assert_eq!(invalid.get("title"), Some("error-required"));
        assert_eq!(invalid.get("validity"), Some("courses-validity"));
        assert_eq!(invalid.get("remind"), Some("courses-remind-days"));
        assert_eq!(invalid.get("lang-1"), Some("error-choice"));
        assert_eq!(invalid.get("lang-2"), Some("error-choice"), "a title of no language");
    }

    #[test]
    fn a_course_reads_back_from_its_form() {
        let fields = Fields::of([
            ("title", "Site induction"),
            ("validity", "yearly"),
            ("validity-day", "31"),
            ("validity-month", "3"),
            ("lang-1", "pl"),
            ("title-1", "Instruktaż"),
        ]);
        let draft = Draft::parse(&fields).unwrap();
        assert_eq!((draft.validity.to_string().as_str(), draft.remind), ("yearly:03-31", 60));
        assert_eq!(draft.languages_text(), "pl: Instruktaż");
        let twice = fields.with("lang-2", "pl").with("title-2", "Drugi");
        let invalid = Draft::parse(&twice).unwrap_err();
        assert_eq!(invalid.get("lang-2"), Some("courses-language-twice"));
    }

    #[test]
    fn a_change_that_asks_again_says_what_changed_and_never_reaches_back() {
        let ask = |fields: &Fields| Change::parse(fields, day(22), day(20));
        let major = Fields::of([("again", "yes")]);
        assert_eq!(ask(&major).unwrap_err().get("what"), Some("error-required"));
        let major = major.with("what", "New lifting rules");
        assert_eq!(ask(&major).unwrap().from, day(22));
        let past = ask(&major.with("from", "2026-11-21")).unwrap_err();
        assert_eq!(past.get("from"), Some("courses-from-past"));
        let waiting = Change::parse(&major, day(22), day(28)).unwrap_err();
        assert_eq!(
            waiting.get("from"),
            Some("courses-from-before"),
            "another one is still to come"
        );
        let minor = Change::parse(&Fields::of([("again", "no")]), day(22), day(28)).unwrap();
        assert_eq!(minor.from, day(28));
        assert!(
            ask(&Fields::default()).unwrap_err().get("again").is_some(),
            "nobody is asked by accident"
        );
    }

    #[test]
    fn only_editions_in_force_that_ask_again_count() {
        let edition = |number, asks_again, from| Edition {
            number,
            asks_again,
            what: String::new(),
            from,
            made_at: Instant(0),
            made_by: String::new(),
        };
        let all = [
            edition(1, true, day(1)),
            edition(2, false, day(5)),
            edition(3, true, day(10)),
            edition(4, false, day(12)),
        ];
        assert_eq!((asked_on(&all, day(9)), asked_on(&all, day(10))), (1, 3));
        assert_eq!(asked_on(&all, day(30)), 3);
    }
}
