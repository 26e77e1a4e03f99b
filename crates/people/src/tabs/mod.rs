//! The head that all pages about one person share, and that of a company: who it is, and the tabs between the pages.
//! Pages of other capabilities, such as a person's training, show the same one.
mod page;
mod store;

use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{CompanyId, PersonId, Result, Snapshot};

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

/// A page about one company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompanyTab {
    Overview,
    Requirements,
}

impl CompanyTab {
    const ALL: [Self; 2] = [Self::Overview, Self::Requirements];

    fn path(self, id: CompanyId) -> String {
        let end = match self {
            Self::Overview => "",
            Self::Requirements => "/requirements",
        };
        format!("/companies/{id}{end}")
    }
}

/// Whose page it is, and where else the reader may go from here.
#[derive(Debug, Clone)]
pub struct CompanyHeading {
    pub id: CompanyId,
    pub name: String,
    pub active: bool,
    trades: String,
    tabs: Vec<CompanyTab>,
    tab: CompanyTab,
    /// The reader has a list of companies to go back to.
    listed: bool,
}

/// Whose standings the reader sees beyond the own.
fn reports(actor: &Actor) -> Option<People> {
    let reach = People::of(actor, &matrix::REPORTS, Level::View);
    reach.filter(People::is_more_than_own)
}

/// The head of a page about a company of which people are within `reach`.
pub fn company_heading(
    db: &Snapshot<'_>,
    actor: &Actor,
    reach: &People,
    id: CompanyId,
    tab: CompanyTab,
) -> Result<CompanyHeading> {
    let facts = People::of(actor, &matrix::COMPANIES, Level::View);
    let (found, overview) = store::find_company(db, reach, facts.as_ref(), id)?;
    let shown = |it: &CompanyTab| *it == tab || (*it == CompanyTab::Overview && overview);
    let tabs = CompanyTab::ALL.into_iter().filter(shown).collect();
    Ok(CompanyHeading { tabs, tab, listed: facts.is_some(), ..found })
}

/// The head of the page with the facts about a company, which the reader sees: name, trades, whether it is active.
pub fn company_overview(
    db: &Snapshot<'_>,
    actor: &Actor,
    id: CompanyId,
    (name, trades, active): (&str, &str, bool),
) -> Result<CompanyHeading> {
    let requirements = match reports(actor) {
        Some(reach) => store::reaches_company(db, &reach, id)?,
        None => false,
    };
    let shown = |it: &CompanyTab| *it == CompanyTab::Overview || requirements;
    Ok(CompanyHeading {
        id,
        name: name.to_owned(),
        active,
        trades: trades.to_owned(),
        tabs: CompanyTab::ALL.into_iter().filter(shown).collect(),
        tab: CompanyTab::Overview,
        listed: true,
    })
}
