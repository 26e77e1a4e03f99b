//! Every SQL statement about rules.
use judge::Subject;
use kernel::access::{Actor, Level, Sites, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, AnyId, Instant, OrgId, Result, RuleId, Snapshot, Tx};

use super::model::{Draft, End, Rule, Source, Terms, mode_code, mode_of};

const COLUMNS: &str =
    "select r.id, r.line_id, r.source, r.region_id, r.site_id, r.group_id, r.job_role_id, r.mode,
        r.blocking, r.validity, r.grace, r.starts_at, r.made_at, e.ends_at, e.made_at
   from rule r left join rule_end e on e.org_id = r.org_id and e.rule_id = r.id where r.org_id = ";

fn read(row: &Row<'_>) -> Result<Rule, Fault> {
    let source: String = row.get(2)?;
    let source = match source.as_str() {
        "region" => Source::Region(row.get(3)?),
        "site" => Source::Site(row.get(4)?),
        "group" => Source::Group(row.get(5)?),
        "job_role" => Source::JobRole(row.get(6)?),
        _ => Source::AllSites,
    };
    let (mode, validity): (String, Option<String>) = (row.get(7)?, row.get(9)?);
    let (ends, known): (Option<Instant>, Option<Instant>) = (row.get(13)?, row.get(14)?);
    Ok(Rule {
        id: row.get(0)?,
        line: row.get(1)?,
        source,
        terms: Terms {
            subjects: Vec::new(),
            mode: mode_of(&mode),
            blocking: row.get(8)?,
            validity: validity.and_then(|it| it.parse().ok()),
            grace: u16::try_from(row.get::<i64>(10)?).unwrap_or_default(),
        },
        starts: row.get(11)?,
        known: row.get(12)?,
        end: ends.zip(known).map(|(at, known)| End { at, known }),
    })
}

fn subjects(db: &Snapshot<'_>, org: OrgId, rules: &mut [Rule]) -> Result<()> {
    let rows = db.all(
        "select rule_id, kind, subject_id from rule_subject where org_id = $1 order by rule_id, position",
        &[&org],
        |row| Ok((row.get::<RuleId>(0)?, subject(&row.get::<String>(1)?, row.get(2)?))),
    )?;
    for rule in rules {
        let first = rows.partition_point(|(id, _)| *id < rule.id);
        let own = rows.iter().skip(first).take_while(|(id, _)| *id == rule.id);
        rule.terms.subjects = own.map(|(_, subject)| *subject).collect();
    }
    Ok(())
}

pub fn subject(kind: &str, id: AnyId) -> Subject {
    let number = judge::Id(id.number());
    match kind {
        "course" => Subject::Course(number),
        "assessment" => Subject::Assessment(number),
        _ => Subject::Qualification(number),
    }
}

pub const fn subject_key(subject: Subject) -> (&'static str, AnyId) {
    match subject {
        Subject::Course(id) => ("course", AnyId::from_number(id.0)),
        Subject::Qualification(id) => ("qualification", AnyId::from_number(id.0)),
        Subject::Assessment(id) => ("assessment", AnyId::from_number(id.0)),
    }
}

/// Every version of every rule of the organisation, the oldest first. Rules are few: tens, not thousands.
pub fn all(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Rule>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" order by r.made_at, r.id");
    let mut rules = db.rows(&query, read)?;
    subjects(db, org, &mut rules)?;
    Ok(rules)
}

/// Whether a rule in force, or one to come, asks for something.
pub fn is_asked(db: &Snapshot<'_>, org: OrgId, (kind, id): (&str, AnyId)) -> Result<bool> {
    let now = db.now();
    let found = db.maybe(
        "select 1 from rule_subject s join rule r on r.org_id = s.org_id and r.id = s.rule_id
          where s.org_id = $1 and s.kind = $2 and s.subject_id = $3 and r.mode <> 'hidden'
            and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id
                            and (e.ends_at <= $4 or e.ends_at <= r.starts_at)) limit 1",
        &[&org, &kind, &id, &now],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// One version of a rule.
pub fn find(db: &Snapshot<'_>, org: OrgId, id: RuleId) -> Result<Rule> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and r.id = ").bind(&id);
    let mut found = db.rows(&query, read)?;
    subjects(db, org, &mut found)?;
    found.pop().ok_or(kernel::Error::NotFound)
}

/// Puts a version of a rule into force. Without a line it begins its own.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    (source, line): (Source, Option<RuleId>),
    draft: &Draft,
    by: AccountId,
) -> Result<RuleId> {
    let (id, now): (RuleId, Instant) = (tx.new_id(), tx.now());
    let line = line.unwrap_or(id);
    let (mut region, mut site, mut group, mut job_role) = (None, None, None, None);
    match source {
        Source::AllSites => {}
        Source::Region(id) => region = Some(id),
        Source::Site(id) => site = Some(id),
        Source::Group(id) => group = Some(id),
        Source::JobRole(id) => job_role = Some(id),
    }
    let terms = &draft.terms;
    let validity = terms.validity.map(|it| it.to_string());
    tx.run(
        "insert into rule (org_id, id, line_id, source, region_id, site_id, group_id, job_role_id, mode, blocking,
                validity, grace, starts_at, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        &[
            &org, &id, &line, &source.code(), &region, &site, &group, &job_role,
            &mode_code(terms.mode), &terms.blocking, &validity, &i64::from(terms.grace),
            &draft.starts, &by, &now,
        ],
    )?;
    for (position, it) in (0_i64..).zip(&terms.subjects) {
        let (kind, subject) = subject_key(*it);
        tx.run(
            "insert into rule_subject (org_id, rule_id, position, kind, subject_id) values ($1, $2, $3, $4, $5)",
            &[&org, &id, &position, &kind, &subject],
        )?;
    }
    Ok(id)
}

