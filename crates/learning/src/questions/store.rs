//! Every SQL statement about the questions of quizzes.
use kernel::db::{Fault, Row};
use kernel::{ContentId, LessonFileId, LessonId, OrgId, QuestionId, Result, Snapshot, Tx};

use super::model::{Choice, Draft, Kind, Question};

/// The pool of a quiz, of the draft or of a version, in order, with the answers.
pub fn of_lesson(
    db: &Snapshot<'_>,
    org: OrgId,
    content: ContentId,
    lesson: LessonId,
) -> Result<Vec<Question>> {
    let mut all = db.all(
        "select id, content_id, lesson_id, kind, words, explanation, file_id from question
          where org_id = $1 and content_id = $2 and lesson_id = $3 and removed_at is null order by position, id",
        &[&org, &content, &lesson],
        read,
    )?;
    if all.is_empty() {
        return Ok(all);
    }
    let choices = db.all(
        "select c.question_id, c.position, c.words, c.file_id, c.is_right from choice c
           join question q on q.org_id = c.org_id and q.content_id = c.content_id and q.id = c.question_id
          where c.org_id = $1 and c.content_id = $2 and q.lesson_id = $3 order by c.question_id, c.position",
        &[&org, &content, &lesson],
        |row| Ok((row.get::<QuestionId>(0)?, read_choice(row, 1)?)),
    )?;
    for (question, choice) in choices {
        if let Some(it) = all.iter_mut().find(|it| it.id == question) {
            it.choices.push(choice);
        }
    }
    Ok(all)
}

fn read(row: &Row<'_>) -> Result<Question, Fault> {
    let kind: String = row.get(3)?;
    Ok(Question {
        id: row.get(0)?,
        content: row.get(1)?,
        lesson: row.get(2)?,
        kind: Kind::from_code(&kind).unwrap_or(Kind::Single),
        words: row.get(4)?,
        explanation: row.get(5)?,
        file: row.get(6)?,
        choices: Vec::new(),
    })
}

fn read_choice(row: &Row<'_>, at: usize) -> Result<Choice, Fault> {
    Ok(Choice {
        position: row.get(at)?,
        words: row.get(at + 1)?,
        file: row.get(at + 2)?,
        right: row.get(at + 3)?,
    })
}

/// A question of a draft, also one that was removed.
pub fn find(db: &Snapshot<'_>, org: OrgId, id: QuestionId) -> Result<Question> {
    let mut found = db.one(
        "select q.id, q.content_id, q.lesson_id, q.kind, q.words, q.explanation, q.file_id from question q
           join content v on v.org_id = q.org_id and v.id = q.content_id
          where q.org_id = $1 and q.id = $2 and v.number = 0",
        &[&org, &id],
        read,
    )?;
    found.choices = db.all(
        "select position, words, file_id, is_right from choice
          where org_id = $1 and content_id = $2 and question_id = $3 order by position",
        &[&org, &found.content, &id],
        |row| read_choice(row, 0),
    )?;
    Ok(found)
}

/// Adds a question to the pool of a quiz of the draft.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    (content, lesson): (ContentId, LessonId),
    it: &Draft,
    file: Option<LessonFileId>,
) -> Result<QuestionId> {
    let id = tx.new_id::<kernel::kind::Question>();
    let last: Option<i64> = tx.one(
        "select max(position) from question where org_id = $1 and content_id = $2 and lesson_id = $3",
        &[&org, &content, &lesson],
        |row| row.get(0),
    )?;
    let position = last.unwrap_or_default() + 1;
    tx.run(
        "insert into question (org_id, content_id, lesson_id, id, position, kind, words, explanation, file_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            &org,
            &content,
            &lesson,
            &id,
            &position,
            &it.kind.code(),
            &it.words,
            &it.explanation,
            &file,
        ],
    )?;
    insert_choices(tx, org, (content, id), &it.choices)?;
    Ok(id)
}

pub fn update(
    tx: &mut Tx<'_>,
    org: OrgId,
    old: &Question,
    it: &Draft,
    file: Option<LessonFileId>,
) -> Result<()> {
    tx.run(
        "update question set words = $4, explanation = $5, file_id = $6
          where org_id = $1 and content_id = $2 and id = $3",
        &[&org, &old.content, &old.id, &it.words, &it.explanation, &file.or(old.file)],
    )?;
    tx.run(
        "delete from choice where org_id = $1 and content_id = $2 and question_id = $3",
        &[&org, &old.content, &old.id],
    )?;
    insert_choices(tx, org, (old.content, old.id), &it.choices)
}

fn insert_choices(
    tx: &mut Tx<'_>,
    org: OrgId,
    (content, question): (ContentId, QuestionId),
    choices: &[Choice],
) -> Result<()> {
    for it in choices {
        tx.run(
            "insert into choice (org_id, content_id, question_id, position, words, file_id, is_right)
             values ($1, $2, $3, $4, $5, $6, $7)",
            &[&org, &content, &question, &it.position, &it.words, &it.file, &it.right],
        )?;
    }
    Ok(())
}

/// Removes a question from the draft or brings it back; false when it is so already.
pub fn set_removed(tx: &mut Tx<'_>, org: OrgId, it: &Question, removed: bool) -> Result<bool> {
    let at = removed.then(|| tx.now());
    let changed = tx.run(
        "update question set removed_at = $4
          where org_id = $1 and content_id = $2 and id = $3 and (removed_at is null) = $5",
        &[&org, &it.content, &it.id, &at, &removed],
    )?;
    Ok(changed > 0)
}
