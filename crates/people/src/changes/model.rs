//! What can be done to several people at once, and how it is taken back. Pure.
use kernel::access::{Capability, People, matrix};
use kernel::{AnyId, Fields, LocalPath, PersonId, SiteId};
use serde::{Deserialize, Serialize};

use crate::persons::model::Kind;
use crate::roster::model::MOST;

/// One change to many people. The id is what they are changed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Archive,
    Restore,
    Place(AnyId),
    Remove(AnyId),
    Division(AnyId),
    JobRole(Option<AnyId>),
    Team(AnyId),
    Group(AnyId),
    LeaveTeam(AnyId),
    LeaveGroup(AnyId),
}

impl Change {
    /// What the log calls it.
    pub const fn event(self) -> &'static str {
        match self {
            Self::Archive => "person.archived",
            Self::Restore => "person.restored",
            Self::Place(_) => "person.placed",
            Self::Remove(_) => "person.removed",
            Self::Division(_) | Self::JobRole(_) => "person.updated",
            Self::Team(_) => "person.joined-team",
            Self::Group(_) => "person.joined-group",
            Self::LeaveTeam(_) => "person.left-team",
            Self::LeaveGroup(_) => "person.left-group",
        }
    }

    /// The key of the words that say it was done.
    pub const fn toast(self) -> &'static str {
        match self {
            Self::Archive => "persons-did-archive",
            Self::Restore => "persons-did-restore",
            Self::Place(_) => "persons-did-place",
            Self::Remove(_) => "persons-did-remove",
            Self::Division(_) => "persons-did-division",
            Self::JobRole(_) => "persons-did-job-role",
            Self::Team(_) | Self::LeaveTeam(_) => "persons-did-team",
            Self::Group(_) | Self::LeaveGroup(_) => "persons-did-group",
        }
    }

    /// Kept with what can be undone.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Restore => "restore",
            Self::Place(_) => "place",
            Self::Remove(_) => "remove",
            Self::Division(_) => "division",
            Self::JobRole(_) => "job-role",
            Self::Team(_) => "team",
            Self::Group(_) => "group",
            Self::LeaveTeam(_) => "leave-team",
            Self::LeaveGroup(_) => "leave-group",
        }
    }

    pub const fn target(self) -> Option<AnyId> {
        match self {
            Self::Archive | Self::Restore => None,
            Self::JobRole(id) => id,
            Self::Place(id)
            | Self::Remove(id)
            | Self::Division(id)
            | Self::Team(id)
            | Self::Group(id)
            | Self::LeaveTeam(id)
            | Self::LeaveGroup(id) => Some(id),
        }
    }

    /// What takes this change back from somebody who had `old` before.
    pub fn inverse(self, old: Option<AnyId>) -> Option<Self> {
        Some(match self {
            Self::Archive => Self::Restore,
            Self::Restore => Self::Archive,
            Self::Place(id) => Self::Remove(id),
            Self::Remove(id) => Self::Place(id),
            Self::Division(_) => Self::Division(old?),
            Self::JobRole(_) => Self::JobRole(old),
            Self::Team(id) => Self::LeaveTeam(id),
            Self::Group(id) => Self::LeaveGroup(id),
            Self::LeaveTeam(id) => Self::Team(id),
            Self::LeaveGroup(id) => Self::Group(id),
        })
    }

    /// What somebody must be allowed to do this.
    pub const fn capability(self) -> Capability {
        match self {
            Self::Archive | Self::Restore => matrix::ARCHIVE,
            Self::Place(_) | Self::Remove(_) => matrix::PLACEMENTS,
            Self::Division(_) | Self::JobRole(_) => matrix::PEOPLE,
            Self::Team(_) | Self::Group(_) | Self::LeaveTeam(_) | Self::LeaveGroup(_) => {
                matrix::STRUCTURE
            }
        }
    }

    /// The site people are put at or taken from.
    pub const fn site(self) -> Option<SiteId> {
        match self {
            Self::Place(id) | Self::Remove(id) => Some(id.cast()),
            _ => None,
        }
    }

    fn from_code(code: &str, target: Option<AnyId>) -> Option<Self> {
        Some(match (code, target) {
            ("archive", _) => Self::Archive,
            ("restore", _) => Self::Restore,
            ("place", Some(id)) => Self::Place(id),
            ("remove", Some(id)) => Self::Remove(id),
            ("division", Some(id)) => Self::Division(id),
            ("job-role", id) => Self::JobRole(id),
            ("team", Some(id)) => Self::Team(id),
            ("group", Some(id)) => Self::Group(id),
            ("leave-team", Some(id)) => Self::LeaveTeam(id),
            ("leave-group", Some(id)) => Self::LeaveGroup(id),
            _ => return None,
        })
    }
}

