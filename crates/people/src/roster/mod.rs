//! The roster: everybody somebody may see, searched, narrowed, sorted, page by page, and as a file.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, People};
use kernel::sheet::Sheet;
use kernel::{
    Answer, Error, Fields, Form, May, PersonId, Result, Routes, Search, Snapshot, Tx, Visit,
};
use maud::Markup;
use ui::Desk;

use self::model::{Line, List, contacts};
use self::store::Ask;
use crate::access::SeePeople;
use crate::choices::model::Thing;
use crate::choices::store::{Sight, choices};
use crate::persons;

pub fn routes() -> Routes {
    Routes::new()
        .get("/people", index)
        .get("/people/filters", filters)
        .get("/people.csv", csv)
        .get("/people.xlsx", xlsx)
        .post("/people/export", export)
}

fn index(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let reach = more_than_own(may)?;
    let list = List::parse(search);
    let contacts = contacts(may.who());
    let found = store::page(db, &Ask::new(db, may.who(), reach, contacts.as_ref(), &list)?)?;
    let open = match list.selected {
        Some(id) => match persons::store::find(db, reach, contacts.as_ref(), id) {
            Err(Error::NotFound) => None,
            other => Some(other?),
        },
        None => None,
    };
    let left: i64 = search.text("left").parse().unwrap_or_default();
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, may.who(), &list, &found, open.as_ref(), left).into_response())
}

/// Everything the list can be narrowed by, on one page.
fn filters(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(filtering(db, may.who(), more_than_own(may)?, &desk, ("/people", search))?.into_response())
}

/// The page with everything a list of people can be narrowed by, for the list at a path.
pub fn filtering(
    db: &Snapshot<'_>,
    actor: &Actor,
    reach: &People,
    desk: &Desk,
    (path, asked): (&str, &Fields),
) -> Result<Markup> {
    let sight = Sight::of(actor, Some(reach));
    let lists = Thing::ALL.iter().map(|it| choices(db, &sight, *it)).collect::<Result<Vec<_>>>()?;
    Ok(page::filters(desk, path, asked, &lists))
}

/// The list is about others; the own record has a page of its own.
fn more_than_own(may: &May<SeePeople>) -> Result<&People> {
    if may.reach().is_more_than_own() {
        Ok(may.reach())
    } else {
        Err(Error::Forbidden("people.records"))
    }
}

fn csv(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(more_than_own(may)?, may.who(), db, &List::parse(search), visit, Sheet::csv())
}

fn xlsx(
    may: &May<SeePeople>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(more_than_own(may)?, may.who(), db, &List::parse(search), visit, Sheet::xlsx())
}

/// Row by row into the file: the list itself is never held in memory.
fn write(
    reach: &People,
    actor: &Actor,
    db: &Snapshot<'_>,
    list: &List,
    visit: &Visit,
    mut sheet: Sheet,
) -> Result<Response> {
    let contacts = contacts(actor);
    let lang = visit.lang_for(Some(actor));
    sheet.row(page::columns(lang))?;
    store::each(db, &Ask::new(db, actor, reach, contacts.as_ref(), list)?, |line: &Line| {
        let start = line.start.map(|it| it.to_string()).unwrap_or_default();
        let text = |it: &'_ Option<String>| it.clone().unwrap_or_default();
        let (email, number) = (text(&line.email), text(&line.external_id));
        let (company, role) = (text(&line.company), text(&line.job_role));
        let (kind, state) = page::words(lang, line);
        let (stands, next) = page::stands(lang, line);
        let (name, next) = (&*line.name, next.as_str());
        sheet.row([name, kind, &email, &company, &role, &number, &start, state, stands, next])
    })?;
    sheet.answer("people")
}

/// The chosen people as a file: their ids travel in the address.
fn export(may: &May<SeePeople>, _: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    more_than_own(may)?;
    let end = if form.text("as") == "xlsx" { "xlsx" } else { "csv" };
    Ok(Answer::to(format!("/people.{end}{}", ids_query(form)?)))
}

/// `?ids=…` for the ticked rows. An address holds one page of the list, not more.
pub fn ids_query(form: &Fields) -> Result<String> {
    let ids: Vec<PersonId> = form.each("id").filter_map(|it| it.parse().ok()).collect();
    if ids.len() > model::PAGE {
        return Err(Error::TooLarge);
    }
    Ok(Fields::of([("ids", &model::write_ids(&ids))]).to_query())
}
