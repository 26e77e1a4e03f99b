//! Every SQL statement about divisions.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Name, fold};
use kernel::{DivisionId, Error, Invalid, OnDuplicate, OrgId, Result, Snapshot, Tx};

use super::model::Division;
use crate::directory::Directory;

/// Divisions to choose from, as id and name.
pub type Choices = Vec<(String, String)>;

/// The divisions within reach, up to the condition that follows.
fn divisions<'v>(reach: &'v People, org: &'v OrgId) -> Query<'v> {
    let mut query = Query::new(
        "select t.id, t.name, t.is_default,
                (select count(*) from person p
                  where p.org_id = t.org_id and p.division_id = t.id and p.state = 'active')
           from division t where t.org_id = ",
    );
    query.bind(org);
    if !reach.is_all() {
        query.push(" and ").any_of("t.id", &reach.divisions);
    }
    query
}

fn read(row: &Row<'_>) -> Result<Division, Fault> {
    Ok(Division {
        id: row.get(0)?,
        name: row.get(1)?,
        is_default: row.get(2)?,
        people: row.get(3)?,
    })
}

pub fn find(db: &Snapshot<'_>, reach: &People, id: DivisionId) -> Result<Division> {
    let org = reach.org();
    let mut query = divisions(reach, &org);
    query.push(" and t.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

pub fn list(db: &Snapshot<'_>, reach: &People, directory: &Directory) -> Result<Vec<Division>> {
    let org = reach.org();
    let mut query = divisions(reach, &org);
    directory.narrow(&mut query);
    db.rows(&query, read)
}

/// The divisions within reach, by name.
pub fn choices(db: &Snapshot<'_>, reach: &People) -> Result<Choices> {
    let org = reach.org();
    let mut query = Query::new("select t.id, t.name from division t where t.org_id = ");
    query.bind(&org);
    if !reach.is_all() {
        query.push(" and ").any_of("t.id", &reach.divisions);
    }
    query.push(" order by t.folded limit 500");
    db.rows(&query, |row| {
        let id: DivisionId = row.get(0)?;
        Ok((id.to_string(), row.get(1)?))
    })
}

/// Refuses a name that belongs to another division.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<DivisionId>,
    name: Result<Name, Invalid>,
) -> Result<Result<Name, Invalid>> {
    let Ok(it) = &name else { return Ok(name) };
    let known: Option<DivisionId> = db.maybe(
        "select id from division where org_id = $1 and folded = $2",
        &[&org, &fold(it.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "divisions-taken"))),
        _ => Ok(name),
    }
}

pub fn insert(tx: &mut Tx<'_>, org: OrgId, name: &Name) -> Result<DivisionId> {
    let id: DivisionId = tx.new_id();
    tx.run(
        "insert into division (org_id, id, name, folded, is_default) values ($1, $2, $3, $4, $5)",
        &[&org, &id, name, &fold(name.as_str()), &false],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    Ok(id)
}

pub fn rename(tx: &mut Tx<'_>, org: OrgId, id: DivisionId, name: &Name) -> Result<()> {
    tx.run(
        "update division set name = $3, folded = $4 where org_id = $1 and id = $2",
        &[&org, &id, name, &fold(name.as_str())],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}

/// The division's name, and whether it is the one that is always there.
pub fn facts(db: &Snapshot<'_>, org: OrgId, id: DivisionId) -> Result<(String, bool)> {
    db.one(
        "select name, is_default from division where org_id = $1 and id = $2",
        &[&org, &id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Whether people, teams, groups, rules of groups or roles belong to the division.
pub fn is_used(db: &Snapshot<'_>, org: OrgId, id: DivisionId) -> Result<bool> {
    let used = db.maybe(
        "select 1 from division d where d.org_id = $1 and d.id = $2 and (
            exists (select 1 from person p where p.org_id = d.org_id and p.division_id = d.id)
            or exists (select 1 from team t where t.org_id = d.org_id and t.division_id = d.id)
            or exists (select 1 from people_group g where g.org_id = d.org_id and g.division_id = d.id)
            or exists (select 1 from role_grant r where r.org_id = d.org_id and r.division_id = d.id)
            or exists (select 1 from group_rule u
                        where u.org_id = d.org_id and u.category = 'division' and u.value = $3))",
        &[&org, &id, &id.to_string()],
        |row| row.get::<i64>(0),
    )?;
    Ok(used.is_some())
}

pub fn delete(tx: &mut Tx<'_>, org: OrgId, id: DivisionId) -> Result<()> {
    tx.run("delete from division where org_id = $1 and id = $2", &[&org, &id]).map(drop)
}
