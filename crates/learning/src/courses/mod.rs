//! A course is something an organisation has people learn (G-12): what it is about, for how long it holds, in which
//! languages it can be had, and what it was before.
mod archives;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, People, Reach, matrix};
use kernel::{
    Answer, CourseId, Error, Event, Fields, Form, Invalid, May, OrgId, Path, Result, Routes,
    Search, Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Change, Course, Draft, List};
use crate::access::{EditCourses, SeeCourses, recorder};

pub fn routes() -> Routes {
    Routes::new()
        .get("/courses", index)
        .get("/courses/new", new)
        .post("/courses", create)
        .get("/courses/{id}", show)
        .get("/courses/{id}/edit", edit)
        .post("/courses/{id}", update)
        .post("/courses/{id}/archive", archives::create)
        .post("/courses/{id}/restoration", archives::destroy)
}

fn index(
    may: &May<SeeCourses>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let (org, list) = (may.reach().org(), List::parse(search));
    let shown = page::Listed {
        list: &list,
        found: &store::list(db, org, &list)?,
        counts: store::counts(db, org)?,
        categories: &store::categories(db, org)?,
        edits: edits(may, db)?,
        records: recorder(may.who()).is_some(),
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &shown).into_response())
}

/// Whether whoever looks may change courses too.
pub fn edits(may: &May<SeeCourses>, db: &Snapshot<'_>) -> Result<bool> {
    match People::of(may.who(), &matrix::CATALOGUE, Level::Edit) {
        Some(reach) => store::shapes(db, &reach),
        None => Ok(false),
    }
}

/// Lets those in who may change the catalogue.
pub fn shaping(may: &May<EditCourses>, db: &Snapshot<'_>) -> Result<OrgId> {
    if store::shapes(db, may.reach())? {
        Ok(may.reach().org())
    } else {
        Err(Error::Forbidden(matrix::CATALOGUE.name))
    }
}

fn new(may: &May<EditCourses>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let org = shaping(may, db)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let categories = store::categories(db, org)?;
    let sent = Fields::of([("remind", "60")]);
    Ok(page::new(&desk, &categories, &sent, &Invalid::default()).into_response())
}

fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = shaping(may, tx)?;
    let today = tx.now().date_in(&may.who().face.zone);
    let written = match Draft::parse(form) {
        Ok(draft) => match store::insert(tx, org, may.who().account, &draft, today)? {
            Some(id) => Ok((id, draft)),
            None => Err(Invalid::one("title", "courses-taken")),
        },
        Err(invalid) => Err(invalid),
    };
    let (id, draft) = match written {
        Ok(written) => written,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let categories = store::categories(tx, org)?;
            return Ok(Answer::refused(page::new(&desk, &categories, form, &invalid)));
        }
    };
    tx.record(
        &Event::new(org, "course.created", "course", id)
            .named(draft.title.as_str())
            .set("category", &draft.category)
            .set("description", &draft.description)
            .set("validity", &draft.validity.to_string())
            .set("remind", &draft.remind)
            .set("languages", &draft.languages_text()),
    )?;
    Ok(Answer::to(format!("/courses/{id}")).saying(&Toast::new("courses-created")))
}

fn show(
    may: &May<SeeCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CourseId>, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    let course = store::find(db, org, *id)?;
    let reports = People::of(may.who(), &matrix::REPORTS, Level::View);
    let done = match reports.filter(People::is_more_than_own) {
        Some(reach) => Some(store::done_by(db, &reach, *id)?),
        None => None,
    };
    let shown = page::Shown {
        course: &course,
        history: &store::history(db, org, *id)?,
        today: db.now().date_in(&may.who().face.zone),
        done,
        edits: edits(may, db)?,
        records: recorder(may.who()).is_some(),
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, &shown).into_response())
}

fn edit(
    may: &May<EditCourses>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CourseId>, Visit),
) -> Result<Response> {
    let org = shaping(may, db)?;
    let course = store::find(db, org, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let categories = store::categories(db, org)?;
    let sent = course.fields();
    Ok(page::edit(&desk, &course, &categories, &sent, &Invalid::default()).into_response())
}

fn update(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<CourseId>, Form, Visit),
) -> Result<Answer> {
    let org = shaping(may, tx)?;
    let old = store::find(tx, org, *id)?;
    let (draft, change) = match read(tx, may, &old, form)? {
        Ok(read) => read,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let categories = store::categories(tx, org)?;
            return Ok(Answer::refused(page::edit(&desk, &old, &categories, form, &invalid)));
        }
    };
    let path = format!("/courses/{id}");
    if !change.asks_again && change.what.is_empty() && !draft.changes(&old) {
        return Ok(Answer::to(path).saying(&Toast::new("courses-saved")));
    }
    let number = old.edition + 1;
    store::update(tx, org, *id, &draft)?;
    store::add_edition(tx, org, may.who().account, (*id, number), &draft, &change)?;
    tx.record(&changed(org, &old, &draft, &change))?;
    let said = if change.asks_again { "courses-saved-again" } else { "courses-saved" };
    Ok(Answer::to(path).saying(&Toast::new(said)))
}

/// Everything that is wrong with a changed course, and with what the change is said to mean, at once.
fn read(
    tx: &Tx<'_>,
    may: &May<EditCourses>,
    old: &Course,
    form: &Fields,
) -> Result<Result<(Draft, Change), Invalid>> {
    let org = may.reach().org();
    let last = store::last_from(tx, org, old.id)?;
    let change = Change::parse(form, tx.now().date_in(&may.who().face.zone), last);
    let mut invalid = Invalid::default();
    let draft = match Draft::parse(form) {
        Ok(draft) if store::is_taken(tx, org, old.id, draft.title.as_str())? => {
            invalid.add("title", "courses-taken");
            None
        }
        Ok(draft) => Some(draft),
        Err(wrong) => {
            invalid = wrong;
            None
        }
    };
    let change = change
        .map_err(|wrong| wrong.iter().for_each(|(field, problem)| invalid.add(field, problem)));
    Ok(match (draft, change) {
        (Some(draft), Ok(change)) => Ok((draft, change)),
        _ => Err(invalid),
    })
}

fn changed(org: OrgId, old: &Course, draft: &Draft, change: &Change) -> Event {
    let edition = old.edition + 1;
    let event = Event::new(org, "course.updated", "course", old.id)
        .named(draft.title.as_str())
        .change("title", Some(&old.title), Some(&draft.title))
        .change("category", Some(&old.category), Some(&draft.category))
        .change("description", Some(&old.description), Some(&draft.description))
        .change("validity", Some(&old.validity), Some(&draft.validity.to_string()))
        .change("remind", Some(&old.remind), Some(&draft.remind))
        .change("languages", Some(&old.languages_text()), Some(&draft.languages_text()))
        .change("edition", Some(&old.edition), Some(&edition))
        .set("reason", &change.what);
    if change.asks_again { event.set("asks_again_from", &change.from) } else { event }
}
