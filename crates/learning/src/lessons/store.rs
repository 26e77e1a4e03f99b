//! Every SQL statement about lessons, their files, and the versions they are published in.
use kernel::db::{Fault, Query, Row};
use kernel::file;
use kernel::{
    AccountId, ContentId, CourseId, Error, LessonFileId, LessonId, OrgId, Result, Snapshot, Tx,
};

use super::model::{Content, Draft, File, Kept, Kind, Lesson, Quiz};

/// The draft and the versions of a course, the latest first; the draft last.
pub fn contents(db: &Snapshot<'_>, org: OrgId, course: CourseId) -> Result<Vec<Content>> {
    db.all(
        "select v.number, v.edition, v.is_open, v.made_at, a.name
           from content v join account a on a.id = v.made_by
          where v.org_id = $1 and v.course_id = $2 order by v.number desc",
        &[&org, &course],
        |row| {
            Ok(Content {
                number: row.get(0)?,
                edition: row.get(1)?,
                open: row.get(2)?,
                made_at: row.get(3)?,
                made_by: row.get(4)?,
            })
        },
    )
}

/// The draft of a course that is about to change; made when there is none.
pub fn touch(tx: &mut Tx<'_>, org: OrgId, by: AccountId, course: CourseId) -> Result<ContentId> {
    let (id, now) = (tx.new_id::<kernel::kind::Content>(), tx.now());
    tx.run(
        "insert into content (org_id, id, course_id, number, edition, made_at, made_by)
         values ($1, $2, $3, 0, 0, $4, $5)
         on conflict (org_id, course_id, number) do update set made_at = excluded.made_at, made_by = excluded.made_by",
        &[&org, &id, &course, &now, &by],
    )?;
    tx.one(
        "select id from content where org_id = $1 and course_id = $2 and number = 0",
        &[&org, &course],
        |row| row.get(0),
    )
}

const LESSONS: &str =
    "select l.id, l.content_id, v.course_id, l.position, l.kind, l.title, l.least_seconds, l.words, l.draws, l.pass,
            l.tries, l.shuffles, l.explains, f.id, f.kind, f.size, f.hash,
            (select count(*) from question q
              where q.org_id = l.org_id and q.content_id = l.content_id and q.lesson_id = l.id and q.removed_at is null)
       from lesson l
       join content v on v.org_id = l.org_id and v.id = l.content_id
       left join lesson_file f on f.org_id = l.org_id and f.id = l.file_id
      where l.org_id = ";

pub fn read(row: &Row<'_>) -> Result<Lesson, Fault> {
    let kind: String = row.get(4)?;
    let file: Option<LessonFileId> = row.get(13)?;
    let file_kind: Option<String> = row.get(14)?;
    let kind_of = |it: Option<String>| it.and_then(|it| file::Kind::from_code(&it));
    let file = match (file, kind_of(file_kind)) {
        (Some(id), Some(kind)) => Some(File { id, kind, size: row.get(15)?, hash: row.get(16)? }),
        _ => None,
    };
    Ok(Lesson {
        id: row.get(0)?,
        content: row.get(1)?,
        course: row.get(2)?,
        position: row.get(3)?,
        kind: Kind::from_code(&kind).unwrap_or(Kind::Page),
        title: row.get(5)?,
        least: row.get(6)?,
        words: row.get(7)?,
        quiz: Quiz {
            draws: row.get(8)?,
            pass: row.get(9)?,
            tries: row.get(10)?,
            shuffles: row.get(11)?,
            explains: row.get(12)?,
        },
        file,
        questions: row.get(17)?,
    })
}

/// The lessons of the draft or of a version, in order.
pub fn lessons(db: &Snapshot<'_>, org: OrgId, content: ContentId) -> Result<Vec<Lesson>> {
    let mut query = Query::new(LESSONS);
    query.bind(&org).push(" and l.content_id = ").bind(&content);
    query.push(" and l.removed_at is null order by l.position, l.id");
    db.rows(&query, read)
}

/// The lessons of a course's draft.
pub fn draft(db: &Snapshot<'_>, org: OrgId, course: CourseId) -> Result<Vec<Lesson>> {
    let mut query = Query::new(LESSONS);
    query.bind(&org).push(" and v.course_id = ").bind(&course);
    query.push(" and v.number = 0 and l.removed_at is null order by l.position, l.id");
    db.rows(&query, read)
}

