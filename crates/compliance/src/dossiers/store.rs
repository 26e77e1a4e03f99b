//! Every SQL statement about dossiers.
use std::collections::HashMap;

use kernel::db::Query;
use kernel::{OrgId, PersonId, Result, Snapshot, Tx};

use super::model;
use crate::joinings::store as joinings;
use crate::rules::model::Rule;
use crate::standings::model::Somebody;
use crate::standings::store;

/// Some people in the order of ids.
pub struct Stretch {
    pub people: Vec<Somebody>,
    /// For each the mark of the answer that was kept last; none where nothing was kept.
    pub marks: Vec<Option<i64>>,
}

impl Stretch {
    /// Where to go on; nothing when nobody is left.
    pub fn last(&self) -> Option<PersonId> {
        self.people.last().map(|it| it.id).filter(|_| self.people.len() == store::CHUNK)
    }
}

/// Writes what is known about somebody, and the mark of their answer.
pub fn save(tx: &mut Tx<'_>, org: OrgId, who: &Somebody, mark: i64) -> Result<()> {
    tx.run(
        "insert into dossier (org_id, person_id, words, mark) values ($1, $2, $3, $4)
         on conflict (org_id, person_id) do update set words = excluded.words, mark = excluded.mark",
        &[&org, &who.id, &model::write(who), &mark],
    )
    .map(drop)
}

/// The answer was renewed, and nothing else.
pub fn mark(tx: &mut Tx<'_>, org: OrgId, person: PersonId, mark: i64) -> Result<()> {
    tx.run(
        "update dossier set mark = $3 where org_id = $1 and person_id = $2",
        &[&org, &person, &mark],
    )
    .map(drop)
}

/// What is known about these people may have changed: it is read from the tables until they are judged anew.
pub fn forget(tx: &mut Tx<'_>, org: OrgId, people: &[PersonId]) -> Result<()> {
    for some in people.chunks(store::CHUNK) {
        let mut query = Query::new("delete from dossier where org_id = ");
        query.bind(&org).push(" and ").any_of("person_id", some);
        tx.run_query(&query)?;
    }
    Ok(())
}

/// These people, with what is known about each. At most [`store::CHUNK`].
pub fn some(
    db: &Snapshot<'_>,
    org: OrgId,
    people: &[PersonId],
    rules: &[Rule],
) -> Result<Vec<Somebody>> {
    let mut query = Query::new("select p.id, d.words, d.mark ");
    query.push(TABLES).push(" where p.org_id = ").bind(&org).push(" and ");
    query.any_of("p.id", people).push(" order by p.id");
    Ok(read(db, org, &query, rules)?.people)
}

/// The next [`store::CHUNK`] people in the order of ids, behind one of them; archived ones left out.
pub fn after(
    db: &Snapshot<'_>,
    org: OrgId,
    last: Option<PersonId>,
    rules: &[Rule],
) -> Result<Stretch> {
    let mut query = Query::new("select p.id, d.words, d.mark ");
    query.push(TABLES).push(" where p.state = 'active' and p.org_id = ").bind(&org);
    if let Some(last) = &last {
        query.push(" and p.id > ").bind(last);
    }
    query.push(" order by p.id limit 500");
    read(db, org, &query, rules)
}

const TABLES: &str =
    "from person p left join dossier d on d.org_id = p.org_id and d.person_id = p.id";

/// Whoever has no dossier is looked up in the tables.
fn read(db: &Snapshot<'_>, org: OrgId, query: &Query<'_>, rules: &[Rule]) -> Result<Stretch> {
    let rows = db.rows(query, |row| {
        let (id, words): (PersonId, Option<Vec<u8>>) = (row.get(0)?, row.get(1)?);
        Ok((id, words.and_then(|it| model::read(id, &it)), row.get::<Option<i64>>(2)?))
    })?;
    let unknown: Vec<PersonId> =
        rows.iter().filter(|it| it.1.is_none()).map(|(id, ..)| *id).collect();
    let looked_up = store::load(db, org, &unknown, rules)?;
    let mut looked_up: HashMap<PersonId, Somebody> =
        looked_up.into_iter().map(|it| (it.id, it)).collect();
    let known = rows.into_iter().filter_map(|(id, who, mark)| match who {
        Some(who) => Some((who, mark)),
        // Without its words a mark says nothing.
        None => looked_up.remove(&id).map(|who| (who, None)),
    });
    let (mut people, marks): (Vec<_>, Vec<_>) = known.unzip();
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let mut groups: HashMap<PersonId, Vec<_>> = HashMap::new();
    for (person, group) in joinings::groups(db, org, &ids, rules)? {
        groups.entry(person).or_default().push(group);
    }
    for it in &mut people {
        it.groups = groups.remove(&it.id).unwrap_or_default();
    }
    Ok(Stretch { people, marks })
}
