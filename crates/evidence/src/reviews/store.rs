//! Every SQL statement about reviews.
use kernel::access::{Actor, Level, People, Role, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::file::Look;
use kernel::{Date, EvidenceId, OrgId, PersonId, QualificationId, Result, Snapshot, Tx};
use people::Reader;
use people::covers;

use super::model::{After, Moment, SOMETIME, Waiting};
use crate::evidence::model::{Evidence, plain_number};

/// Rows of one page of the queue.
pub const PAGE: usize = 50;

/// What waits, with its turn and the day from which it is needed, up to the conditions that follow. First come those
/// whom nothing but a look keeps out, as far as that is known for now.
fn waiting<'v>(query: &mut Query<'v>, org: &'v OrgId, at: &'v Moment) {
    let today = &at.today;
    query.push(
        "select e.id, e.person_id, p.name as person, coalesce(c.name, '') as company, q.name as qualification,
                e.submitted_by, a.name as sender, e.submitted_at,
                coalesce((select max(o.expires_on) from evidence o
                           where o.org_id = e.org_id and o.person_id = e.person_id
                             and o.qualification_id = e.qualification_id and o.decision = 'approved'
                             and o.ending is null and o.expires_on >= ",
    );
    query.bind(today).push("), case when p.start_on > ").bind(today);
    query.push(
        " then p.start_on
          when exists (select 1 from placement l where l.org_id = p.org_id and l.person_id = p.id) then ",
    );
    query.bind(today).push(
        " else '9999-12-31' end) as needed,
                cast(case when e.keeps_out = ",
    );
    query.bind(&true).push(
        " and exists (select 1 from board b where b.org_id = e.org_id and b.person_id = e.person_id
                        and (b.until_at is null or b.until_at > ",
    );
    query.bind(&at.now).push(
        ")) then 0 else 1 end as bigint) as turn
           from evidence e join person p on p.org_id = e.org_id and p.id = e.person_id
           join qualification q on q.org_id = e.org_id and q.id = e.qualification_id
           join account a on a.id = e.submitted_by
           left join company c on c.org_id = p.org_id and c.id = p.company_id
          where e.decision is null and e.ending is null and p.state = 'active' and e.org_id = ",
    );
    query.bind(org);
}

fn read(row: &Row<'_>) -> Result<Waiting, Fault> {
    let needed: String = row.get(8)?;
    Ok(Waiting {
        id: row.get(0)?,
        person: (row.get(1)?, row.get(2)?),
        company: row.get(3)?,
        qualification: row.get(4)?,
        sender: (row.get(5)?, row.get(6)?),
        submitted_at: row.get(7)?,
        needed: Date::parse(&needed).filter(|_| needed != SOMETIME),
        keeps_out: row.get::<i64>(9)? == 0,
    })
}

/// One page of what waits within reach, who needs it first in front.
pub fn queue(
    db: &Snapshot<'_>,
    reach: &People,
    at: Moment,
    after: Option<&After>,
) -> Result<Vec<Waiting>> {
    let mut query = Query::new("select w.* from (");
    waiting(&mut query, reach.org_ref(), &at);
    query.push(" and ");
    covers(&mut query, reach);
    query.push(") w");
    if let Some(it) = after {
        query.push(" where (w.turn, w.needed, w.submitted_at, w.id) > (").bind(&it.turn);
        query
            .push(", ")
            .bind(&it.needed)
            .push(", ")
            .bind(&it.submitted_at)
            .push(", ")
            .bind(&it.id)
            .push(")");
    }
    query.push(" order by w.turn, w.needed, w.submitted_at, w.id limit 51");
    db.rows(&query, read)
}

/// The first that this reviewer may decide about.
pub fn next(db: &Snapshot<'_>, reach: &People, actor: &Actor) -> Result<Option<EvidenceId>> {
    let at = Moment::of(db.now(), &actor.face.zone);
    let mut query = Query::new("select w.id from (");
    waiting(&mut query, reach.org_ref(), &at);
    query.push(" and ");
    covers(&mut query, reach);
    not_by(&mut query, actor);
    query.push(") w order by w.turn, w.needed, w.submitted_at, w.id limit 1");
    Ok(db.rows(&query, |row| row.get(0))?.pop())
}

/// Neither handed in by the actor nor about them.
fn not_by<'v>(query: &mut Query<'v>, actor: &'v Actor) {
    query.push(" and e.submitted_by <> ").bind(&actor.account);
    if let Some(person) = &actor.person {
        query.push(" and e.person_id <> ").bind(person);
    }
}

/// How many wait within reach; for a reviewer, only those that they may decide about.
pub fn count(db: &Snapshot<'_>, reach: &People, reviewer: Option<&Actor>) -> Result<i64> {
    let mut query = Query::new(
        "select count(*) from evidence e join person p on p.org_id = e.org_id and p.id = e.person_id
          where e.decision is null and e.ending is null and p.state = 'active' and e.org_id = ",
    );
    query.bind(reach.org_ref()).push(" and ");
    covers(&mut query, reach);
    if let Some(actor) = reviewer {
        not_by(&mut query, actor);
    }
    Ok(db.rows(&query, |row| row.get(0))?.pop().unwrap_or(0))
}

/// How many pieces stand before this one.
pub fn ahead(db: &Snapshot<'_>, it: &Evidence, at: Moment) -> Result<i64> {
    let mut query = Query::new("select count(*) from (");
    waiting(&mut query, &it.org, &at);
    query.push(") w join (");
    waiting(&mut query, &it.org, &at);
    query.push(" and e.id = ").bind(&it.id);
    query.push(") m on (w.turn, w.needed, w.submitted_at, w.id) < (m.turn, m.needed, m.submitted_at, m.id)");
    Ok(db.rows(&query, |row| row.get(0))?.pop().unwrap_or(0))
}

/// Other people, with their names where the reach covers them.
type Others = Vec<Option<(PersonId, String)>>;

/// The columns of [`read_other`].
fn others<'v>(query: &mut Query<'v>, reach: &'v People) {
    query.push("p.id, p.name, case when ");
    covers(query, reach);
    query.push(" then 1 else 0 end");
}

fn read_other(row: &Row<'_>, from: usize) -> Result<Option<(PersonId, String)>, Fault> {
    let known = row.get::<i64>(from + 2)? == 1;
    let who = (row.get(from)?, row.get(from + 1)?);
    Ok(known.then_some(who))
}

/// Who else handed in this number.
pub fn same_number(db: &Snapshot<'_>, reach: &People, it: &Evidence) -> Result<Others> {
    let number = plain_number(&it.number);
    if number.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = Query::new("select distinct ");
    others(&mut query, reach);
    query.push(
        " from evidence e join person p on p.org_id = e.org_id and p.id = e.person_id where e.org_id = ",
    );
    query.bind(reach.org_ref()).push(" and e.number_folded = ").bind(&number);
    query.push(" and e.person_id <> ").bind(&it.person.0).push(" limit 5");
    db.rows(&query, |row| read_other(row, 0))
}

/// Who else handed in a picture that looks like this one.
pub fn same_picture(
    db: &Snapshot<'_>,
    reach: &People,
    it: &Evidence,
    look: Look,
) -> Result<Others> {
    let parts = look.parts();
    let mut query = Query::new("select f.look, ");
    others(&mut query, reach);
    query.push(
        " from evidence_file f join evidence e on e.org_id = f.org_id and e.id = f.evidence_id
           join person p on p.org_id = e.org_id and p.id = e.person_id
          where f.look is not null and f.org_id = ",
    );
    query.bind(reach.org_ref()).push(" and e.person_id <> ").bind(&it.person.0);
    query.push(" and (f.part_1 = ").bind(&parts[0]).push(" or f.part_2 = ").bind(&parts[1]);
    query.push(" or f.part_3 = ").bind(&parts[2]).push(" or f.part_4 = ").bind(&parts[3]);
    query.push(") order by f.evidence_id desc limit 500");
    let found = db.rows(&query, |row| Ok((row.get::<i64>(0)?, read_other(row, 1)?)))?;
    let near = found.into_iter().filter(|(it, _)| look.is_near(Look::from_number(*it)));
    let mut who = Vec::new();
    for (_, it) in near {
        if !who.contains(&it) && who.len() < 5 {
            who.push(it);
        }
    }
    Ok(who)
}

/// Whoever handed it in and whom it is about, as far as they have an account here.
pub fn concerned(db: &Snapshot<'_>, it: &Evidence) -> Result<Vec<Reader>> {
    db.all(
        "select a.id, a.name, a.email, coalesce(a.lang, o.lang), o.name
           from member m join account a on a.id = m.account_id and a.state = 'active'
           join organisation o on o.id = m.org_id
          where m.org_id = $1 and m.state = 'active' and (m.account_id = $2 or m.person_id = $3)",
        &[&it.org, &it.submitted.1, &it.person.0],
        |row| people::read_reader(row, it.org),
    )
}

/// Everybody who decides about evidence, with how far that reaches.
pub fn reviewers(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<(Reader, Actor)>> {
    let decides =
        |it: &Role| matrix::REVIEW.right(*it).is_some_and(|right| right.level == Level::Edit);
    let roles: Vec<Role> = Role::ALL.iter().copied().filter(decides).collect();
    people::holders(db, org, &roles)
}

/// Notes for which qualifications nothing but a look at what somebody handed in keeps them out.
pub fn set_keeps_out(
    tx: &mut Tx<'_>,
    org: OrgId,
    person: PersonId,
    qualifications: &[QualificationId],
) -> Result<()> {
    let mut query = Query::new("update evidence set keeps_out = ");
    query.bind(&false).push(" where keeps_out = ").bind(&true);
    query.push(" and org_id = ").bind(&org).push(" and person_id = ").bind(&person);
    query.push(" and not (").any_of("qualification_id", qualifications).push(")");
    tx.run_query(&query)?;
    if qualifications.is_empty() {
        return Ok(());
    }
    let mut query = Query::new("update evidence set keeps_out = ");
    query.bind(&true).push(" where decision is null and ending is null and org_id = ").bind(&org);
    query.push(" and person_id = ").bind(&person).push(" and ");
    query.any_of("qualification_id", qualifications);
    tx.run_query(&query).map(drop)
}
