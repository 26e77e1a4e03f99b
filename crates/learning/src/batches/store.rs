//! Every SQL statement about whom a batch names.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::pattern;
use kernel::{PersonId, Result, Snapshot};

use super::model::{Known, Named};

pub fn people(reach: &People) -> Query<'_> {
    let mut query = Query::new(
        "select p.id, p.name, p.email, p.external_id, p.state, c.name, j.name from person p
           left join company c on c.org_id = p.org_id and c.id = p.company_id
           left join job_role j on j.org_id = p.org_id and j.id = p.job_role_id
          where ",
    );
    people::within(&mut query, reach);
    query
}

pub fn read(row: &Row<'_>) -> Result<Known, Fault> {
    let state: String = row.get(4)?;
    let parts: [Option<String>; 2] = [row.get(6)?, row.get(5)?];
    Ok(Known {
        id: row.get(0)?,
        name: row.get(1)?,
        about: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        email: row.get(2)?,
        external_id: row.get(3)?,
        archived: state == "archived",
    })
}

/// Everybody within reach whom the form names.
pub fn named(db: &Snapshot<'_>, reach: &People, named: &Named) -> Result<Vec<Known>> {
    let addresses: Vec<String> = named.words.iter().map(|it| it.said.to_lowercase()).collect();
    let numbers: Vec<&str> = named.words.iter().map(|it| it.said.as_str()).collect();
    let mut query = people(reach);
    query.push(" and (").any_of("p.id", &named.ids).push(" or ").any_of("p.email", &addresses);
    query.push(" or ").any_of("p.external_id", &numbers).push(") order by p.folded, p.id");
    db.rows(&query, read)
}

/// People within reach to tick, by name.
pub fn search(db: &Snapshot<'_>, reach: &People, words: &str) -> Result<Vec<Known>> {
    let sought = pattern(words);
    let mut query = people(reach);
    query.push(" and p.state = 'active' and p.folded like ").bind(&sought);
    query.push(" escape '\\' order by p.folded, p.id limit 50");
    db.rows(&query, read)
}

/// The ids of people.
pub fn ids(known: &[Known]) -> Vec<PersonId> {
    known.iter().map(|it| it.id).collect()
}
