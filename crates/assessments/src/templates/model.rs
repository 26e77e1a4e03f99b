//! What a template is, and what its form may say. Pure.
use std::fmt;

use kernel::field::{Lines, Name, Problem, Reader};
use kernel::{AccountId, Date, Fields, GroupId, Instant, Invalid, SiteId, TemplateId};

/// Days for which an assessment counts, where nothing else was said.
pub const USUAL_DAYS: u16 = 365;
/// The longest such time: ten years.
const MOST_DAYS: u16 = 3660;
/// Accounts and groups that decide, at most.
const MOST_APPROVERS: usize = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Risk,
    Questionnaire,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Questionnaire => "questionnaire",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Risk, Self::Questionnaire].into_iter().find(|it| it.code() == code)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not published yet, or not any more.
    Draft,
    Published,
    Archived,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Published, Self::Draft, Self::Archived];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How long an approved assessment counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    Never,
    /// So many days after it was handed in.
    Days(u16),
    /// Until this day, whenever it was handed in.
    On(Date),
}

impl fmt::Display for Expiry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => Ok(()),
            Self::Days(days) => write!(out, "days:{days}"),
            Self::On(date) => write!(out, "on:{date}"),
        }
    }
}

impl Expiry {
    /// What was kept.
    pub fn read(word: &str) -> Self {
        match word.split_once(':') {
            Some(("days", days)) => days.parse().map_or(Self::Never, Self::Days),
            Some(("on", date)) => Date::parse(date).map_or(Self::Never, Self::On),
            _ => Self::Never,
        }
    }

    /// The last day on which something handed in on `done` counts.
    pub fn last_day(self, done: Date) -> Option<Date> {
        match self {
            Self::Never => None,
            Self::Days(days) => Some(Date(judge::Day::of(done.0).plus(i32::from(days)).date())),
            Self::On(date) => Some(date),
        }
    }

    fn parse(fields: &Fields, read: &mut Reader<'_>) -> Option<Self> {
        match fields.text("expiry") {
            "never" => Some(Self::Never),
            "days" => {
                let days = read.need("expiry-days", |text| {
                    let days = text.parse().ok().filter(|it| (1..=MOST_DAYS).contains(it));
                    days.ok_or("templates-expiry-days-wrong")
                });
                days.map(Self::Days)
            }
            "on" => {
                let date = read.date("expiry-on");
                if date.is_none() {
                    read.problem("expiry-on", "error-required");
                }
                date.map(Self::On)
            }
            _ => {
                read.problem("expiry", "error-choice");
                None
            }
        }
    }
}

/// What a form can choose from: ids as text, with their names.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    pub sites: Vec<(SiteId, String)>,
    /// Accounts that are entitled to decide about assessments.
    pub accounts: Vec<(AccountId, String)>,
    pub groups: Vec<(GroupId, String)>,
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub name: Name,
    pub description: String,
    pub site: Option<SiteId>,
    pub approval: bool,
    pub by_manager: bool,
    pub accounts: Vec<AccountId>,
    pub groups: Vec<GroupId>,
    pub expiry: Expiry,
}

/// A template as it is kept.
#[derive(Debug, Clone)]
pub struct Template {
    pub id: TemplateId,
    pub draft: Draft,
    pub site_name: String,
    pub state: State,
    /// The version that people are asked now, or were last.
    pub live: Option<i64>,
    /// The version that is being worked on.
    pub open: Option<i64>,
    /// Questions of the version that is being worked on, else of the live one.
    pub questions: i64,
    /// People whose approved answers there are.
    pub held: i64,
}

impl Template {
    /// The version that the office looks at.
    pub fn version(&self) -> i64 {
        self.open.or(self.live).unwrap_or(1)
    }

    /// Whether something can be published: a new version, or the last one again.
    pub fn publishes(&self) -> bool {
        match self.state {
            State::Archived => false,
            State::Published => self.open.is_some(),
            State::Draft => true,
        }
    }
}

/// One version, for the list of them.
#[derive(Debug, Clone)]
pub struct Version {
    pub number: i64,
    pub questions: i64,
    pub published: Option<(Instant, String)>,
}

/// What the judge is asked about: a template as other capabilities see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub id: TemplateId,
    pub name: String,
    /// Each assessment says itself until when it counts.
    pub usual: Option<judge::Validity>,
    /// Days before the end from which it is called expiring.
    pub remind: u16,
    /// A new version asks nobody again.
    pub edition: u32,
    /// Only published templates can be picked.
    pub active: bool,
}

/// Those of the ids sent that can be chosen.
fn chosen<K: 'static>(
    fields: &Fields,
    name: &'static str,
    known: &[(kernel::Id<K>, String)],
    read: &mut Reader<'_>,
) -> Vec<kernel::Id<K>> {
    let mut all = Vec::new();
    for text in fields.each(name).filter(|it| !it.is_empty()) {
        match text.parse().ok().filter(|id| known.iter().any(|(it, _)| it == id)) {
            Some(id) if !all.contains(&id) => all.push(id),
            Some(_) => {}
            None => read.problem(name, "error-choice"),
        }
    }
    if all.len() > MOST_APPROVERS {
        read.problem(name, "templates-approvers-many");
    }
    all
}

