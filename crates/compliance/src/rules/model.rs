//! What is required, of whom, from when. Pure.
use judge::{Mode, Subject, Validity};
use kernel::field::Reader;
use kernel::{Fields, GroupId, Instant, Invalid, JobRoleId, RegionId, RuleId, SiteId, Zone};

/// Alternatives of one rule, at most.
const MOST_SUBJECTS: usize = 10;
/// The longest grace: a year.
const MOST_GRACE: i64 = 366;

/// Who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    AllSites,
    Region(RegionId),
    Site(SiteId),
    Group(GroupId),
    JobRole(JobRoleId),
}

impl Source {
    pub const fn code(self) -> &'static str {
        match self {
            Self::AllSites => "all",
            Self::Region(_) => "region",
            Self::Site(_) => "site",
            Self::Group(_) => "group",
            Self::JobRole(_) => "job_role",
        }
    }

    /// The rules page of this source.
    pub fn path(self) -> String {
        match self {
            Self::AllSites => "/requirements".to_owned(),
            Self::Region(id) => format!("/regions/{id}/requirements"),
            Self::Site(id) => format!("/sites/{id}/requirements"),
            Self::Group(id) => format!("/groups/{id}/requirements"),
            Self::JobRole(id) => format!("/job-roles/{id}/requirements"),
        }
    }

    pub fn judged(self) -> judge::Source {
        let number = judge::Id;
        match self {
            Self::AllSites => judge::Source::AllSites,
            Self::Region(id) => judge::Source::Region(number(id.number())),
            Self::Site(id) => judge::Source::Site(number(id.number())),
            Self::Group(id) => judge::Source::Group(number(id.number())),
            Self::JobRole(id) => judge::Source::JobRole(number(id.number())),
        }
    }
}

/// One version of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub id: RuleId,
    /// The first version of the same rule.
    pub line: RuleId,
    pub source: Source,
    pub terms: Terms,
    pub starts: Instant,
    pub known: Instant,
    pub end: Option<End>,
}

/// From when a version is out of force, and since when that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    pub at: Instant,
    pub known: Instant,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// One of these suffices.
    pub subjects: Vec<Subject>,
    pub mode: Mode,
    pub blocking: bool,
    pub validity: Option<Validity>,
    /// Days after the start on which a gap does not block yet.
    pub grace: u16,
}

pub const fn mode_code(mode: Mode) -> &'static str {
    match mode {
        Mode::Required => "required",
        Mode::Optional => "optional",
        Mode::Hidden => "hidden",
    }
}

pub fn mode_of(code: &str) -> Mode {
    match code {
        "optional" => Mode::Optional,
        "hidden" => Mode::Hidden,
        _ => Mode::Required,
    }
}

/// `course:…` and `qualification:…`, as forms and addresses carry a subject.
pub fn subject_code(subject: Subject) -> String {
    match subject {
        Subject::Course(id) => format!("course:{}", kernel::CourseId::from_number(id.0)),
        Subject::Qualification(id) | Subject::Assessment(id) => {
            format!("qualification:{}", kernel::QualificationId::from_number(id.0))
        }
    }
}

pub fn subject_of(code: &str) -> Option<Subject> {
    let (kind, id) = code.split_once(':')?;
    match kind {
        "course" => Some(Subject::Course(judge::Id(id.parse::<kernel::CourseId>().ok()?.number()))),
        "qualification" => {
            let id = id.parse::<kernel::QualificationId>().ok()?;
            Some(Subject::Qualification(judge::Id(id.number())))
        }
        _ => None,
    }
}

/// A rule as a form asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub terms: Terms,
    /// From when it is in force: now, or the first moment of a day.
    pub starts: Instant,
}

impl Draft {
    /// Days begin where `zone` says. A start in the past begins now: nobody is asked for what was not known.
    pub fn parse(fields: &Fields, now: Instant, zone: &Zone) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let mut subjects: Vec<Subject> = Vec::new();
        for code in fields.each("subject").filter(|it| !it.is_empty()) {
            match subject_of(code) {
                Some(it) if !subjects.contains(&it) => subjects.push(it),
                Some(_) => {}
                None => read.problem("subject", "error-choice"),
            }
        }
        if subjects.is_empty() {
            read.problem("subject", "rules-choose");
        }
        if subjects.len() > MOST_SUBJECTS {
            read.problem("subject", "rules-too-many");
        }
        let validity = fields.text("validity");
        let validity = if validity.is_empty() {
            None
        } else {
            validity.parse().map_err(|_| read.problem("validity", "rules-validity")).ok()
        };
        let grace = read.want("grace", |text| match text.parse() {
            Ok(days) if (0..=MOST_GRACE).contains(&days) => u16::try_from(days).map_err(|_| "rules-grace"),
            _ => Err("rules-grace"),
        });
        let starts = read.date("start").and_then(|it| it.0.yesterday().ok());
        let starts = starts.and_then(|it| kernel::Date(it).end_in(zone)).map_or(now, |it| it.max(now));
        let terms = Terms {
            subjects,
            mode: mode_of(fields.text("mode")),
            blocking: fields.text("blocking") != "warn",
            validity,
            grace: grace.unwrap_or_default(),
        };
        read.done(|| Some(Self { terms, starts }))
    }
}

impl Rule {
    /// The form filled in with this version.
    pub fn fields(&self) -> Fields {
        let terms = &self.terms;
        let subjects: Vec<String> = terms.subjects.iter().map(|it| subject_code(*it)).collect();
        let validity = terms.validity.map(|it| it.to_string()).unwrap_or_default();
        let mut fields = Fields::of([
            ("mode", mode_code(terms.mode)),
            ("blocking", if terms.blocking { "block" } else { "warn" }),
            ("validity", validity.as_str()),
            ("grace", &terms.grace.to_string()),
        ]);
        for it in &subjects {
            fields = fields.and("subject", it);
        }
        fields
    }

    /// In force at `at`.
    pub fn holds(&self, at: Instant) -> bool {
        self.starts <= at && self.end.is_none_or(|it| at < it.at)
    }

    /// Over, or never going to begin.
    pub fn is_over(&self, at: Instant) -> bool {
        self.end.is_some_and(|it| it.at <= at.max(self.starts))
    }
}