/// A lesson of a draft, also one that was removed.
pub fn find(db: &Snapshot<'_>, org: OrgId, id: LessonId) -> Result<Lesson> {
    let mut query = Query::new(LESSONS);
    query.bind(&org).push(" and l.id = ").bind(&id).push(" and v.number = 0");
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// A row for a file that was kept.
pub fn insert_file(
    tx: &mut Tx<'_>,
    org: OrgId,
    course: CourseId,
    it: &Kept,
) -> Result<LessonFileId> {
    let (id, now) = (tx.new_id::<kernel::kind::LessonFile>(), tx.now());
    tx.run(
        "insert into lesson_file (org_id, id, course_id, kind, hash, size, made_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        &[&org, &id, &course, &it.kind.code(), &it.hash, &it.size, &now],
    )?;
    Ok(id)
}

/// A file of a course, for those who make it.
pub fn file(db: &Snapshot<'_>, org: OrgId, id: LessonFileId) -> Result<File> {
    db.one(
        "select id, kind, size, hash from lesson_file where org_id = $1 and id = $2",
        &[&org, &id],
        read_file,
    )
}

/// A file of a version, for somebody who may take the course: anybody of the organisation while it is active, and whoever
/// took it afterwards too.
pub fn shown_file(
    db: &Snapshot<'_>,
    org: OrgId,
    person: kernel::PersonId,
    id: LessonFileId,
) -> Result<File> {
    db.one(
        "select f.id, f.kind, f.size, f.hash from lesson_file f
           join course c on c.org_id = f.org_id and c.id = f.course_id
          where f.org_id = $1 and f.id = $2 and f.published = $3
            and (c.active = $3 or exists (select 1 from attempt t
                  where t.org_id = c.org_id and t.course_id = c.id and t.person_id = $4))",
        &[&org, &id, &true, &person],
        read_file,
    )
}

pub fn read_file(row: &Row<'_>) -> Result<File, Fault> {
    let kind: String = row.get(1)?;
    Ok(File {
        id: row.get(0)?,
        kind: file::Kind::from_code(&kind).unwrap_or(file::Kind::Pdf),
        size: row.get(2)?,
        hash: row.get(3)?,
    })
}

/// Adds a lesson behind the others.
pub fn insert(
    tx: &mut Tx<'_>,
    org: OrgId,
    content: ContentId,
    it: &Draft,
    file: Option<LessonFileId>,
) -> Result<LessonId> {
    let id = tx.new_id::<kernel::kind::Lesson>();
    let last: Option<i64> = tx.one(
        "select max(position) from lesson where org_id = $1 and content_id = $2",
        &[&org, &content],
        |row| row.get(0),
    )?;
    let position = last.unwrap_or_default() + 1;
    tx.run(
        "insert into lesson (org_id, content_id, id, position, kind, title, least_seconds, words, file_id, draws, pass,
                             tries, shuffles, explains)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            &org,
            &content,
            &id,
            &position,
            &it.kind.code(),
            &it.title,
            &it.least,
            &it.words,
            &file,
            &it.quiz.draws,
            &it.quiz.pass,
            &it.quiz.tries,
            &it.quiz.shuffles,
            &it.quiz.explains,
        ],
    )?;
    Ok(id)
}

/// Changes a lesson of the draft; the file only when there is a new one.
pub fn update(
    tx: &mut Tx<'_>,
    org: OrgId,
    old: &Lesson,
    it: &Draft,
    file: Option<LessonFileId>,
) -> Result<()> {
    let file = file.or(old.file.map(|it| it.id));
    tx.run(
        "update lesson set title = $4, least_seconds = $5, words = $6, file_id = $7, draws = $8, pass = $9, tries = $10,
                shuffles = $11, explains = $12
          where org_id = $1 and content_id = $2 and id = $3",
        &[
            &org,
            &old.content,
            &old.id,
            &it.title,
            &it.least,
            &it.words,
            &file,
            &it.quiz.draws,
            &it.quiz.pass,
            &it.quiz.tries,
            &it.quiz.shuffles,
            &it.quiz.explains,
        ],
    )
    .map(drop)
}

