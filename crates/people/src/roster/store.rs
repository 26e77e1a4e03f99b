//! Every SQL statement about the list of people.
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::field::pattern;
use kernel::{Error, Instant, Result, Snapshot};

use super::model::{Filters, Found, From, Line, List, Listed, PAGE, Sort, Totals, View};
use crate::boards::store as boards;
use crate::choices::store::{Sight, names};
use crate::groups::store::{Membership, membership, only_members};
use crate::persons::model::Kind;
use crate::persons::store::{covers, within};

/// The list, what its search looks for, and who looks.
pub struct Ask<'a> {
    pub reach: &'a People,
    pub contacts: Option<&'a People>,
    /// Of whom one may see how they stand.
    pub reports: Option<People>,
    pub list: &'a List,
    pub pattern: String,
    /// What each filter that is on is called, in the order of [`Thing::ALL`].
    names: [Option<String>; 6],
    /// Every filter that is on is about something that is there for who looks; otherwise the list is empty.
    known: bool,
    /// Who is in the group of the filter, picked or by rule.
    group: Option<Membership>,
}

impl<'a> Ask<'a> {
    /// Looks up the filters first, where there are any: what somebody cannot see is as if it were not there.
    pub fn new(
        db: &Snapshot<'_>,
        actor: &Actor,
        reach: &'a People,
        contacts: Option<&'a People>,
        list: &'a List,
    ) -> Result<Self> {
        let pattern = pattern(&list.search);
        let mut ask = Self {
            reach,
            contacts,
            reports: People::of(actor, &matrix::REPORTS, Level::View),
            list,
            pattern,
            names: Default::default(),
            known: true,
            group: None,
        };
        let wanted = list.filters.wanted();
        if wanted.is_empty() {
            return Ok(ask);
        }
        let found = names(db, &Sight::of(actor, Some(reach)), &wanted)?;
        ask.known = found.iter().all(Option::is_some);
        for ((thing, _), name) in wanted.iter().zip(found) {
            ask.names[*thing as usize] = name;
        }
        if let Some(id) = list.filters.group.filter(|_| ask.known) {
            ask.group = membership(db, reach.org(), id)?;
        }
        Ok(ask)
    }
}

/// The columns of a [`Line`].
fn columns<'v>(query: &mut Query<'v>, ask: &'v Ask<'_>) {
    query.push(
        "select p.id, p.kind, p.state, p.name, p.email, p.external_id, c.name, j.name, p.start_on, ",
    );
    match ask.contacts {
        None => {
            query.push("0");
        }
        Some(reach) if reach.is_all() => {
            query.push("1");
        }
        Some(reach) => {
            query.push("case when ");
            covers(query, reach);
            query.push(" then 1 else 0 end");
        }
    }
    boards::columns(query, ask.reports.as_ref());
}

const TABLES: &str =
    " from person p left join company c on c.org_id = p.org_id and c.id = p.company_id
      left join job_role j on j.org_id = p.org_id and j.id = p.job_role_id";

fn read(row: &Row<'_>, now: Instant) -> Result<Line, Fault> {
    let (kind, state): (String, String) = (row.get(1)?, row.get(2)?);
    let contacts = row.get::<i64>(9)? == 1;
    Ok(Line {
        id: row.get(0)?,
        kind: Kind::from_code(&kind),
        archived: state == "archived",
        name: row.get(3)?,
        email: row.get::<Option<String>>(4)?.filter(|_| contacts),
        external_id: row.get::<Option<String>>(5)?.filter(|_| contacts),
        company: row.get(6)?,
        job_role: row.get(7)?,
        start: row.get(8)?,
        standing: boards::read(row, 10, now)?,
    })
}

