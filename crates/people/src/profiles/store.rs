//! Every SQL statement about the own profile.
use kernel::{Date, OrgId, PersonId, Result, Snapshot};

/// What is on the own profile.
#[derive(Debug, Clone)]
pub struct Profile {
    pub name: String,
    pub contractor: bool,
    pub organisation: String,
    pub email: Option<String>,
    pub phone: String,
    pub job_role: Option<String>,
    pub company: Option<String>,
    pub manager: Option<String>,
    pub number: Option<String>,
    pub work_base: String,
    pub start_on: Option<Date>,
    pub end_on: Option<Date>,
    pub sites: Vec<String>,
}

/// The record of this very person, with the sites they work at.
pub fn find(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Profile> {
    let mut profile = db.one(
        "select p.name, p.kind, o.name, p.email, p.phone, r.name, c.name, l.name, p.external_id, p.work_base,
                p.start_on, p.end_on
           from person p
           join organisation o on o.id = p.org_id
           left join job_role r on r.org_id = p.org_id and r.id = p.job_role_id
           left join company c on c.org_id = p.org_id and c.id = p.company_id
           left join person l on l.org_id = p.org_id and l.id = p.line_manager_id
          where p.org_id = $1 and p.id = $2",
        &[&org, &person],
        |row| {
            let kind: String = row.get(1)?;
            Ok(Profile {
                name: row.get(0)?,
                contractor: kind == "contractor",
                organisation: row.get(2)?,
                email: row.get(3)?,
                phone: row.get(4)?,
                job_role: row.get(5)?,
                company: row.get(6)?,
                manager: row.get(7)?,
                number: row.get(8)?,
                work_base: row.get(9)?,
                start_on: row.get(10)?,
                end_on: row.get(11)?,
                sites: Vec::new(),
            })
        },
    )?;
    profile.sites = db.all(
        "select s.name from placement w join site s on s.org_id = w.org_id and s.id = w.site_id
          where w.org_id = $1 and w.person_id = $2 and s.active order by s.folded limit 200",
        &[&org, &person],
        |row| row.get(0),
    )?;
    Ok(profile)
}
