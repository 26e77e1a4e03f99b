//! Every SQL statement about reminders.
use std::collections::HashMap;

use judge::Day;
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::Email;
use kernel::{AccountId, Date, Lang, OrgId, PersonId, Result, Snapshot, Tx, Zone};

use super::model::{Key, Kind, Matter, Step};
use super::page::To;
use crate::standings::model::day;

/// People told in one transaction.
pub const CHUNK: usize = 200;
/// Names in one section of a manager's letter.
pub const NAMED: usize = 10;

/// Something that somebody was found to owe.
#[derive(Debug, Clone, Copy)]
pub struct Owed {
    pub key: Key,
    pub told: bool,
}

fn date(day: Day) -> Date {
    Date(day.date())
}

/// What these people were found to owe, told or not.
pub fn owed(
    db: &Snapshot<'_>,
    org: OrgId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Owed>>> {
    let mut query = Query::new(
        "select person_id, object_id, edition, told_at is not null from owed where org_id = ",
    );
    query.bind(&org).push(" and ").any_of("person_id", people);
    let rows = db.rows(&query, |row| {
        Ok((row.get(0)?, Owed { key: (row.get(1)?, row.get(2)?), told: row.get(3)? }))
    })?;
    let mut all: HashMap<PersonId, Vec<Owed>> = HashMap::new();
    for (person, it) in rows {
        all.entry(person).or_default().push(it);
    }
    Ok(all)
}

pub fn owe(tx: &mut Tx<'_>, org: OrgId, person: PersonId, key: Key) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into owed (org_id, person_id, object_id, edition, made_at) values ($1, $2, $3, $4, $5)
         on conflict (org_id, person_id, object_id, edition) do nothing",
        &[&org, &person, &key.0, &key.1, &now],
    )
    .map(drop)
}

pub fn forget(tx: &mut Tx<'_>, org: OrgId, person: PersonId, key: Key) -> Result<()> {
    tx.run(
        "delete from owed where org_id = $1 and person_id = $2 and object_id = $3 and edition = $4",
        &[&org, &person, &key.0, &key.1],
    )
    .map(drop)
}

/// Somebody is not told of anything any more: they are not here.
pub fn forget_untold(tx: &mut Tx<'_>, org: OrgId, person: PersonId) -> Result<()> {
    tx.run(
        "delete from owed where org_id = $1 and person_id = $2 and told_at is null",
        &[&org, &person],
    )
    .map(drop)
}

/// Says that somebody was told. False when they were told before.
pub fn tell(tx: &mut Tx<'_>, org: OrgId, person: PersonId, key: Key) -> Result<bool> {
    let now = tx.now();
    let told = tx.run(
        "update owed set told_at = $5
          where org_id = $1 and person_id = $2 and object_id = $3 and edition = $4 and told_at is null",
        &[&org, &person, &key.0, &key.1, &now],
    )?;
    Ok(told == 1)
}

/// The next people who were not told of something they owe, in the order of ids.
pub fn untold(db: &Snapshot<'_>, org: OrgId, after: Option<PersonId>) -> Result<Vec<PersonId>> {
    let mut query =
        Query::new("select distinct person_id from owed where told_at is null and org_id = ");
    query.bind(&org);
    if let Some(after) = &after {
        query.push(" and person_id > ").bind(after);
    }
    query.push(" order by person_id limit 200");
    db.rows(&query, |row| row.get(0))
}

/// When these people are to be looked at.
pub fn dates(db: &Snapshot<'_>, org: OrgId, people: &[PersonId]) -> Result<HashMap<PersonId, Day>> {
    let mut query = Query::new("select person_id, next_on from reminder_due where org_id = ");
    query.bind(&org).push(" and ").any_of("person_id", people);
    let rows = db.rows(&query, |row| Ok((row.get(0)?, day(row.get(1)?))))?;
    Ok(rows.into_iter().collect())
}

pub fn set_date(tx: &mut Tx<'_>, org: OrgId, person: PersonId, next: Option<Day>) -> Result<()> {
    match next {
        None => tx
            .run("delete from reminder_due where org_id = $1 and person_id = $2", &[&org, &person]),
        Some(next) => tx.run(
            "insert into reminder_due (org_id, person_id, next_on) values ($1, $2, $3)
             on conflict (org_id, person_id) do update set next_on = excluded.next_on",
            &[&org, &person, &date(next)],
        ),
    }
    .map(drop)
}

/// The next people to be looked at on a day, in the order of ids.
pub fn due(
    db: &Snapshot<'_>,
    org: OrgId,
    on: Date,
    after: Option<PersonId>,
) -> Result<Vec<PersonId>> {
    let mut query = Query::new("select person_id from reminder_due where org_id = ");
    query.bind(&org).push(" and next_on <= ").bind(&on);
    if let Some(after) = &after {
        query.push(" and person_id > ").bind(after);
    }
    query.push(" order by person_id limit 200");
    db.rows(&query, |row| row.get(0))
}

/// Notes a reminder. False when it was sent before.
pub fn remind(
    tx: &mut Tx<'_>,
    (org, to): (OrgId, &To),
    it: &Matter,
    step: Step,
    on: Date,
) -> Result<bool> {
    let what = it.why.subject();
    let (day_on, number, reached) = (date(it.day), i64::from(step.number), to.is_reached());
    let sent = tx.run(
        "insert into reminder (org_id, person_id, object_id, kind, day_on, step, what, made_on, reached)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (org_id, person_id, object_id, kind, day_on, step) do nothing",
        &[&org, &to.person, &it.object, &step.kind.code(), &day_on, &number, &what, &on, &reached],
    )?;
    Ok(sent == 1)
}

