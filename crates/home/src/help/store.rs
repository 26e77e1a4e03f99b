//! Every SQL statement of the help page.
use kernel::{OrgId, Result, Snapshot};

/// The names of the people who run the house for an organisation.
pub fn administrators(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<String>> {
    db.all(
        "select coalesce(p.name, a.name), min(case when g.role = 'ADM' then 0 else 1 end)
           from role_grant g
           join member m on m.org_id = g.org_id and m.account_id = g.account_id and m.state = 'active'
           join account a on a.id = m.account_id and a.state = 'active'
           left join person p on p.org_id = m.org_id and p.id = m.person_id
          where g.org_id = $1 and g.role in ('OWN', 'ADM')
          group by a.id, coalesce(p.name, a.name)
          order by 2, 1 limit 5",
        &[&org],
        |row| row.get(0),
    )
}
