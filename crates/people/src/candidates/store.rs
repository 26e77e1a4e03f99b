//! Every SQL statement about candidates.
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::field::pattern;
use kernel::{DivisionId, Error, GroupId, OrgId, PersonId, Result, Snapshot, TeamId};

use crate::persons::store::covers;

/// Where people are added.
pub enum Into {
    Team(TeamId),
    Group(GroupId, Option<DivisionId>),
}

/// Somebody with the firm or the job role that tells them from others of the same name.
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub about: String,
}

/// The columns that [`read`] reads, of people `p`.
pub const COLUMNS: &str = "select p.id, p.name, coalesce(c.name, r.name, '') from person p
    left join company c on c.org_id = p.org_id and c.id = p.company_id
    left join job_role r on r.org_id = p.org_id and r.id = p.job_role_id
   where p.state = 'active' and p.org_id = ";

pub fn read(row: &Row<'_>) -> Result<Person, Fault> {
    Ok(Person { id: row.get(0)?, name: row.get(1)?, about: row.get(2)? })
}

/// Whose names somebody reads where they see a team or a group: the people whose records they may look at, and those
/// whom they may put in and take out.
pub struct Seen {
    org: OrgId,
    records: Option<People>,
    sorted: Option<People>,
}

impl Seen {
    pub fn by(actor: &Actor) -> Self {
        Self {
            org: actor.org,
            records: People::of(actor, &matrix::PEOPLE, Level::View),
            sorted: People::of(actor, &matrix::STRUCTURE, Level::Edit),
        }
    }

    pub fn org(&self) -> OrgId {
        self.org
    }

    /// Narrows people `p`.
    pub fn narrow<'v>(&'v self, query: &mut Query<'v>) {
        query.push(" and (");
        match &self.sorted {
            Some(reach) if reach.is_all() => query.push("1 = 1"),
            Some(reach) => query.any_of("p.division_id", &reach.divisions),
            None => query.push("1 = 0"),
        };
        if let Some(reach) = &self.records {
            query.push(" or ");
            covers(query, reach);
        }
        query.push(")");
    }
}

/// Narrows people `p` to the divisions within reach.
pub fn only_people<'v>(query: &mut Query<'v>, reach: &'v People) {
    if !reach.is_all() {
        query.push(" and ").any_of("p.division_id", &reach.divisions);
    }
}

/// The first people whose name matches, by name.
pub fn find(db: &Snapshot<'_>, reach: &People, place: &Into, search: &str) -> Result<Vec<Person>> {
    let (org, sought) = (reach.org(), pattern(search));
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and p.folded like ").bind(&sought).push(" escape '\\'");
    only_people(&mut query, reach);
    match place {
        Into::Team(team) => {
            query.push(
                " and not exists (select 1 from team_member m
                    where m.org_id = p.org_id and m.person_id = p.id and m.team_id = ",
            );
            query.bind(team).push(")");
        }
        Into::Group(group, division) => {
            query.push(
                " and not exists (select 1 from group_member m
                    where m.org_id = p.org_id and m.person_id = p.id and m.group_id = ",
            );
            query.bind(group).push(")");
            if let Some(division) = division {
                query.push(" and p.division_id = ").bind(division);
            }
        }
    }
    query.push(" order by p.folded, p.id limit 50");
    db.rows(&query, read)
}

/// The names of these people, all of whom must be active, within reach and, where one is given, of the division.
pub fn named(
    db: &Snapshot<'_>,
    reach: &People,
    division: Option<DivisionId>,
    ids: &[PersonId],
) -> Result<Vec<(PersonId, String)>> {
    let org = reach.org();
    let mut query =
        Query::new("select p.id, p.name from person p where p.state = 'active' and p.org_id = ");
    query.bind(&org).push(" and ").any_of("p.id", ids);
    if let Some(division) = &division {
        query.push(" and p.division_id = ").bind(division);
    }
    only_people(&mut query, reach);
    query.push(" order by p.folded, p.id");
    let found: Vec<(PersonId, String)> = db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))?;
    if found.len() == ids.len() { Ok(found) } else { Err(Error::NotFound) }
}
