//! What is required, of whom, from when. Pure.
use judge::{Mode, Subject, Validity};
use kernel::field::Reader;
use kernel::{Fields, GroupId, Instant, Invalid, JobRoleId, RegionId, RuleId, SiteId};

use crate::standings::model::World;

/// Alternatives of one rule, at most.
const MOST_SUBJECTS: usize = 10;
/// The longest grace: a year.
const MOST_GRACE: u16 = 366;

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

    /// The name of the field that says which one, and its value.
    pub fn field(self) -> (&'static str, String) {
        match self {
            Self::AllSites => ("all", "1".to_owned()),
            Self::Region(id) => ("region", id.to_string()),
            Self::Site(id) => ("site", id.to_string()),
            Self::Group(id) => ("group", id.to_string()),
            Self::JobRole(id) => ("job-role", id.to_string()),
        }
    }

    /// The page of its rules.
    pub fn path(self) -> String {
        let (name, value) = self.field();
        format!("/requirements?{name}={value}")
    }

    /// Whose rules a form or an address speaks of; none where it says nothing.
    pub fn parse(fields: &Fields) -> Option<Self> {
        let (site, region) = (fields.text("site"), fields.text("region"));
        let (group, job_role) = (fields.text("group"), fields.text("job-role"));
        if !site.is_empty() {
            return site.parse().ok().map(Self::Site);
        }
        if !region.is_empty() {
            return region.parse().ok().map(Self::Region);
        }
        if !group.is_empty() {
            return group.parse().ok().map(Self::Group);
        }
        if !job_role.is_empty() {
            return job_role.parse().ok().map(Self::JobRole);
        }
        fields.ticked("all").then_some(Self::AllSites)
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

/// `course:…`, `qualification:…` and `assessment:…`, as forms and addresses carry a subject.
pub fn subject_code(subject: Subject) -> String {
    match subject {
        Subject::Course(id) => format!("course:{}", kernel::CourseId::from_number(id.0)),
        Subject::Qualification(id) => {
            format!("qualification:{}", kernel::QualificationId::from_number(id.0))
        }
        Subject::Assessment(id) => {
            format!("assessment:{}", kernel::TemplateId::from_number(id.0))
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
        "assessment" => {
            let id = id.parse::<kernel::TemplateId>().ok()?;
            Some(Subject::Assessment(judge::Id(id.number())))
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
    /// A start in the past begins now: nobody is asked for what was not known. `old` is the version that is changed: what
    /// it asks for may go on being asked for, also where nobody could pick it any more.
    pub fn parse(
        fields: &Fields,
        now: Instant,
        world: &World,
        old: Option<&Rule>,
    ) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let mut subjects: Vec<Subject> = Vec::new();
        for code in fields.each("subject").filter(|it| !it.is_empty()) {
            match subject_of(code).filter(|it| world.subjects.contains_key(it)) {
                Some(it) if !world.offers(it, old) => read.problem("subject", "rules-archived"),
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
        let word = ui::validity_word(fields, "validity");
        let validity: Option<Validity> = word.parse().ok();
        if validity.is_none() && !word.is_empty() {
            read.problem("validity", "rules-validity");
        }
        let grace = read.want("grace", |text| {
            text.parse().ok().filter(|it| *it <= MOST_GRACE).ok_or("rules-grace")
        });
        let start = read.date("start");
        let starts = starts_on(start, now, &world.zone);
        let mode = mode_of(fields.text("mode"));
        let blocking = fields.text("blocking") != "warn";
        let grace = grace.unwrap_or_default();
        read.done(|| {
            Some(Self { terms: Terms { subjects, mode, blocking, validity, grace }, starts })
        })
    }

    pub fn name(&self, world: &World) -> String {
        self.terms.name(world)
    }
}

/// The first moment of the day a form names, or now.
fn starts_on(day: Option<kernel::Date>, now: Instant, zone: &judge::Zone) -> Instant {
    let first = day.map(|it| zone.start(judge::Day::of(it.0)));
    first.map_or(now, |it| Instant(it.0).max(now))
}

/// As a form without any other field says it.
pub fn starts(fields: &Fields, now: Instant, zone: &judge::Zone) -> Option<Instant> {
    let mut read = Reader::new(fields);
    read.date("start").map(|it| starts_on(Some(it), now, zone))
}

impl Terms {
    /// What is asked, by name.
    pub fn name(&self, world: &World) -> String {
        let name = |it: &Subject| world.subjects.get(it).map_or("", |it| it.name.as_str());
        self.subjects.iter().map(name).collect::<Vec<_>>().join(" / ")
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

    /// Over, or never going to begin.
    pub fn is_over(&self, at: Instant) -> bool {
        self.end.is_some_and(|it| it.at <= at.max(self.starts))
    }
}