/// Says from when a version is out of force. False when somebody said so before.
pub fn end(tx: &mut Tx<'_>, org: OrgId, id: RuleId, at: Instant, by: AccountId) -> Result<bool> {
    let now = tx.now();
    let ended = tx.run(
        "insert into rule_end (org_id, rule_id, ends_at, made_by, made_at) values ($1, $2, $3, $4, $5)
         on conflict (org_id, rule_id) do nothing",
        &[&org, &id, &at, &by, &now],
    )?;
    Ok(ended == 1)
}

/// Something whose rules one can look at.
#[derive(Debug, Clone)]
pub struct Asks {
    pub source: Source,
    pub name: String,
    /// Rules in force or to come.
    pub rules: i64,
}

/// The sources that somebody may see: all sites first, then each kind by name.
pub fn sources(db: &Snapshot<'_>, reach: &Sites, actor: &Actor) -> Result<Vec<Asks>> {
    let (org, wide) = (reach.org(), actor.may(&matrix::ALL_SITES_RULES, Level::View));
    let mut query = Query::new(
        "select 'site', s.id, s.name, (select count(*) from rule r where r.org_id = s.org_id and r.site_id = s.id
            and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id))
           from site s where s.org_id = ",
    );
    query.bind(&org).push(" and s.active = ").bind(&true);
    if let Some(sites) = reach.only() {
        query.push(" and ").any_of("s.id", sites);
    }
    if wide {
        query.push(
            " union all select 'region', t.id, t.name, (select count(*) from rule r where r.org_id = t.org_id and r.region_id = t.id
                and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id))
               from region t where t.org_id = ",
        );
        query.bind(&org).push(
            " union all select 'group', t.id, t.name, (select count(*) from rule r where r.org_id = t.org_id and r.group_id = t.id
                and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id))
               from people_group t where t.org_id = ",
        );
        query.bind(&org).push(
            " union all select 'job_role', t.id, t.name, (select count(*) from rule r where r.org_id = t.org_id and r.job_role_id = t.id
                and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id))
               from job_role t where t.org_id = ",
        );
        query.bind(&org);
    }
    query.push(" order by 1, 3, 2");
    let mut all = db.rows(&query, |row| {
        let (kind, id): (String, AnyId) = (row.get(0)?, row.get(1)?);
        let source = match kind.as_str() {
            "region" => Source::Region(id.cast()),
            "group" => Source::Group(id.cast()),
            "job_role" => Source::JobRole(id.cast()),
            _ => Source::Site(id.cast()),
        };
        Ok(Asks { source, name: row.get(2)?, rules: row.get(3)? })
    })?;
    if wide {
        let rules = db.one(
            "select count(*) from rule r where r.org_id = $1 and r.source = 'all'
                and not exists (select 1 from rule_end e where e.org_id = r.org_id and e.rule_id = r.id)",
            &[&org],
            |row| row.get(0),
        )?;
        all.insert(0, Asks { source: Source::AllSites, name: String::new(), rules });
    }
    Ok(all)
}

/// The name of a source; empty for all sites. What does not exist is not found.
pub fn name(db: &Snapshot<'_>, org: OrgId, source: Source) -> Result<String> {
    let (sql, id): (&'static str, AnyId) = match source {
        Source::AllSites => return Ok(String::new()),
        Source::Region(id) => ("select name from region where org_id = $1 and id = $2", id.cast()),
        Source::Site(id) => ("select name from site where org_id = $1 and id = $2", id.cast()),
        Source::Group(id) => {
            ("select name from people_group where org_id = $1 and id = $2", id.cast())
        }
        Source::JobRole(id) => {
            ("select name from job_role where org_id = $1 and id = $2", id.cast())
        }
    };
    db.one(sql, &[&org, &id], |row| row.get(0))
}
