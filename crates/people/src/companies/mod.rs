//! A contractor company is the employer of contractors (G-05): its facts, its trades, its people, whether work is
//! given to it.
pub mod deactivations;
mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, matrix};
use kernel::sheet::Sheet;
use kernel::{
    Answer, CompanyId, Error, Event, Fields, Form, Invalid, May, Path, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, List, State};
use self::store::Viewer;
use crate::access::{EditCompanies, SeeCompanies};
use crate::tabs::company_overview;

pub fn routes() -> Routes {
    Routes::new()
        .get("/companies", index)
        .get("/companies.csv", csv)
        .get("/companies.xlsx", xlsx)
        .get("/companies/new", new)
        .post("/companies", create)
        .post("/companies/deactivation", deactivations::create)
        .post("/companies/activation", deactivations::destroy)
        .get("/companies/{id}", show)
        .get("/companies/{id}/edit", edit)
        .post("/companies/{id}", update)
}

fn index(
    may: &May<SeeCompanies>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let viewer = Viewer::new(may.reach(), may.who());
    let list = List::parse(search);
    let found = store::list(db, &viewer, &list)?;
    let counts = store::counts(db, &viewer)?;
    let trades = store::trades(db, &viewer, list.state)?;
    let chosen = match list.selected {
        Some(id) => Some((store::find(db, &viewer, id)?, store::people(db, &viewer, id)?)),
        None => None,
    };
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::COMPANIES, Level::Edit);
    let shown = page::Listed { list: &list, counts, trades: &trades, found: &found, edits };
    let chosen = chosen.as_ref().map(|(company, people)| (company, people.as_slice()));
    Ok(page::index(&desk, &shown, chosen).into_response())
}

fn csv(
    may: &May<SeeCompanies>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may, db, search, visit, Sheet::csv())
}

fn xlsx(
    may: &May<SeeCompanies>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may, db, search, visit, Sheet::xlsx())
}

/// Row by row into the file: the list itself is never held in memory.
fn write(
    may: &May<SeeCompanies>,
    db: &Snapshot<'_>,
    search: &Fields,
    visit: &Visit,
    mut sheet: Sheet,
) -> Result<Response> {
    let lang = visit.lang_for(Some(may.who()));
    sheet.row(page::columns(lang))?;
    let viewer = Viewer::new(may.reach(), may.who());
    store::each(db, &viewer, &List::parse(search), |it| {
        let (trades, people) = (it.trades(), it.people.to_string());
        let state = page::word(lang, it.state);
        let contact = [&it.contact_name, &it.contact_email, &it.contact_phone, &it.address];
        let facts = [it.name.as_str(), state, &trades, &people];
        sheet.row(facts.into_iter().chain(contact.into_iter().map(String::as_str)))
    })?;
    sheet.answer("companies")
}

fn new(may: &May<EditCompanies>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &Fields::default(), &Invalid::default()).into_response())
}

fn create(
    may: &May<EditCompanies>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let viewer = Viewer::new(may.reach(), may.who());
    let written = match Draft::parse(form) {
        Ok(draft) => match store::insert(tx, &viewer, &draft)? {
            Some(id) => Ok((id, draft)),
            None => Err(Invalid::one("name", "companies-taken")),
        },
        Err(invalid) => Err(invalid),
    };
    let (id, draft) = match written {
        Ok(written) => written,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::new(&desk, form, &invalid)));
        }
    };
    tx.record(
        &Event::new(viewer.org(), "company.created", "company", id)
            .named(draft.name.as_str())
            .set("trades", &draft.trades_text())
            .set("address", &draft.address)
            .set("contact_name", &draft.contact_name)
            .set("contact_email", &draft.contact_email)
            .set("contact_phone", &draft.contact_phone),
    )?;
    Ok(Answer::to(format!("/companies/{id}")).saying(&Toast::new("companies-created")))
}

fn show(
    may: &May<SeeCompanies>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CompanyId>, Visit),
) -> Result<Response> {
    let viewer = Viewer::new(may.reach(), may.who());
    let company = store::find(db, &viewer, *id)?;
    let people = store::people(db, &viewer, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = may.who().may(&matrix::COMPANIES, Level::Edit);
    let facts = (company.name.as_str(), company.trades.as_str(), company.state == State::Active);
    let heading = company_overview(db, may.who(), *id, facts)?;
    Ok(page::show(&desk, &heading, &company, &people, edits).into_response())
}

fn edit(
    may: &May<EditCompanies>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<CompanyId>, Visit),
) -> Result<Response> {
    let viewer = Viewer::new(may.reach(), may.who());
    let company = store::find(db, &viewer, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, &company, &company.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditCompanies>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<CompanyId>, Form, Visit),
) -> Result<Answer> {
    let viewer = Viewer::new(may.reach(), may.who());
    let (org, old) = (viewer.org(), store::find(tx, &viewer, *id)?);
    let draft = match Draft::parse(form) {
        Ok(draft) if store::is_taken(tx, org, *id, draft.name.as_str())? => {
            Err(Invalid::one("name", "companies-taken"))
        }
        other => other,
    };
    let draft = match draft {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, &old, form, &invalid)));
        }
    };
    store::update(tx, org, *id, &draft)?;
    let event = Event::new(org, "company.updated", "company", *id)
        .named(draft.name.as_str())
        .change("name", Some(&old.name), Some(&draft.name))
        .change("trades", Some(&old.trades), Some(&draft.trades_text()))
        .change("address", Some(&old.address), Some(&draft.address))
        .change("contact_name", Some(&old.contact_name), Some(&draft.contact_name))
        .change("contact_email", Some(&old.contact_email), Some(&draft.contact_email))
        .change("contact_phone", Some(&old.contact_phone), Some(&draft.contact_phone));
    if !event.changes.is_empty() {
        tx.record(&event)?;
    }
    Ok(Answer::to(format!("/companies/{id}")).saying(&Toast::new("companies-saved")))
}

/// The ids a form chose, each once. No id at all, or what is none, is nothing that exists.
fn chosen(form: &Fields) -> Result<Vec<CompanyId>> {
    let mut ids = form
        .each("id")
        .map(|it| it.parse().map_err(|_| Error::NotFound))
        .collect::<Result<Vec<CompanyId>>>()?;
    ids.sort();
    ids.dedup();
    if ids.is_empty() { Err(Error::Conflict("companies-none-chosen")) } else { Ok(ids) }
}
