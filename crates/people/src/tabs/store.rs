//! The SQL statements about the heads of pages: one for each.
use kernel::access::People;
use kernel::db::Query;
use kernel::{CompanyId, Error, PersonId, Result, Snapshot};

use super::{CompanyHeading, CompanyTab, Heading, Tab};
use crate::persons::model::Kind;
use crate::persons::store::{covers, within};

/// Who it is, and whether each of the two rights covers them.
pub fn find(
    db: &Snapshot<'_>,
    reach: &People,
    rights: [Option<&People>; 2],
    id: PersonId,
) -> Result<(Heading, bool, bool)> {
    let mut query = Query::new("select p.name, p.kind, p.state, j.name, c.name");
    for right in rights {
        match right {
            None => {
                query.push(", 0");
            }
            Some(right) => {
                query.push(", case when ");
                covers(&mut query, right);
                query.push(" then 1 else 0 end");
            }
        }
    }
    query.push(
        " from person p left join company c on c.org_id = p.org_id and c.id = p.company_id
            left join job_role j on j.org_id = p.org_id and j.id = p.job_role_id
           where ",
    );
    within(&mut query, reach);
    query.push(" and p.id = ").bind(&id);
    let read = |row: &kernel::db::Row<'_>| {
        let (kind, state): (String, String) = (row.get(1)?, row.get(2)?);
        let heading = Heading {
            id,
            name: row.get(0)?,
            archived: state == "archived",
            kind: Kind::from_code(&kind),
            job_role: row.get(3)?,
            company: row.get(4)?,
            tabs: Vec::new(),
            tab: Tab::Overview,
            listed: false,
        };
        Ok((heading, row.get::<i64>(5)? == 1, row.get::<i64>(6)? == 1))
    };
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// Which company it is, and whether a further right covers it. A company is covered that is named by a right, or whose
/// people are.
pub fn find_company(
    db: &Snapshot<'_>,
    reach: &People,
    facts: Option<&People>,
    id: CompanyId,
) -> Result<(CompanyHeading, bool)> {
    let mut query = Query::new("select c.name, c.trades, c.state, ");
    match facts {
        None => {
            query.push("0");
        }
        Some(facts) => {
            query.push("case when ");
            has_people(&mut query, facts);
            query.push(" then 1 else 0 end");
        }
    }
    company(&mut query, reach, &id);
    let read = |row: &kernel::db::Row<'_>| {
        let state: String = row.get(2)?;
        let heading = CompanyHeading {
            id,
            name: row.get(0)?,
            active: state == "active",
            trades: row.get(1)?,
            tabs: Vec::new(),
            tab: CompanyTab::Overview,
            listed: false,
        };
        Ok((heading, row.get::<i64>(3)? == 1))
    };
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// Whether a company is covered.
pub fn reaches_company(db: &Snapshot<'_>, reach: &People, id: CompanyId) -> Result<bool> {
    let mut query = Query::new("select 1");
    company(&mut query, reach, &id);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

fn company<'v>(query: &mut Query<'v>, reach: &'v People, id: &'v CompanyId) {
    query.push(" from company c where c.org_id = ").bind(reach.org_ref());
    query.push(" and c.id = ").bind(id).push(" and ");
    has_people(query, reach);
}

fn has_people<'v>(query: &mut Query<'v>, reach: &'v People) {
    if reach.is_all() {
        query.push("1 = 1");
        return;
    }
    query.push("(").any_of("c.id", &reach.companies);
    query.push(" or exists (select 1 from person p where p.org_id = c.org_id and p.company_id = c.id and p.state = 'active' and ");
    covers(query, reach);
    query.push("))");
}