/// One page and the totals, in one statement. Nothing in it depends on how many people there are: it walks one index
/// from a key.
pub fn page(db: &Snapshot<'_>, ask: &Ask<'_>) -> Result<Found> {
    let list = ask.list;
    let all = ask.reach.is_all();
    let mut found = Found { names: ask.names.clone(), ..Found::default() };
    if !ask.known {
        if all {
            found.totals = totals(db, ask.reach)?;
        }
        return Ok(found);
    }
    let mut query = Query::new("");
    columns(&mut query, ask);
    for column in ["employees", "contractors", "archived"] {
        query.push(match column {
            _ if !all => ", 0",
            "employees" => ", (select t.employees from people_total t where t.org_id = ",
            "contractors" => ", (select t.contractors from people_total t where t.org_id = ",
            _ => ", (select t.archived from people_total t where t.org_id = ",
        });
        if all {
            query.bind(ask.reach.org_ref()).push(")");
        }
    }
    boards::totals(&mut query, ask.reports.as_ref(), ask.reach);
    query.push(TABLES).push(boards::JOIN).push(" where ");
    conditions(&mut query, ask);
    let backwards = matches!(list.from, From::Before(_));
    if let From::After(id) | From::Before(id) = &list.from {
        behind(&mut query, ask, id, list.falling != backwards);
    }
    order(&mut query, list.sort, list.falling != backwards);
    query.push(" limit 51");
    let now = db.now();
    let rows = db.rows(&query, |row| {
        found.totals = Totals {
            employees: total(row, 16)?,
            contractors: total(row, 17)?,
            archived: total(row, 18)?,
            standings: boards::read_totals(row, 19)?,
        };
        read(row, now)
    })?;
    let more = rows.len() > PAGE;
    found.lines = rows.into_iter().take(PAGE).collect();
    if backwards {
        found.lines.reverse();
    }
    found.more_before = if backwards { more } else { list.from != From::Start };
    found.more_after = if backwards { true } else { more };
    if found.lines.is_empty() && all {
        found.totals = totals(db, ask.reach)?;
    }
    Ok(found)
}

fn total(row: &Row<'_>, at: usize) -> Result<i64, Fault> {
    Ok(row.get::<Option<i64>>(at)?.unwrap_or_default())
}

/// How many people the organisation has.
fn totals(db: &Snapshot<'_>, reach: &People) -> Result<Totals> {
    let found = db.maybe(
        "select employees, contractors, archived from people_total where org_id = $1",
        &[reach.org_ref()],
        |row| {
            let (employees, contractors) = (row.get(0)?, row.get(1)?);
            Ok(Totals { employees, contractors, archived: row.get(2)?, ..Totals::default() })
        },
    )?;
    Ok(found.unwrap_or_default())
}

/// Who is on the list at all.
fn conditions<'v>(query: &mut Query<'v>, ask: &'v Ask<'_>) {
    let list = ask.list;
    within(query, ask.reach);
    match (&list.only, list.view) {
        (Some(ids), _) => {
            query.push(" and ").any_of("p.id", ids);
            return;
        }
        (None, View::Archived) => query.push(" and p.state = 'archived'"),
        (None, _) => query.push(" and p.state = 'active'"),
    };
    if let View::Standing(bucket) = &list.view {
        boards::only(query, ask.reports.as_ref(), bucket.stored());
    }
    if let Some(kind) = list.view.kind() {
        query.push(match kind {
            Kind::Employee => " and p.kind = 'employee'",
            Kind::Contractor => " and p.kind = 'contractor'",
        });
    }
    let Filters { company, job_role, division, site, team, group: _ } = &list.filters;
    if let Some(id) = company {
        query.push(" and p.company_id = ").bind(id);
    }
    if let Some(id) = job_role {
        query.push(" and p.job_role_id = ").bind(id);
    }
    if let Some(id) = division {
        query.push(" and p.division_id = ").bind(id);
    }
    if let Some(id) = site {
        query.push(" and p.id in (select x.person_id from placement x where x.org_id = ");
        query.bind(ask.reach.org_ref()).push(" and x.site_id = ").bind(id).push(")");
    }
    if let Some(id) = team {
        query.push(" and p.id in (select x.person_id from team_member x where x.org_id = ");
        query.bind(ask.reach.org_ref()).push(" and x.team_id = ").bind(id).push(")");
    }
    if let Some(group) = &ask.group {
        only_members(query, group.division.as_ref(), &group.definition);
    }
    search(query, ask);
}

/// Names for everybody; addresses and numbers only of those whose contact data may be seen.
fn search<'v>(query: &mut Query<'v>, ask: &'v Ask<'_>) {
    if ask.list.search.is_empty() {
        return;
    }
    query.push(" and (p.folded like ").bind(&ask.pattern).push(" escape '\\'");
    if let Some(contacts) = ask.contacts {
        query.push(" or (");
        covers(query, contacts);
        query
            .push(" and (p.email like ")
            .bind(&ask.pattern)
            .push(" escape '\\' or lower(p.external_id) like ");
        query.bind(&ask.pattern).push(" escape '\\'))");
    }
    query.push(")");
}

