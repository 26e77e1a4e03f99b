//! Every SQL statement about teams.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::fold;
use kernel::{
    DivisionId, Error, Invalid, OnDuplicate, OrgId, PersonId, Result, Snapshot, TeamId, Tx,
};

use super::model::{Draft, Team};
use crate::candidates::page::Members;
use crate::candidates::store::{COLUMNS, Seen, read as read_person};
use crate::directory::Directory;

pub fn insert(tx: &mut Tx<'_>, org: OrgId, division: DivisionId, name: &str) -> Result<TeamId> {
    let id: TeamId = tx.new_id();
    tx.run(
        "insert into team (org_id, id, division_id, name, folded) values ($1, $2, $3, $4, $5)",
        &[&org, &id, &division, &name, &fold(name)],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    Ok(id)
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: TeamId, draft: &Draft) -> Result<()> {
    tx.run(
        "update team set name = $3, folded = $4, division_id = $5 where org_id = $1 and id = $2",
        &[&org, &id, &draft.name, &fold(draft.name.as_str()), &draft.division],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}

/// Refuses a name that belongs to another team.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<TeamId>,
    draft: Result<Draft, Invalid>,
) -> Result<Result<Draft, Invalid>> {
    let Ok(it) = &draft else { return Ok(draft) };
    let known: Option<TeamId> = db.maybe(
        "select id from team where org_id = $1 and folded = $2",
        &[&org, &fold(it.name.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "teams-taken"))),
        _ => Ok(draft),
    }
}

/// The teams of the divisions within reach, up to the condition that follows.
fn teams<'v>(reach: &'v People, org: &'v OrgId) -> Query<'v> {
    let mut query = Query::new(
        "select t.id, t.name, t.division_id, d.name,
                (select count(*) from team_member m join person p on p.org_id = m.org_id and p.id = m.person_id
                  where m.org_id = t.org_id and m.team_id = t.id and p.state = 'active')
           from team t join division d on d.org_id = t.org_id and d.id = t.division_id where t.org_id = ",
    );
    query.bind(org);
    if !reach.is_all() {
        query.push(" and ").any_of("t.division_id", &reach.divisions);
    }
    query
}

fn read(row: &Row<'_>) -> Result<Team, Fault> {
    Ok(Team {
        id: row.get(0)?,
        name: row.get(1)?,
        division: row.get(2)?,
        division_name: row.get(3)?,
        members: row.get(4)?,
    })
}

pub fn find(db: &Snapshot<'_>, reach: &People, id: TeamId) -> Result<Team> {
    let org = reach.org();
    let mut query = teams(reach, &org);
    query.push(" and t.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

pub fn list(db: &Snapshot<'_>, reach: &People, directory: &Directory) -> Result<Vec<Team>> {
    let org = reach.org();
    let mut query = teams(reach, &org);
    directory.narrow(&mut query);
    db.rows(&query, read)
}

const MEMBERS: &str = " and exists (select 1 from team_member m
    where m.org_id = p.org_id and m.person_id = p.id and m.team_id = ";

/// The first people of a team, as far as they may be seen.
pub fn members(db: &Snapshot<'_>, seen: &Seen, team: &Team) -> Result<Members> {
    let org = seen.org();
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(MEMBERS).bind(&team.id).push(")");
    seen.narrow(&mut query);
    query.push(" order by p.folded, p.id limit 50");
    let first = db.rows(&query, read_person)?;
    let mut query =
        Query::new("select count(*) from person p where p.state = 'active' and p.org_id = ");
    query.bind(&org).push(MEMBERS).bind(&team.id).push(")");
    seen.narrow(&mut query);
    let count = db.rows(&query, |row| row.get(0))?.pop().unwrap_or_default();
    Ok(Members { all: team.members, seen: count, first })
}

/// The names of those who manage the team.
pub fn managers(db: &Snapshot<'_>, reach: &People, id: TeamId) -> Result<Vec<String>> {
    db.all(
        "select a.name from role_grant g join account a on a.id = g.account_id
           join member m on m.org_id = g.org_id and m.account_id = g.account_id
          where g.org_id = $1 and g.team_id = $2 and g.role = 'TMG' and m.state = 'active'
          order by a.name limit 50",
        &[&reach.org(), &id],
        |row| row.get(0),
    )
}

/// Whether the person was not in the team before.
pub fn add_member(tx: &mut Tx<'_>, org: OrgId, id: TeamId, person: PersonId) -> Result<bool> {
    let added = tx.run(
        "insert into team_member (org_id, team_id, person_id) values ($1, $2, $3)
         on conflict (org_id, team_id, person_id) do nothing",
        &[&org, &id, &person],
    )?;
    Ok(added > 0)
}

/// Whether the person was in the team.
pub fn remove_member(tx: &mut Tx<'_>, org: OrgId, id: TeamId, person: PersonId) -> Result<bool> {
    let removed = tx.run(
        "delete from team_member where org_id = $1 and team_id = $2 and person_id = $3",
        &[&org, &id, &person],
    )?;
    Ok(removed > 0)
}
