//! Every SQL statement about changes to several people.
use kernel::access::People;
use kernel::db::{Param, Query, Value};
use kernel::{AnyId, OrgId, PersonId, Result, Snapshot, Tx};

use super::model::{Change, Touched};
use crate::persons::model::Kind;
use crate::persons::store::{tally_all, within};

/// The condition that a person is not yet so as the change wants it, before and after its target.
fn not_so_yet(change: Change) -> (&'static str, &'static str) {
    match change {
        Change::Archive => (" and p.state = 'active'", ""),
        Change::Restore => (" and p.state = 'archived'", ""),
        Change::Place(_) => (
            " and p.state = 'active' and not exists (select 1 from placement x where x.org_id = p.org_id
                and x.person_id = p.id and x.site_id = ",
            ")",
        ),
        Change::Remove(_) => (
            " and exists (select 1 from placement x where x.org_id = p.org_id and x.person_id = p.id
                and x.site_id = ",
            ")",
        ),
        Change::Division(_) => (" and p.division_id <> ", ""),
        Change::JobRole(_) => (" and p.job_role_id is distinct from ", ""),
        Change::Team(_) => (
            " and p.state = 'active' and not exists (select 1 from team_member x where x.org_id = p.org_id
                and x.person_id = p.id and x.team_id = ",
            ")",
        ),
        Change::LeaveTeam(_) => (
            " and exists (select 1 from team_member x where x.org_id = p.org_id and x.person_id = p.id
                and x.team_id = ",
            ")",
        ),
        Change::Group(_) => (
            " and p.state = 'active' and not exists (select 1 from group_member x where x.org_id = p.org_id
                and x.person_id = p.id and x.group_id = ",
            ")",
        ),
        Change::LeaveGroup(_) => (
            " and exists (select 1 from group_member x where x.org_id = p.org_id and x.person_id = p.id
                and x.group_id = ",
            ")",
        ),
    }
}

/// Whom of these the change touches: within the reach, and not so already. Without a reach, the whole organisation
/// is meant: only a change that was made is taken back so.
pub fn touched(
    db: &Snapshot<'_>,
    org: &OrgId,
    reach: Option<&People>,
    ids: &[PersonId],
    change: Change,
) -> Result<Vec<Touched>> {
    let target = change.target();
    let mut query = Query::new("select p.id, p.name, p.kind, ");
    query.push(match change {
        Change::Division(_) => "p.division_id",
        Change::JobRole(_) => "p.job_role_id",
        _ => "p.id",
    });
    query.push(" from person p where ");
    match reach {
        Some(reach) => within(&mut query, reach),
        None => {
            query.push("p.org_id = ").bind(org);
        }
    }
    query.push(" and ").any_of("p.id", ids);
    let (before, after) = not_so_yet(change);
    query.push(before);
    if !matches!(change, Change::Archive | Change::Restore) {
        query.bind(&target).push(after);
    }
    query.push(" order by p.folded, p.id");
    let remembers = matches!(change, Change::Division(_) | Change::JobRole(_));
    db.rows(&query, |row| {
        let kind: String = row.get(2)?;
        let old: Option<AnyId> = row.get(3)?;
        Ok(Touched {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: Kind::from_code(&kind),
            old: old.filter(|_| remembers),
        })
    })
}

/// Does it, to everybody at once.
pub fn apply(tx: &mut Tx<'_>, org: &OrgId, people: &[Touched], change: Change) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let (now, target) = (tx.now(), change.target());
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let mut query = Query::new("");
    match change {
        Change::Archive => {
            query.push("update person set state = 'archived' where org_id = ").bind(org);
            query.push(" and ").any_of("id", &ids);
        }
        Change::Restore => {
            query.push("update person set state = 'active' where org_id = ").bind(org);
            query.push(" and ").any_of("id", &ids);
        }
        Change::Division(_) => {
            set(&mut query, "update person set division_id = ", org, target.as_ref(), &ids);
        }
        Change::JobRole(_) => {
            set(&mut query, "update person set job_role_id = ", org, target.as_ref(), &ids);
        }
        Change::Place(_) => {
            query.push("insert into placement (org_id, person_id, made_at, site_id) select p.org_id, p.id, ");
            query.bind(&now);
            add(&mut query, org, target.as_ref(), &ids);
        }
        Change::Team(_) => {
            query
                .push("insert into team_member (org_id, person_id, team_id) select p.org_id, p.id");
            add(&mut query, org, target.as_ref(), &ids);
        }
        Change::Group(_) => {
            query.push("insert into group_member (org_id, person_id, since, group_id) select p.org_id, p.id, ");
            query.bind(&now);
            add(&mut query, org, target.as_ref(), &ids);
        }
        Change::Remove(_) => {
            take(&mut query, "delete from placement where site_id = ", org, target.as_ref(), &ids);
        }
        Change::LeaveTeam(_) => {
            let sql = "delete from team_member where team_id = ";
            take(&mut query, sql, org, target.as_ref(), &ids);
        }
        Change::LeaveGroup(_) => {
            let sql = "delete from group_member where group_id = ";
            take(&mut query, sql, org, target.as_ref(), &ids);
        }
    }
    tx.run_query(&query)?;
    count_away(tx, org, people, change)
}

