//! The rules of a group. Pure: no clock, no database, no request.
use kernel::access::People;
use kernel::field::{Line, Name, Problem, Reader, id};
use kernel::{CompanyId, DivisionId, Fields, GroupId, Hash, Invalid, JobRoleId, SiteId};

use crate::divisions::store::Choices;

/// Values of one category, at most.
const MOST: usize = 100;

/// Where the members come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Hand-picked.
    Picked,
    /// By rule.
    Rule,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Picked => "picked",
            Self::Rule => "rule",
        }
    }
    pub fn from_code(code: &str) -> Self {
        if code == "rule" { Self::Rule } else { Self::Picked }
    }
}

/// A group as it is kept.
#[derive(Debug)]
pub struct Group {
    pub id: GroupId,
    pub name: String,
    pub description: String,
    pub kind: Kind,
    /// The division whose people only it holds; none for the whole organisation.
    pub division: Option<DivisionId>,
    pub division_name: String,
}

impl Group {
    /// Whether editors of this reach may change it.
    pub fn is_in(&self, reach: &People) -> bool {
        reach.is_all() || self.division.is_some_and(|it| reach.divisions.contains(&it))
    }

    /// The form filled in with what is known, but for the rule.
    pub fn fields(&self) -> Fields {
        let division = self.division.map(|it| it.to_string()).unwrap_or_default();
        Fields::of([
            ("kind", self.kind.code()),
            ("name", &self.name),
            ("description", &self.description),
            ("division", &division),
        ])
    }
}

/// Who is in a group. The values of a category are alternatives, categories add up, and an empty category asks for
/// nothing (C-43).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// `employee`, `contractor`.
    pub kinds: Vec<String>,
    pub companies: Vec<CompanyId>,
    pub job_roles: Vec<JobRoleId>,
    pub divisions: Vec<DivisionId>,
    pub sites: Vec<SiteId>,
    pub work_bases: Vec<String>,
}

impl Rule {
    /// The rule as rows of category and value.
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        fn texts<T: ToString>(
            category: &'static str,
            values: &[T],
        ) -> impl Iterator<Item = (&'static str, String)> {
            values.iter().map(move |it| (category, it.to_string()))
        }
        texts("kind", &self.kinds)
            .chain(texts("company", &self.companies))
            .chain(texts("job_role", &self.job_roles))
            .chain(texts("division", &self.divisions))
            .chain(texts("site", &self.sites))
            .chain(texts("work_base", &self.work_bases))
            .collect()
    }

    /// Takes the values of another rule in too.
    pub fn join(&mut self, other: &Self) {
        fn add<T: Clone + Ord>(to: &mut Vec<T>, from: &[T]) {
            to.extend_from_slice(from);
            to.sort();
            to.dedup();
        }
        add(&mut self.companies, &other.companies);
        add(&mut self.job_roles, &other.job_roles);
        add(&mut self.divisions, &other.divisions);
        add(&mut self.sites, &other.sites);
    }

    /// Adds a row that [`Rule::rows`] made.
    pub fn add(&mut self, category: &str, value: String) {
        fn push<T: std::str::FromStr>(values: &mut Vec<T>, text: &str) {
            values.extend(text.parse::<T>().ok());
        }
        match category {
            "kind" => self.kinds.push(value),
            "company" => push(&mut self.companies, &value),
            "job_role" => push(&mut self.job_roles, &value),
            "division" => push(&mut self.divisions, &value),
            "site" => push(&mut self.sites, &value),
            "work_base" => self.work_bases.push(value),
            _ => {}
        }
    }
}

/// What makes somebody a member.
pub enum Definition {
    Picked(GroupId),
    Rule(Rule),
}

/// A rule with the names that people know its values by, as far as somebody sees them.
#[derive(Debug, Default)]
pub struct Names {
    /// The values that are out of sight.
    pub unseen: Rule,
    pub kinds: Vec<String>,
    pub companies: Vec<String>,
    pub job_roles: Vec<String>,
    pub divisions: Vec<String>,
    pub sites: Vec<String>,
    pub work_bases: Vec<String>,
}

