//! Every SQL statement about groups.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Line, fold};
use kernel::{
    AnyId, DivisionId, Error, GroupId, Id, Invalid, OnDuplicate, OrgId, Result, Snapshot, Tx,
};

use super::model::{Definition, Draft, Group, Kind, Names, Rule, Wish};
use crate::candidates::page::Members;
use crate::candidates::store::{COLUMNS, Person, Seen, only_people, read as read_person};
use crate::choices;
use crate::choices::model::Thing;
use crate::choices::store::{Sight, by_name};
use crate::directory::Directory;

/// The groups of the whole organisation and of the divisions within reach, up to the condition that follows.
fn groups<'v>(reach: &'v People, org: &'v OrgId) -> Query<'v> {
    let mut query = Query::new(
        "select t.id, t.name, t.description, t.kind, t.division_id, coalesce(d.name, '')
           from people_group t left join division d on d.org_id = t.org_id and d.id = t.division_id
          where t.org_id = ",
    );
    query.bind(org);
    if !reach.is_all() {
        query.push(" and (t.division_id is null or ");
        query.any_of("t.division_id", &reach.divisions).push(")");
    }
    query
}

fn read(row: &Row<'_>) -> Result<Group, Fault> {
    let kind: String = row.get(3)?;
    Ok(Group {
        id: row.get(0)?,
        name: row.get(1)?,
        description: row.get(2)?,
        kind: Kind::from_code(&kind),
        division: row.get(4)?,
        division_name: row.get(5)?,
    })
}

pub fn find(db: &Snapshot<'_>, reach: &People, id: GroupId) -> Result<Group> {
    let org = reach.org();
    let mut query = groups(reach, &org);
    query.push(" and t.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

pub fn list(db: &Snapshot<'_>, reach: &People, directory: &Directory) -> Result<Vec<Group>> {
    let org = reach.org();
    let mut query = groups(reach, &org);
    directory.narrow(&mut query);
    db.rows(&query, read)
}

/// Refuses a name that belongs to another group.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<GroupId>,
    draft: Result<Draft, Invalid>,
) -> Result<Result<Draft, Invalid>> {
    let Ok(it) = &draft else { return Ok(draft) };
    let known: Option<GroupId> = db.maybe(
        "select id from people_group where org_id = $1 and folded = $2",
        &[&org, &fold(it.name.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "groups-taken"))),
        _ => Ok(draft),
    }
}

/// What makes somebody a member of a group.
pub fn definition(db: &Snapshot<'_>, org: OrgId, group: &Group) -> Result<Definition> {
    match group.kind {
        Kind::Picked => Ok(Definition::Picked(group.id)),
        Kind::Rule => Ok(Definition::Rule(rule(db, org, group.id)?)),
    }
}

fn rule(db: &Snapshot<'_>, org: OrgId, id: GroupId) -> Result<Rule> {
    let mut rule = Rule::default();
    let rows = db.all(
        "select category, value from group_rule where org_id = $1 and group_id = $2
          order by category, value",
        &[&org, &id],
        |row| Ok((row.get::<String>(0)?, row.get::<String>(1)?)),
    )?;
    for (category, value) in rows {
        rule.add(&category, value);
    }
    Ok(rule)
}

/// Narrows people `p` to the members: one query, whatever the rule.
pub fn only_members<'v>(
    query: &mut Query<'v>,
    division: Option<&'v DivisionId>,
    definition: &'v Definition,
) {
    if let Some(division) = division {
        query.push(" and p.division_id = ").bind(division);
    }
    let rule = match definition {
        Definition::Picked(group) => {
            query.push(
                " and exists (select 1 from group_member m
                    where m.org_id = p.org_id and m.person_id = p.id and m.group_id = ",
            );
            query.bind(group).push(")");
            return;
        }
        Definition::Rule(rule) => rule,
    };
    if !rule.kinds.is_empty() {
        query.push(" and ").any_of("p.kind", &rule.kinds);
    }
    if !rule.companies.is_empty() {
        query.push(" and ").any_of("p.company_id", &rule.companies);
    }
    if !rule.job_roles.is_empty() {
        query.push(" and ").any_of("p.job_role_id", &rule.job_roles);
    }
    if !rule.divisions.is_empty() {
        query.push(" and ").any_of("p.division_id", &rule.divisions);
    }
    if !rule.work_bases.is_empty() {
        query.push(" and ").any_of("p.work_base", &rule.work_bases);
    }
    if !rule.sites.is_empty() {
        query.push(
            " and exists (select 1 from placement l
                where l.org_id = p.org_id and l.person_id = p.id and ",
        );
        query.any_of("l.site_id", &rule.sites).push(")");
    }
}

