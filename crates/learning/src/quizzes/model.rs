//! How questions are drawn and graded. Pure: what is drawn comes from the randomness that is passed in.
use kernel::field::Problem;
use kernel::{Fields, Instant, QuestionId, QuizTryId};

use crate::lessons::model::Quiz;
use crate::questions::model::{Kind, Question};

/// A try at a quiz.
#[derive(Debug, Clone, Copy)]
pub struct Try {
    pub id: QuizTryId,
    pub number: i64,
    pub graded: Option<Graded>,
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Graded {
    pub at: Instant,
    /// Percent.
    pub score: i64,
    pub passed: bool,
}

/// A question of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub position: i64,
    pub question: QuestionId,
    /// The numbers of the answers, in the order they are shown.
    pub shown: Vec<i64>,
    pub right: Option<bool>,
}

/// Where somebody stands with a quiz.
#[derive(Debug)]
pub struct Stand {
    /// The first comes first.
    pub tries: Vec<Try>,
    /// The questions of the last try.
    pub drawn: Vec<(Drawn, Question)>,
    /// Tries that are left; none is as many as one likes.
    pub left: Option<i64>,
}

impl Stand {
    pub fn last(&self) -> Option<&Try> {
        self.tries.last()
    }

    /// The try under way, with the question that comes next.
    pub fn open(&self) -> Option<(&Try, &Drawn, &Question)> {
        let open = self.last().filter(|it| it.graded.is_none())?;
        let (drawn, question) = self.drawn.iter().find(|it| it.0.right.is_none())?;
        Some((open, drawn, question))
    }

    pub fn is_passed(&self) -> bool {
        self.tries.iter().any(|it| it.graded.is_some_and(|it| it.passed))
    }

    pub fn may_try(&self) -> bool {
        !self.is_passed() && self.left != Some(0)
    }
}

/// Tries that are left of a quiz with what staff allowed beyond.
pub fn left(quiz: Quiz, more: i64, used: usize) -> Option<i64> {
    let used = i64::try_from(used).unwrap_or(i64::MAX);
    (quiz.tries > 0).then(|| (quiz.tries + more - used).max(0))
}

/// Puts things into an order that nobody chose.
fn shuffle<T>(all: &mut [T], random: &mut impl FnMut() -> u64) {
    for at in (1..all.len()).rev() {
        // A bias of one in 2^58 is nobody's advantage.
        let other = random() % (u64::try_from(at).unwrap_or_default() + 1);
        all.swap(at, usize::try_from(other).unwrap_or_default());
    }
}

/// Draws the questions of a try, each with its answers in the order they are shown.
pub fn draw(pool: &[Question], quiz: Quiz, mut random: impl FnMut() -> u64) -> Vec<Drawn> {
    let mut all: Vec<&Question> = pool.iter().collect();
    let number = match usize::try_from(quiz.draws) {
        Ok(0) | Err(_) => all.len(),
        Ok(number) => number.min(all.len()),
    };
    if number < all.len() || quiz.shuffles {
        shuffle(&mut all, &mut random);
    }
    all.truncate(number);
    if !quiz.shuffles {
        let place = |it: &&Question| pool.iter().position(|other| other.id == it.id);
        all.sort_by_key(place);
    }
    let drawn = all.into_iter().zip(1..).map(|(it, position)| {
        let mut shown: Vec<i64> = it.choices.iter().map(|it| it.position).collect();
        // True stays before false.
        if quiz.shuffles && it.kind != Kind::Truth {
            shuffle(&mut shown, &mut random);
        }
        Drawn { position, question: it.id, shown, right: None }
    });
    drawn.collect()
}

/// The numbers of the answers that were chosen, in order. A form names them by the places they were shown at.
pub fn given(fields: &Fields, it: &Drawn, kind: Kind) -> Result<Vec<i64>, Problem> {
    let place = |text: &str| text.parse::<usize>().ok().filter(|it| *it > 0);
    let mut given = Vec::new();
    for text in fields.each("choice") {
        let chosen = place(text).and_then(|at| it.shown.get(at - 1)).ok_or("error-choice")?;
        if !given.contains(chosen) {
            given.push(*chosen);
        }
    }
    if given.is_empty() || (given.len() > 1 && kind != Kind::Multiple) {
        return Err("quizzes-choose");
    }
    given.sort_unstable();
    Ok(given)
}

