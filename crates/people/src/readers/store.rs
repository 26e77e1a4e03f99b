//! Every SQL statement about readers.
use kernel::access::{Actor, Face, Grant, Role};
use kernel::db::{Fault, Query, Row};
use kernel::field::Email;
use kernel::{Lang, OrgId, PersonId, Result, Snapshot, Zone};

use super::model::Reader;
use crate::grants::model::scope_of;

/// A reader from the columns account, name, address, language and name of the organisation.
pub fn read(row: &Row<'_>, org: OrgId) -> Result<Reader, Fault> {
    let (email, lang): (Option<String>, String) = (row.get(2)?, row.get(3)?);
    Ok(Reader {
        org,
        account: row.get(0)?,
        name: row.get(1)?,
        email: email.and_then(|it| Email::parse(&it).ok()),
        lang: Lang::from_code(&lang).unwrap_or_default(),
        organisation: row.get(4)?,
    })
}

/// Everybody who holds one of some roles, as an actor with these roles only, so that their reach is found as it is at
/// the door. In the order of accounts.
pub fn holders(db: &Snapshot<'_>, org: OrgId, roles: &[Role]) -> Result<Vec<(Reader, Actor)>> {
    let codes: Vec<&str> = roles.iter().map(|it| it.code()).collect();
    let mut query = Query::new(
        "select a.id, a.name, a.email, coalesce(a.lang, o.lang), o.name, m.person_id, g.role, g.division_id, g.site_id,
                g.team_id, g.company_id
           from role_grant g
           join member m on m.org_id = g.org_id and m.account_id = g.account_id and m.state = 'active'
           join account a on a.id = m.account_id and a.state = 'active'
           join organisation o on o.id = m.org_id
          where g.org_id = ",
    );
    query.bind(&org).push(" and ").any_of("g.role", &codes).push(" order by a.id, g.id");
    let rows = db.rows(&query, |row| {
        let role: String = row.get(6)?;
        let ids = (row.get(7)?, row.get(8)?, row.get(9)?, row.get(10)?);
        let grant = Role::from_code(&role)
            .and_then(|role| Some(Grant { role, scope: scope_of(role, ids)? }));
        Ok((read(row, org)?, row.get::<Option<PersonId>>(5)?, grant))
    })?;
    let mut found: Vec<(Reader, Actor)> = Vec::new();
    for (reader, person, grant) in rows {
        if let Some((_, actor)) = found.last_mut().filter(|it| it.0.account == reader.account) {
            actor.grants.extend(grant);
        } else {
            let actor = acting(db, &reader, person, grant);
            found.push((reader, actor));
        }
    }
    Ok(found)
}

fn acting(db: &Snapshot<'_>, it: &Reader, person: Option<PersonId>, grant: Option<Grant>) -> Actor {
    Actor {
        account: it.account,
        session: db.new_id(),
        org: it.org,
        person,
        grants: grant.into_iter().collect(),
        face: Face {
            name: it.name.clone(),
            organisation: it.organisation.clone(),
            lang: it.lang,
            zone: Zone::usual(),
            unread: 0,
            organisations: 1,
        },
        stale: false,
    }
}