/// What makes somebody a member of a group, with the division that it is for.
pub struct Membership {
    pub division: Option<DivisionId>,
    pub definition: Definition,
}

/// What [`only_members`] needs to know of a group, for rooms that say themselves who may look.
pub fn membership(db: &Snapshot<'_>, org: OrgId, id: GroupId) -> Result<Option<Membership>> {
    let group = db.maybe(
        "select t.id, t.name, t.description, t.kind, t.division_id, ''
           from people_group t where t.org_id = $1 and t.id = $2",
        &[&org, &id],
        read,
    )?;
    let Some(group) = group else { return Ok(None) };
    let definition = definition(db, org, &group)?;
    Ok(Some(Membership { division: group.division, definition }))
}

/// How many members are within reach, and may be seen.
pub fn count(
    db: &Snapshot<'_>,
    reach: &People,
    seen: Option<&Seen>,
    division: Option<DivisionId>,
    definition: &Definition,
) -> Result<i64> {
    let org = reach.org();
    let mut query =
        Query::new("select count(*) from person p where p.state = 'active' and p.org_id = ");
    query.bind(&org);
    only_members(&mut query, division.as_ref(), definition);
    only_people(&mut query, reach);
    if let Some(seen) = seen {
        seen.narrow(&mut query);
    }
    Ok(db.rows(&query, |row| row.get(0))?.pop().unwrap_or_default())
}

/// Who is in a group, as far as it is shown.
pub fn shown(
    db: &Snapshot<'_>,
    reach: &People,
    seen: &Seen,
    division: Option<DivisionId>,
    definition: &Definition,
) -> Result<Members> {
    Ok(Members {
        all: count(db, reach, None, division, definition)?,
        seen: count(db, reach, Some(seen), division, definition)?,
        first: first(db, reach, Some(seen), division, definition)?,
    })
}

/// The first members within reach, by name.
pub fn first(
    db: &Snapshot<'_>,
    reach: &People,
    seen: Option<&Seen>,
    division: Option<DivisionId>,
    definition: &Definition,
) -> Result<Vec<Person>> {
    let org = reach.org();
    let mut query = Query::new(COLUMNS);
    query.bind(&org);
    only_members(&mut query, division.as_ref(), definition);
    only_people(&mut query, reach);
    if let Some(seen) = seen {
        seen.narrow(&mut query);
    }
    query.push(" order by p.folded, p.id limit 50");
    db.rows(&query, read_person)
}

/// The ids of things by their names; none when one of them is not known, or out of sight.
fn ids<K>(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    thing: Thing,
    names: &[Line<120>],
) -> Result<Option<Vec<Id<K>>>> {
    let mut folded: Vec<String> = names.iter().map(|it| fold(it.as_str())).collect();
    folded.sort();
    folded.dedup();
    let found = by_name(db, sight, thing, &folded)?;
    let all = found.len() == folded.len();
    Ok(all.then(|| found.into_iter().map(AnyId::cast).collect()))
}

