//! Every SQL statement about completions.
use judge::{Day, Id, Moment, Record, Span, State};
use kernel::access::People;
use kernel::db::{Fault, Query, Row};
use kernel::{
    AccountId, CompletionId, CourseId, Date, Error, Instant, OrgId, PersonId, Result, Snapshot, Tx,
};

use super::model::{Completion, Facts, Voided};
use crate::courses::store::number;

/// Rows of one page of a course's completions.
pub const PAGE: usize = 50;
/// The most rows shown of one person.
const MOST: i64 = 500;

/// Completions `t` of people `p`, up to the condition that follows.
fn all(today: &Date) -> Query<'_> {
    let mut query = Query::new(
        "select t.id, t.person_id, p.name, t.course_id, c.title, t.edition, t.done_on, t.ends_on, t.provider, t.number,
                t.note, t.made_at, a.name, t.voided_at, v.name, t.void_reason, c.validity, c.remind,
                (select max(e.number) from course_edition e where e.org_id = c.org_id and e.course_id = c.id
                    and e.asks_again = ",
    );
    query.bind(&true).push(" and e.from_on <= ").bind(today).push(
        ") from completion t
            join person p on p.org_id = t.org_id and p.id = t.person_id
            join course c on c.org_id = t.org_id and c.id = t.course_id
            join account a on a.id = t.made_by
            left join account v on v.id = t.voided_by
           where ",
    );
    query
}

/// The same of people within reach.
fn completions<'v>(reach: &'v People, today: &'v Date) -> Query<'v> {
    let mut query = all(today);
    people::within(&mut query, reach);
    query
}

fn read(row: &Row<'_>) -> Result<Completion, Fault> {
    let validity: String = row.get(16)?;
    let by: Option<String> = row.get(14)?;
    let reason: Option<String> = row.get(15)?;
    let voided = row.get::<Option<Instant>>(13)?;
    Ok(Completion {
        id: row.get(0)?,
        person: (row.get(1)?, row.get(2)?),
        course: (row.get(3)?, row.get(4)?),
        edition: number(row.get(5)?),
        done: row.get(6)?,
        ends: row.get(7)?,
        provider: row.get(8)?,
        number: row.get(9)?,
        note: row.get(10)?,
        made_at: row.get(11)?,
        made_by: row.get(12)?,
        voided: voided.map(|at| Voided {
            at,
            by: by.unwrap_or_default(),
            reason: reason.unwrap_or_default(),
        }),
        usual: validity.parse().ok(),
        remind: row.get(17)?,
        asked: number(row.get::<Option<i64>>(18)?.unwrap_or(1)),
    })
}

pub fn find(
    db: &Snapshot<'_>,
    reach: &People,
    today: Date,
    id: CompletionId,
) -> Result<Completion> {
    let mut query = completions(reach, &today);
    query.push(" and t.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// What one person did, the latest first.
pub fn of_person(
    db: &Snapshot<'_>,
    reach: &People,
    today: Date,
    person: PersonId,
) -> Result<Vec<Completion>> {
    let mut query = completions(reach, &today);
    query.push(" and t.person_id = ").bind(&person);
    query.push(" order by t.done_on desc, t.id desc limit ").bind(&MOST);
    db.rows(&query, read)
}

/// What somebody did themselves, the latest first: everybody may see that.
pub fn own(
    db: &Snapshot<'_>,
    org: OrgId,
    today: Date,
    person: PersonId,
) -> Result<Vec<Completion>> {
    let mut query = all(&today);
    query.push("t.org_id = ").bind(&org).push(" and t.person_id = ").bind(&person);
    query.push(" order by t.done_on desc, t.id desc limit ").bind(&MOST);
    db.rows(&query, read)
}

/// One page of who did a course, the latest first, and one row more when there is a next page.
pub fn of_course(
    db: &Snapshot<'_>,
    reach: &People,
    today: Date,
    course: CourseId,
    after: Option<CompletionId>,
) -> Result<Vec<Completion>> {
    let after = match after {
        Some(id) => Some((
            db.one(
                "select done_on from completion where org_id = $1 and id = $2",
                &[reach.org_ref(), &id],
                |row| row.get::<Date>(0),
            )?,
            id,
        )),
        None => None,
    };
    let mut query = completions(reach, &today);
    query.push(" and t.course_id = ").bind(&course);
    if let Some((done, id)) = &after {
        query.push(" and (t.done_on, t.id) < (").bind(done).push(", ").bind(id).push(")");
    }
    query.push(" order by t.done_on desc, t.id desc limit 51");
    db.rows(&query, read)
}

/// Writes down that somebody did a course on a day; none when that is known already.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    (person, course, edition): (PersonId, CourseId, i64),
    facts: &Facts,
) -> Result<Option<CompletionId>> {
    let (id, now) = (tx.new_id::<kernel::kind::Completion>(), tx.now());
    let written = tx.run(
        "insert into completion (org_id, id, person_id, course_id, edition, done_on, ends_on, provider, number, note,
                                 made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing",
        &[
            &org,
            &id,
            &person,
            &course,
            &edition,
            &facts.done,
            &facts.ends,
            &facts.provider,
            &facts.number,
            &facts.note,
            &now,
            &by,
        ],
    )?;
    Ok((written > 0).then_some(id))
}

/// Says that a record was wrong; false when somebody said so before.
pub fn void(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    id: CompletionId,
    reason: &str,
) -> Result<bool> {
    let now = tx.now();
    let changed = tx.run(
        "update completion set voided_at = $3, voided_by = $4, void_reason = $5
          where org_id = $1 and id = $2 and voided_at is null",
        &[&org, &id, &now, &by, &reason],
    )?;
    Ok(changed > 0)
}

/// On which days these people did the course already.
pub fn known(
    db: &Snapshot<'_>,
    org: OrgId,
    course: CourseId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Date)>> {
    let mut query = Query::new("select person_id, done_on from completion where org_id = ");
    query.bind(&org).push(" and course_id = ").bind(&course);
    query.push(" and voided_at is null and done_at is null and ").any_of("person_id", people);
    db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))
}

/// What the judge must know of these people: every completion, and while the house knew it. What was voided was never
/// so; the house only believed it.
pub fn records(
    db: &Snapshot<'_>,
    org: OrgId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Record)>> {
    let mut query = Query::new(
        "select id, person_id, course_id, edition, done_on, done_at, ends_on, made_at, voided_at
           from completion where org_id = ",
    );
    query.bind(&org).push(" and ").any_of("person_id", people);
    query.push(" order by person_id, done_on, id");
    db.rows(&query, |row| {
        let (id, course): (CompletionId, CourseId) = (row.get(0)?, row.get(2)?);
        let done: Date = row.get(4)?;
        let at: Option<Instant> = row.get(5)?;
        let (made, voided): (Instant, Option<Instant>) = (row.get(7)?, row.get(8)?);
        let since = judge::Instant(made.0);
        let until = voided.map_or(judge::Instant::END, |it| judge::Instant(it.0));
        let record = Record {
            id: Id(id.number()),
            subject: judge::Subject::Course(Id(course.number())),
            edition: number(row.get(3)?),
            site: None,
            done: at.map_or(Moment::Day(Day::of(done.0)), |it| Moment::At(judge::Instant(it.0))),
            last: row.get::<Option<Date>>(6)?.map(|it| Day::of(it.0)),
            state: State::Approved,
            since,
            known: Span { from: since, until },
        };
        Ok((row.get(1)?, record))
    })
}
