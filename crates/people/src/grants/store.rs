//! Every SQL statement about grants.
use kernel::access::{Grant, Role, Scope};
use kernel::{AccountId, AnyId, Event, GrantId, OrgId, Result, Snapshot, Tx};

use super::model;

/// The grants an account holds in an organisation.
pub fn of(db: &Snapshot<'_>, org: OrgId, account: AccountId) -> Result<Vec<Grant>> {
    let rows = db.all(
        "select role, division_id, site_id, team_id, company_id from role_grant
          where org_id = $1 and account_id = $2",
        &[&org, &account],
        |row| {
            let role: String = row.get(0)?;
            let ids = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            let role = Role::from_code(&role);
            Ok(role.and_then(|role| Some(Grant { role, scope: model::scope_of(role, ids)? })))
        },
    )?;
    Ok(rows.into_iter().flatten().collect())
}

/// Gives a grant to a member; one that is held already stays as it is.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, account: AccountId, grant: &Grant) -> Result<()> {
    if of(tx, org, account)?.contains(grant) {
        return Ok(());
    }
    let id: GrantId = tx.new_id();
    let (division, site, team, company) = model::scope_ids(&grant.scope);
    let (now, role) = (tx.now(), grant.role.code());
    tx.run(
        "insert into role_grant (org_id, id, account_id, role, division_id, site_id, team_id, company_id, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[&org, &id, &account, &role, &division, &site, &team, &company, &now],
    )?;
    let scope = model::write_scope(&grant.scope);
    tx.record(
        &Event::new(org, "role.granted", "account", account)
            .set("role", &role)
            .set("scope", &scope),
    )
}

/// Whether the place a scope names exists in the organisation.
pub fn exists(db: &Snapshot<'_>, org: OrgId, scope: &Scope) -> Result<bool> {
    let (sql, id): (&'static str, AnyId) = match *scope {
        Scope::All | Scope::Own => return Ok(true),
        Scope::Division(id) => ("select 1 from division where org_id = $1 and id = $2", id.cast()),
        Scope::Site(id) => ("select 1 from site where org_id = $1 and id = $2", id.cast()),
        Scope::Team(id) => ("select 1 from team where org_id = $1 and id = $2", id.cast()),
        Scope::Company(id) => ("select 1 from company where org_id = $1 and id = $2", id.cast()),
    };
    Ok(db.maybe(sql, &[&org, &id], |_| Ok(()))?.is_some())
}
