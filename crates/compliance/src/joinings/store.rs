//! Every SQL statement about joinings.
use std::collections::HashMap;

use kernel::db::Query;
use kernel::{GroupId, Instant, OrgId, PersonId, Result, Snapshot, Tx};

use crate::rules::model::{Rule, Source};
use crate::standings::model::{Joined, Somebody};

/// Which of the groups that rules speak of each of them is in, and since when. Whom a rule of a group has just made a
/// member, it made one now.
pub fn groups(
    db: &Snapshot<'_>,
    org: OrgId,
    ids: &[PersonId],
    rules: &[Rule],
) -> Result<Vec<(PersonId, Joined)>> {
    let asked = asked(rules);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let noted = noted(db, org, ids)?;
    let mut all = Vec::new();
    for group in asked {
        for member in people::members_among(db, org, group, ids)? {
            let known = noted.get(&member.person).and_then(|it| of(it, group));
            let since = member.since.or(known).unwrap_or(db.now());
            let by_rule = member.since.is_none();
            all.push((member.person, Joined { group, since, by_rule }));
        }
    }
    Ok(all)
}

fn asked(rules: &[Rule]) -> Vec<GroupId> {
    let mut asked: Vec<GroupId> = Vec::new();
    for it in rules {
        if let Source::Group(id) = it.source
            && !asked.contains(&id)
        {
            asked.push(id);
        }
    }
    asked
}

/// The groups somebody was found in, each with the moment.
type Noted = Vec<(GroupId, Instant)>;

fn of(noted: &Noted, group: GroupId) -> Option<Instant> {
    noted.iter().find(|(it, _)| *it == group).map(|(_, since)| *since)
}

fn noted(db: &Snapshot<'_>, org: OrgId, ids: &[PersonId]) -> Result<HashMap<PersonId, Noted>> {
    let mut query = Query::new("select person_id, group_id, since from joining where org_id = ");
    query.bind(&org).push(" and ").any_of("person_id", ids);
    let rows = db.rows(&query, |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
    let mut all: HashMap<PersonId, Noted> = HashMap::new();
    for (person, it) in rows {
        all.entry(person).or_default().push(it);
    }
    Ok(all)
}

/// Notes since when these people are in groups, and forgets what is over.
pub fn note(tx: &mut Tx<'_>, org: OrgId, people: &[Somebody], rules: &[Rule]) -> Result<()> {
    if asked(rules).is_empty() {
        return Ok(());
    }
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let noted = noted(tx, org, &ids)?;
    for who in people {
        let in_it = |group| who.groups.iter().any(|it| it.by_rule && it.group == group);
        let none = Noted::new();
        let own = noted.get(&who.id).unwrap_or(&none);
        for (group, _) in own.iter().filter(|(group, _)| !in_it(*group)) {
            tx.run(
                "delete from joining where org_id = $1 and person_id = $2 and group_id = $3",
                &[&org, &who.id, group],
            )?;
        }
        for it in who.groups.iter().filter(|it| it.by_rule) {
            if of(own, it.group).is_none() {
                tx.run(
                    "insert into joining (org_id, group_id, person_id, since) values ($1, $2, $3, $4)
                     on conflict (org_id, person_id, group_id) do nothing",
                    &[&org, &it.group, &who.id, &it.since],
                )?;
            }
        }
    }
    Ok(())
}