/// How these people are reached: by their account, or else by the address in their record. Whoever was deactivated is
/// not.
pub fn reached(db: &Snapshot<'_>, org: OrgId, people: &[PersonId]) -> Result<Vec<To>> {
    let mut query = Query::new(
        "select p.id, p.name, p.email, a.id, a.email, coalesce(a.lang, o.lang), o.name,
                case when m.state = 'active' and a.state = 'active' then 1 else 0 end
           from person p join organisation o on o.id = p.org_id
           left join member m on m.org_id = p.org_id and m.person_id = p.id
           left join account a on a.id = m.account_id
          where p.state = 'active' and p.org_id = ",
    );
    query.bind(&org).push(" and ").any_of("p.id", people).push(" order by p.id");
    db.rows(&query, |row| read(row, org))
}

fn read(row: &Row<'_>, org: OrgId) -> Result<To, Fault> {
    let (own, account): (Option<String>, Option<AccountId>) = (row.get(2)?, row.get(3)?);
    let (known, lang): (Option<String>, String) = (row.get(4)?, row.get(5)?);
    let active = row.get::<i64>(7)? == 1;
    let email = if account.is_some() { known.filter(|_| active) } else { own };
    Ok(To {
        org,
        person: row.get(0)?,
        name: row.get(1)?,
        account: account.filter(|_| active),
        email: email.and_then(|it| Email::parse(&it).ok()),
        lang: Lang::from_code(&lang).unwrap_or_default(),
        organisation: row.get(6)?,
    })
}

/// Everybody has been told of everything until today.
#[cfg(feature = "fixtures")]
pub fn hush(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    let now = tx.now();
    tx.run("update owed set told_at = $2 where org_id = $1 and told_at is null", &[&org, &now])?;
    let own = organisations(tx)?.into_iter().find(|(it, _)| *it == org);
    match own {
        Some((_, zone)) => begin(tx, org, now.date_in(&zone)).map(drop),
        None => Ok(()),
    }
}

/// Every organisation with its zone.
pub fn organisations(db: &Snapshot<'_>) -> Result<Vec<(OrgId, Zone)>> {
    db.all("select id, zone from organisation order by id", &[], |row| {
        let zone: String = row.get(1)?;
        Ok((row.get(0)?, Zone::named(&zone).unwrap_or_else(Zone::usual)))
    })
}

/// Begins the round of a day. False when it, or a later one, has begun.
pub fn begin(tx: &mut Tx<'_>, org: OrgId, on: Date) -> Result<bool> {
    let begun = tx.run(
        "insert into reminder_round (org_id, day_on) values ($1, $2)
         on conflict (org_id) do update set day_on = excluded.day_on where reminder_round.day_on < excluded.day_on",
        &[&org, &on],
    )?;
    Ok(begun == 1)
}

/// Says that a manager reads about a day. False when they did so before.
pub fn digest(tx: &mut Tx<'_>, org: OrgId, account: AccountId, on: Date) -> Result<bool> {
    let fresh = tx.run(
        "insert into reminder_digest (org_id, account_id, day_on) values ($1, $2, $3)
         on conflict (org_id, account_id, day_on) do nothing",
        &[&org, &account, &on],
    )?;
    Ok(fresh == 1)
}

/// What went out on a day about the people of a manager.
#[derive(Debug, Clone)]
pub struct Section {
    pub kind: Kind,
    pub people: i64,
    /// Of these, people whom nothing reached.
    pub unreached: i64,
    /// The first of them: name, what is asked, the day it is about.
    pub first: Vec<(String, String, Date)>,
}

/// Those of some people reminders of a kind went to on a day: `about` narrows deadlines to their last step, which is the
/// one that managers read.
fn sent<'v>(query: &mut Query<'v>, reach: &'v People, (kind, on): (&'v str, &'v Date)) {
    query.push(
        " from reminder r join person p on p.org_id = r.org_id and p.id = r.person_id and p.state = 'active'
          where r.org_id = ",
    );
    query
        .bind(reach.org_ref())
        .push(" and r.made_on = ")
        .bind(on)
        .push(" and r.kind = ")
        .bind(kind);
    query.push(" and (r.kind <> 'deadline' or r.step = 1) and ");
    people::covers(query, reach);
}

/// Nothing, where nothing of the kind went out.
pub fn section(db: &Snapshot<'_>, reach: &People, kind: Kind, on: Date) -> Result<Option<Section>> {
    let code = kind.code();
    let mut query =
        Query::new("select count(distinct r.person_id), count(distinct case when r.reached = ");
    query.bind(&false).push(" then r.person_id end)");
    sent(&mut query, reach, (code, &on));
    let counts = db.rows(&query, |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))?.pop();
    let Some((people, unreached)) = counts.filter(|it| it.0 > 0) else { return Ok(None) };
    let mut query = Query::new("select p.name, r.what, r.day_on");
    sent(&mut query, reach, (code, &on));
    query.push(" order by r.day_on, p.folded, p.id, r.what limit 10");
    let first = db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(Some(Section { kind, people, unreached, first }))
}