/// Keeps the totals of the list's tabs when people are put away or brought back.
fn count_away(tx: &mut Tx<'_>, org: &OrgId, people: &[Touched], change: Change) -> Result<()> {
    let away = match change {
        Change::Archive => 1,
        Change::Restore => -1,
        _ => return Ok(()),
    };
    let of = |kind| people.iter().filter(|it| it.kind == kind).map(|_| away).sum::<i64>();
    let (employees, contractors) = (of(Kind::Employee), of(Kind::Contractor));
    tally_all(tx, *org, [-employees, -contractors, employees + contractors])
}

fn set<'v>(
    query: &mut Query<'v>,
    sql: &'static str,
    org: &'v OrgId,
    target: Option<&'v AnyId>,
    ids: &'v [PersonId],
) {
    query
        .push(sql)
        .put(target.map_or(Value::Null, Param::value))
        .push(" where org_id = ")
        .bind(org);
    query.push(" and ").any_of("id", ids);
}

fn add<'v>(query: &mut Query<'v>, org: &'v OrgId, target: Option<&'v AnyId>, ids: &'v [PersonId]) {
    query
        .push(", ")
        .put(target.map_or(Value::Null, Param::value))
        .push(" from person p where p.org_id = ")
        .bind(org);
    query.push(" and ").any_of("p.id", ids).push(" on conflict do nothing");
}

fn take<'v>(
    query: &mut Query<'v>,
    sql: &'static str,
    org: &'v OrgId,
    target: Option<&'v AnyId>,
    ids: &'v [PersonId],
) {
    query.push(sql).put(target.map_or(Value::Null, Param::value)).push(" and org_id = ").bind(org);
    query.push(" and ").any_of("person_id", ids);
}

/// Whether what people are changed to is there, and somebody with this reach may change them to it.
pub fn is_open(db: &Snapshot<'_>, reach: &People, change: Change) -> Result<bool> {
    let Some(target) = change.target() else { return Ok(true) };
    let mut query = Query::new("");
    query.push(match change {
        Change::Place(_) => "select 1 from site x where x.active and x.org_id = ",
        Change::Division(_) => "select 1 from division x where x.org_id = ",
        Change::JobRole(_) => "select 1 from job_role x where x.org_id = ",
        Change::Team(_) | Change::LeaveTeam(_) => "select 1 from team x where x.org_id = ",
        Change::Group(_) | Change::LeaveGroup(_) => {
            "select 1 from people_group x where x.kind = 'picked' and x.org_id = "
        }
        _ => "select 1 from site x where x.org_id = ",
    });
    query.bind(reach.org_ref()).push(" and x.id = ").bind(&target);
    if !reach.is_all() {
        match change {
            Change::Division(_) => {
                query.push(" and ").any_of("x.id", &reach.divisions);
            }
            Change::Team(_) | Change::LeaveTeam(_) => {
                query.push(" and ").any_of("x.division_id", &reach.divisions);
            }
            Change::Group(_) | Change::LeaveGroup(_) => {
                query.push(" and (x.division_id is null or ");
                query.any_of("x.division_id", &reach.divisions).push(")");
            }
            _ => {}
        }
    }
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

/// What a target is called, for the log.
pub fn name(db: &Snapshot<'_>, org: OrgId, change: Change) -> Result<Option<String>> {
    let Some(target) = change.target() else { return Ok(None) };
    let sql = match change {
        Change::Division(_) => "select name from division where org_id = $1 and id = $2",
        Change::JobRole(_) => "select name from job_role where org_id = $1 and id = $2",
        Change::Team(_) | Change::LeaveTeam(_) => {
            "select name from team where org_id = $1 and id = $2"
        }
        Change::Group(_) | Change::LeaveGroup(_) => {
            "select name from people_group where org_id = $1 and id = $2"
        }
        _ => "select name from site where org_id = $1 and id = $2",
    };
    db.maybe(sql, &[&org, &target], |row| row.get(0))
}

/// Names of the chosen people, for the page that asks what to do with them.
pub fn names(
    db: &Snapshot<'_>,
    reach: &People,
    ids: &[PersonId],
) -> Result<Vec<(PersonId, String)>> {
    let mut query = Query::new("select p.id, p.name from person p where ");
    within(&mut query, reach);
    query.push(" and ").any_of("p.id", ids).push(" order by p.folded, p.id");
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))
}
