//! Every SQL statement that makes a crowd: many rows at once.
use kernel::db::{Param, Query, Value};
use kernel::field::fold;
use kernel::{CompanyId, DivisionId, Id, JobRoleId, OrgId, PersonId, Result, SiteId, Snapshot, Tx};

/// One person of the crowd.
pub struct CrowdRow<'r> {
    pub id: &'r PersonId,
    pub kind: &'static str,
    pub name: &'r str,
    pub folded: &'r str,
    pub email: &'r Option<String>,
    pub external_id: &'r Option<String>,
    pub start: Option<String>,
    pub job_role: Option<JobRoleId>,
    pub company: Option<CompanyId>,
    pub company_folded: &'r str,
}

pub fn insert_crowd(
    tx: &mut Tx<'_>,
    org: OrgId,
    division: DivisionId,
    rows: &[CrowdRow<'_>],
) -> Result<()> {
    let now = tx.now();
    let mut query = Query::new(
        "insert into person (org_id, division_id, made_at, id, kind, name, folded, email, external_id, start_on,
                             job_role_id, company_id, company_folded) values ",
    );
    for (at, row) in rows.iter().enumerate() {
        query.push(if at == 0 { "(" } else { ", (" });
        let values: [Value<'_>; 13] = [
            org.value(),
            division.value(),
            now.value(),
            row.id.value(),
            row.kind.value(),
            row.name.value(),
            row.folded.value(),
            row.email.value(),
            row.external_id.value(),
            row.start.value(),
            row.job_role.value(),
            row.company.value(),
            row.company_folded.value(),
        ];
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                query.push(", ");
            }
            query.put(value);
        }
        query.push(")");
    }
    tx.run_query(&query).map(drop)
}

/// Adds those whose names are new, and says which ids and sort keys all the names have now, in their order.
fn insert_names<K>(
    tx: &mut Tx<'_>,
    org: OrgId,
    (insert, dated, find): (&'static str, bool, &'static str),
    ids: &[Id<K>],
    names: &[String],
) -> Result<Vec<(Id<K>, String)>> {
    let now = tx.now();
    let folded: Vec<String> = names.iter().map(|it| fold(it)).collect();
    let mut known = Vec::with_capacity(ids.len());
    for ((id, name), folded) in ids.iter().zip(names).zip(&folded) {
        let mut query = Query::new(insert);
        query.bind(&org).push(", ").bind(id).push(", ").bind(name).push(", ").bind(folded);
        if dated {
            query.push(", ").bind(&now);
        }
        query.push(") on conflict do nothing");
        tx.run_query(&query)?;
        let id = tx.one(find, &[&org, folded], |row| row.get(0))?;
        known.push((id, folded.clone()));
    }
    Ok(known)
}

pub fn insert_job_roles(
    tx: &mut Tx<'_>,
    org: OrgId,
    ids: &[JobRoleId],
    names: &[String],
) -> Result<Vec<(JobRoleId, String)>> {
    let sql = (
        "insert into job_role (org_id, id, name, folded) values (",
        false,
        "select id from job_role where org_id = $1 and folded = $2",
    );
    insert_names(tx, org, sql, ids, names)
}

pub fn insert_companies(
    tx: &mut Tx<'_>,
    org: OrgId,
    ids: &[CompanyId],
    names: &[String],
) -> Result<Vec<(CompanyId, String)>> {
    let sql = (
        "insert into company (org_id, id, name, folded, made_at) values (",
        true,
        "select id from company where org_id = $1 and folded = $2",
    );
    insert_names(tx, org, sql, ids, names)
}

pub fn place(tx: &mut Tx<'_>, org: OrgId, site: SiteId, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4) on conflict do nothing",
        &[&org, &person, &site, &now],
    )
    .map(drop)
}

/// The people of a crowd, at most some: whoever has no address of the harbour.
pub fn everybody(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<PersonId>> {
    db.all(
        "select id from person where org_id = $1 and coalesce(email, '') not like '%@harbour.example' order by id limit 2000",
        &[&org],
        |row| row.get(0),
    )
}
