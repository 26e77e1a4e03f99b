//! What the list of people is asked: which view, which filters, in which order, from where on. Pure.
use kernel::access::{Actor, Level, People, Reach, Role, matrix};
use kernel::{
    AnyId, CompanyId, Date, DivisionId, Fields, GroupId, JobRoleId, PersonId, SiteId, TeamId,
};

use crate::boards::model::{Bucket, Shown};
use crate::choices::model::Thing;
use crate::persons::model::Kind;

/// Rows of one page.
pub const PAGE: usize = 50;
/// People who can be chosen at once, at most.
pub const MOST: usize = 1000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    All,
    Standing(Bucket),
    Employees,
    Contractors,
    Archived,
}

impl View {
    pub const ALL: [Self; 9] = [
        Self::All,
        Self::Standing(Bucket::NotValid),
        Self::Standing(Bucket::Expiring),
        Self::Standing(Bucket::ToCheck),
        Self::Standing(Bucket::NotStarted),
        Self::Standing(Bucket::Valid),
        Self::Employees,
        Self::Contractors,
        Self::Archived,
    ];

    pub const fn code(self) -> &'static str {
        match self {
            Self::All | Self::Standing(Bucket::NothingAsked) => "",
            Self::Standing(Bucket::NotValid) => "not-valid",
            Self::Standing(Bucket::Expiring) => "expiring",
            Self::Standing(Bucket::ToCheck) => "to-check",
            Self::Standing(Bucket::NotStarted) => "not-started",
            Self::Standing(Bucket::Valid) => "valid",
            Self::Employees => "employees",
            Self::Contractors => "contractors",
            Self::Archived => "archived",
        }
    }
    fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or(Self::All)
    }
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Employees => Some(Kind::Employee),
            Self::Contractors => Some(Kind::Contractor),
            Self::All | Self::Archived | Self::Standing(_) => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Name,
    Company,
    Start,
}

impl Sort {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Company => "company",
            Self::Start => "start",
        }
    }
}

/// Which neighbour of which person the page begins behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    Start,
    After(PersonId),
    Before(PersonId),
}

/// The narrowing filters.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    pub company: Option<CompanyId>,
    pub job_role: Option<JobRoleId>,
    pub division: Option<DivisionId>,
    pub site: Option<SiteId>,
    pub team: Option<TeamId>,
    pub group: Option<GroupId>,
}

impl Filters {
    pub fn any(&self) -> bool {
        self.company.is_some()
            || self.job_role.is_some()
            || self.division.is_some()
            || self.site.is_some()
            || self.team.is_some()
            || self.group.is_some()
    }

    /// What the filters that are on are about, in the order of the page.
    pub fn wanted(&self) -> Vec<(Thing, AnyId)> {
        let all = [
            (Thing::Company, self.company.map(CompanyId::cast)),
            (Thing::JobRole, self.job_role.map(JobRoleId::cast)),
            (Thing::Division, self.division.map(DivisionId::cast)),
            (Thing::Site, self.site.map(SiteId::cast)),
            (Thing::Team, self.team.map(TeamId::cast)),
            (Thing::Group, self.group.map(GroupId::cast)),
        ];
        all.into_iter().filter_map(|(thing, id)| Some((thing, id?))).collect()
    }
}

