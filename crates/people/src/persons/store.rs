//! Every SQL statement about persons.
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Email, fold};
use kernel::{CompanyId, DivisionId, Error, OnDuplicate, OrgId, PersonId, Result, Snapshot, Tx};

use super::model::{Access, Contact, Draft, ExternalId, Kind, LINE, Person, Place};

/// Narrows a query over `person p` to the people of one organisation whom a reach covers. Every query about people
/// goes through here, the query's own conditions come behind it:
/// `select … from person p where {within} and p.state = 'active'`.
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

/// One person, as far as the reach covers; contact data only where `contacts` covers too.
pub fn find(
    db: &Snapshot<'_>,
    reach: &People,
    contacts: Option<&People>,
    id: PersonId,
) -> Result<Person> {
    let now = db.now();
    let mut query = Query::new(
        "select p.id, p.kind, p.name, p.state, p.email, p.phone, p.external_id, p.company_id, c.name,
                p.job_role_id, j.name, p.division_id, d.name, p.line_manager_id, l.name, p.start_on, p.end_on,
                p.work_base, m.kind, m.state,
                (select count(*) from invitation i where i.org_id = p.org_id and i.person_id = p.id
                    and i.state in ('pending', 'bounced') and i.expires_at > ",
    );
    query.bind(&now).push("), ");
    match contacts {
        None => {
            query.push("0");
        }
        Some(contacts) => {
            query.push("case when ");
            covers(&mut query, contacts);
            query.push(" then 1 else 0 end");
        }
    }
    query.push(
        " from person p join division d on d.org_id = p.org_id and d.id = p.division_id
            left join company c on c.org_id = p.org_id and c.id = p.company_id
            left join job_role j on j.org_id = p.org_id and j.id = p.job_role_id
            left join person l on l.org_id = p.org_id and l.id = p.line_manager_id
            left join member m on m.org_id = p.org_id and m.person_id = p.id
           where ",
    );
    within(&mut query, reach);
    query.push(" and p.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

fn read(row: &Row<'_>) -> Result<Person, Fault> {
    let (kind, state): (String, String) = (row.get(1)?, row.get(3)?);
    let contact = Contact { email: row.get(4)?, phone: row.get(5)?, external_id: row.get(6)? };
    let member: (Option<String>, Option<String>) = (row.get(18)?, row.get(19)?);
    let access = match (member.0.as_deref(), member.1.as_deref(), row.get::<i64>(20)?) {
        (Some(_), Some("deactivated"), _) => Access::Deactivated,
        (Some("user"), _, _) => Access::User,
        (Some(_), _, _) => Access::Profile,
        (None, _, 0) => Access::None,
        (None, _, _) => Access::Invited,
    };
    let name = |at| row.get::<Option<String>>(at).map(Option::unwrap_or_default);
    let (company, job_role, manager) = (name(8)?, name(10)?, name(14)?);
    Ok(Person {
        id: row.get(0)?,
        kind: Kind::from_code(&kind),
        name: row.get(2)?,
        archived: state == "archived",
        company: row.get::<Option<_>>(7)?.map(|id| (id, company)),
        job_role: row.get::<Option<_>>(9)?.map(|id| (id, job_role)),
        division: (row.get(11)?, row.get(12)?),
        manager: row.get::<Option<_>>(13)?.map(|id| (id, manager)),
        start: row.get(15)?,
        end: row.get(16)?,
        work_base: row.get(17)?,
        access,
        contact: (row.get::<i64>(21)? == 1).then_some(contact),
    })
}

/// Whether the reach covers the person.
pub fn is_within(db: &Snapshot<'_>, reach: &People, id: PersonId) -> Result<bool> {
    let mut query = Query::new("select 1 from person p where ");
    within(&mut query, reach);
    query.push(" and p.id = ").bind(&id);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

/// Where a person works.
pub fn places(db: &Snapshot<'_>, org: OrgId, id: PersonId) -> Result<Vec<Place>> {
    db.all(
        "select s.id, s.name from placement w join site s on s.org_id = w.org_id and s.id = w.site_id
          where w.org_id = $1 and w.person_id = $2 order by s.folded",
        &[&org, &id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Domains that employees' addresses must belong to.
pub fn domains(db: &Snapshot<'_>, org: OrgId) -> Result<String> {
    db.one("select domains from organisation where id = $1", &[&org], |row| row.get(0))
}

/// Who has this address already.
pub fn with_email(db: &Snapshot<'_>, org: OrgId, email: &Email) -> Result<Option<PersonId>> {
    db.maybe("select id from person where org_id = $1 and email = $2", &[&org, email], |row| {
        row.get(0)
    })
}

/// Who has this number already.
pub fn with_external_id(
    db: &Snapshot<'_>,
    org: OrgId,
    external_id: &ExternalId,
) -> Result<Option<PersonId>> {
    db.maybe(
        "select id from person where org_id = $1 and external_id = $2",
        &[&org, external_id],
        |row| row.get(0),
    )
}

/// Active people with this address, number or name; at most two, because one is wanted.
pub fn called(db: &Snapshot<'_>, org: OrgId, words: &str) -> Result<Vec<PersonId>> {
    db.all(
        "select id from person where org_id = $1 and state = 'active'
            and (email = $2 or external_id = $3 or folded = $4) limit 2",
        &[&org, &words.to_lowercase(), &words, &fold(words)],
        |row| row.get(0),
    )
}

/// Whether `manager` stands somewhere below `person`, or is the same.
pub fn reports_to(
    db: &Snapshot<'_>,
    org: OrgId,
    manager: PersonId,
    person: PersonId,
) -> Result<bool> {
    let mut above = Some(manager);
    for _ in 0..LINE {
        match above {
            Some(id) if id == person => return Ok(true),
            Some(id) => {
                above = db.one(
                    "select line_manager_id from person where org_id = $1 and id = $2",
                    &[&org, &id],
                    |row| row.get(0),
                )?;
            }
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// A new record.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    draft: &Draft,
    manager: Option<PersonId>,
) -> Result<PersonId> {
    let id: PersonId = tx.new_id();
    let now = tx.now();
    let name = draft.name.as_str();
    tx.run(
        "insert into person (org_id, id, kind, name, folded, email, phone, company_id, job_role_id, division_id,
                             line_manager_id, external_id, work_base, start_on, end_on, made_at, company_folded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                 coalesce((select folded from company where org_id = $1 and id = $8), ''))",
        &[
            &org,
            &id,
            &draft.kind.code(),
            &name,
            &fold(name),
            &draft.email,
            &draft.phone.as_ref().map_or("", |it| it.as_str()),
            &draft.company,
            &draft.job_role,
            &draft.division,
            &manager,
            &draft.external_id,
            &draft.work_base.as_ref().map_or("", |it| it.as_str()),
            &draft.start,
            &draft.end,
            &now,
        ],
    )
    .on_duplicate(Error::Conflict("persons-email-taken"))?;
    tally(tx, org, draft.kind, 1)?;
    Ok(id)
}

pub fn update(
    tx: &mut Tx<'_>,
    org: OrgId,
    before: &Person,
    draft: &Draft,
    manager: Option<PersonId>,
) -> Result<()> {
    let name = draft.name.as_str();
    tx.run(
        "update person set kind = $3, name = $4, folded = $5, email = $6, phone = $7, company_id = $8, job_role_id = $9,
                division_id = $10, line_manager_id = $11, external_id = $12, work_base = $13, start_on = $14,
                end_on = $15,
                company_folded = coalesce((select folded from company where org_id = $1 and id = $8), '')
          where org_id = $1 and id = $2",
        &[
            &org,
            &before.id,
            &draft.kind.code(),
            &name,
            &fold(name),
            &draft.email,
            &draft.phone.as_ref().map_or("", |it| it.as_str()),
            &draft.company,
            &draft.job_role,
            &draft.division,
            &manager,
            &draft.external_id,
            &draft.work_base.as_ref().map_or("", |it| it.as_str()),
            &draft.start,
            &draft.end,
        ],
    )
    .on_duplicate(Error::Conflict("persons-email-taken"))?;
    if before.archived || before.kind == draft.kind {
        return Ok(());
    }
    tally(tx, org, before.kind, -1)?;
    tally(tx, org, draft.kind, 1)
}

/// Keeps the totals: so many active people of a kind more, or fewer.
pub fn tally(tx: &mut Tx<'_>, org: OrgId, kind: Kind, more: i64) -> Result<()> {
    match kind {
        Kind::Employee => tally_all(tx, org, [more, 0, 0]),
        Kind::Contractor => tally_all(tx, org, [0, more, 0]),
    }
}

/// As [`tally`], for active employees, active contractors and archived people.
pub fn tally_all(tx: &mut Tx<'_>, org: OrgId, more: [i64; 3]) -> Result<()> {
    tx.run(
        "insert into people_total (org_id, employees, contractors, archived) values ($1, $2, $3, $4)
         on conflict (org_id) do update set employees = people_total.employees + excluded.employees,
            contractors = people_total.contractors + excluded.contractors,
            archived = people_total.archived + excluded.archived",
        &[&org, &more[0], &more[1], &more[2]],
    )
    .map(drop)
}

/// Adds somebody to a team; twice is once.
pub fn join_team(
    tx: &mut Tx<'_>,
    org: OrgId,
    team: kernel::TeamId,
    person: PersonId,
) -> Result<()> {
    tx.run(
        "insert into team_member (org_id, team_id, person_id) values ($1, $2, $3) on conflict do nothing",
        &[&org, &team, &person],
    )
    .map(drop)
}

/// Takes over the new name of a company, so that lists in the order of companies stay so.
pub fn sort_by_company(tx: &mut Tx<'_>, org: OrgId, company: CompanyId) -> Result<()> {
    tx.run(
        "update person set company_folded =
                coalesce((select folded from company where org_id = $1 and id = $2), '')
          where org_id = $1 and company_id = $2
            and company_folded <> (select folded from company where org_id = $1 and id = $2)",
        &[&org, &company],
    )
    .map(drop)
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
    tally(tx, org, Kind::Employee, 1)?;
    Ok(id)
}

/// The active person of this name, when there is exactly one way to be called so in a story.
#[cfg(feature = "fixtures")]
pub fn named(db: &Snapshot<'_>, org: OrgId, name: &str) -> Result<Option<PersonId>> {
    db.maybe(
        "select id from person where org_id = $1 and folded = $2 and state = 'active' order by id",
        &[&org, &fold(name)],
        |row| row.get(0),
    )
}
