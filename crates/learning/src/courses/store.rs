//! Every SQL statement about courses.
use judge::Validity;
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{
    AccountId, CourseId, Date, Error, Instant, OnDuplicate, OrgId, Result, Snapshot, Tx, Zone,
};

use super::model::{Change, Course, Draft, Edition, List, Subject};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

/// Today, on the clocks of the organisation.
pub fn today(db: &Snapshot<'_>, org: OrgId) -> Result<Date> {
    let zone: String =
        db.one("select zone from organisation where id = $1", &[&org], |row| row.get(0))?;
    Ok(db.now().date_in(&Zone::named(&zone).unwrap_or_else(Zone::usual)))
}

/// Whether whoever has this reach may change the catalogue. Courses belong to no division, so a right about a division
/// is one about courses when it is the default division, which every organisation has.
pub fn shapes(db: &Snapshot<'_>, reach: &People) -> Result<bool> {
    if reach.is_all() || reach.divisions.is_empty() {
        return Ok(reach.is_all());
    }
    let mut query = Query::new("select 1 from division where org_id = ");
    query.bind(reach.org_ref()).push(" and is_default = ").bind(&true).push(" and ");
    query.any_of("id", &reach.divisions);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

fn courses(org: &OrgId) -> Query<'_> {
    let mut query = Query::new(
        "select c.id, c.title, c.category, c.description, c.validity, c.remind, c.active,
                (select max(e.number) from course_edition e where e.org_id = c.org_id and e.course_id = c.id)
           from course c where c.org_id = ",
    );
    query.bind(org);
    query
}

fn read(row: &Row<'_>) -> Result<Course, Fault> {
    Ok(Course {
        id: row.get(0)?,
        title: row.get(1)?,
        category: row.get(2)?,
        description: row.get(3)?,
        validity: row.get(4)?,
        remind: row.get(5)?,
        active: row.get(6)?,
        edition: row.get::<Option<i64>>(7)?.unwrap_or(1),
        languages: Vec::new(),
    })
}

