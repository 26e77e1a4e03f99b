//! Every SQL statement about contractor companies.
use kernel::access::{Actor, People};
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{
    AccountId, CompanyId, Error, Event, OnDuplicate, OrgId, PersonId, Result, Snapshot, Tx,
};

use super::model::{Company, Draft, List, Sort, State};

/// Rows of one page of the list, and people shown on a company's page.
pub const PAGE: usize = 50;

/// Who looks at companies, and how far that reaches.
pub struct Viewer<'a> {
    reach: &'a People,
    account: AccountId,
}

impl<'a> Viewer<'a> {
    pub fn new(reach: &'a People, actor: &Actor) -> Self {
        Self { reach, account: actor.account }
    }
    pub fn org(&self) -> OrgId {
        self.reach.org()
    }
}

/// Narrows people `p` to those of the divisions and sites within reach.
fn only_people<'v>(query: &mut Query<'v>, reach: &'v People) {
    if reach.is_all() {
        return;
    }
    query.push(" and (").any_of("p.division_id", &reach.divisions);
    query.push(
        " or exists (select 1 from placement l
                      where l.org_id = p.org_id and l.person_id = p.id and ",
    );
    query.any_of("l.site_id", &reach.sites).push("))");
}

/// Narrows companies `c` to those with people within reach, and those without people that the viewer wrote down.
fn only_reached<'v>(query: &mut Query<'v>, viewer: &'v Viewer<'_>) {
    if viewer.reach.is_all() {
        return;
    }
    query.push(
        " and (exists (select 1 from person p
                        where p.org_id = c.org_id and p.company_id = c.id and p.state = 'active'",
    );
    only_people(query, viewer.reach);
    query.push(") or (c.made_by = ").bind(&viewer.account).push(
        " and not exists (select 1 from person q where q.org_id = c.org_id and q.company_id = c.id)))",
    );
}

/// The companies within reach, up to the condition that follows.
fn companies<'v>(viewer: &'v Viewer<'_>, org: &'v OrgId) -> Query<'v> {
    let mut query = Query::new(
        "select c.id, c.name, c.address, c.trades, c.contact_name, c.contact_email, c.contact_phone, c.state,
                (select count(*) from person p
                  where p.org_id = c.org_id and p.company_id = c.id and p.state = 'active'",
    );
    only_people(&mut query, viewer.reach);
    query.push(") from company c where c.org_id = ").bind(org);
    only_reached(&mut query, viewer);
    query
}

fn read(row: &Row<'_>) -> Result<Company, Fault> {
    let state: String = row.get(7)?;
    Ok(Company {
        id: row.get(0)?,
        name: row.get(1)?,
        address: row.get(2)?,
        trades: row.get(3)?,
        contact_name: row.get(4)?,
        contact_email: row.get(5)?,
        contact_phone: row.get(6)?,
        state: State::from_code(&state).unwrap_or(State::Inactive),
        people: row.get(8)?,
    })
}