/// The rule that the names of a form come to, or which field names something that is not there.
pub fn resolve(db: &Snapshot<'_>, sight: &Sight<'_>, wish: &Wish) -> Result<Result<Rule, Invalid>> {
    let mut invalid = Invalid::default();
    let companies = ids(db, sight, Thing::Company, &wish.companies)?;
    let job_roles = ids(db, sight, Thing::JobRole, &wish.job_roles)?;
    let sites = ids(db, sight, Thing::Site, &wish.sites)?;
    if companies.is_none() {
        invalid.add("rule_company", "groups-no-such-company");
    }
    if job_roles.is_none() {
        invalid.add("rule_job_role", "groups-no-such-job-role");
    }
    if sites.is_none() {
        invalid.add("rule_site", "groups-no-such-site");
    }
    if !invalid.is_empty() {
        return Ok(Err(invalid));
    }
    let mut work_bases: Vec<String> = wish.work_bases.iter().map(ToString::to_string).collect();
    work_bases.sort();
    let (mut kinds, mut divisions) = (wish.kinds.clone(), wish.divisions.clone());
    kinds.sort();
    kinds.dedup();
    divisions.sort();
    divisions.dedup();
    Ok(Ok(Rule {
        kinds,
        companies: companies.unwrap_or_default(),
        job_roles: job_roles.unwrap_or_default(),
        divisions,
        sites: sites.unwrap_or_default(),
        work_bases,
    }))
}

/// How people call the values of a rule, as far as they are in sight.
pub fn names(db: &Snapshot<'_>, sight: &Sight<'_>, rule: &Rule) -> Result<Names> {
    let (companies, far_companies) = called(db, sight, Thing::Company, &rule.companies)?;
    let (job_roles, far_job_roles) = called(db, sight, Thing::JobRole, &rule.job_roles)?;
    let (divisions, far_divisions) = called(db, sight, Thing::Division, &rule.divisions)?;
    let (sites, far_sites) = called(db, sight, Thing::Site, &rule.sites)?;
    Ok(Names {
        unseen: Rule {
            companies: far_companies,
            job_roles: far_job_roles,
            divisions: far_divisions,
            sites: far_sites,
            ..Rule::default()
        },
        kinds: rule.kinds.clone(),
        companies,
        job_roles,
        divisions,
        sites,
        work_bases: rule.work_bases.clone(),
    })
}

/// The names of those in sight, and which are not.
fn called<K>(
    db: &Snapshot<'_>,
    sight: &Sight<'_>,
    thing: Thing,
    ids: &[Id<K>],
) -> Result<(Vec<String>, Vec<Id<K>>)> {
    let all: Vec<AnyId> = ids.iter().map(|it| it.cast()).collect();
    let seen = choices::store::called(db, sight, thing, &all)?;
    let unseen = all.into_iter().filter(|it| seen.iter().all(|(id, _)| id != it));
    let unseen = unseen.map(AnyId::cast).collect();
    Ok((seen.into_iter().map(|(_, name)| name).collect(), unseen))
}

pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    kind: Kind,
    draft: &Draft,
    rule: &Rule,
) -> Result<GroupId> {
    let id: GroupId = tx.new_id();
    tx.run(
        "insert into people_group (org_id, id, name, folded, description, kind, division_id)
         values ($1, $2, $3, $4, $5, $6, $7)",
        &[
            &org,
            &id,
            &draft.name,
            &fold(draft.name.as_str()),
            &draft.description,
            &kind.code(),
            &draft.division,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    set_rule(tx, org, id, rule)?;
    Ok(id)
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: GroupId, draft: &Draft, rule: &Rule) -> Result<()> {
    tx.run(
        "update people_group set name = $3, folded = $4, description = $5, division_id = $6
          where org_id = $1 and id = $2",
        &[&org, &id, &draft.name, &fold(draft.name.as_str()), &draft.description, &draft.division],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    tx.run("delete from group_rule where org_id = $1 and group_id = $2", &[&org, &id])?;
    set_rule(tx, org, id, rule)
}

fn set_rule(tx: &mut Tx<'_>, org: OrgId, id: GroupId, rule: &Rule) -> Result<()> {
    for (category, value) in rule.rows() {
        tx.run(
            "insert into group_rule (org_id, group_id, category, value) values ($1, $2, $3, $4)
             on conflict (org_id, group_id, category, value) do nothing",
            &[&org, &id, &category, &value],
        )?;
    }
    Ok(())
}
