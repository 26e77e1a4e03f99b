//! Courses, lessons and what people did with them: something of every kind, for the addresses.
use kernel::{AccountId, AnyId, Result, Tx};
use people::fixtures::World;

use crate::subjects::Subjects;
use crate::world::OUTSIDE_PERSON;

impl Subjects {
    /// A course, and somebody who did it.
    pub fn learned(&mut self, tx: &mut Tx<'_>, world: &World, owner: AccountId) -> Result<()> {
        let (org, now, person) = (world.org, tx.now(), self.ids["person"]);
        let course: AnyId = tx.new_id();
        tx.run(
            "insert into course (org_id, id, title, folded, validity, remind, made_at)
             values ($1, $2, 'Rope access', 'rope access', 'months:12', 60, $3)",
            &[&org, &course, &now],
        )?;
        self.ids.insert("course", course);
        tx.run(
            "insert into course_language (org_id, course_id, lang, title, folded)
             values ($1, $2, 'pl', 'Dostęp linowy', 'dostep linowy')",
            &[&org, &course],
        )?;
        tx.run(
            "insert into course_edition (org_id, course_id, number, asks_again, title, validity, remind, from_on,
                                         made_at, made_by)
             values ($1, $2, 1, $3, 'Rope access', 'months:12', 60, '2026-01-12', $4, $5)",
            &[&org, &course, &true, &now, &owner],
        )?;
        let completion: AnyId = tx.new_id();
        tx.run(
            "insert into completion (org_id, id, person_id, course_id, edition, done_on, provider, made_at, made_by)
             values ($1, $2, $3, $4, 1, '2026-11-02', 'Quayside Training', $5, $6)",
            &[&org, &completion, &person, &course, &now, &owner],
        )?;
        self.ids.insert("completion", completion);
        let import: AnyId = tx.new_id();
        tx.run(
            "insert into import (org_id, id, state, lines, made_at, made_by) values ($1, $2, 'checked', 1, $3, $4)",
            &[&org, &import, &now, &owner],
        )?;
        tx.run(
            "insert into import_line (org_id, import_id, line, person, course, done, ends, provider, number, note,
                                      outcome, person_id, course_id, done_on)
             values ($1, $2, 2, $3, 'Rope access', '2026-11-03', '', '', '', '', 'ready', $4, $5, '2026-11-03')",
            &[&org, &import, &OUTSIDE_PERSON, &person, &course],
        )?;
        self.ids.insert("import", import);
        self.taught(tx, world, owner)
    }

    /// The lessons of the course, which were never published, and somebody on the way through them.
    fn taught(&mut self, tx: &mut Tx<'_>, world: &World, owner: AccountId) -> Result<()> {
        let (org, now, course) = (world.org, tx.now(), self.ids["course"]);
        let (content, lesson, question): (AnyId, AnyId, AnyId) =
            (tx.new_id(), tx.new_id(), tx.new_id());
        tx.run(
            "insert into content (org_id, id, course_id, number, edition, made_at, made_by)
             values ($1, $2, $3, 0, 0, $4, $5)",
            &[&org, &content, &course, &now, &owner],
        )?;
        let file: AnyId = tx.new_id();
        let hash = tx.house().blobs.put("a knot".as_bytes().to_vec())?;
        tx.run(
            "insert into lesson_file (org_id, id, course_id, kind, hash, size, made_at)
             values ($1, $2, $3, 'jpg', $4, 6, $5)",
            &[&org, &file, &course, &hash, &now],
        )?;
        tx.run(
            "insert into lesson (org_id, content_id, id, position, kind, title, file_id, pass)
             values ($1, $2, $3, 1, 'quiz', 'Knots', $4, 80)",
            &[&org, &content, &lesson, &file],
        )?;
        tx.run(
            "insert into question (org_id, content_id, lesson_id, id, position, kind, words, file_id)
             values ($1, $2, $3, $4, 1, 'single', 'Which knot?', $5)",
            &[&org, &content, &lesson, &question, &file],
        )?;
        let put = "insert into choice (org_id, content_id, question_id, position, words, file_id, is_right)
             values ($1, $2, $3, 1, 'Bowline', $4, $5)";
        tx.run(put, &[&org, &content, &question, &file, &true])?;
        let attempt: AnyId = tx.new_id();
        tx.run(
            "insert into attempt (org_id, id, person_id, course_id, content_id, edition, begun_at)
             values ($1, $2, $3, $4, $5, 1, $6)",
            &[&org, &attempt, &self.ids["person"], &course, &content, &now],
        )?;
        tx.run(
            "insert into attempt_step (org_id, attempt_id, lesson_id, opened_at, saved_at) values ($1, $2, $3, $4, $4)",
            &[&org, &attempt, &lesson, &now],
        )?;
        let quiz: AnyId = tx.new_id();
        let put = "insert into quiz_try (org_id, id, attempt_id, lesson_id, number, begun_at) values ($1, $2, $3, $4, 1, $5)";
        tx.run(put, &[&org, &quiz, &attempt, &lesson, &now])?;
        let put = "insert into quiz_answer (org_id, try_id, position, question_id, shown) values ($1, $2, 1, $3, '1')";
        tx.run(put, &[&org, &quiz, &question])?;
        self.ids.extend([("content", content), ("lesson", lesson), ("question", question)]);
        self.ids.extend([("lesson_file", file), ("attempt", attempt)]);
        Ok(())
    }
}
