//! Every SQL statement about sites.
use kernel::access::Sites;
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{
    Error, Event, Instant, OnDuplicate, OrgId, RegionId, Result, SiteId, Snapshot, Tx, Zone,
};

use super::model::{Facts, List, Site};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

macro_rules! columns {
    () => {
        "select s.org_id, s.id, s.name, s.code, s.description, s.address, s.postcode, s.contact_name, s.contact_phone,
                s.contact_email, s.zone, s.active"
    };
}

fn read(row: &Row<'_>) -> Result<Site, Fault> {
    let zone: String = row.get(10)?;
    Ok(Site {
        org: row.get(0)?,
        id: row.get(1)?,
        facts: Facts {
            name: row.get(2)?,
            code: row.get(3)?,
            description: row.get(4)?,
            address: row.get(5)?,
            postcode: row.get(6)?,
            contact_name: row.get(7)?,
            contact_phone: row.get(8)?,
            contact_email: row.get(9)?,
            zone: Zone::named(&zone).unwrap_or_else(Zone::utc),
        },
        active: row.get(11)?,
    })
}

/// Narrows a query over `site s` to what `reach` holds.
pub fn within<'q>(query: &mut Query<'q>, reach: &'q Sites) {
    if let Some(only) = reach.only() {
        query.push(" and ").any_of("s.id", only);
    }
}

pub fn find(db: &Snapshot<'_>, reach: &Sites, id: SiteId) -> Result<Site> {
    if !reach.has(id) {
        return Err(Error::NotFound);
    }
    let org = reach.org();
    db.one(
        concat!(columns!(), " from site s where s.org_id = $1 and s.id = $2"),
        &[&org, &id],
        read,
    )
}

/// A site of the list, with the number of people placed there.
pub struct Listed {
    pub site: Site,
    pub placed: i64,
}

pub fn list(db: &Snapshot<'_>, reach: &Sites, list: &List) -> Result<Vec<Listed>> {
    let org = reach.org();
    let sought = pattern(&list.search);
    let mut query = Query::new(concat!(
        columns!(),
        ", (select count(*) from placement p where p.org_id = s.org_id and p.site_id = s.id)
           from site s where s.org_id = "
    ));
    query.bind(&org).push(" and s.active = ").bind(&list.active);
    within(&mut query, reach);
    if !list.search.is_empty() {
        query
            .push(" and (s.folded like ")
            .bind(&sought)
            .push(" escape '\\' or lower(s.code) like ");
        query.bind(&sought).push(" escape '\\' or lower(s.postcode) like ");
        query.bind(&sought).push(" escape '\\')");
    }
    if let Some(after) = &list.after {
        query.push(" and (s.folded, s.id) > (select a.folded, a.id from site a where a.org_id = ");
        query.bind(&org).push(" and a.id = ").bind(after).push(")");
    }
    query.push(" order by s.folded, s.id limit 51");
    db.rows(&query, |row| Ok(Listed { site: read(row)?, placed: row.get(12)? }))
}

/// How many are active, and how many are not.
pub fn counts(db: &Snapshot<'_>, reach: &Sites) -> Result<[i64; 2]> {
    let org = reach.org();
    let mut query = Query::new(
        "select count(*) filter (where s.active), count(*) filter (where not s.active) from site s where s.org_id = ",
    );
    query.bind(&org);
    within(&mut query, reach);
    let found = db.rows(&query, |row| Ok([row.get(0)?, row.get(1)?]))?;
    Ok(found.first().copied().unwrap_or_default())
}

/// A site with everything its page says.
pub struct Shown {
    pub site: Site,
    pub placed: i64,
    pub regions: Vec<(RegionId, String)>,
    pub now: Instant,
}