pub fn find(db: &Snapshot<'_>, viewer: &Viewer<'_>, id: CompanyId) -> Result<Company> {
    let org = viewer.org();
    let mut query = companies(viewer, &org);
    query.push(" and c.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// Narrows companies `c` to what the list asks for.
fn narrow<'v>(query: &mut Query<'v>, list: &'v List, sought: &'v str) {
    query.push(" and c.state = ").bind(list.state.code());
    if !list.search.is_empty() {
        query.push(" and c.folded like ").bind(sought).push(" escape '\\'");
    }
    if !list.trade.is_empty() {
        query.push(
            " and exists (select 1 from company_trade t
                           where t.org_id = c.org_id and t.company_id = c.id and t.folded = ",
        );
        query.bind(&list.trade).push(")");
    }
}

/// Gives every company of the list to `take`, by name: for exports.
pub fn each(
    db: &Snapshot<'_>,
    viewer: &Viewer<'_>,
    list: &List,
    mut take: impl FnMut(&Company) -> Result<()>,
) -> Result<()> {
    let (org, sought) = (viewer.org(), pattern(&list.search));
    let mut query = companies(viewer, &org);
    narrow(&mut query, list, &sought);
    query.push(" order by c.folded, c.id");
    db.stream(&query, |row| take(&read(row)?))
}

/// One page of the list, and one row more when there is a next page.
pub fn list(db: &Snapshot<'_>, viewer: &Viewer<'_>, list: &List) -> Result<Vec<Company>> {
    let (org, sought) = (viewer.org(), pattern(&list.search));
    let after = match list.after {
        Some(id) => Some((
            db.one(
                "select folded from company where org_id = $1 and id = $2",
                &[&org, &id],
                |row| row.get::<String>(0),
            )?,
            id,
        )),
        None => None,
    };
    let mut query = companies(viewer, &org);
    narrow(&mut query, list, &sought);
    if let Some((folded, id)) = &after {
        match list.sort {
            Sort::Name => query.push(" and (c.folded, c.id) > (").bind(folded).push(", "),
            Sort::NameBack => query.push(" and (c.folded, c.id) < (").bind(folded).push(", "),
            Sort::Newest => query.push(" and (c.id) < ("),
        };
        query.bind(id).push(")");
    }
    query.push(match list.sort {
        Sort::Name => " order by c.folded, c.id limit 51",
        Sort::NameBack => " order by c.folded desc, c.id desc limit 51",
        Sort::Newest => " order by c.id desc limit 51",
    });
    db.rows(&query, read)
}

/// How many there are in each state, in the order of [`State::ALL`].
pub fn counts(db: &Snapshot<'_>, viewer: &Viewer<'_>) -> Result<[i64; 2]> {
    let org = viewer.org();
    let mut query = Query::new(
        "select count(*) filter (where c.state = 'active'), count(*) filter (where c.state = 'inactive')
           from company c where c.org_id = ",
    );
    query.bind(&org);
    only_reached(&mut query, viewer);
    Ok(db.rows(&query, |row| Ok([row.get(0)?, row.get(1)?]))?.pop().unwrap_or_default())
}

/// The trades that most companies within reach have, as folded and shown.
pub fn trades(
    db: &Snapshot<'_>,
    viewer: &Viewer<'_>,
    state: State,
) -> Result<Vec<(String, String)>> {
    let (org, state) = (viewer.org(), state.code());
    let mut query = Query::new(
        "select t.folded, min(t.trade) from company_trade t
           join company c on c.org_id = t.org_id and c.id = t.company_id where t.org_id = ",
    );
    query.bind(&org).push(" and c.state = ").bind(state);
    only_reached(&mut query, viewer);
    query.push(" group by t.folded order by count(*) desc, t.folded limit 30");
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Somebody of a company.
pub struct Worker {
    pub id: PersonId,
    pub name: String,
    pub job_role: Option<String>,
}

/// The first people of a company within reach.
pub fn people(db: &Snapshot<'_>, viewer: &Viewer<'_>, id: CompanyId) -> Result<Vec<Worker>> {
    let org = viewer.org();
    let mut query = Query::new(
        "select p.id, p.name, r.name from person p
           left join job_role r on r.org_id = p.org_id and r.id = p.job_role_id
          where p.state = 'active' and p.org_id = ",
    );
    query.bind(&org).push(" and p.company_id = ").bind(&id);
    only_people(&mut query, viewer.reach);
    query.push(" order by p.folded, p.id limit 50");
    db.rows(&query, |row| Ok(Worker { id: row.get(0)?, name: row.get(1)?, job_role: row.get(2)? }))
}

/// Writes a company down; none when the name belongs to another one.
pub fn insert(tx: &mut Tx<'_>, viewer: &Viewer<'_>, draft: &Draft) -> Result<Option<CompanyId>> {
    let (org, id, now) = (viewer.org(), tx.new_id::<kernel::kind::Company>(), tx.now());
    let written = tx.run(
        "insert into company (org_id, id, name, folded, address, trades, contact_name, contact_email, contact_phone,
                              made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (org_id, folded) do nothing",
        &[
            &org,
            &id,
            &draft.name,
            &fold(draft.name.as_str()),
            &draft.address,
            &draft.trades_text(),
            &draft.contact_name,
            &draft.contact_email,
            &draft.contact_phone,
            &now,
            &viewer.account,
        ],
    )?;
    if written == 0 {
        return Ok(None);
    }
    set_trades(tx, org, id, draft)?;
    Ok(Some(id))
}

/// Whether another company has this name.
pub fn is_taken(db: &Snapshot<'_>, org: OrgId, id: CompanyId, name: &str) -> Result<bool> {
    let known = db.maybe(
        "select 1 from company where org_id = $1 and folded = $2 and id <> $3",
        &[&org, &fold(name), &id],
        |row| row.get::<i64>(0),
    )?;
    Ok(known.is_some())
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: CompanyId, draft: &Draft) -> Result<()> {
    tx.run(
        "update company set name = $3, folded = $4, address = $5, trades = $6, contact_name = $7, contact_email = $8,
                contact_phone = $9
          where org_id = $1 and id = $2",
        &[
            &org,
            &id,
            &draft.name,
            &fold(draft.name.as_str()),
            &draft.address,
            &draft.trades_text(),
            &draft.contact_name,
            &draft.contact_email,
            &draft.contact_phone,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    tx.run("delete from company_trade where org_id = $1 and company_id = $2", &[&org, &id])?;
    set_trades(tx, org, id, draft)
}

fn set_trades(tx: &mut Tx<'_>, org: OrgId, id: CompanyId, draft: &Draft) -> Result<()> {
    for trade in &draft.trades {
        tx.run(
            "insert into company_trade (org_id, company_id, trade, folded) values ($1, $2, $3, $4)",
            &[&org, &id, trade, &fold(trade.as_str())],
        )?;
    }
    Ok(())
}

/// Sets the state of companies and tells the log; returns those whose state it changed. One that is out of reach
/// refuses all of them.
pub fn set_state(
    tx: &mut Tx<'_>,
    viewer: &Viewer<'_>,
    ids: &[CompanyId],
    state: State,
) -> Result<Vec<CompanyId>> {
    let (org, code) = (viewer.org(), state.code());
    let mut query = Query::new("select c.id, c.name, c.state from company c where c.org_id = ");
    query.bind(&org).push(" and ").any_of("c.id", ids);
    only_reached(&mut query, viewer);
    query.push(" order by c.id");
    let found: Vec<(CompanyId, String, String)> =
        tx.rows(&query, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if found.len() != ids.len() {
        return Err(Error::NotFound);
    }
    let mut changed = Vec::new();
    for (id, name, old) in found.iter().filter(|(_, _, old)| old != code) {
        tx.run("update company set state = $3 where org_id = $1 and id = $2", &[&org, id, &code])?;
        let what = match state {
            State::Active => "company.activated",
            State::Inactive => "company.deactivated",
        };
        tx.record(&Event::new(org, what, "company", *id).named(name).change(
            "state",
            Some(old),
            Some(&code),
        ))?;
        changed.push(*id);
    }
    Ok(changed)
}