/// Everything the list is asked.
#[derive(Debug, Clone)]
pub struct List {
    /// Where the list is shown.
    pub path: &'static str,
    pub view: View,
    pub filters: Filters,
    pub search: String,
    pub sort: Sort,
    pub falling: bool,
    pub from: From,
    pub selected: Option<PersonId>,
    /// Only these: an export of chosen people.
    pub only: Option<Vec<PersonId>>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        Self::at("/people", fields)
    }

    /// As [`List::parse`], for a list of people that another page shows.
    pub fn at(path: &'static str, fields: &Fields) -> Self {
        let asked = fields.text("sort");
        let sort = match asked.trim_start_matches('-') {
            "company" => Sort::Company,
            "start" => Sort::Start,
            _ => Sort::Name,
        };
        let from = match (fields.text("after").parse(), fields.text("before").parse()) {
            (Ok(id), _) => From::After(id),
            (_, Ok(id)) => From::Before(id),
            _ => From::Start,
        };
        let only = fields.get("ids").map(read_ids);
        Self {
            path,
            view: View::from_code(fields.text("view")),
            filters: Filters {
                company: fields.text("company").parse().ok(),
                job_role: fields.text("job-role").parse().ok(),
                division: fields.text("division").parse().ok(),
                site: fields.text("site").parse().ok(),
                team: fields.text("team").parse().ok(),
                group: fields.text("group").parse().ok(),
            },
            search: fields.text("search").chars().take(100).collect(),
            sort,
            falling: asked.starts_with('-'),
            from,
            selected: fields.text("sel").parse().ok(),
            only,
            fields: fields.without("left").without("lang"),
        }
    }

    /// Neither searched nor narrowed: the totals of the organisation are the totals of the list.
    pub fn is_plain(&self) -> bool {
        self.search.is_empty() && !self.filters.any()
    }

    /// The address of this list from its beginning with one field changed.
    pub fn link(&self, name: &str, value: &str) -> String {
        let fields = self.fields.without("after").without("before").without("sel");
        format!("{}{}", self.path, fields.with(name, value).to_query())
    }

    /// The address of a neighbouring page.
    pub fn turn(&self, name: &str, id: PersonId) -> String {
        self.link(name, &id.to_string())
    }

    /// The address of this very page with somebody's details open, or closed.
    pub fn open(&self, id: Option<PersonId>) -> String {
        let id = id.map(|it| it.to_string()).unwrap_or_default();
        format!("{}{}", self.path, self.fields.with("sel", &id).to_query())
    }

    /// The address that sorts by `sort`, the other way round when the list is sorted so now.
    pub fn sorted(&self, sort: Sort) -> String {
        let falling = self.sort == sort && !self.falling;
        self.link("sort", &format!("{}{}", if falling { "-" } else { "" }, sort.code()))
    }

    /// What follows the path in the address of an export of this list.
    pub fn export(&self) -> String {
        self.fields.without("after").without("before").without("sel").to_query()
    }
}

/// Ids as an address carries several: with dots between.
pub fn read_ids(text: &str) -> Vec<PersonId> {
    text.split('.').filter_map(|it| it.parse().ok()).take(MOST).collect()
}

pub fn write_ids(ids: &[PersonId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
}

/// One row.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: PersonId,
    pub kind: Kind,
    pub archived: bool,
    pub name: String,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub company: Option<String>,
    pub job_role: Option<String>,
    pub start: Option<Date>,
    /// How they stand, for those who may see it.
    pub standing: Option<Shown>,
}

/// Somebody of a list that another page shows.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: PersonId,
    pub name: String,
    pub company: Option<String>,
    pub job_role: Option<String>,
}

/// How many there are, where somebody may see them all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Totals {
    pub employees: i64,
    pub contractors: i64,
    pub archived: i64,
    /// How many stand how, in the order of [`Bucket::ALL`].
    pub standings: [i64; 6],
}

/// One page of the list.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub lines: Vec<Line>,
    pub more_before: bool,
    pub more_after: bool,
    pub totals: Totals,
    /// What each filter that is on is called, in the order of [`Thing::ALL`].
    pub names: [Option<String>; 6],
}

/// Whose contact data an actor sees. A supervisor sees names, to assign work (§8, note 2); every other right to
/// look at people shows all of them.
pub fn contacts(actor: &Actor) -> Option<People> {
    let mut other = actor.clone();
    other.grants.retain(|it| it.role != Role::Supervisor);
    People::of(&other, &matrix::PEOPLE, Level::View)
}