impl Names {
    /// The rule for the log: `company: A, B; job_role: C`.
    pub fn to_text(&self) -> String {
        let parts = [
            ("kind", &self.kinds),
            ("company", &self.companies),
            ("job_role", &self.job_roles),
            ("division", &self.divisions),
            ("site", &self.sites),
            ("work_base", &self.work_bases),
        ];
        let told = parts.iter().filter(|(_, values)| !values.is_empty());
        told.map(|(name, values)| format!("{name}: {}", values.join(", ")))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Fills the form in.
    pub fn fill(&self, rule: &Rule, fields: &mut Fields) {
        fields.set("rule_company", &self.companies.join("\n"));
        fields.set("rule_job_role", &self.job_roles.join("\n"));
        fields.set("rule_site", &self.sites.join("\n"));
        fields.set("rule_work_base", &self.work_bases.join("\n"));
        let divisions: Vec<String> = rule.divisions.iter().map(ToString::to_string).collect();
        fields.set("rule_kind", &self.kinds.join(" "));
        fields.set("rule_division", &divisions.join(" "));
    }
}

/// The values of a field that is a question with boxes: each ticked one, or all of them in one text.
pub fn ticked<'f>(fields: &'f Fields, name: &'f str) -> impl Iterator<Item = &'f str> + 'f {
    fields.each(name).flat_map(str::split_whitespace)
}

/// What the form may choose from.
pub struct Scope<'a> {
    pub divisions: &'a Choices,
    /// Whether a group may be for the whole organisation.
    pub whole: bool,
}

/// A rule as the form says it: by names.
#[derive(Debug, Default)]
pub struct Wish {
    pub kinds: Vec<String>,
    pub companies: Vec<Line<120>>,
    pub job_roles: Vec<Line<120>>,
    pub divisions: Vec<DivisionId>,
    pub sites: Vec<Line<120>>,
    pub work_bases: Vec<Line<120>>,
}

/// What the form says.
#[derive(Debug)]
pub struct Draft {
    pub name: Name,
    pub description: String,
    pub division: Option<DivisionId>,
    pub wish: Wish,
}

impl Draft {
    pub fn parse(fields: &Fields, kind: Kind, scope: &Scope<'_>) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let description = read.want("description", Line::<100>::parse);
        let known = |text: &str| scope.divisions.iter().any(|it| it.0 == text);
        let own = |text: &str| if known(text) { id(text) } else { Err("error-choice") };
        let only = scope.divisions.first().filter(|_| scope.divisions.len() == 1);
        let division = match only {
            _ if scope.whole => read.want("division", own),
            Some(only) => only.0.parse().ok(),
            None => read.need("division", own),
        };
        let mut wish = Wish::default();
        if kind == Kind::Rule {
            wish.companies = read.want("rule_company", read_names).unwrap_or_default();
            wish.job_roles = read.want("rule_job_role", read_names).unwrap_or_default();
            wish.sites = read.want("rule_site", read_names).unwrap_or_default();
            wish.work_bases = read.want("rule_work_base", read_names).unwrap_or_default();
            for kind in ticked(fields, "rule_kind") {
                match kind {
                    "employee" | "contractor" => wish.kinds.push(kind.to_owned()),
                    _ => read.problem("rule_kind", "error-choice"),
                }
            }
            for text in ticked(fields, "rule_division") {
                match own(text) {
                    Ok(division) => wish.divisions.push(division),
                    Err(problem) => read.problem("rule_division", problem),
                }
            }
        }
        read.done(|| {
            let description = description.map(|it| it.to_string()).unwrap_or_default();
            Some(Self { name: name?, description, division, wish })
        })
    }

    /// A mark that changes with the rule: a form that carries it was shown with the rule's result.
    pub fn seen(&self, rule: &Rule) -> String {
        let text = format!("{:?} {:?}", self.division, rule.rows());
        Hash::of(text.as_bytes()).hex()[..16].to_owned()
    }
}

/// One name a line; the same name twice is one.
fn read_names(text: &str) -> Result<Vec<Line<120>>, Problem> {
    let mut names: Vec<Line<120>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let name = Line::parse(line)?;
        if names.contains(&name) {
            continue;
        }
        if names.len() == MOST {
            return Err("groups-too-many");
        }
        names.push(name);
    }
    Ok(names)
}
