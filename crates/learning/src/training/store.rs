//! The SQL statement about whose training report it is.
use kernel::{OrgId, PersonId, Result, Snapshot};

/// What stands on top of a report.
pub struct Facts {
    pub name: String,
    pub organisation: String,
    pub job_role: Option<String>,
    pub company: Option<String>,
    pub number: Option<String>,
}

pub fn facts(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Facts> {
    db.one(
        "select p.name, o.name, j.name, c.name, p.external_id
           from person p join organisation o on o.id = p.org_id
           left join job_role j on j.org_id = p.org_id and j.id = p.job_role_id
           left join company c on c.org_id = p.org_id and c.id = p.company_id
          where p.org_id = $1 and p.id = $2",
        &[&org, &person],
        |row| {
            Ok(Facts {
                name: row.get(0)?,
                organisation: row.get(1)?,
                job_role: row.get(2)?,
                company: row.get(3)?,
                number: row.get(4)?,
            })
        },
    )
}
