//! Somebody on the way through a course. Pure.
use kernel::{AttemptId, CompletionId, ContentId, CourseId, Instant, LessonId, OrgId, PersonId};

use crate::lessons::model::{Kind, Lesson};

/// An attempt as it is kept.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub org: OrgId,
    pub id: AttemptId,
    pub person: PersonId,
    pub course: (CourseId, String),
    pub content: ContentId,
    pub edition: i64,
    pub ended_at: Option<Instant>,
    pub completion: Option<CompletionId>,
    /// The edition that is asked for now.
    pub asked: i64,
}

impl Attempt {
    /// What is learned now would not count: the course was changed so much that it is asked again.
    pub fn is_stale(&self) -> bool {
        self.ended_at.is_none() && self.edition < self.asked
    }
}

/// How far somebody came with one lesson.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    pub opened_at: Instant,
    pub done_at: Option<Instant>,
    /// Seconds into the film.
    pub second: i64,
    pub saved_at: Instant,
    pub more_tries: i64,
}

/// A lesson of an attempt. One that was not reached yet has no mark.
#[derive(Debug, Clone)]
pub struct Step {
    pub lesson: Lesson,
    pub mark: Option<Mark>,
}

impl Step {
    pub fn is_done(&self) -> bool {
        self.mark.is_some_and(|it| it.done_at.is_some())
    }

    /// Seconds that still have to pass before it can be finished.
    pub fn wait(&self, now: Instant) -> i64 {
        let Some(mark) = self.mark else { return 0 };
        if self.is_done() || self.lesson.kind == Kind::Quiz {
            return 0;
        }
        (self.lesson.least - now.seconds_since(mark.opened_at)).max(0)
    }
}

/// The lessons of an attempt, in order.
#[derive(Debug, Clone)]
pub struct Steps(pub Vec<Step>);

impl Steps {
    /// A step that was reached, and its place counted from 0.
    pub fn reached(&self, id: LessonId) -> Option<(usize, &Step)> {
        let found = self.0.iter().enumerate().find(|(_, it)| it.lesson.id == id);
        found.filter(|(_, it)| it.mark.is_some())
    }

    pub fn done(&self) -> usize {
        self.0.iter().filter(|it| it.is_done()).count()
    }

    /// Where to go on: the first that is not done.
    pub fn current(&self) -> Option<&Step> {
        self.0.iter().find(|it| !it.is_done())
    }

    pub fn after(&self, place: usize) -> Option<&Step> {
        self.0.get(place + 1)
    }

    pub fn before(&self, place: usize) -> Option<&Step> {
        self.0.get(place.checked_sub(1)?)
    }

    /// When something was saved last.
    pub fn saved_at(&self) -> Option<Instant> {
        let marks = self.0.iter().filter_map(|it| it.mark);
        marks.flat_map(|it| [Some(it.saved_at), it.done_at]).flatten().max()
    }
}

/// A course on the own page, and how far one is with it.
#[derive(Debug, Clone)]
pub struct ToTake {
    pub course: (CourseId, String),
    pub lessons: i64,
    /// The attempt under way, and the lessons done of it.
    pub attempt: Option<(AttemptId, i64)>,
}

/// What there is to take of a course.
#[derive(Debug, Clone)]
pub struct Offer {
    pub title: String,
    pub description: String,
    pub content: ContentId,
    pub edition: i64,
    /// The edition in force.
    pub current: i64,
    pub lessons: Vec<(Kind, String)>,
}

/// An attempt as staff see it.
#[derive(Debug, Clone)]
pub struct Taken {
    pub id: AttemptId,
    pub course: (CourseId, String),
    pub version: i64,
    pub begun_at: Instant,
    pub ended_at: Option<Instant>,
    pub completed: bool,
    pub done: i64,
    pub lessons: i64,
    pub tries: Vec<Tried>,
    /// The quiz whose tries are used up, with its title.
    pub stuck: Option<(LessonId, String)>,
}

/// A try as staff see it.
#[derive(Debug, Clone)]
pub struct Tried {
    pub quiz: String,
    pub number: i64,
    pub at: Instant,
    pub score: i64,
    pub passed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lessons::model::Quiz;

    fn step(number: u8, mark: Option<Mark>) -> Step {
        let lesson = Lesson {
            id: LessonId::from_bytes([number; 16]),
            content: ContentId::from_bytes([1; 16]),
            course: CourseId::from_bytes([2; 16]),
            position: i64::from(number),
            kind: Kind::Page,
            title: String::new(),
            least: 30,
            words: String::new(),
            file: None,
            quiz: Quiz::default(),
            questions: 0,
        };
        Step { lesson, mark }
    }

    fn mark(done: Option<i64>) -> Option<Mark> {
        let done_at = done.map(Instant);
        let (opened_at, saved_at) = (Instant(1000), Instant(2000));
        Some(Mark { opened_at, done_at, second: 0, saved_at, more_tries: 0 })
    }

    #[test]
    fn a_step_waits_for_its_least_time_and_never_once_it_is_done() {
        let open = step(1, mark(None));
        assert_eq!((open.wait(Instant(1000)), open.wait(Instant(21_000))), (30, 10));
        assert_eq!(open.wait(Instant(31_000)), 0);
        assert_eq!(step(1, mark(Some(2000))).wait(Instant(3000)), 0);
    }

    #[test]
    fn one_goes_on_at_the_first_step_that_is_not_done() {
        let steps = Steps(vec![step(1, mark(Some(5000))), step(2, mark(None)), step(3, None)]);
        assert_eq!(steps.current().map(|it| it.lesson.position), Some(2));
        assert_eq!((steps.done(), steps.saved_at()), (1, Some(Instant(5000))));
        assert!(steps.reached(LessonId::from_bytes([3; 16])).is_none(), "nobody jumps ahead");
        assert_eq!(steps.reached(LessonId::from_bytes([2; 16])).map(|it| it.0), Some(1));
    }
}