/// Puts a lesson into the place of another and that one into its place.
pub fn exchange(tx: &mut Tx<'_>, org: OrgId, one: &Lesson, other: &Lesson) -> Result<()> {
    for (it, position) in [(one, other.position), (other, one.position)] {
        tx.run(
            "update lesson set position = $4 where org_id = $1 and content_id = $2 and id = $3",
            &[&org, &it.content, &it.id, &position],
        )?;
    }
    Ok(())
}

/// Removes a lesson from the draft or brings it back; false when it is so already.
pub fn set_removed(tx: &mut Tx<'_>, org: OrgId, it: &Lesson, removed: bool) -> Result<bool> {
    let at = removed.then(|| tx.now());
    let changed = tx.run(
        "update lesson set removed_at = $4
          where org_id = $1 and content_id = $2 and id = $3 and (removed_at is null) = $5",
        &[&org, &it.content, &it.id, &at, &removed],
    )?;
    Ok(changed > 0)
}

/// What a new version is: of which course, which number, which edition, and whether everybody finds it.
pub struct Version {
    pub course: CourseId,
    pub draft: ContentId,
    pub number: i64,
    pub edition: i64,
    pub open: bool,
}

/// Freezes the draft as a version. Two who publish at once get one version, and one of them is asked to look again.
pub fn publish(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    it: &Version,
    files: &[LessonFileId],
) -> Result<ContentId> {
    let (id, now) = (tx.new_id::<kernel::kind::Content>(), tx.now());
    let written = tx.run(
        "insert into content (org_id, id, course_id, number, edition, is_open, made_at, made_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        &[&org, &id, &it.course, &it.number, &it.edition, &it.open, &now, &by],
    )?;
    if written == 0 {
        return Err(Error::Conflict("error-conflict-words"));
    }
    let parts: [&'static str; 3] = [
        "insert into lesson (org_id, content_id, id, position, kind, title, least_seconds, words, file_id, draws, pass,
                             tries, shuffles, explains)
         select l.org_id, v.id, l.id, l.position, l.kind, l.title, l.least_seconds, l.words, l.file_id, l.draws, l.pass,
                l.tries, l.shuffles, l.explains
           from lesson l join content v on v.org_id = l.org_id and v.id = $3
          where l.org_id = $1 and l.content_id = $2 and l.removed_at is null",
        "insert into question (org_id, content_id, lesson_id, id, position, kind, words, explanation, file_id)
         select q.org_id, l.content_id, q.lesson_id, q.id, q.position, q.kind, q.words, q.explanation, q.file_id
           from question q join lesson l on l.org_id = q.org_id and l.content_id = $3 and l.id = q.lesson_id
          where q.org_id = $1 and q.content_id = $2 and q.removed_at is null",
        "insert into choice (org_id, content_id, question_id, position, words, file_id, is_right)
         select c.org_id, q.content_id, c.question_id, c.position, c.words, c.file_id, c.is_right
           from choice c join question q on q.org_id = c.org_id and q.content_id = $3 and q.id = c.question_id
          where c.org_id = $1 and c.content_id = $2",
    ];
    for part in parts {
        tx.run(part, &[&org, &it.draft, &id])?;
    }
    show_files(tx, org, it.course, id, files)?;
    Ok(id)
}

/// From now on the files of a version may be seen by those who take it. `files` are those that its texts name.
fn show_files(
    tx: &mut Tx<'_>,
    org: OrgId,
    course: CourseId,
    content: ContentId,
    files: &[LessonFileId],
) -> Result<()> {
    tx.run(
        "update lesson_file set published = $3 where org_id = $1 and published <> $3 and id in (
            select file_id from lesson where org_id = $1 and content_id = $2
            union select file_id from question where org_id = $1 and content_id = $2
            union select file_id from choice where org_id = $1 and content_id = $2)",
        &[&org, &content, &true],
    )?;
    let mut query = Query::new("update lesson_file set published = ");
    query.bind(&true).push(" where org_id = ").bind(&org).push(" and course_id = ").bind(&course);
    query.push(" and ").any_of("id", files);
    tx.run_query(&query).map(drop)
}

/// How many people are on the way through a course.
pub fn under_way(db: &Snapshot<'_>, org: OrgId, course: CourseId) -> Result<i64> {
    db.one(
        "select count(*) from attempt where org_id = $1 and course_id = $2 and ended_at is null",
        &[&org, &course],
        |row| row.get(0),
    )
}
