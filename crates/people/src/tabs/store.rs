//! The one SQL statement about the head of a person's pages.
use kernel::access::People;
use kernel::db::Query;
use kernel::{Error, PersonId, Result, Snapshot};

use super::{Heading, Tab};
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
