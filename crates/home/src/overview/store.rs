//! Every SQL statement of the first page.
use kernel::access::{People, Sites};
use kernel::db::Query;
use kernel::{Instant, OrgId, PersonId, Result, Snapshot};

use super::model::{Counts, Line, Own, Sees};

/// Every number in one statement. Each is counted only so far that a page of a very large house stays quick.
pub fn counts(db: &Snapshot<'_>, org: OrgId, sees: &Sees) -> Result<Counts> {
    let now = db.now();
    let mut query = Query::new("select ");
    count_people(&mut query, &org, sees.people.as_ref(), "");
    query.push(", ");
    count_people(&mut query, &org, sees.people.as_ref(), " and p.kind = 'contractor'");
    query.push(", ");
    count_sites(&mut query, &org, sees.sites.as_ref());
    query.push(", ");
    count_pending(&mut query, &org, &now, sees.accounts.is_some());
    query.push(", ");
    count_failed(&mut query, &org, sees.outbox.is_some());
    query.push(", (select count(*) from (select 1 from invitation i where i.org_id = ").bind(&org);
    query.push(" limit 1) few)");
    let counts = db.rows(&query, |row| {
        Ok(Counts {
            people: row.get(0)?,
            contractors: row.get(1)?,
            sites: row.get(2)?,
            pending: row.get(3)?,
            failed: row.get(4)?,
            invited: row.get::<i64>(5)? > 0,
        })
    })?;
    counts.into_iter().next().ok_or(kernel::Error::NotFound)
}

const NONE: &str = "cast(0 as bigint)";

fn count_people<'v>(
    query: &mut Query<'v>,
    org: &'v OrgId,
    reach: Option<&'v People>,
    which: &'static str,
) {
    let Some(reach) = reach else {
        query.push(NONE);
        return;
    };
    query.push("(select count(*) from (select 1 from person p where p.org_id = ").bind(org);
    query.push(" and p.state = 'active'").push(which);
    query.push(" and ");
    people::covers(query, reach);
    query.push(" limit 10001) few)");
}

fn count_sites<'v>(query: &mut Query<'v>, org: &'v OrgId, reach: Option<&'v Sites>) {
    let Some(reach) = reach else {
        query.push(NONE);
        return;
    };
    query.push("(select count(*) from (select 1 from site s where s.org_id = ").bind(org);
    query.push(" and s.active");
    if let Some(only) = reach.only() {
        query.push(" and ").any_of("s.id", only);
    }
    query.push(" limit 10001) few)");
}

fn count_pending<'v>(query: &mut Query<'v>, org: &'v OrgId, now: &'v Instant, sees: bool) {
    if !sees {
        query.push(NONE);
        return;
    }
    query.push("(select count(*) from (select 1 from invitation i where i.org_id = ").bind(org);
    query.push(" and i.state in ('pending', 'bounced') and i.expires_at > ").bind(now);
    query.push(" limit 10001) few)");
}

fn count_failed<'v>(query: &mut Query<'v>, org: &'v OrgId, sees: bool) {
    if !sees {
        query.push(NONE);
        return;
    }
    query.push("(select count(*) from (select 1 from letter l where l.org_id = ").bind(org);
    query.push(" and l.state = 'failed' limit 10001) few)");
}

/// Lines of the log behind which the first page does not look.
const FAR: i64 = 2_000;

/// The last lines of the log within reach that say what changed: that somebody came or went is no news.
pub fn lines(db: &Snapshot<'_>, reach: &Sites) -> Result<Vec<Line>> {
    let org = reach.org();
    let mut query = Query::new(
        "select n.at, n.actor, n.what, n.label
           from (select e.seq, e.at, e.actor, e.what, e.label from entry e where e.org_id = ",
    );
    query.bind(&org);
    if let Some(only) = reach.only() {
        query.push(" and ").any_of("e.site_id", only);
    }
    query.push(" order by e.seq desc limit ").bind(&FAR).push(") n where ");
    query.push("n.what not in ('session.opened', 'session.ended', 'preferences.updated',");
    query.push("'account.language-changed') order by n.seq desc limit 6");
    db.rows(&query, |row| {
        Ok(Line { at: row.get(0)?, actor: row.get(1)?, what: row.get(2)?, label: row.get(3)? })
    })
}

/// The own record and the sites it is placed at.
pub fn own(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Own> {
    let mut own = db.one(
        "select p.state, c.name, r.name,
                exists (select 1 from assessment_setting a where a.org_id = p.org_id and a.hidden)
           from person p
           left join company c on c.org_id = p.org_id and c.id = p.company_id
           left join job_role r on r.org_id = p.org_id and r.id = p.job_role_id
          where p.org_id = $1 and p.id = $2",
        &[&org, &person],
        |row| {
            let state: String = row.get(0)?;
            Ok(Own {
                active: state == "active",
                company: row.get(1)?,
                job_role: row.get(2)?,
                sites: Vec::new(),
                assessments: !row.get::<bool>(3)?,
            })
        },
    )?;
    own.sites = db.all(
        "select s.name from placement w join site s on s.org_id = w.org_id and s.id = w.site_id
          where w.org_id = $1 and w.person_id = $2 and s.active order by s.folded limit 200",
        &[&org, &person],
        |row| row.get(0),
    )?;
    Ok(own)
}
