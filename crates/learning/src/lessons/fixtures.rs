//! What the told world learns on its phones: the lessons of the site induction. Every picture is drawn, none is kept.
use kernel::field::Name;
use kernel::file::{Kind as FileKind, check, drawing};
use kernel::{AccountId, CourseId, Error, LessonFileId, OrgId, PersonId, Result, Tx};

use super::model::{Draft, Kept, Kind, Quiz};
use super::store::{self, Version};
use crate::questions::model::{Choice, Draft as QuestionDraft, Kind as QuestionKind};
use crate::{attempts, markdown, questions};

/// Title, text with one picture where `@` stands, what the picture shows, its drawing, seconds at least.
const PAGES: [(&str, &str, &str, u32, i64); 3] = [
    (
        "Welcome to the site",
        "Everybody works safely here, or does not work here.\n\n@\n\n## Before you begin\n\n\
         - Sign in at the gate **every day**, also for ten minutes\n\
         - Wear helmet, boots and a high-visibility vest from the gate on\n\
         - Ask before you do anything you were not shown\n\n\
         If you see something unsafe, stop and tell the site manager. Nobody is ever blamed for stopping.",
        "A round blue sign: wear what the sign shows",
        0,
        10,
    ),
    (
        "Alarm and assembly point",
        "## When the alarm sounds\n\n1. Stop work and make your machine safe\n2. Walk the green route to the assembly \
         point at the north gate\n3. Stay until your name was called\n\n@\n\n\
         > Never go back for tools or clothes.\n\nThe alarm is tested on Mondays at 10:00 for half a minute.",
        "A square green sign: the way to the assembly point",
        3,
        10,
    ),
    (
        "Vehicles and lifting",
        "Drivers see less than you think.\n\n@\n\n## Keep away\n\n- Use the paths with a fence\n\
         - Never stand under a load\n- Wait until the driver has seen you and **waves**\n\n\
         The speed limit is 10 km/h everywhere.",
        "A triangular yellow sign: vehicles",
        2,
        10,
    ),
];

/// Kind, words, answers, numbers of the right ones, explanation.
type Asked = (QuestionKind, &'static str, &'static [&'static str], &'static [usize], &'static str);

const QUESTIONS: [Asked; 6] = [
    (
        QuestionKind::Single,
        "When do you sign in at the gate?",
        &["Every day", "On the first day only", "When somebody asks"],
        &[1],
        "In an emergency the list of the gate says who has to be looked for.",
    ),
    (
        QuestionKind::Multiple,
        "What do you wear from the gate on?",
        &["Helmet", "Headphones", "Boots", "High-visibility vest"],
        &[1, 3, 4],
        "Headphones keep you from hearing vehicles and the alarm.",
    ),
    (
        QuestionKind::Truth,
        "You may go back for your tools when the alarm sounds.",
        &[],
        &[2],
        "Tools can be replaced.",
    ),
    (
        QuestionKind::Pictures,
        "Which sign shows the way to the assembly point?",
        &[
            "A round blue sign",
            "A round red sign",
            "A triangular yellow sign",
            "A square green sign",
        ],
        &[4],
        "Ways out and assembly points are green.",
    ),
    (
        QuestionKind::Single,
        "A crane lifts a load over your path. What do you do?",
        &["Walk faster", "Wait until it has passed", "Duck"],
        &[2],
        "A load can fall at any time.",
    ),
    (
        QuestionKind::Truth,
        "Whoever sees something unsafe may stop work.",
        &[],
        &[1],
        "Everybody may, and nobody is blamed for it.",
    ),
];

/// Makes the lessons of a course and publishes them.
pub fn tell(tx: &mut Tx<'_>, org: OrgId, by: AccountId, course: CourseId) -> Result<()> {
    let content = store::touch(tx, org, by, course)?;
    let mut pictures = Vec::new();
    for (title, words, alt, seed, least) in PAGES {
        let picture = picture(tx, org, course, seed)?;
        let shown = format!("![{alt}]({}{picture})", markdown::PICTURE);
        let words = words.replace('@', &shown);
        store::insert(tx, org, content, &draft(Kind::Page, title, words, least)?, None)?;
        pictures.push(picture);
    }
    let words = "Four questions about what you have just read.".to_owned();
    let quiz = Quiz { draws: 4, pass: 75, tries: 3, shuffles: true, explains: true };
    let draft = Draft { quiz, ..draft(Kind::Quiz, "What do you remember?", words, 0)? };
    let lesson = store::insert(tx, org, content, &draft, None)?;
    for asked in &QUESTIONS {
        let draft = question(tx, org, course, asked)?;
        questions::store::insert(tx, org, (content, lesson), &draft, None)?;
    }
    let version = Version { course, draft: content, number: 1, edition: 1, open: true };
    store::publish(tx, org, by, &version, &pictures).map(drop)
}

/// Somebody has read the first page.
pub fn half_way(tx: &mut Tx<'_>, org: OrgId, person: PersonId, course: CourseId) -> Result<()> {
    let today = crate::courses::store::today(tx, org)?;
    let offer = attempts::store::offer(tx, org, course, today)?;
    let begun = attempts::store::insert(tx, org, (person, course), (offer.content, 1))?;
    let attempt = begun.ok_or_else(|| Error::internal("an attempt is told twice"))?;
    let lessons = store::lessons(tx, org, offer.content)?;
    attempts::store::finish(tx, org, attempt, lessons[0].id)?;
    attempts::store::open(tx, org, attempt, lessons[1].id)
}

fn draft(kind: Kind, title: &str, words: String, least: i64) -> Result<Draft> {
    let title = Name::parse(title).map_err(Error::internal)?;
    Ok(Draft { kind, title, least, words, quiz: Quiz::default(), alt: String::new() })
}

fn picture(tx: &mut Tx<'_>, org: OrgId, course: CourseId, seed: u32) -> Result<LessonFileId> {
    let sound = check(&drawing(seed)).map_err(Error::internal)?;
    let size = i64::try_from(sound.bytes.len()).unwrap_or(i64::MAX);
    let hash = tx.house().blobs.put(sound.bytes)?;
    store::insert_file(tx, org, course, &Kept { kind: FileKind::Jpeg, hash, size })
}

fn question(
    tx: &mut Tx<'_>,
    org: OrgId,
    course: CourseId,
    (kind, words, answers, right, explanation): &Asked,
) -> Result<QuestionDraft> {
    let truth: &[&str] = &["", ""];
    let answers = if *kind == QuestionKind::Truth { truth } else { *answers };
    let mut choices = Vec::new();
    for (at, words) in answers.iter().enumerate() {
        let file = match kind {
            QuestionKind::Pictures => {
                Some(picture(tx, org, course, u32::try_from(at).unwrap_or_default())?)
            }
            _ => None,
        };
        let position = i64::try_from(at + 1).unwrap_or_default();
        let right = right.contains(&(at + 1));
        choices.push(Choice { position, words: (*words).to_owned(), file, right });
    }
    let (words, explanation) = ((*words).to_owned(), (*explanation).to_owned());
    Ok(QuestionDraft { kind: *kind, words, explanation, choices })
}
