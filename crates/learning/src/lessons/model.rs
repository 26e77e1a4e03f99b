//! What a lesson is, and what its form may say. Pure.
use kernel::field::{Lines, Name, Problem, Reader};
use kernel::file::{self, Sound};
use kernel::{
    ContentId, CourseId, Fields, Film, Hash, Instant, Invalid, LessonFileId, LessonId, Upload,
    Uploads,
};

/// Files a lesson's form carries beside a film: a picture for its text, or a document.
pub const FILES: usize = 2;
/// The longest a lesson can be made to last, in seconds.
const LONGEST: i64 = 3600;
/// The most a number of questions or tries can be.
const MOST: i64 = 50;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Page,
    Film,
    Document,
    Quiz,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Page, Self::Film, Self::Document, Self::Quiz];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Film => "film",
            Self::Document => "document",
            Self::Quiz => "quiz",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How a quiz goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quiz {
    /// Questions drawn for a try; 0 is all of them.
    pub draws: i64,
    /// Percent of right answers to pass.
    pub pass: i64,
    /// Tries; 0 is as many as one likes.
    pub tries: i64,
    pub shuffles: bool,
    /// The explanations are shown with the questions that were answered wrongly.
    pub explains: bool,
}

/// A file as its row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    pub id: LessonFileId,
    pub kind: file::Kind,
    pub size: i64,
    pub hash: Hash,
}

/// A lesson of the draft or of a version.
#[derive(Debug, Clone)]
pub struct Lesson {
    pub id: LessonId,
    pub content: ContentId,
    pub course: CourseId,
    pub position: i64,
    pub kind: Kind,
    pub title: String,
    /// Seconds that must pass before it can be finished.
    pub least: i64,
    pub words: String,
    pub file: Option<File>,
    pub quiz: Quiz,
    pub questions: i64,
}

impl Lesson {
    /// Questions of one try.
    pub fn drawn(&self) -> i64 {
        if self.quiz.draws == 0 { self.questions } else { self.quiz.draws.min(self.questions) }
    }

    /// Why it cannot be published yet.
    pub fn lacks(&self) -> Option<Problem> {
        match self.kind {
            Kind::Page if self.words.is_empty() => Some("lessons-lacks-words"),
            Kind::Film | Kind::Document if self.file.is_none() => Some("lessons-lacks-file"),
            Kind::Quiz if self.questions == 0 => Some("lessons-lacks-questions"),
            Kind::Quiz if self.quiz.draws > self.questions => Some("lessons-lacks-draws"),
            _ => None,
        }
    }

    /// The form filled in with what is known.
    pub fn fields(&self) -> Fields {
        let number = |it: i64| if it == 0 { String::new() } else { it.to_string() };
        let tick = |it: bool| if it { "on" } else { "" };
        Fields::of([
            ("kind", self.kind.code()),
            ("title", &self.title),
            ("least", &number(self.least)),
            ("words", &self.words),
            ("draws", &number(self.quiz.draws)),
            ("pass", &self.quiz.pass.to_string()),
            ("tries", &number(self.quiz.tries)),
            ("shuffles", tick(self.quiz.shuffles)),
            ("explains", tick(self.quiz.explains)),
        ])
    }
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub title: Name,
    pub least: i64,
    pub words: String,
    pub quiz: Quiz,
    /// What a new picture shows, for those who do not see it.
    pub alt: String,
}

/// A form with its files, looked into.
pub struct Checked {
    pub draft: Draft,
    /// A picture for the text.
    pub picture: Option<Sound>,
    pub document: Option<Sound>,
    /// A film that was kept while it arrived.
    pub film: Option<Kept>,
}

/// A file that is where files are kept, and has no row yet.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    pub kind: file::Kind,
    pub hash: Hash,
    pub size: i64,
}

fn whole(most: i64) -> impl Fn(&str) -> Result<i64, Problem> {
    move |text| {
        let number = text.parse().ok().filter(|it| (0..=most).contains(it));
        number.ok_or("lessons-number")
    }
}

