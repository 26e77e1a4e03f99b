//! Every SQL statement about tries at quizzes.
use kernel::{AttemptId, LessonId, OrgId, QuizTryId, Result, Snapshot, Tx};

use super::model::{Drawn, Graded, Try, read_numbers, write_numbers};

/// The tries at a quiz of an attempt, the first one first.
pub fn tries(
    db: &Snapshot<'_>,
    org: OrgId,
    attempt: AttemptId,
    lesson: LessonId,
) -> Result<Vec<Try>> {
    db.all(
        "select id, number, graded_at, score, passed from quiz_try
          where org_id = $1 and attempt_id = $2 and lesson_id = $3 order by number",
        &[&org, &attempt, &lesson],
        |row| {
            let at = row.get::<Option<kernel::Instant>>(2)?;
            let graded = match at {
                Some(at) => Some(Graded { at, score: row.get(3)?, passed: row.get(4)? }),
                None => None,
            };
            Ok(Try { id: row.get(0)?, number: row.get(1)?, graded })
        },
    )
}

/// The questions of a try, in the order they were drawn.
pub fn drawn(db: &Snapshot<'_>, org: OrgId, id: QuizTryId) -> Result<Vec<Drawn>> {
    db.all(
        "select position, question_id, shown, is_right from quiz_answer
          where org_id = $1 and try_id = $2 order by position",
        &[&org, &id],
        |row| {
            let shown: String = row.get(2)?;
            Ok(Drawn {
                position: row.get(0)?,
                question: row.get(1)?,
                shown: read_numbers(&shown),
                right: row.get(3)?,
            })
        },
    )
}

/// Begins a try with what was drawn; false when one is under way already.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    (attempt, lesson, number): (AttemptId, LessonId, i64),
    drawn: &[Drawn],
) -> Result<bool> {
    let (id, now) = (tx.new_id::<kernel::kind::QuizTry>(), tx.now());
    let written = tx.run(
        "insert into quiz_try (org_id, id, attempt_id, lesson_id, number, begun_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        &[&org, &id, &attempt, &lesson, &number, &now],
    )?;
    if written == 0 {
        return Ok(false);
    }
    for it in drawn {
        tx.run(
            "insert into quiz_answer (org_id, try_id, position, question_id, shown) values ($1, $2, $3, $4, $5)",
            &[&org, &id, &it.position, &it.question, &write_numbers(&it.shown)],
        )?;
    }
    Ok(true)
}

/// Keeps an answer, once: what was answered stays so.
pub fn answer(
    tx: &mut Tx<'_>,
    org: OrgId,
    (id, position): (QuizTryId, i64),
    given: &[i64],
    right: bool,
) -> Result<bool> {
    let now = tx.now();
    let written = tx.run(
        "update quiz_answer set given = $4, is_right = $5, answered_at = $6
          where org_id = $1 and try_id = $2 and position = $3 and given is null",
        &[&org, &id, &position, &write_numbers(given), &right, &now],
    )?;
    Ok(written > 0)
}

/// How many questions of a try are still open, how many were answered rightly, and how many there are.
pub fn count(db: &Snapshot<'_>, org: OrgId, id: QuizTryId) -> Result<[i64; 3]> {
    db.one(
        "select count(*) filter (where given is null), count(*) filter (where is_right = $3), count(*)
           from quiz_answer where org_id = $1 and try_id = $2",
        &[&org, &id, &true],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

/// Grades a try, once.
pub fn grade(
    tx: &mut Tx<'_>,
    org: OrgId,
    id: QuizTryId,
    (score, passed): (i64, bool),
) -> Result<bool> {
    let now = tx.now();
    let written = tx.run(
        "update quiz_try set graded_at = $3, score = $4, passed = $5
          where org_id = $1 and id = $2 and graded_at is null",
        &[&org, &id, &now, &score, &passed],
    )?;
    Ok(written > 0)
}