/// Somebody the change touches, with what it replaces.
#[derive(Debug, Clone)]
pub struct Touched {
    pub id: PersonId,
    pub name: String,
    pub kind: Kind,
    pub old: Option<AnyId>,
}

/// What was done, as it is kept for ten minutes.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    change: String,
    target: Option<String>,
    people: Vec<(String, Option<String>)>,
}

/// The change and whom it touched, as text.
pub fn keep(change: Change, touched: &[Touched]) -> String {
    let text = |it: AnyId| it.to_string();
    let kept = Kept {
        change: change.code().to_owned(),
        target: change.target().map(text),
        people: touched.iter().map(|it| (it.id.to_string(), it.old.map(text))).collect(),
    };
    serde_json::to_string(&kept).unwrap_or_default()
}

/// People, each with what they had before.
pub type Before = Vec<(PersonId, Option<AnyId>)>;

/// Reads what [`keep`] wrote: the change, and each person with what they had before.
pub fn kept(text: &str) -> Option<(Change, Before)> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let target = kept.target.and_then(|it| it.parse().ok());
    let people = kept.people.iter().filter_map(|(id, old)| {
        Some((id.parse().ok()?, old.as_deref().and_then(|it| it.parse().ok())))
    });
    Some((Change::from_code(&kept.change, target)?, people.collect()))
}

/// The people whom somebody may put at `site` or take from it: all they reach where the site is theirs, else the
/// people of their divisions.
pub fn at_site(reach: &People, site: SiteId) -> Option<People> {
    let mut reach = reach.clone();
    if !reach.is_all() && !reach.sites.contains(&site) {
        reach.sites.clear();
        if reach.divisions.is_empty() {
            return None;
        }
    }
    Some(reach)
}

/// The ticked rows. What is no id at all counts as left out, too many are refused.
pub struct Chosen {
    pub ids: Vec<PersonId>,
    pub sent: usize,
}

impl Chosen {
    pub fn parse(fields: &Fields) -> Option<Self> {
        let sent = fields.each("id").count();
        let mut ids: Vec<PersonId> = fields.each("id").filter_map(|it| it.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        (sent <= MOST).then_some(Self { ids, sent })
    }
}

/// Where the list was left.
pub fn back(fields: &Fields, left: usize) -> String {
    let path = LocalPath::parse(fields.text("back"));
    let path = path.as_ref().map(LocalPath::as_str);
    let path =
        path.filter(|it| *it == "/people" || it.starts_with("/people?")).unwrap_or("/people");
    match (left, path.contains('?')) {
        (0, _) => path.to_owned(),
        (left, true) => format!("{path}&left={left}"),
        (left, false) => format!("{path}?left={left}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_reads_back() {
        let target = AnyId::from_bytes([3; 16]);
        let touched = Touched {
            id: PersonId::from_bytes([1; 16]),
            name: "Ana".to_owned(),
            kind: Kind::Employee,
            old: Some(AnyId::from_bytes([2; 16])),
        };
        let text = keep(Change::Division(target), std::slice::from_ref(&touched));
        let (change, people) = kept(&text).unwrap();
        assert_eq!(change, Change::Division(target));
        assert_eq!(people, [(touched.id, touched.old)]);
        assert!(kept("{}").is_none());
    }

    #[test]
    fn the_way_back_never_leads_elsewhere() {
        for (sent, path) in [
            ("/people?view=archived", "/people?view=archived"),
            ("https://evil.example", "/people"),
            ("/peoples", "/people"),
            ("/sign-out", "/people"),
        ] {
            assert_eq!(back(&Fields::of([("back", sent)]), 0), path);
        }
        assert_eq!(back(&Fields::of([("back", "/people?a=b")]), 2), "/people?a=b&left=2");
    }
}
