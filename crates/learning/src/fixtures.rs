//! What the told world learned: a few courses, and people who stand differently with them.
use judge::{Day, Validity};
use kernel::field::Name;
use kernel::{AccountId, CourseId, Date, Error, PersonId, Result, Tx, Zone};
use people::fixtures::{World, named};

use crate::completions::model::Facts;
use crate::courses::model::{Change, Draft};
use crate::{completions, courses, lessons};

/// Days ago on which the courses came into the catalogue.
const BEGAN: i32 = 2000;

/// Title, category, description, months it holds, title in Polish.
const COURSES: [(&str, &str, &str, u16, &str); 3] = [
    (
        "Site induction",
        "Safety",
        "Rules, routes and alarms of our sites. Everybody does it before the first day.",
        12,
        "Instruktaż na obiekcie",
    ),
    (
        "Manual handling",
        "Safety",
        "Lifting and carrying without getting hurt.",
        36,
        "Ręczne przenoszenie ciężarów",
    ),
    (
        "Working at height",
        "Access",
        "Ladders, scaffolds, harnesses, and what to do when somebody hangs in one.",
        24,
        "Praca na wysokości",
    ),
];

/// Who did which course, and how many days ago. The people of the crowd are there in the demo only.
const DONE: [(&str, usize, i32); 14] = [
    ("Emil Karlsson", 0, 200),
    ("Emil Karlsson", 1, 1060),
    ("Emil Karlsson", 2, 500),
    ("Sam Whitfield", 0, 20),
    ("Sunita Rao", 0, 330),
    ("Sunita Rao", 1, 100),
    ("Oskar Lind", 0, 400),
    ("Enzo Marchetti", 0, 90),
    ("Enzo Marchetti", 2, 10),
    ("Daniel Okafor", 0, 45),
    ("Daniel Okafor", 2, 12),
    ("Marta Kowalczyk", 0, 350),
    ("Jack Doyle", 2, 600),
    ("Owen Price", 0, 5),
];

/// Tells it in a house where the people are.
pub fn tell(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let owner = world.actors.iter().find(|it| it.key == "owner");
    let by = owner.ok_or_else(|| Error::internal("a world without an owner"))?.account;
    let mut catalogue = Vec::new();
    for course in &COURSES {
        catalogue.push(teach(tx, world, by, course)?);
    }
    renew(tx, world, by, catalogue[2], &COURSES[2])?;
    for (name, course, days) in DONE {
        if let Some(person) = named(tx, world.org, name)? {
            complete(tx, world, by, (person, catalogue[course]), days)?;
        }
    }
    // The site induction is done here, on the own phone; somebody has begun.
    lessons::fixtures::tell(tx, world.org, by, catalogue[0])?;
    if let Some(person) = named(tx, world.org, "Oskar Lind")? {
        lessons::fixtures::half_way(tx, world.org, person, catalogue[0])?;
    }
    // Somebody ticked the wrong name once.
    if let Some(person) = named(tx, world.org, "Oskar Lind")? {
        let wrong = complete(tx, world, by, (person, catalogue[1]), 50)?;
        if let Some(wrong) = wrong {
            completions::store::void(tx, world.org, by, wrong, "Wrong person")?;
        }
    }
    Ok(())
}

fn ago(tx: &Tx<'_>, days: i32) -> Date {
    let today = tx.now().date_in(&Zone::usual());
    Date(Day::of(today.0).plus(-days).date())
}

fn draft(course: &(&str, &str, &str, u16, &str)) -> Result<Draft> {
    let (title, category, description, months, polish) = course;
    let line = |text: &str| Name::parse(text).map_err(Error::internal);
    Ok(Draft {
        title: line(title)?,
        category: (*category).to_owned(),
        description: (*description).to_owned(),
        validity: Validity::Months(*months),
        remind: 60,
        languages: vec![("pl".to_owned(), line(polish)?)],
    })
}

fn teach(
    tx: &mut Tx<'_>,
    world: &World,
    by: AccountId,
    course: &(&str, &str, &str, u16, &str),
) -> Result<CourseId> {
    let from = ago(tx, BEGAN);
    let made = courses::store::insert(tx, world.org, by, &draft(course)?, from)?;
    made.ok_or_else(|| Error::internal("a course is told twice"))
}

/// The course changed a month ago, so that everybody has to do it again.
fn renew(
    tx: &mut Tx<'_>,
    world: &World,
    by: AccountId,
    id: CourseId,
    course: &(&str, &str, &str, u16, &str),
) -> Result<()> {
    let change =
        Change { asks_again: true, what: "New rules for harnesses".to_owned(), from: ago(tx, 30) };
    courses::store::add_edition(tx, world.org, by, (id, 2), &draft(course)?, &change)
}

fn complete(
    tx: &mut Tx<'_>,
    world: &World,
    by: AccountId,
    (person, course): (PersonId, CourseId),
    days: i32,
) -> Result<Option<kernel::CompletionId>> {
    let facts = Facts {
        done: ago(tx, days),
        ends: None,
        provider: "Quayside Training".to_owned(),
        number: String::new(),
        note: String::new(),
    };
    let edition = courses::store::edition_on(tx, world.org, course, facts.done)?;
    completions::store::insert(tx, world.org, by, (person, course, edition), &facts)
}