pub fn shown(db: &Snapshot<'_>, reach: &Sites, id: SiteId) -> Result<Shown> {
    let site = find(db, reach, id)?;
    let placed = db.one(
        "select count(*) from placement where org_id = $1 and site_id = $2",
        &[&site.org, &id],
        |row| row.get(0),
    )?;
    let regions = db.all(
        "select r.id, r.name from region_site m join region r on r.org_id = m.org_id and r.id = m.region_id
          where m.org_id = $1 and m.site_id = $2 order by r.folded limit 200",
        &[&site.org, &id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(Shown { site, placed, regions, now: db.now() })
}

/// The zone a new site gets unless somebody says otherwise.
pub fn usual_zone(db: &Snapshot<'_>, org: OrgId) -> Result<String> {
    db.one("select zone from organisation where id = $1", &[&org], |row| row.get(0))
}

/// A new site with a name and a zone.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, name: &str, zone: &Zone) -> Result<SiteId> {
    let id: SiteId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into site (org_id, id, name, folded, zone, made_at) values ($1, $2, $3, $4, $5, $6)",
        &[&org, &id, &name, &fold(name), &zone.name(), &now],
    )?;
    tx.record(&Event::new(org, "site.created", "site", id).named(name).at(id))?;
    Ok(id)
}

/// A new site; none when another one has its name.
pub fn insert_facts(tx: &mut Tx<'_>, org: OrgId, it: &Facts) -> Result<Option<SiteId>> {
    let id: SiteId = tx.new_id();
    let now = tx.now();
    let made = tx.run(
        "insert into site (org_id, id, name, folded, code, description, address, postcode, contact_name, contact_phone,
                           contact_email, zone, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (org_id, folded) do nothing",
        &[
            &org,
            &id,
            &it.name,
            &fold(it.name.as_str()),
            &it.code,
            &it.description,
            &it.address,
            &it.postcode,
            &it.contact_name,
            &it.contact_phone,
            &it.contact_email,
            &it.zone.name(),
            &now,
        ],
    )?;
    Ok((made == 1).then_some(id))
}

/// Whether another site has the name.
pub fn is_taken(db: &Snapshot<'_>, site: &Site, facts: &Facts) -> Result<bool> {
    let known = db.maybe(
        "select 1 from site where org_id = $1 and folded = $2 and id <> $3",
        &[&site.org, &fold(facts.name.as_str()), &site.id],
        |row| row.get::<i64>(0),
    )?;
    Ok(known.is_some())
}

pub fn update(tx: &mut Tx<'_>, site: &Site, it: &Facts) -> Result<()> {
    tx.run(
        "update site set name = $3, folded = $4, code = $5, description = $6, address = $7, postcode = $8,
                contact_name = $9, contact_phone = $10, contact_email = $11, zone = $12
          where org_id = $1 and id = $2",
        &[
            &site.org,
            &site.id,
            &it.name,
            &fold(it.name.as_str()),
            &it.code,
            &it.description,
            &it.address,
            &it.postcode,
            &it.contact_name,
            &it.contact_phone,
            &it.contact_email,
            &it.zone.name(),
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))
    .map(drop)
}

pub fn set_active(tx: &mut Tx<'_>, site: &Site, active: bool) -> Result<()> {
    tx.run(
        "update site set active = $3 where org_id = $1 and id = $2",
        &[&site.org, &site.id, &active],
    )
    .map(drop)
}

/// The zone in which the days of a site begin and end.
pub fn zone(db: &Snapshot<'_>, org: OrgId, site: SiteId) -> Result<Zone> {
    let name: String =
        db.one("select zone from site where org_id = $1 and id = $2", &[&org, &site], |row| {
            row.get(0)
        })?;
    Zone::named(&name).ok_or_else(|| Error::internal("a site in an unknown zone"))
}

/// How people call a site.
pub fn name(db: &Snapshot<'_>, org: OrgId, site: SiteId) -> Result<String> {
    db.one("select name from site where org_id = $1 and id = $2", &[&org, &site], |row| row.get(0))
}

/// The sites that are in use, by name: for questions that let people choose one.
pub fn active(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<(SiteId, String)>> {
    db.all(
        "select id, name from site where org_id = $1 and active order by folded, id limit 500",
        &[&org],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
