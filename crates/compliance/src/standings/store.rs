//! Every SQL statement about how people stand.
use std::collections::HashMap;

use judge::{Bar, Barred, Facts, Span, Subject, Waiver};
use kernel::db::Query;
use kernel::{AnyId, Date, GroupId, Instant, OrgId, PersonId, Result, SiteId, Snapshot, Tx, Zone};

use super::model::{Kept, Named, Place, Site, Somebody, World, day, judged, zone};
use crate::rules::model::{Rule, Source};
use crate::rules::store as rules;

/// People judged together.
pub const CHUNK: usize = 500;

/// The rules of the organisation and everything they refer to: seven statements.
pub fn world(db: &Snapshot<'_>, org: OrgId) -> Result<World> {
    let usual: String =
        db.one("select zone from organisation where id = $1", &[&org], |row| row.get(0))?;
    let sites = db.all("select id, name, zone from site where org_id = $1", &[&org], |row| {
        let zone_name: String = row.get(2)?;
        Ok((row.get::<SiteId>(0)?, Site { name: row.get(1)?, zone: zone_of(&zone_name) }))
    })?;
    let mut regions: HashMap<SiteId, Vec<_>> = HashMap::new();
    let pairs =
        db.all("select site_id, region_id from region_site where org_id = $1", &[&org], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    for (site, region) in pairs {
        regions.entry(site).or_default().push(region);
    }
    let mut subjects = HashMap::new();
    for it in learning::subjects(db, org)? {
        let (name, usual, remind) = (it.name, it.usual, it.remind);
        let named = Named { name, usual, remind, editions: Vec::new() };
        subjects.insert(Subject::Course(judge::Id(it.id.number())), named);
    }
    for (course, number, from, _) in learning::editions(db, org)? {
        if let Some(it) = subjects.get_mut(&Subject::Course(judge::Id(course.number()))) {
            it.editions.push((number, day(from)));
        }
    }
    for it in evidence::subjects(db, org)? {
        let (name, usual, remind) = (it.name, it.usual, it.remind);
        let named = Named { name, usual, remind, editions: Vec::new() };
        subjects.insert(Subject::Qualification(judge::Id(it.id.number())), named);
    }
    Ok(World {
        rules: rules::all(db, org)?,
        subjects,
        regions,
        sites: sites.into_iter().collect(),
        zone: zone_of(&usual),
    })
}

fn zone_of(name: &str) -> judge::Zone {
    zone(&Zone::named(name).unwrap_or_else(Zone::usual))
}

/// The people asked for, with what is known about each. At most [`CHUNK`].
pub fn load(
    db: &Snapshot<'_>,
    org: OrgId,
    ids: &[PersonId],
    rules: &[Rule],
) -> Result<Vec<Somebody>> {
    let mut people = basics(db, org, ids)?;
    let at: HashMap<PersonId, usize> = people.iter().zip(0..).map(|(it, at)| (it.id, at)).collect();
    for (person, place) in places(db, org, ids)? {
        if let Some(it) = at.get(&person).and_then(|it| people.get_mut(*it)) {
            it.places.push(place);
        }
    }
    for (person, group) in groups(db, org, ids, rules)? {
        if let Some(it) = at.get(&person).and_then(|it| people.get_mut(*it)) {
            it.groups.push(group);
        }
    }
    let records =
        learning::records(db, org, ids)?.into_iter().chain(evidence::records(db, org, ids)?);
    for (person, record) in records {
        if let Some(it) = at.get(&person).and_then(|it| people.get_mut(*it)) {
            it.facts.records.push(record);
        }
    }
    for (person, waiver) in waivers(db, org, ids)? {
        if let Some(it) = at.get(&person).and_then(|it| people.get_mut(*it)) {
            it.facts.waivers.push(waiver);
        }
    }
    for (person, site, bar) in bans(db, org, ids)? {
        if let Some(it) = at.get(&person).and_then(|it| people.get_mut(*it)) {
            it.facts.bars.push(Bar { site, ..bar });
        }
    }
    Ok(people)
}

fn basics(db: &Snapshot<'_>, org: OrgId, ids: &[PersonId]) -> Result<Vec<Somebody>> {
    let mut query = Query::new(
        "select p.id, p.name, p.state, c.state, p.start_on, p.end_on, p.job_role_id, p.made_at
           from person p left join company c on c.org_id = p.org_id and c.id = p.company_id where p.org_id = ",
    );
    query.bind(&org).push(" and ").any_of("p.id", ids).push(" order by p.id");
    db.rows(&query, |row| {
        let (state, company): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(Somebody {
            id: row.get(0)?,
            name: row.get(1)?,
            active: state == "active",
            company_active: company.is_none_or(|it| it == "active"),
            start: row.get(4)?,
            end: row.get(5)?,
            job_role: row.get(6)?,
            since: row.get(7)?,
            places: Vec::new(),
            groups: Vec::new(),
            facts: Facts::default(),
        })
    })
}

/// Only sites that are in use: nobody stands at a closed one.
fn places(db: &Snapshot<'_>, org: OrgId, ids: &[PersonId]) -> Result<Vec<(PersonId, Place)>> {
    let mut query = Query::new(
        "select w.person_id, w.site_id, w.made_at from placement w
           join site s on s.org_id = w.org_id and s.id = w.site_id where s.active = ",
    );
    query.bind(&true).push(" and w.org_id = ").bind(&org).push(" and ");
    query.any_of("w.person_id", ids).push(" order by w.person_id, w.site_id");
    db.rows(&query, |row| Ok((row.get(0)?, Place { site: row.get(1)?, since: row.get(2)? })))
}

/// Which of the groups that rules speak of each of them is in.
pub fn groups(
    db: &Snapshot<'_>,
    org: OrgId,
    ids: &[PersonId],
    rules: &[Rule],
) -> Result<Vec<(PersonId, GroupId)>> {
    let mut asked: Vec<GroupId> = Vec::new();
    for it in rules {
        if let Source::Group(id) = it.source
            && !asked.contains(&id)
        {
            asked.push(id);
        }
    }
    let mut all = Vec::new();
    for group in asked {
        let members = people::members_among(db, org, group, ids)?;
        all.extend(members.into_iter().map(|it| (it, group)));
    }
    Ok(all)
}

fn waivers(db: &Snapshot<'_>, org: OrgId, ids: &[PersonId]) -> Result<Vec<(PersonId, Waiver)>> {
    let mut query = Query::new(
        "select w.person_id, w.id, w.kind, w.subject_id, w.site_id, w.last_on, w.made_at, e.made_at
           from waiver w left join waiver_end e on e.org_id = w.org_id and e.waiver_id = w.id where w.org_id = ",
    );
    query.bind(&org).push(" and ").any_of("w.person_id", ids).push(" order by w.id");
    db.rows(&query, |row| {
        let (id, subject): (AnyId, AnyId) = (row.get(1)?, row.get(3)?);
        let site: Option<SiteId> = row.get(4)?;
        let (made, lifted): (Instant, Option<Instant>) = (row.get(6)?, row.get(7)?);
        Ok((
            row.get(0)?,
            Waiver {
                id: judge::Id(id.number()),
                subject: rules::subject(&row.get::<String>(2)?, subject),
                site: site.map(|it| judge::Id(it.number())),
                from: judged(made),
                last: day(row.get::<Date>(5)?),
                lifted: lifted.map(judged),
                known: Span::since(judged(made)),
            },
        ))
    })
}

fn bans(
    db: &Snapshot<'_>,
    org: OrgId,
    ids: &[PersonId],
) -> Result<Vec<(PersonId, Option<judge::Id>, Bar)>> {
    let mut query = Query::new(
        "select b.person_id, b.id, b.kind, b.site_id, b.last_on, b.made_at, e.made_at, s.zone, o.zone
           from ban b join organisation o on o.id = b.org_id
           left join site s on s.org_id = b.org_id and s.id = b.site_id
           left join ban_end e on e.org_id = b.org_id and e.ban_id = b.id where b.org_id = ",
    );
    query.bind(&org).push(" and ").any_of("b.person_id", ids).push(" order by b.id");
    db.rows(&query, |row| {
        let (id, kind): (AnyId, String) = (row.get(1)?, row.get(2)?);
        let site: Option<SiteId> = row.get(3)?;
        let last: Option<Date> = row.get(4)?;
        let (made, lifted): (Instant, Option<Instant>) = (row.get(5)?, row.get(6)?);
        let (here, usual): (Option<String>, String) = (row.get(7)?, row.get(8)?);
        let zone = zone_of(&here.unwrap_or(usual));
        let end = last.map_or(judge::Instant::END, |it| zone.end(day(it)));
        let bar = Bar {
            id: judge::Id(id.number()),
            kind: if kind == "banned" { Barred::Banned } else { Barred::Suspended },
            site: None,
            holds: Span { from: judged(made), until: lifted.map_or(end, |it| judged(it).min(end)) },
            known: Span::since(judged(made)),
        };
        Ok((row.get(0)?, site.map(|it| judge::Id(it.number())), bar))
    })
}

/// Keeps the answers of one person.
pub fn save(tx: &mut Tx<'_>, org: OrgId, kept: &Kept) -> Result<()> {
    tx.run("delete from standing where org_id = $1 and person_id = $2", &[&org, &kept.person])?;
    for (place, decision, until) in &kept.places {
        tx.run(
            "insert into standing (org_id, person_id, place_id, decision, until_at) values ($1, $2, $3, $4, $5)",
            &[&org, &kept.person, place, &i64::from(*decision as u8), &ends(*until)],
        )?;
    }
    let board = people::Board {
        bucket: kept.bucket,
        until: ends(kept.until),
        next: kept.next.as_ref().map(ui::Why::write).unwrap_or_default(),
        more: i64::try_from(kept.more).unwrap_or_default(),
    };
    people::set_board(tx, org, kept.person, &board)
}

fn ends(until: judge::Instant) -> Option<Instant> {
    (until != judge::Instant::END).then_some(Instant(until.0))
}

/// People whose kept answer is over, of any organisation: the oldest first.
pub fn over(db: &Snapshot<'_>) -> Result<Vec<(OrgId, PersonId)>> {
    let now = db.now();
    db.all(
        "select org_id, person_id from board where until_at <= $1 order by until_at, person_id limit 500",
        &[&now],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// When the next kept answer will be over.
pub fn next_over(db: &Snapshot<'_>) -> Result<Option<Instant>> {
    let mut found = db.all(
        "select until_at from board where until_at is not null order by until_at limit 1",
        &[],
        |row| row.get::<Instant>(0),
    )?;
    Ok(found.pop())
}

/// People of a company, a site's people, and people of a job role: whom a change there touches.
pub fn touched(db: &Snapshot<'_>, org: OrgId, subject: (&str, AnyId)) -> Result<Vec<PersonId>> {
    let sql = match subject.0 {
        "job_role" => "select id from person where org_id = $1 and job_role_id = $2 and state = 'active' order by id",
        "company" => "select id from person where org_id = $1 and company_id = $2 and state = 'active' order by id",
        "site" => "select person_id from placement where org_id = $1 and site_id = $2 order by person_id",
        "region" => {
            "select distinct w.person_id from placement w join region_site r on r.org_id = w.org_id and r.site_id = w.site_id
              where w.org_id = $1 and r.region_id = $2 order by w.person_id"
        }
        _ => return Ok(Vec::new()),
    };
    db.all(sql, &[&org, &subject.1], |row| row.get(0))
}
