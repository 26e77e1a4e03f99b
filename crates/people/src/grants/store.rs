//! Every SQL statement about grants.
use std::collections::BTreeMap;

use kernel::access::{Grant, Role, Scope, Whole};
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, AnyId, Error, Event, GrantId, OrgId, Result, SiteId, Snapshot, Tx};

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
    let event = Event::new(org, "role.granted", "account", account)
        .named(label(tx, account)?)
        .set("role", &role)
        .set("scope", &scope);
    tx.record(&match grant.scope {
        Scope::Site(site) => event.at(site),
        _ => event,
    })
}

fn label(db: &Snapshot<'_>, account: AccountId) -> Result<String> {
    db.one("select name from account where id = $1", &[&account], |row| row.get(0))
}

/// A grant with the name of its place.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: GrantId,
    pub account: AccountId,
    pub grant: Grant,
    pub place: Option<String>,
}

macro_rules! held {
    () => {
        "select g.id, g.account_id, g.role, g.division_id, g.site_id, g.team_id, g.company_id,
                coalesce(d.name, s.name, t.name, c.name)
           from role_grant g
           left join division d on d.org_id = g.org_id and d.id = g.division_id
           left join site s on s.org_id = g.org_id and s.id = g.site_id
           left join team t on t.org_id = g.org_id and t.id = g.team_id
           left join company c on c.org_id = g.org_id and c.id = g.company_id
          where g.org_id = $1 and "
    };
}

fn read(row: &Row<'_>) -> Result<Option<Held>, Fault> {
    let role: String = row.get(2)?;
    let ids = (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
    let grant = Role::from_code(&role)
        .and_then(|role| Some(Grant { role, scope: model::scope_of(role, ids)? }));
    let (id, account, place) = (row.get(0)?, row.get(1)?, row.get(7)?);
    Ok(grant.map(|grant| Held { id, account, grant, place }))
}

/// What an account holds, with the names of the places, the oldest first.
pub fn held(db: &Snapshot<'_>, reach: &Whole, account: AccountId) -> Result<Vec<Held>> {
    let sql = concat!(held!(), "g.account_id = $2 order by g.made_at, g.id");
    let rows = db.all(sql, &[&reach.org(), &account], read)?;
    Ok(rows.into_iter().flatten().collect())
}

pub fn find(db: &Snapshot<'_>, reach: &Whole, id: GrantId) -> Result<Held> {
    db.one(concat!(held!(), "g.id = $2"), &[&reach.org(), &id], read)?.ok_or(Error::NotFound)
}

/// Who holds a role at one site, by name.
pub fn at_site(db: &Snapshot<'_>, org: OrgId, site: SiteId, role: Role) -> Result<Vec<Holder>> {
    db.all(
        "select a.id, g.id, coalesce(p.name, a.name), coalesce(a.email, a.username)
           from role_grant g
           join member m on m.org_id = g.org_id and m.account_id = g.account_id and m.state = 'active'
           join account a on a.id = g.account_id and a.state = 'active'
           left join person p on p.org_id = m.org_id and p.id = m.person_id
          where g.org_id = $1 and g.site_id = $2 and g.role = $3
          order by coalesce(p.folded, a.folded), a.id limit 500",
        &[&org, &site, &role.code()],
        |row| {
            Ok(Holder {
                account: row.get(0)?,
                grant: row.get(1)?,
                name: row.get(2)?,
                login: row.get(3)?,
            })
        },
    )
}

/// Somebody who holds a role at a site.
pub struct Holder {
    pub account: AccountId,
    pub grant: GrantId,
    pub name: String,
    pub login: String,
}

/// The grants of several accounts at once.
pub fn of_all(
    db: &Snapshot<'_>,
    reach: &Whole,
    accounts: &[AccountId],
) -> Result<BTreeMap<AccountId, Vec<Grant>>> {
    let org = reach.org();
    let mut query = Query::new(
        "select account_id, role, division_id, site_id, team_id, company_id from role_grant where org_id = ",
    );
    query.bind(&org).push(" and ").any_of("account_id", accounts).push(" order by made_at, id");
    let rows = db.rows(&query, |row| {
        let role: String = row.get(1)?;
        let ids = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
        Ok((row.get::<AccountId>(0)?, Role::from_code(&role), ids))
    })?;
    let mut all: BTreeMap<AccountId, Vec<Grant>> = BTreeMap::new();
    for (account, role, ids) in rows {
        let grant = role.and_then(|role| Some(Grant { role, scope: model::scope_of(role, ids)? }));
        all.entry(account).or_default().extend(grant);
    }
    Ok(all)
}

/// Owners who can sign in, besides this account.
pub fn owners_but(db: &Snapshot<'_>, org: OrgId, account: AccountId) -> Result<i64> {
    db.one(
        "select count(*) from role_grant g
           join member m on m.org_id = g.org_id and m.account_id = g.account_id and m.state = 'active'
           join account a on a.id = g.account_id and a.state = 'active'
          where g.org_id = $1 and g.role = 'OWN' and g.account_id <> $2",
        &[&org, &account],
        |row| row.get(0),
    )
}

/// Takes a grant. Whoever is signed in with it loses it with their next request.
pub fn delete(tx: &mut Tx<'_>, org: OrgId, held: &Held) -> Result<()> {
    tx.run("delete from role_grant where org_id = $1 and id = $2", &[&org, &held.id])?;
    let (role, scope) = (held.grant.role.code(), model::write_scope(&held.grant.scope));
    let event = Event::new(org, "role.revoked", "account", held.account)
        .named(label(tx, held.account)?)
        .change("role", Some(&role), None)
        .change("scope", Some(&scope), None);
    tx.record(&match held.grant.scope {
        Scope::Site(site) => event.at(site),
        _ => event,
    })
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
