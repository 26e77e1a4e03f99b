//! Every SQL statement of the search.
use kernel::access::{People, Sites};
use kernel::db::{Fault, Query, Row};
use kernel::{Result, Snapshot};

use super::model::{Hit, Sought};

fn hit(row: &Row<'_>) -> Result<Hit, Fault> {
    let about: Option<String> = row.get(2)?;
    Ok(Hit { id: row.get(0)?, name: row.get(1)?, about: about.unwrap_or_default() })
}

pub fn people(db: &Snapshot<'_>, reach: &People, sought: &Sought) -> Result<Vec<Hit>> {
    let org = reach.org();
    let mut query = Query::new(
        "select p.id, p.name, coalesce(c.name, r.name) from person p
           left join company c on c.org_id = p.org_id and c.id = p.company_id
           left join job_role r on r.org_id = p.org_id and r.id = p.job_role_id
          where p.org_id = ",
    );
    query.bind(&org).push(" and p.state = 'active' and (p.folded like ").bind(&sought.pattern);
    query.push(" escape '\\' or p.email like ").bind(&sought.pattern).push(" escape '\\')");
    people::within(&mut query, reach);
    query.push(" order by p.folded, p.id limit 8");
    db.rows(&query, hit)
}

/// Companies; for those who do not see the whole organisation, the ones with people they reach.
pub fn companies(db: &Snapshot<'_>, reach: &People, sought: &Sought) -> Result<Vec<Hit>> {
    let org = reach.org();
    let mut query = Query::new("select k.id, k.name, k.trades from company k where k.org_id = ");
    query.bind(&org).push(" and k.state = 'active' and k.folded like ").bind(&sought.pattern);
    query.push(" escape '\\'");
    if !reach.is_all() {
        query.push(
            " and exists (select 1 from person p where p.org_id = k.org_id and p.company_id = k.id",
        );
        people::within(&mut query, reach);
        query.push(")");
    }
    query.push(" order by k.folded, k.id limit 8");
    db.rows(&query, hit)
}

pub fn sites(db: &Snapshot<'_>, reach: &Sites, sought: &Sought) -> Result<Vec<Hit>> {
    let org = reach.org();
    let mut query = Query::new("select s.id, s.name, s.address from site s where s.org_id = ");
    query.bind(&org).push(" and s.active and s.folded like ").bind(&sought.pattern);
    query.push(" escape '\\'");
    if let Some(only) = reach.only() {
        query.push(" and ").any_of("s.id", only);
    }
    query.push(" order by s.folded, s.id limit 8");
    db.rows(&query, hit)
}
