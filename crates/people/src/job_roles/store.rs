//! Every SQL statement about job roles. They are words of the whole organisation; who holds them is within reach.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Name, fold};
use kernel::{Error, Invalid, JobRoleId, OnDuplicate, OrgId, Result, Snapshot, Tx};

use super::model::JobRole;
use crate::candidates::store::only_people;
use crate::directory::Directory;

/// The job roles, up to the condition that follows.
fn job_roles<'v>(reach: &'v People, org: &'v OrgId) -> Query<'v> {
    let mut query = Query::new(
        "select t.id, t.name,
                (select count(*) from person p
                  where p.org_id = t.org_id and p.job_role_id = t.id and p.state = 'active'",
    );
    only_people(&mut query, reach);
    query.push(") from job_role t where t.org_id = ").bind(org);
    query
}

fn read(row: &Row<'_>) -> Result<JobRole, Fault> {
    Ok(JobRole { id: row.get(0)?, name: row.get(1)?, people: row.get(2)? })
}

pub fn find(db: &Snapshot<'_>, reach: &People, id: JobRoleId) -> Result<JobRole> {
    let org = reach.org();
    let mut query = job_roles(reach, &org);
    query.push(" and t.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

pub fn list(db: &Snapshot<'_>, reach: &People, directory: &Directory) -> Result<Vec<JobRole>> {
    let org = reach.org();
    let mut query = job_roles(reach, &org);
    directory.narrow(&mut query);
    db.rows(&query, read)
}

/// Refuses a name that belongs to another job role.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<JobRoleId>,
    name: Result<Name, Invalid>,
) -> Result<Result<Name, Invalid>> {
    let Ok(it) = &name else { return Ok(name) };
    let known: Option<JobRoleId> = db.maybe(
        "select id from job_role where org_id = $1 and folded = $2",
        &[&org, &fold(it.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "job-roles-taken"))),
        _ => Ok(name),
    }
}

/// Whether somebody out of reach holds it: another name would change their record too.
pub fn is_held_elsewhere(db: &Snapshot<'_>, reach: &People, id: JobRoleId) -> Result<bool> {
    if reach.is_all() {
        return Ok(false);
    }
    let org = reach.org();
    let mut query = Query::new("select 1 from person p where p.org_id = ");
    query.bind(&org).push(" and p.job_role_id = ").bind(&id);
    query.push(" and not (").any_of("p.division_id", &reach.divisions).push(") limit 1");
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

pub fn insert(tx: &mut Tx<'_>, org: OrgId, name: &Name) -> Result<JobRoleId> {
    let id: JobRoleId = tx.new_id();
    tx.run(
        "insert into job_role (org_id, id, name, folded) values ($1, $2, $3, $4)",
        &[&org, &id, name, &fold(name.as_str())],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    Ok(id)
}

pub fn rename(tx: &mut Tx<'_>, org: OrgId, id: JobRoleId, name: &Name) -> Result<()> {
    tx.run(
        "update job_role set name = $3, folded = $4 where org_id = $1 and id = $2",
        &[&org, &id, name, &fold(name.as_str())],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}