/// One course with its languages.
pub fn find(db: &Snapshot<'_>, org: OrgId, id: CourseId) -> Result<Course> {
    let mut query = courses(&org);
    query.push(" and c.id = ").bind(&id);
    let mut course = db.rows(&query, read)?.pop().ok_or(Error::NotFound)?;
    course.languages = db.all(
        "select lang, title from course_language where org_id = $1 and course_id = $2 order by lang",
        &[&org, &id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(course)
}

/// One page of the list, and one row more when there is a next page.
pub fn list(db: &Snapshot<'_>, org: OrgId, list: &List) -> Result<Vec<Course>> {
    let (sought, active) = (pattern(&list.search), !list.archived);
    let after = match list.after {
        Some(id) => Some((
            db.one(
                "select folded from course where org_id = $1 and id = $2",
                &[&org, &id],
                |row| row.get::<String>(0),
            )?,
            id,
        )),
        None => None,
    };
    let mut query = courses(&org);
    query.push(" and c.active = ").bind(&active);
    if !list.search.is_empty() {
        query.push(" and (c.folded like ").bind(&sought).push(" escape '\\'");
        query.push(
            " or exists (select 1 from course_language l
                          where l.org_id = c.org_id and l.course_id = c.id and l.folded like ",
        );
        query.bind(&sought).push(" escape '\\'))");
    }
    if !list.category.is_empty() {
        query.push(" and c.category_folded = ").bind(&list.category);
    }
    if let Some((folded, id)) = &after {
        query.push(" and (c.folded, c.id) > (").bind(folded).push(", ").bind(id).push(")");
    }
    query.push(" order by c.folded, c.id limit 51");
    db.rows(&query, read)
}

/// How many courses there are: active and archived.
pub fn counts(db: &Snapshot<'_>, org: OrgId) -> Result<[i64; 2]> {
    db.one(
        "select count(*) filter (where active = $2), count(*) filter (where active = $3)
           from course where org_id = $1",
        &[&org, &true, &false],
        |row| Ok([row.get(0)?, row.get(1)?]),
    )
}

/// The categories that courses have, as folded and shown.
pub fn categories(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<(String, String)>> {
    db.all(
        "select category_folded, min(category) from course
          where org_id = $1 and category_folded <> '' group by category_folded order by category_folded limit 100",
        &[&org],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// What a course was from when on, the latest first.
pub fn history(db: &Snapshot<'_>, org: OrgId, id: CourseId) -> Result<Vec<Edition>> {
    db.all(
        "select e.number, e.asks_again, e.what, e.from_on, e.made_at, a.name
           from course_edition e join account a on a.id = e.made_by
          where e.org_id = $1 and e.course_id = $2 order by e.number desc",
        &[&org, &id],
        |row| {
            Ok(Edition {
                number: number(row.get(0)?),
                asks_again: row.get(1)?,
                what: row.get(2)?,
                from: row.get(3)?,
                made_at: row.get(4)?,
                made_by: row.get(5)?,
            })
        },
    )
}

/// A number as the judge counts.
pub fn number(it: i64) -> u32 {
    u32::try_from(it).unwrap_or_default()
}

/// The day from which the last edition is in force.
pub fn last_from(db: &Snapshot<'_>, org: OrgId, id: CourseId) -> Result<Date> {
    db.one(
        "select from_on from course_edition where org_id = $1 and course_id = $2 order by number desc limit 1",
        &[&org, &id],
        |row| row.get(0),
    )
}

/// The edition in force on a day; what was done before there was a first one counts as that.
pub fn edition_on(db: &Snapshot<'_>, org: OrgId, id: CourseId, day: Date) -> Result<i64> {
    let found: Option<i64> = db.one(
        "select max(number) from course_edition where org_id = $1 and course_id = $2 and from_on <= $3",
        &[&org, &id, &day],
        |row| row.get(0),
    )?;
    Ok(found.unwrap_or(1))
}

/// Writes a course and its first edition; none when the title belongs to another one.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    draft: &Draft,
    from: Date,
) -> Result<Option<CourseId>> {
    let (id, now) = (tx.new_id::<kernel::kind::Course>(), tx.now());
    let written = tx.run(
        "insert into course (org_id, id, title, folded, category, category_folded, description, validity, remind,
                             made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (org_id, folded) do nothing",
        &[
            &org,
            &id,
            &draft.title,
            &fold(draft.title.as_str()),
            &draft.category,
            &fold(&draft.category),
            &draft.description,
            &draft.validity.to_string(),
            &draft.remind,
            &now,
        ],
    )?;
    if written == 0 {
        return Ok(None);
    }
    set_languages(tx, org, id, draft)?;
    let change = Change { asks_again: true, what: String::new(), from };
    add_edition(tx, org, by, (id, 1), draft, &change)?;
    Ok(Some(id))
}

/// Whether another course has this title.
pub fn is_taken(db: &Snapshot<'_>, org: OrgId, id: CourseId, title: &str) -> Result<bool> {
    let known = db.maybe(
        "select 1 from course where org_id = $1 and folded = $2 and id <> $3",
        &[&org, &fold(title), &id],
        |row| row.get::<i64>(0),
    )?;
    Ok(known.is_some())
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: CourseId, draft: &Draft) -> Result<()> {
    tx.run(
        "update course set title = $3, folded = $4, category = $5, category_folded = $6, description = $7,
                validity = $8, remind = $9
          where org_id = $1 and id = $2",
        &[
            &org,
            &id,
            &draft.title,
            &fold(draft.title.as_str()),
            &draft.category,
            &fold(&draft.category),
            &draft.description,
            &draft.validity.to_string(),
            &draft.remind,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    tx.run("delete from course_language where org_id = $1 and course_id = $2", &[&org, &id])?;
    set_languages(tx, org, id, draft)
}

fn set_languages(tx: &mut Tx<'_>, org: OrgId, id: CourseId, draft: &Draft) -> Result<()> {
    for (lang, title) in &draft.languages {
        tx.run(
            "insert into course_language (org_id, course_id, lang, title, folded) values ($1, $2, $3, $4, $5)",
            &[&org, &id, lang, title, &fold(title.as_str())],
        )?;
    }
    Ok(())
}

/// Adds a row of history. Two who change a course at once get two numbers, or one of them is asked to look again.
pub fn add_edition(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    (id, number): (CourseId, i64),
    draft: &Draft,
    change: &Change,
) -> Result<()> {
    let now = tx.now();
    let written = tx.run(
        "insert into course_edition (org_id, course_id, number, asks_again, what, title, validity, remind, from_on,
                                     made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
        &[
            &org,
            &id,
            &number,
            &change.asks_again,
            &change.what,
            &draft.title,
            &draft.validity.to_string(),
            &draft.remind,
            &change.from,
            &now,
            &by,
        ],
    )?;
    if written == 0 { Err(Error::Conflict("error-conflict-words")) } else { Ok(()) }
}

/// Archives a course or brings it back; false when it is so already.
pub fn set_active(tx: &mut Tx<'_>, org: OrgId, id: CourseId, active: bool) -> Result<bool> {
    let changed = tx.run(
        "update course set active = $3 where org_id = $1 and id = $2 and active = $4",
        &[&org, &id, &active, &!active],
    )?;
    Ok(changed > 0)
}

/// Every course of an organisation, as those who judge need it.
pub fn subjects(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Subject>> {
    let today = today(db, org)?;
    db.all(
        "select c.id, c.title, c.validity, c.remind, c.active,
                (select max(e.number) from course_edition e
                  where e.org_id = c.org_id and e.course_id = c.id and e.asks_again = $2 and e.from_on <= $3)
           from course c where c.org_id = $1 order by c.folded, c.id",
        &[&org, &true, &today],
        |row| {
            let validity: String = row.get(2)?;
            Ok(Subject {
                id: row.get(0)?,
                name: row.get(1)?,
                usual: validity.parse::<Validity>().ok(),
                remind: u16::try_from(row.get::<i64>(3)?).unwrap_or(judge::REMIND_DAYS),
                edition: number(row.get::<Option<i64>>(5)?.unwrap_or(1)),
                active: row.get(4)?,
            })
        },
    )
}

/// Every edition that asks everybody again, with the day from which it is in force and the moment from which the house
/// knew: for those who judge another day than today.
pub fn editions(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<(CourseId, u32, Date, Instant)>> {
    db.all(
        "select course_id, number, from_on, made_at from course_edition
          where org_id = $1 and asks_again = $2 order by course_id, number",
        &[&org, &true],
        |row| Ok((row.get(0)?, number(row.get(1)?), row.get(2)?, row.get(3)?)),
    )
}

/// Active courses to choose from, by title.
pub fn choices(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<(String, String)>> {
    db.all(
        "select id, title from course where org_id = $1 and active = $2 order by folded, id limit 500",
        &[&org, &true],
        |row| Ok((row.get::<CourseId>(0)?.to_string(), row.get(1)?)),
    )
}

/// People of a course that are counted. Beyond that a page says "more than".
pub const COUNTED: i64 = 1000;

/// How many people within reach have done it, voided records left out: at most one more than [`COUNTED`].
pub fn done_by(db: &Snapshot<'_>, reach: &People, id: CourseId) -> Result<i64> {
    let most = COUNTED + 1;
    let mut query = Query::new(
        "select count(*) from (select distinct t.person_id from completion t
           join person p on p.org_id = t.org_id and p.id = t.person_id
          where t.voided_at is null and t.course_id = ",
    );
    query.bind(&id).push(" and ");
    people::within(&mut query, reach);
    query.push(" limit ").bind(&most).push(") as found");
    Ok(db.rows(&query, |row| row.get(0))?.pop().unwrap_or_default())
}
