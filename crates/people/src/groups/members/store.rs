//! Every SQL statement about who is in a group, and since when.
use kernel::db::Query;
use kernel::{Error, GroupId, Instant, OrgId, PersonId, Result, Snapshot, Tx};

use crate::groups::model::Definition;
use crate::groups::store::{membership, only_members};

/// Somebody in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    /// Since when, for who was picked by hand. Whom a rule makes a member, it makes one without noting when.
    pub since: Option<Instant>,
}

/// Those of some people who are in a group: active people only.
pub fn members_among(
    db: &Snapshot<'_>,
    org: OrgId,
    id: GroupId,
    people: &[PersonId],
) -> Result<Vec<Member>> {
    let group = membership(db, org, id)?.ok_or(Error::NotFound)?;
    let mut query = Query::new("select p.id, p.made_at, ");
    match &group.definition {
        Definition::Picked(group) => {
            query.push("(select m.since from group_member m where m.org_id = p.org_id and m.person_id = p.id and m.group_id = ");
            query.bind(group).push(")");
        }
        Definition::Rule(_) => {
            query.push("p.made_at");
        }
    }
    query.push(" from person p where p.state = 'active' and p.org_id = ");
    query.bind(&org).push(" and ").any_of("p.id", people);
    only_members(&mut query, group.division.as_ref(), &group.definition);
    query.push(" order by p.id");
    let picked = matches!(group.definition, Definition::Picked(_));
    db.rows(&query, |row| {
        let (made, since): (Instant, Option<Instant>) = (row.get(1)?, row.get(2)?);
        Ok(Member { person: row.get(0)?, since: picked.then_some(since.unwrap_or(made)) })
    })
}

/// Whether the person was not picked before.
pub fn add_member(tx: &mut Tx<'_>, org: OrgId, id: GroupId, person: PersonId) -> Result<bool> {
    let now = tx.now();
    let added = tx.run(
        "insert into group_member (org_id, group_id, person_id, since) values ($1, $2, $3, $4)
         on conflict (org_id, group_id, person_id) do nothing",
        &[&org, &id, &person, &now],
    )?;
    Ok(added > 0)
}

/// Whether the person was picked.
pub fn remove_member(tx: &mut Tx<'_>, org: OrgId, id: GroupId, person: PersonId) -> Result<bool> {
    let removed = tx.run(
        "delete from group_member where org_id = $1 and group_id = $2 and person_id = $3",
        &[&org, &id, &person],
    )?;
    Ok(removed > 0)
}
