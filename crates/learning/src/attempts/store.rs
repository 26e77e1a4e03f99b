//! Every SQL statement about attempts and their steps.
use kernel::db::{Fault, Query, Row};
use kernel::{
    AccountId, AttemptId, CompletionId, ContentId, CourseId, Date, Error, Instant, LessonId, OrgId,
    PersonId, Result, Snapshot, Tx,
};

use super::model::{Attempt, Mark, Offer, Step, Steps, Taken, ToTake, Tried};
use crate::lessons;
use crate::lessons::model::Kind;

/// What can be taken of a course: the last version of one that is not archived.
pub fn offer(db: &Snapshot<'_>, org: OrgId, course: CourseId, today: Date) -> Result<Offer> {
    let mut offer = db.one(
        "select c.title, c.description, v.id, v.edition,
                coalesce((select max(e.number) from course_edition e
                  where e.org_id = c.org_id and e.course_id = c.id and e.from_on <= $4), 1)
           from course c join content v on v.org_id = c.org_id and v.course_id = c.id
          where c.org_id = $1 and c.id = $2 and c.active = $3 and v.number > 0
          order by v.number desc limit 1",
        &[&org, &course, &true, &today],
        |row| {
            Ok(Offer {
                title: row.get(0)?,
                description: row.get(1)?,
                content: row.get(2)?,
                edition: row.get(3)?,
                current: row.get(4)?,
                lessons: Vec::new(),
            })
        },
    )?;
    offer.lessons = db.all(
        "select kind, title from lesson where org_id = $1 and content_id = $2 order by position, id",
        &[&org, &offer.content],
        |row| {
            let kind: String = row.get(0)?;
            Ok((Kind::from_code(&kind).unwrap_or(Kind::Page), row.get(1)?))
        },
    )?;
    Ok(offer)
}

