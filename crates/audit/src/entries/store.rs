//! Every SQL statement about the log.
use std::collections::BTreeSet;

use kernel::access::Sites;
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{AnyId, Error, Event, Hash, Instant, OrgId, Result, SiteId, Snapshot, Tx, Zone};

use super::model::{Entry, Line, List, Places};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

/// Hears every event and writes its line, in the transaction that tells it.
pub fn write(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    let head =
        tx.maybe("select seq, hash from chain_head where org_id = $1", &[&event.org], |row| {
            Ok((row.get::<i64>(0)?, row.get::<Hash>(1)?))
        })?;
    let (last, before) = head.unwrap_or((0, Entry::START));
    let changes: Vec<_> = event.changes.iter().map(|it| (it.field, &it.old, &it.new)).collect();
    let entry = Entry {
        org: event.org,
        seq: last + 1,
        id: tx.new_id(),
        at: tx.now(),
        actor: tx.actor().map(|it| it.account),
        name: tx.actor().map(|it| it.face.name.clone()).unwrap_or_default(),
        what: event.what.to_owned(),
        kind: event.subject.0.to_owned(),
        subject: event.subject.1,
        label: event.label.clone(),
        person: event.person,
        site: event.site,
        changes: serde_json::to_string(&changes).map_err(|it| Error::internal(it.to_string()))?,
    };
    let hash = entry.hash(&before, &mut Vec::new());
    insert(tx, &entry, &hash)?;
    let moved = match head {
        Some(_) => "update chain_head set seq = $2, hash = $3 where org_id = $1",
        None => "insert into chain_head (org_id, seq, hash) values ($1, $2, $3)",
    };
    tx.run(moved, &[&entry.org, &entry.seq, &hash]).map(drop)
}

fn insert(tx: &mut Tx<'_>, entry: &Entry, hash: &Hash) -> Result<()> {
    tx.run(
        "insert into entry (org_id, seq, id, at, actor_id, actor, what, kind, subject_id, label, person_id, site_id,
                            changes, hash, folded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        &[
            &entry.org,
            &entry.seq,
            &entry.id,
            &entry.at,
            &entry.actor,
            &entry.name,
            &entry.what,
            &entry.kind,
            &entry.subject,
            &entry.label,
            &entry.person,
            &entry.site,
            &entry.changes,
            hash,
            &fold(&entry.label),
        ],
    )
    .map(drop)
}

macro_rules! columns {
    () => {
        "e.org_id, e.seq, e.id, e.at, e.actor_id, e.actor, e.what, e.kind, e.subject_id, e.label, e.person_id,
         e.site_id, e.changes"
    };
}
pub(crate) use columns;

/// Reads the columns that make an entry.
pub fn entry(row: &Row<'_>) -> Result<Entry, Fault> {
    Ok(Entry {
        org: row.get(0)?,
        seq: row.get(1)?,
        id: row.get(2)?,
        at: row.get(3)?,
        actor: row.get(4)?,
        name: row.get(5)?,
        what: row.get(6)?,
        kind: row.get(7)?,
        subject: row.get(8)?,
        label: row.get(9)?,
        person: row.get(10)?,
        site: row.get(11)?,
        changes: row.get(12)?,
    })
}

/// What a list asks for, with the values that its statement is bound to.
struct Ask<'a> {
    list: &'a List,
    reach: &'a Sites,
    org: OrgId,
    sought: String,
    /// Every event whose name begins with the noun and a dot: `.` is followed by `/`.
    group: Option<(String, String)>,
    span: (Option<Instant>, Option<Instant>),
}

impl<'a> Ask<'a> {
    fn new(reach: &'a Sites, list: &'a List, zone: &Zone) -> Self {
        Self {
            list,
            reach,
            org: reach.org(),
            sought: pattern(&list.search),
            group: list.group.map(|it| (format!("{it}."), format!("{it}/"))),
            span: list.span(zone),
        }
    }

