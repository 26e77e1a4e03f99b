//! Every SQL statement about persons.
use kernel::access::People;
use kernel::db::Query;
use kernel::field::fold;
use kernel::{DivisionId, OrgId, PersonId, Result, Tx};

/// Narrows a query over `person p` to the people of one organisation whom a reach covers. Every query about people
/// goes through here, the query's own conditions come behind it:
///
/// ```sql
/// select … from person p where {within} and p.state = 'active'
/// ```
pub fn within<'v>(query: &mut Query<'v>, reach: &'v People) {
    query.push("p.org_id = ").bind(reach.org_ref());
    if !reach.is_all() {
        query.push(" and ");
        covers(query, reach);
    }
}

/// Whether a reach covers the person `p`, as a condition in brackets.
pub fn covers<'v>(query: &mut Query<'v>, reach: &'v People) {
    if reach.is_all() {
        query.push("1 = 1");
        return;
    }
    query.push("(");
    query.any_of("p.division_id", &reach.divisions);
    query.push(" or ").any_of("p.company_id", &reach.companies);
    if !reach.sites.is_empty() {
        query.push(" or exists (select 1 from placement w where w.org_id = p.org_id and w.person_id = p.id and ");
        query.any_of("w.site_id", &reach.sites).push(")");
    }
    if !reach.teams.is_empty() {
        query.push(" or exists (select 1 from team_member w where w.org_id = p.org_id and w.person_id = p.id and ");
        query.any_of("w.team_id", &reach.teams).push(")");
    }
    if let Some(manager) = &reach.manager {
        query.push(" or p.line_manager_id = ").bind(manager);
    }
    if let Some(own) = &reach.own {
        query.push(" or p.id = ").bind(own);
    }
    query.push(")");
}

/// A record of an employee of the organisation itself, with a name and an address only.
pub fn insert_employee(
    tx: &mut Tx<'_>,
    org: OrgId,
    division: DivisionId,
    name: &str,
    email: Option<&str>,
) -> Result<PersonId> {
    let id: PersonId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into person (org_id, id, kind, name, folded, email, division_id, made_at)
         values ($1, $2, 'employee', $3, $4, $5, $6, $7)",
        &[&org, &id, &name, &fold(name), &email, &division, &now],
    )?;
    Ok(id)
}