impl Draft {
    pub fn parse(fields: &Fields, choices: &Choices) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let kind = read.need("kind", |it| Kind::from_code(it).ok_or("error-choice"));
        let description = read.want("description", Lines::<2000>::parse);
        let site = read.want("site", |text| -> Result<SiteId, Problem> {
            let site = text.parse().ok();
            site.filter(|id| choices.sites.iter().any(|it| it.0 == *id)).ok_or("error-choice")
        });
        let expiry = Expiry::parse(fields, &mut read);
        let accounts = chosen(fields, "account", &choices.accounts, &mut read);
        let groups = chosen(fields, "group", &choices.groups, &mut read);
        read.done(|| {
            Some(Self {
                kind: kind?,
                name: name?,
                description: description.map(|it| it.to_string()).unwrap_or_default(),
                site,
                approval: fields.ticked("approval"),
                by_manager: fields.ticked("manager"),
                accounts,
                groups,
                expiry: expiry?,
            })
        })
    }

    /// The form as it is filled in with this.
    pub fn fields(&self) -> Fields {
        let tick = |on: bool| if on { "on" } else { "" };
        let site = self.site.map(|it| it.to_string()).unwrap_or_default();
        let mut fields = Fields::of([
            ("kind", self.kind.code()),
            ("name", self.name.as_str()),
            ("description", &self.description),
            ("site", &site),
            ("approval", tick(self.approval)),
            ("manager", tick(self.by_manager)),
        ]);
        match self.expiry {
            Expiry::Never => fields.set("expiry", "never"),
            Expiry::Days(days) => {
                fields.set("expiry", "days");
                fields.set("expiry-days", &days.to_string());
            }
            Expiry::On(date) => {
                fields.set("expiry", "on");
                fields.set("expiry-on-day", &date.day().to_string());
                fields.set("expiry-on-month", &date.month().to_string());
                fields.set("expiry-on-year", &date.year().to_string());
            }
        }
        let accounts = self.accounts.iter().map(|it| ("account", it.to_string()));
        let groups = self.groups.iter().map(|it| ("group", it.to_string()));
        for (name, id) in accounts.chain(groups) {
            fields = fields.and(name, &id);
        }
        fields
    }
}

/// A new form: somebody approves it, and it counts for a year.
pub fn usual() -> Fields {
    let days = USUAL_DAYS.to_string();
    Fields::of([("kind", "risk"), ("approval", "on"), ("expiry", "days"), ("expiry-days", &days)])
}

/// What the list is asked for.
#[derive(Debug, Clone)]
pub struct List {
    pub fields: Fields,
    pub search: String,
    pub state: State,
    pub after: Option<(String, TemplateId)>,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let after = fields.text("after").rsplit_once('~');
        Self {
            search: fields.text("search").chars().take(100).collect(),
            state: State::from_code(fields.text("state")).unwrap_or(State::Published),
            after: after.and_then(|(name, id)| Some((name.to_owned(), id.parse().ok()?))),
            fields: fields.without("lang"),
        }
    }

    /// The list with one question asked otherwise, from its beginning.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!(
            "/assessment-templates{}",
            self.fields.without("after").with(name, value).to_query()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_back_as_it_was_filled_in() {
        for (expiry, word) in [("never", ""), ("days", "days:90"), ("on", "on:2027-03-31")] {
            let sent = usual().with("name", "Site risk assessment").with("expiry", expiry);
            let sent = sent.with("expiry-days", "90").with("expiry-on", "2027-03-31");
            let draft = Draft::parse(&sent, &Choices::default()).unwrap();
            assert_eq!(draft.expiry.to_string(), word);
            assert_eq!(Expiry::read(word), draft.expiry);
            let again = Draft::parse(&draft.fields(), &Choices::default()).unwrap();
            assert_eq!((again.expiry, again.approval), (draft.expiry, true));
        }
    }

    #[test]
    fn every_problem_is_said_at_once() {
        let sent = Fields::of([("expiry", "days"), ("expiry-days", "0"), ("site", "x")]);
        let sent = sent.and("account", "nobody");
        let invalid = Draft::parse(&sent, &Choices::default()).unwrap_err();
        for field in ["name", "kind", "expiry-days", "site", "account"] {
            assert!(invalid.get(field).is_some(), "{field}");
        }
        let sent = usual().with("name", "x").with("expiry", "on");
        let invalid = Draft::parse(&sent, &Choices::default()).unwrap_err();
        assert_eq!(invalid.get("expiry-on"), Some("error-required"));
    }

    #[test]
    fn a_year_counts_from_the_day_it_was_handed_in() {
        let done = Date::new(2026, 11, 22).unwrap();
        assert_eq!(Expiry::Days(365).last_day(done), Date::new(2027, 11, 22));
        assert_eq!(Expiry::Never.last_day(done), None);
    }
}
