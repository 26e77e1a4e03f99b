//! Who did a course, and recording it for many people at once: people are ticked or pasted, every line is told what
//! would become of it, and then it is written.
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{
    Answer, CompletionId, CourseId, Error, Fields, Form, Invalid, May, Path, Result, Routes,
    Search, Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, Line, Named, Outcome, Step};
use crate::access::{RecordTraining, SeeTraining, others, recorder};
use crate::courses::model::Course;
use crate::{completions, courses};

pub fn routes() -> Routes {
    Routes::new()
        .get("/courses/{id}/completions", index)
        .get("/courses/{id}/completions/new", new)
        .post("/courses/{id}/completions", create)
}

fn index(
    may: &May<SeeTraining>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<CourseId>, Search, Visit),
) -> Result<Response> {
    // T-M2: who sees the own record only does not walk through the catalogue.
    if !may.reach().is_more_than_own() {
        return Err(Error::Forbidden(matrix::REPORTS.name));
    }
    let course = courses::store::find(db, may.reach().org(), *id)?;
    let today = db.now().date_in(&may.who().face.zone);
    let after: Option<CompletionId> = search.text("after").parse().ok();
    let found = completions::store::of_course(db, may.reach(), today, *id, after)?;
    let records = course.active && recorder(may.who()).is_some();
    let it =
        page::Listed { course: &course, found: &found, today, after: after.is_some(), records };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &it).into_response())
}

fn new(
    may: &May<RecordTraining>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CourseId>, Visit),
) -> Result<Response> {
    let (reach, course) = course(may, db, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let people = offered(db, &reach, may.who(), &Fields::default())?;
    let form = page::Asked { course: &course, people: &people };
    Ok(page::new(&desk, &form, &Fields::default(), &Invalid::default()).into_response())
}

/// The course, when it can still be done, and for whom whoever asks may say so.
fn course(may: &May<RecordTraining>, db: &Snapshot<'_>, id: CourseId) -> Result<(People, Course)> {
    let reach = others(may.reach())?;
    let course = courses::store::find(db, reach.org(), id)?;
    if course.active { Ok((reach, course)) } else { Err(Error::Conflict("batches-archived")) }
}

/// People to tick: those who are ticked, and those whom the search finds. Without a search nobody is offered, unless
/// there is only a handful within reach.
fn offered(
    db: &Snapshot<'_>,
    reach: &People,
    actor: &Actor,
    form: &Fields,
) -> Result<Vec<model::Known>> {
    let sees = People::of(actor, &matrix::PEOPLE, Level::View);
    let ticked = Named { ids: Named::of(form).ids, words: Vec::new() };
    let mut people = store::named(db, reach, &ticked)?;
    let search: String = form.text("search").chars().take(100).collect();
    if (!search.is_empty() || !reach.is_all()) && sees.is_some() {
        let found = store::search(db, reach, &search)?;
        let known = store::ids(&people);
        people.extend(found.into_iter().filter(|it| !known.contains(&it.id)));
    }
    Ok(people)
}

fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<CourseId>, Form, Visit),
) -> Result<Answer> {
    let (reach, course) = course(may, tx, *id)?;
    let desk = Desk::of(tx, Some(may.who()), visit);
    let again = |tx: &Tx<'_>, invalid: &Invalid| {
        let people = offered(tx, &reach, may.who(), form)?;
        Ok::<_, Error>(page::new(
            &desk,
            &page::Asked { course: &course, people: &people },
            form,
            invalid,
        ))
    };
    let step = Step::parse(form);
    if matches!(step, Step::Find | Step::Edit) {
        // Nothing is wrong and nothing is written: the form goes on.
        return Ok(Answer::Refused(again(tx, &Invalid::default())?.into_response()));
    }
    let draft = match Draft::parse(form, tx.now().date_in(&may.who().face.zone)) {
        Ok(draft) => draft,
        Err(invalid) => return Ok(Answer::refused(again(tx, &invalid)?)),
    };
    let lines = check(tx, &reach, &course, &draft)?;
    if step == Step::Check {
        let it = page::Checked { course: &course, lines: &lines };
        return Ok(Answer::Refused(page::check(&desk, &it, form).into_response()));
    }
    let mut count = 0;
    for line in lines.iter().filter(|it| it.outcome == Outcome::Ready) {
        let Some((id, name)) = &line.person else { continue };
        let (by, facts) = (may.who().account, draft.facts(line));
        let who = (*id, name.as_str());
        let made = completions::record(tx, reach.org(), by, who, &course, &facts)?;
        count += i64::from(made.is_some());
    }
    if count == 0 {
        let invalid = Invalid::one("people", "batches-people-nobody");
        return Ok(Answer::refused(again(tx, &invalid)?));
    }
    let toast = Toast::new("batches-recorded").count(count);
    Ok(Answer::to(format!("/courses/{id}/completions")).saying(&toast))
}

/// What becomes of each line.
fn check(db: &Snapshot<'_>, reach: &People, course: &Course, draft: &Draft) -> Result<Vec<Line>> {
    let known = store::named(db, reach, &draft.named)?;
    let ids = store::ids(&known);
    let recorded = completions::store::known(db, reach.org(), course.id, &ids)?;
    Ok(model::lines(draft, &known, &recorded))
}
