//! What somebody sees on their first page. Pure: no clock, no database, no request.
use kernel::Instant;
use kernel::access::{Actor, Level, People, Reach, Sites, Whole, matrix};

/// Beyond this many, the first page only says that there are more.
pub const MANY: i64 = 10_000;

/// What an actor may see of the organisation at a glance.
pub struct Sees {
    pub people: Option<People>,
    pub sites: Option<Sites>,
    pub accounts: Option<Whole>,
    pub outbox: Option<Whole>,
    pub audit: Option<Sites>,
    /// Runs the organisation, and so is told how to begin.
    pub begins: bool,
}

impl Sees {
    pub fn of(actor: &Actor) -> Self {
        let people = People::of(actor, &matrix::PEOPLE, Level::View);
        Self {
            people: people.filter(People::is_more_than_own),
            sites: Sites::of(actor, &matrix::SITES, Level::View),
            accounts: Whole::of(actor, &matrix::ACCOUNTS, Level::View),
            outbox: Whole::of(actor, &matrix::OUTBOX, Level::View),
            audit: Sites::of(actor, &matrix::AUDIT, Level::View),
            begins: actor.may(&matrix::ACCOUNTS, Level::Edit)
                && actor.may(&matrix::SITES_CREATE, Level::Edit),
        }
    }
}

/// The numbers of the first page. What is out of reach counts as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    pub people: i64,
    pub contractors: i64,
    pub sites: i64,
    pub pending: i64,
    pub failed: i64,
    /// Whether anybody was invited ever.
    pub invited: bool,
}

impl Counts {
    /// A site, somebody besides the owner, a colleague: whether each is there.
    pub const fn begun(&self) -> [bool; 3] {
        [self.sites > 0, self.people > 1, self.invited]
    }

    pub fn is_fresh(&self) -> bool {
        self.begun().contains(&false)
    }
}

/// How a number is written, when it was counted no further than [`MANY`].
pub fn number(count: i64) -> String {
    if count > MANY { format!("{MANY}+") } else { count.to_string() }
}

/// One line of the log.
#[derive(Debug, Clone)]
pub struct Line {
    pub at: Instant,
    pub actor: String,
    pub what: String,
    pub label: String,
}

/// The own record, in short.
#[derive(Debug, Clone)]
pub struct Own {
    pub active: bool,
    pub company: Option<String>,
    pub job_role: Option<String>,
    pub sites: Vec<String>,
    /// The organisation shows the way to assessments (T-S4).
    pub assessments: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_is_fresh_until_site_person_and_colleague_are_there() {
        let empty =
            Counts { people: 1, contractors: 0, sites: 0, pending: 0, failed: 0, invited: false };
        assert_eq!(empty.begun(), [false; 3]);
        let begun = Counts { people: 2, sites: 1, invited: true, ..empty };
        assert!(empty.is_fresh() && !begun.is_fresh());
        assert!(Counts { sites: 0, ..begun }.is_fresh());
    }

    #[test]
    fn numbers_end_where_counting_ends() {
        assert_eq!((number(10_000).as_str(), number(10_001).as_str()), ("10000", "10000+"));
    }
}