    /// Newest first. Whoever reads for some sites sees the lines of these sites only.
    fn query(&self) -> Query<'_> {
        let (list, (from, until)) = (self.list, &self.span);
        let mut query = Query::new(concat!(
            "select ",
            columns!(),
            ", p.name, s.name from entry e
               left join person p on p.org_id = e.org_id and p.id = e.person_id
               left join site s on s.org_id = e.org_id and s.id = e.site_id
              where e.org_id = "
        ));
        query.bind(&self.org);
        if let Some(sites) = self.reach.only() {
            query.push(" and ").any_of("e.site_id", sites);
        }
        if let Some((first, end)) = &self.group {
            query.push(" and e.what >= ").bind(first).push(" and e.what < ").bind(end);
        }
        if let Some(it) = &list.kind {
            query.push(" and e.kind = ").bind(it);
        }
        if let Some(it) = &list.actor {
            query.push(" and e.actor_id = ").bind(it);
        }
        if let Some(it) = &list.person {
            query.push(" and e.person_id = ").bind(it);
        }
        if let Some(it) = &list.subject {
            query.push(" and e.subject_id = ").bind(it);
        }
        if let Some(it) = &list.site {
            query.push(" and e.site_id = ").bind(it);
        }
        if let Some(it) = from {
            query.push(" and e.at >= ").bind(it);
        }
        if let Some(it) = until {
            query.push(" and e.at < ").bind(it);
        }
        if !list.search.is_empty() {
            query.push(" and e.folded like ").bind(&self.sought).push(" escape '\\'");
        }
        if let Some(after) = &list.after {
            query.push(" and e.seq < ").bind(after);
        }
        query.push(" order by e.seq desc limit ");
        query
    }
}

fn line(row: &Row<'_>) -> Result<Line, Fault> {
    Ok(Line { entry: entry(row)?, person: row.get(13)?, site: row.get(14)? })
}

/// One page of the log.
pub fn list(db: &Snapshot<'_>, reach: &Sites, list: &List, zone: &Zone) -> Result<Vec<Line>> {
    stretch(db, reach, (list, zone), PAGE + 1)
}

/// The first `count` lines of the list.
pub fn stretch(
    db: &Snapshot<'_>,
    reach: &Sites,
    (list, zone): (&List, &Zone),
    count: usize,
) -> Result<Vec<Line>> {
    let (ask, count) = (Ask::new(reach, list, zone), i64::try_from(count).unwrap_or(i64::MAX));
    let mut query = ask.query();
    query.bind(&count);
    db.rows(&query, line)
}

/// The names of the places that the lines name, in one statement. Whoever reads for some sites learns the names of
/// these sites only.
pub fn places(db: &Snapshot<'_>, reach: &Sites, lines: &[Line]) -> Result<Places> {
    let ids: BTreeSet<AnyId> = lines.iter().flat_map(Line::places).collect();
    if ids.is_empty() {
        return Ok(Places::new());
    }
    let (org, ids) = (reach.org(), Vec::from_iter(ids));
    let mut query = Query::new("select id, name from site where org_id = ");
    query.bind(&org).push(" and ").any_of("id", &ids);
    if let Some(sites) = reach.only() {
        query.push(" and ").any_of("id", sites);
    } else {
        query.push(" union all select id, name from division where org_id = ").bind(&org);
        query.push(" and ").any_of("id", &ids);
        query.push(" union all select id, name from team where org_id = ").bind(&org);
        query.push(" and ").any_of("id", &ids);
        query.push(" union all select id, name from company where org_id = ").bind(&org);
        query.push(" and ").any_of("id", &ids);
    }
    Ok(db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

/// The sites one can filter by.
pub fn sites(db: &Snapshot<'_>, reach: &Sites) -> Result<Vec<(SiteId, String)>> {
    let org = reach.org();
    let mut query = Query::new("select id, name from site where org_id = ");
    query.bind(&org);
    if let Some(sites) = reach.only() {
        query.push(" and ").any_of("id", sites);
    }
    query.push(" order by folded limit 200");
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))
}
