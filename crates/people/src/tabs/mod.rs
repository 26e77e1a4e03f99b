//! The head that all pages about one person share: who it is, and the tabs between the pages. Pages of other
//! capabilities, such as a person's training, show the same one.
mod page;
mod store;

use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{PersonId, Result, Snapshot};

use crate::persons::model::Kind;

/// A page about one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Requirements,
    Training,
    Certificates,
    Assessments,
}

impl Tab {
    /// The tabs that there are, from left to right.
    const ALL: [Self; 5] =
        [Self::Overview, Self::Requirements, Self::Training, Self::Certificates, Self::Assessments];

    fn path(self, id: PersonId) -> String {
        let end = match self {
            Self::Overview => "",
            Self::Requirements => "/requirements",
            Self::Training => "/completions",
            Self::Certificates => "/evidence",
            Self::Assessments => "/assessments",
        };
        format!("/people/{id}{end}")
    }
}

/// Whose page it is, and where else the reader may go from here.
#[derive(Debug, Clone)]
pub struct Heading {
    pub id: PersonId,
    pub name: String,
    pub archived: bool,
    kind: Kind,
    job_role: Option<String>,
    company: Option<String>,
    tabs: Vec<Tab>,
    tab: Tab,
    /// The reader has a list of people to go back to.
    listed: bool,
}

/// The head of a page about a person within `reach`. Tabs lead only where the reader may go: to the record with a
/// right to records, to all others with a right to reports.
pub fn heading(
    db: &Snapshot<'_>,
    actor: &Actor,
    reach: &People,
    id: PersonId,
    tab: Tab,
) -> Result<Heading> {
    let records = People::of(actor, &matrix::PEOPLE, Level::View);
    let reports = People::of(actor, &matrix::REPORTS, Level::View);
    let (found, record, report) = store::find(db, reach, [records.as_ref(), reports.as_ref()], id)?;
    let open = |it: &Tab| *it == tab || if *it == Tab::Overview { record } else { report };
    Ok(Heading {
        tabs: Tab::ALL.into_iter().filter(open).collect(),
        tab,
        listed: actor.is_staff() && records.is_some_and(|it| it.is_more_than_own()),
        ..found
    })
}