/// The courses that somebody finds on the own page: those open to everybody, and those under way.
pub fn to_take(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<ToTake>> {
    db.all(
        "select c.id, c.title,
                (select count(*) from lesson l where l.org_id = c.org_id and l.content_id = coalesce(a.content_id, v.id)),
                a.id,
                (select count(*) from attempt_step s
                  where s.org_id = c.org_id and s.attempt_id = a.id and s.done_at is not null)
           from course c
           join content v on v.org_id = c.org_id and v.course_id = c.id and v.number > 0
            and not exists (select 1 from content n
                  where n.org_id = v.org_id and n.course_id = v.course_id and n.number > v.number)
           left join attempt a on a.org_id = c.org_id and a.course_id = c.id and a.person_id = $2 and a.ended_at is null
          where c.org_id = $1 and c.active = $3 and (v.is_open = $3 or a.id is not null)
          order by c.folded, c.id limit 100",
        &[&org, &person, &true],
        |row| {
            let attempt: Option<AttemptId> = row.get(3)?;
            let done: i64 = row.get(4)?;
            Ok(ToTake {
                course: (row.get(0)?, row.get(1)?),
                lessons: row.get(2)?,
                attempt: attempt.map(|it| (it, done)),
            })
        },
    )
}

const ATTEMPT: &str =
    "select a.id, a.person_id, a.course_id, c.title, a.content_id, a.edition, a.ended_at, a.completion_id, a.org_id,
             coalesce((select max(e.number) from course_edition e
              where e.org_id = c.org_id and e.course_id = c.id and e.asks_again = ";

fn attempts<'v>(org: &'v OrgId, today: &'v Date) -> Query<'v> {
    let mut query = Query::new(ATTEMPT);
    query.bind(&true).push(" and e.from_on <= ").bind(today).push(
        "), 1)
           from attempt a join course c on c.org_id = a.org_id and c.id = a.course_id where a.org_id = ",
    );
    query.bind(org);
    query
}

fn read(row: &Row<'_>) -> Result<Attempt, Fault> {
    Ok(Attempt {
        id: row.get(0)?,
        person: row.get(1)?,
        course: (row.get(2)?, row.get(3)?),
        content: row.get(4)?,
        edition: row.get(5)?,
        ended_at: row.get(6)?,
        completion: row.get(7)?,
        org: row.get(8)?,
        asked: row.get(9)?,
    })
}

/// An attempt of the person themselves.
pub fn own(
    db: &Snapshot<'_>,
    org: OrgId,
    person: PersonId,
    today: Date,
    id: AttemptId,
) -> Result<Attempt> {
    let mut query = attempts(&org, &today);
    query.push(" and a.person_id = ").bind(&person).push(" and a.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// The attempt of a person at a course that is under way.
pub fn under_way(
    db: &Snapshot<'_>,
    org: OrgId,
    (person, course): (PersonId, CourseId),
    today: Date,
) -> Result<Option<Attempt>> {
    let mut query = attempts(&org, &today);
    query.push(" and a.person_id = ").bind(&person).push(" and a.course_id = ").bind(&course);
    query.push(" and a.ended_at is null");
    Ok(db.rows(&query, read)?.pop())
}

/// The lessons of an attempt with how far it came.
pub fn steps(db: &Snapshot<'_>, org: OrgId, it: &Attempt) -> Result<Steps> {
    let lessons = lessons::store::lessons(db, org, it.content)?;
    let marks = db.all(
        "select lesson_id, opened_at, done_at, at_second, saved_at, more_tries from attempt_step
          where org_id = $1 and attempt_id = $2",
        &[&org, &it.id],
        |row| {
            let mark = Mark {
                opened_at: row.get(1)?,
                done_at: row.get(2)?,
                second: row.get(3)?,
                saved_at: row.get(4)?,
                more_tries: row.get(5)?,
            };
            Ok((row.get::<LessonId>(0)?, mark))
        },
    )?;
    let mark = |id| marks.iter().find(|it| it.0 == id).map(|it| it.1);
    Ok(Steps(lessons.into_iter().map(|lesson| Step { mark: mark(lesson.id), lesson }).collect()))
}

/// Begins an attempt; none when one is under way already.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    (person, course): (PersonId, CourseId),
    (content, edition): (ContentId, i64),
) -> Result<Option<AttemptId>> {
    let (id, now) = (tx.new_id::<kernel::kind::Attempt>(), tx.now());
    let written = tx.run(
        "insert into attempt (org_id, id, person_id, course_id, content_id, edition, begun_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        &[&org, &id, &person, &course, &content, &edition, &now],
    )?;
    if written == 0 {
        return Ok(None);
    }
    let first: LessonId = tx.one(
        "select id from lesson where org_id = $1 and content_id = $2 order by position, id limit 1",
        &[&org, &content],
        |row| row.get(0),
    )?;
    open(tx, org, id, first)?;
    Ok(Some(id))
}

/// Opens a lesson, unless it was open before: from now on its time counts.
pub fn open(tx: &mut Tx<'_>, org: OrgId, attempt: AttemptId, lesson: LessonId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into attempt_step (org_id, attempt_id, lesson_id, opened_at, saved_at)
         values ($1, $2, $3, $4, $4) on conflict do nothing",
        &[&org, &attempt, &lesson, &now],
    )
    .map(drop)
}

/// Finishes a lesson. Once finished it stays so.
pub fn finish(tx: &mut Tx<'_>, org: OrgId, attempt: AttemptId, lesson: LessonId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update attempt_step set done_at = $4 where org_id = $1 and attempt_id = $2 and lesson_id = $3
            and done_at is null",
        &[&org, &attempt, &lesson, &now],
    )
    .map(drop)
}

/// Ends an attempt; false when it was ended before, by another device.
pub fn end(tx: &mut Tx<'_>, org: OrgId, attempt: AttemptId) -> Result<bool> {
    let now = tx.now();
    let ended = tx.run(
        "update attempt set ended_at = $3 where org_id = $1 and id = $2 and ended_at is null",
        &[&org, &attempt, &now],
    )?;
    Ok(ended > 0)
}

/// What the house saw itself: the attempt is over, and the course done.
pub fn complete(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    it: &Attempt,
    today: Date,
) -> Result<CompletionId> {
    let (id, now) = (tx.new_id::<kernel::kind::Completion>(), tx.now());
    tx.run(
        "insert into completion (org_id, id, person_id, course_id, edition, done_on, done_at, made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $8)",
        &[&org, &id, &it.person, &it.course.0, &it.edition, &today, &now, &by],
    )?;
    tx.run(
        "update attempt set completion_id = $3 where org_id = $1 and id = $2",
        &[&org, &it.id, &id],
    )?;
    Ok(id)
}

/// Where somebody is in a film of an attempt under way. What is older than what is known changes nothing. Says whether
/// there is such a step.
pub fn save_position(
    tx: &mut Tx<'_>,
    org: OrgId,
    person: PersonId,
    (attempt, lesson): (AttemptId, LessonId),
    (second, at): (i64, Instant),
) -> Result<bool> {
    let saved = tx.run(
        "update attempt_step set at_second = $4, saved_at = $5
          where org_id = $1 and attempt_id = $2 and lesson_id = $3 and saved_at <= $5
            and exists (select 1 from attempt a where a.org_id = $1 and a.id = $2 and a.person_id = $6
                  and a.ended_at is null)",
        &[&org, &attempt, &lesson, &second, &at, &person],
    )?;
    if saved > 0 {
        return Ok(true);
    }
    let known = tx.maybe(
        "select 1 from attempt_step s join attempt a on a.org_id = s.org_id and a.id = s.attempt_id
          where s.org_id = $1 and s.attempt_id = $2 and s.lesson_id = $3 and a.person_id = $4",
        &[&org, &attempt, &lesson, &person],
        |row| row.get::<i64>(0),
    )?;
    Ok(known.is_some())
}

/// Allows one more try at a quiz of an attempt under way.
pub fn allow(tx: &mut Tx<'_>, org: OrgId, attempt: AttemptId, lesson: LessonId) -> Result<bool> {
    let changed = tx.run(
        "update attempt_step set more_tries = more_tries + 1
          where org_id = $1 and attempt_id = $2 and lesson_id = $3 and done_at is null",
        &[&org, &attempt, &lesson],
    )?;
    Ok(changed > 0)
}

/// Whose attempt under way it is, for those who look after people.
pub fn holder(
    db: &Snapshot<'_>,
    org: OrgId,
    id: AttemptId,
) -> Result<(PersonId, CourseId, String)> {
    db.one(
        "select a.person_id, a.course_id, c.title from attempt a
           join course c on c.org_id = a.org_id and c.id = a.course_id
          where a.org_id = $1 and a.id = $2 and a.ended_at is null",
        &[&org, &id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// The attempts of a person, the latest first, with their tries.
pub fn of_person(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Taken>> {
    let mut all = db.all(
        "select a.id, a.course_id, c.title, v.number, a.begun_at, a.ended_at, a.completion_id,
                (select count(*) from attempt_step s
                  where s.org_id = a.org_id and s.attempt_id = a.id and s.done_at is not null),
                (select count(*) from lesson l where l.org_id = a.org_id and l.content_id = a.content_id)
           from attempt a
           join course c on c.org_id = a.org_id and c.id = a.course_id
           join content v on v.org_id = a.org_id and v.id = a.content_id
          where a.org_id = $1 and a.person_id = $2 order by a.begun_at desc, a.id desc limit 100",
        &[&org, &person],
        |row| {
            Ok(Taken {
                id: row.get(0)?,
                course: (row.get(1)?, row.get(2)?),
                version: row.get(3)?,
                begun_at: row.get(4)?,
                ended_at: row.get(5)?,
                completed: row.get::<Option<CompletionId>>(6)?.is_some(),
                done: row.get(7)?,
                lessons: row.get(8)?,
                tries: Vec::new(),
                stuck: None,
            })
        },
    )?;
    if all.is_empty() {
        return Ok(all);
    }
    for (id, tried, stuck) in tries(db, org, person)? {
        let Some(it) = all.iter_mut().find(|it| it.id == id) else { continue };
        if it.ended_at.is_none() && stuck.is_some() {
            it.stuck = stuck;
        }
        it.tries.push(tried);
    }
    Ok(all)
}

/// A graded try of an attempt; with the quiz when it was the last that is allowed and not passed.
type Graded = (AttemptId, Tried, Option<(LessonId, String)>);

fn tries(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Graded>> {
    db.all(
        "select q.attempt_id, l.title, q.number, q.graded_at, q.score, q.passed, l.id, l.tries, s.more_tries
           from quiz_try q
           join attempt a on a.org_id = q.org_id and a.id = q.attempt_id
           join lesson l on l.org_id = a.org_id and l.content_id = a.content_id and l.id = q.lesson_id
           join attempt_step s on s.org_id = q.org_id and s.attempt_id = q.attempt_id and s.lesson_id = q.lesson_id
          where q.org_id = $1 and a.person_id = $2 and q.graded_at is not null
          order by q.graded_at, q.id limit 1000",
        &[&org, &person],
        |row| {
            let quiz: String = row.get(1)?;
            let (number, passed): (i64, bool) = (row.get(2)?, row.get(5)?);
            let (most, more): (i64, i64) = (row.get(7)?, row.get(8)?);
            let lesson: LessonId = row.get(6)?;
            let stuck = !passed && most > 0 && number >= most + more;
            let stuck = stuck.then(|| (lesson, quiz.clone()));
            let (at, score) = (row.get(3)?, row.get(4)?);
            Ok((row.get(0)?, Tried { quiz, number, at, score, passed }, stuck))
        },
    )
}
