//! Publishing the draft: it becomes a version that is never changed, tied to a new edition of the course.
use kernel::{
    Answer, CourseId, Event, Fields, Form, Invalid, May, OrgId, Path, Result, Toast, Tx, Visit,
};
use ui::Desk;

use super::model::Lesson;
use super::store::{self, Version};
use super::{course, list};
use crate::access::EditCourses;
use crate::courses::model::{Change, Course, Draft};
use crate::{courses, markdown};

pub fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<CourseId>, Form, Visit),
) -> Result<Answer> {
    let (org, course) = course(may, tx, *id)?;
    let lessons = store::draft(tx, org, *id)?;
    let change = match check(tx, may, &course, &lessons, form)? {
        Ok(change) => change,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(list(tx, &desk, org, &course, (form, &invalid))?));
        }
    };
    let edition = course.edition + 1;
    let by = may.who().account;
    let draft = Draft::parse(&course.fields())?;
    courses::store::add_edition(tx, org, by, (*id, edition), &draft, &change)?;
    let contents = store::contents(tx, org, *id)?;
    let number = contents.first().map_or(0, |it| it.number) + 1;
    let version = Version {
        course: *id,
        draft: lessons[0].content,
        number,
        edition,
        open: form.ticked("open"),
    };
    let pictures: Vec<_> = lessons.iter().flat_map(|it| markdown::pictures(&it.words)).collect();
    store::publish(tx, org, by, &version, &pictures)?;
    tx.record(&published(org, &course, &version, &change))?;
    let said = if change.asks_again { "lessons-published-again" } else { "lessons-published" };
    Ok(Answer::to(format!("/courses/{id}/lessons")).saying(&Toast::new(said)))
}

/// Everything that keeps the draft from being published, at once.
fn check(
    tx: &Tx<'_>,
    may: &May<EditCourses>,
    course: &Course,
    lessons: &[Lesson],
    form: &Fields,
) -> Result<Result<Change, Invalid>> {
    let org = may.reach().org();
    let last = courses::store::last_from(tx, org, course.id)?;
    let change = Change::parse(form, tx.now().date_in(&may.who().face.zone), last);
    let mut invalid = Invalid::default();
    if lessons.is_empty() {
        invalid.add("lessons", "lessons-lacks-lessons");
    }
    if lessons.iter().any(|it| it.lacks().is_some()) {
        invalid.add("lessons", "lessons-not-ready");
    }
    if !course.active {
        invalid.add("lessons", "courses-archived-words");
    }
    Ok(match change {
        Ok(change) if invalid.is_empty() => Ok(change),
        Ok(_) => Err(invalid),
        Err(wrong) => {
            wrong.iter().for_each(|(field, problem)| invalid.add(field, problem));
            Err(invalid)
        }
    })
}

fn published(org: OrgId, course: &Course, it: &Version, change: &Change) -> Event {
    let event = Event::new(org, "course.published", "course", course.id)
        .named(course.title.as_str())
        .set("number", &it.number)
        .change("edition", Some(&course.edition), Some(&it.edition))
        .set("open", &it.open)
        .set("reason", &change.what);
    if change.asks_again { event.set("asks_again_from", &change.from) } else { event }
}