/// Percent of the questions that were answered rightly, and whether that is enough.
pub fn grade(right: usize, total: usize, pass: i64) -> (i64, bool) {
    let score = i64::try_from(right * 100 / total.max(1)).unwrap_or_default();
    (score, score >= pass)
}

pub fn write_numbers(numbers: &[i64]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

pub fn read_numbers(text: &str) -> Vec<i64> {
    text.split(',').filter_map(|it| it.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::{ContentId, LessonId};

    use super::*;
    use crate::questions::model::Choice;

    fn pool(number: u8) -> Vec<Question> {
        let choice =
            |position| Choice { position, words: String::new(), file: None, right: position == 1 };
        let question = |at| Question {
            id: QuestionId::from_bytes([at; 16]),
            content: ContentId::from_bytes([0; 16]),
            lesson: LessonId::from_bytes([0; 16]),
            kind: Kind::Single,
            words: String::new(),
            explanation: String::new(),
            file: None,
            choices: (1..=4).map(choice).collect(),
        };
        (1..=number).map(question).collect()
    }

    fn counting() -> impl FnMut() -> u64 {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        }
    }

    #[test]
    fn so_many_are_drawn_each_once_and_not_always_the_same() {
        let pool = pool(10);
        let quiz = Quiz { draws: 4, shuffles: true, ..Quiz::default() };
        let mut random = counting();
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..50 {
            let drawn = draw(&pool, quiz, &mut random);
            let mut ids: Vec<_> = drawn.iter().map(|it| it.question).collect();
            assert_eq!(ids.len(), 4);
            seen.extend(ids.iter().copied());
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), 4, "no question twice");
            for it in &drawn {
                let mut shown = it.shown.clone();
                shown.sort_unstable();
                assert_eq!(shown, [1, 2, 3, 4]);
            }
        }
        assert_eq!(seen.len(), 10, "each question comes at some time");
        let plain = draw(&pool, Quiz::default(), &mut random);
        assert!(plain.iter().all(|it| it.shown == [1, 2, 3, 4]) && plain.len() == 10);
    }

    #[test]
    fn an_answer_is_named_by_the_place_it_was_shown_at() {
        let drawn = Drawn {
            position: 1,
            question: QuestionId::from_bytes([1; 16]),
            shown: vec![3, 1, 2],
            right: None,
        };
        let one = Fields::of([("choice", "1")]);
        assert_eq!(given(&one, &drawn, Kind::Single), Ok(vec![3]));
        let two = one.and("choice", "2").and("choice", "2");
        assert_eq!(given(&two, &drawn, Kind::Multiple), Ok(vec![1, 3]));
        assert_eq!(given(&two, &drawn, Kind::Single), Err("quizzes-choose"));
        assert_eq!(given(&Fields::default(), &drawn, Kind::Single), Err("quizzes-choose"));
        for bad in ["0", "4", "-1", "x"] {
            assert_eq!(
                given(&Fields::of([("choice", bad)]), &drawn, Kind::Single),
                Err("error-choice")
            );
        }
        assert_eq!(read_numbers(&write_numbers(&drawn.shown)), drawn.shown);
    }

    #[test]
    fn the_score_is_never_rounded_up_to_a_pass() {
        assert_eq!((grade(3, 4, 75), grade(3, 4, 80)), ((75, true), (75, false)));
        assert_eq!((grade(2, 3, 67), grade(0, 0, 1)), ((66, false), (0, false)));
        let quiz = Quiz { tries: 2, ..Quiz::default() };
        assert_eq!(
            (left(quiz, 0, 2), left(quiz, 1, 2), left(Quiz::default(), 0, 9)),
            (Some(0), Some(1), None)
        );
    }
}