/// Behind the key of a person, in the order of the list. The condition on the first column alone says the same
/// again, so that both engines begin there in the index.
fn behind<'v>(query: &mut Query<'v>, ask: &'v Ask<'_>, id: &'v kernel::PersonId, falling: bool) {
    let org = ask.reach.org_ref();
    let (key, column) = match ask.list.sort {
        Sort::Name => ("select k.folded from person k where k.org_id = ", ""),
        Sort::Company => {
            ("select k.company_folded from person k where k.org_id = ", "p.company_folded")
        }
        Sort::Start => (
            "select coalesce(k.start_on, '') from person k where k.org_id = ",
            "coalesce(p.start_on, '')",
        ),
    };
    if column.is_empty() {
        query.push(" and (p.folded, p.id) ").push(if falling { "< ((" } else { "> ((" });
    } else {
        query.push(" and ").push(column).push(if falling { " <= (" } else { " >= (" });
        query.push(key).bind(org).push(" and k.id = ").bind(id).push(") and (").push(column);
        query.push(", p.folded, p.id) ").push(if falling { "< ((" } else { "> ((" });
        query.push(key).bind(org).push(" and k.id = ").bind(id).push("), (");
    }
    query.push("select k.folded from person k where k.org_id = ").bind(org).push(" and k.id = ");
    query.bind(id).push("), ").bind(id).push(")");
}

fn order(query: &mut Query<'_>, sort: Sort, falling: bool) {
    query.push(match (sort, falling) {
        (Sort::Name, false) => " order by p.folded, p.id",
        (Sort::Name, true) => " order by p.folded desc, p.id desc",
        (Sort::Company, false) => " order by p.company_folded, p.folded, p.id",
        (Sort::Company, true) => " order by p.company_folded desc, p.folded desc, p.id desc",
        (Sort::Start, false) => " order by coalesce(p.start_on, ''), p.folded, p.id",
        (Sort::Start, true) => " order by coalesce(p.start_on, '') desc, p.folded desc, p.id desc",
    });
}

/// Everybody on the list, one after the other, for an export.
pub fn each(
    db: &Snapshot<'_>,
    ask: &Ask<'_>,
    mut take: impl FnMut(&Line) -> Result<()>,
) -> Result<()> {
    if !ask.known {
        return Ok(());
    }
    let mut query = Query::new("");
    columns(&mut query, ask);
    query.push(TABLES).push(boards::JOIN).push(" where ");
    conditions(&mut query, ask);
    order(&mut query, ask.list.sort, ask.list.falling);
    let now = db.now();
    db.stream(&query, |row| take(&read(row, now).map_err(Error::from)?))
}

/// The next people of a list in its order, behind one of them, for lists that other pages show. One statement. `suspects`
/// leaves out everybody whose kept answer still holds and says that they are valid.
pub fn listed(
    db: &Snapshot<'_>,
    ask: &Ask<'_>,
    from: From,
    suspects: bool,
    most: i64,
) -> Result<Vec<Listed>> {
    let (now, falling) = (db.now(), ask.list.falling);
    if !ask.known {
        return Ok(Vec::new());
    }
    let mut query = Query::new("select p.id, p.name, c.name, j.name");
    query.push(TABLES).push(boards::JOIN).push(" where ");
    conditions(&mut query, ask);
    if suspects {
        query.push(" and (p.bucket >= 2 or b.person_id is null or b.until_at <= ").bind(&now);
        query.push(")");
    }
    let backwards = matches!(from, From::Before(_));
    if let From::After(id) | From::Before(id) = &from {
        behind(&mut query, ask, id, falling != backwards);
    }
    order(&mut query, ask.list.sort, falling != backwards);
    query.push(" limit ").bind(&most);
    let mut rows = db.rows(&query, |row| {
        let (id, name) = (row.get(0)?, row.get(1)?);
        Ok(Listed { id, name, company: row.get(2)?, job_role: row.get(3)? })
    })?;
    if backwards {
        rows.reverse();
    }
    Ok(rows)
}

impl Ask<'_> {
    /// What each filter that is on is called, in the order of [`Thing::ALL`](crate::choices::model::Thing::ALL).
    pub fn names(&self) -> &[Option<String>; 6] {
        &self.names
    }
}