/// Reads the form of a lesson. `has_file`: it has a film or document already.
pub fn parse(
    fields: &Fields,
    uploads: &Uploads<FILES>,
    film: &Film,
    (kind, has_file): (Kind, bool),
) -> Result<Checked, Invalid> {
    let mut read = Reader::new(fields);
    let title = read.need("title", Name::parse);
    let least = read.want("least", whole(LONGEST)).unwrap_or_default();
    let words = read.want("words", Lines::<20_000>::parse);
    let alt = read.want("alt", Name::parse).map(|it| it.to_string()).unwrap_or_default();
    let quiz = quiz(&mut read, fields, kind);
    let picture = look(&mut read, "picture", uploads.named("picture"), true);
    if picture.is_some() && alt.is_empty() {
        read.problem("alt", "lessons-alt-missing");
    }
    let mut document = None;
    let mut kept = None;
    match kind {
        Kind::Document => {
            document = look(&mut read, "document", uploads.named("document"), false);
            if uploads.named("document").is_none() && !has_file {
                read.problem("document", "lessons-lacks-file");
            }
        }
        Kind::Film => match &film.0 {
            Some(it) if it.too_large => read.problem("film", "lessons-film-too-large"),
            Some(it) => match (it.kept, file::film(&it.bytes)) {
                (Some(size), Some(kind)) => {
                    let size = i64::try_from(size).unwrap_or(i64::MAX);
                    kept = Some(Kept { kind, hash: it.hash, size });
                }
                _ => read.problem("film", "lessons-film-kind"),
            },
            None if has_file => {}
            None => read.problem("film", "lessons-lacks-file"),
        },
        Kind::Page | Kind::Quiz => {}
    }
    read.done(|| {
        let words = words.map(|it| it.to_string()).unwrap_or_default();
        let draft = Draft { kind, title: title?, least, words, quiz, alt };
        Some(Checked { draft, picture, document, film: kept })
    })
}

fn quiz(read: &mut Reader<'_>, fields: &Fields, kind: Kind) -> Quiz {
    if kind != Kind::Quiz {
        return Quiz::default();
    }
    let pass = read.need("pass", whole(100));
    if pass == Some(0) {
        read.problem("pass", "lessons-number");
    }
    Quiz {
        draws: read.want("draws", whole(MOST)).unwrap_or_default(),
        pass: pass.unwrap_or_default(),
        tries: read.want("tries", whole(MOST)).unwrap_or_default(),
        shuffles: fields.ticked("shuffles"),
        explains: fields.ticked("explains"),
    }
}

/// Looks into a file of a form: a picture, or a document.
pub fn look(
    read: &mut Reader<'_>,
    field: &'static str,
    upload: Option<&Upload>,
    picture: bool,
) -> Option<Sound> {
    let upload = upload?;
    if upload.too_large {
        read.problem(field, "file-too-large");
        return None;
    }
    match file::check(&upload.bytes) {
        Ok(sound) if sound.kind.is_picture() == picture => return Some(sound),
        Ok(_) if picture => read.problem(field, "lessons-not-a-picture"),
        Ok(_) => read.problem(field, "lessons-not-a-document"),
        Err(problem) => read.problem(field, problem),
    }
    None
}

/// The text with a new picture at its end.
pub fn with_picture(words: &str, alt: &str, picture: LessonFileId) -> String {
    let alt: String = alt.chars().filter(|it| !"[]\\`*_<>".contains(*it)).collect();
    let picture = format!("![{alt}]({}{picture})", crate::markdown::PICTURE);
    if words.is_empty() { picture } else { format!("{words}\n\n{picture}") }
}

/// A version as it was published, or the draft.
#[derive(Debug, Clone)]
pub struct Content {
    /// 0 is the draft.
    pub number: i64,
    pub edition: i64,
    pub open: bool,
    pub made_at: Instant,
    pub made_by: String,
}

/// The order of lessons with one of them moved a place.
pub fn moved<T: Copy + PartialEq>(all: &[T], which: T, up: bool) -> Option<(T, T)> {
    let at = all.iter().position(|it| *it == which)?;
    let other = if up { at.checked_sub(1)? } else { at + 1 };
    all.get(other).map(|it| (which, *it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_moves_a_place_and_never_beyond_the_ends() {
        let all = [1, 2, 3];
        assert_eq!(moved(&all, 2, true), Some((2, 1)));
        assert_eq!(moved(&all, 2, false), Some((2, 3)));
        assert_eq!(
            (moved(&all, 1, true), moved(&all, 3, false), moved(&all, 9, true)),
            (None, None, None)
        );
    }

    #[test]
    fn a_quiz_has_a_pass_mark_and_numbers_within_bounds() {
        let ask = |fields: &Fields| {
            parse(fields, &Uploads(Vec::new()), &Film(None), (Kind::Quiz, false)).map(|it| it.draft)
        };
        let fields =
            Fields::of([("title", "Test"), ("pass", "80"), ("draws", "4"), ("shuffles", "on")]);
        let quiz = ask(&fields).unwrap().quiz;
        assert_eq!((quiz.pass, quiz.draws, quiz.tries, quiz.shuffles), (80, 4, 0, true));
        for bad in ["0", "101", "-5", "many", ""] {
            assert!(ask(&fields.with("pass", bad)).is_err(), "{bad}");
        }
        assert!(ask(&fields.with("tries", "51")).is_err());
    }

    #[test]
    fn what_a_picture_shows_cannot_break_out_of_its_place() {
        let id = LessonFileId::new(1_790_000_000_000, [7; 10]);
        let words = with_picture("Above", "Exit](javascript:alert(1)) [x", id);
        assert_eq!(words, format!("Above\n\n![Exit(javascript:alert(1)) x](picture:{id})"));
    }
}
