//! An export is the log as a file for a spreadsheet, narrowed as the list is. Asking for one is written down in the
//! log itself; only then, and for a few minutes, the file can be had.
mod model;
mod page;
#[cfg(test)]
mod tests;

use axum::response::Response;
use kernel::access::{Actor, Sites};
use kernel::sheet::Sheet;
use kernel::{
    Answer, Event, Form, Instant, Lang, May, Result, Routes, Search, Snapshot, Tx, Visit, Zone, see,
};

use self::model::{MINUTES, MOST, STRETCH, ticket_place};
use crate::access::SeeAudit;
use crate::entries::model::List;
use crate::entries::store;

pub fn routes() -> Routes {
    Routes::new().post("/audit/exports", create).get("/audit.csv", csv).get("/audit.xlsx", xlsx)
}

/// Notes who takes what out of the house, and leads to the file.
fn create(may: &May<SeeAudit>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let who = may.who();
    let filter = List::parse(form).filter();
    let end = if form.text("as") == "xlsx" { "xlsx" } else { "csv" };
    let org = may.reach().org();
    let event = Event::new(org, "audit.exported", "organisation", org);
    let event = event.named(who.face.organisation.as_str()).set("format", &end);
    tx.record(&event.set("filter", &model::words(&filter)))?;
    let ticket = ticket(tx, who, &filter.to_query())?;
    Ok(Answer::to(format!("/audit.{end}{}", filter.with("ticket", &ticket).to_query())))
}

fn csv(
    may: &May<SeeAudit>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may, db, &List::parse(search), visit, Sheet::csv())
}

fn xlsx(
    may: &May<SeeAudit>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    write(may, db, &List::parse(search), visit, Sheet::xlsx())
}

/// The file, for whoever asked for it; anybody else is led to the list.
fn write(
    may: &May<SeeAudit>,
    db: &Snapshot<'_>,
    list: &List,
    visit: &Visit,
    mut sheet: Sheet,
) -> Result<Response> {
    let query = list.filter().to_query();
    if !is_ticket(db, may.who(), &query, list.fields.text("ticket")) {
        return Ok(see(format!("/audit{query}")));
    }
    fill(
        db,
        may.reach(),
        (list, &may.who().face.zone),
        visit.lang_for(Some(may.who())),
        &mut sheet,
        MOST,
    )?;
    sheet.answer("audit-log")
}

/// Writes the newest lines into the file, at most `most`. They are read stretch by stretch and never held all at once.
fn fill(
    db: &Snapshot<'_>,
    reach: &Sites,
    (list, zone): (&List, &Zone),
    lang: Lang,
    sheet: &mut Sheet,
    most: usize,
) -> Result<()> {
    let (mut list, mut left) = (List { after: None, ..list.clone() }, most);
    sheet.row(page::columns(lang))?;
    loop {
        let found = store::stretch(db, reach, (&list, zone), STRETCH)?;
        let places = store::places(db, reach, &found)?;
        for line in found.iter().take(left) {
            sheet.row(page::cells(lang, line, &places).iter().map(String::as_str))?;
        }
        if found.len() > left {
            return sheet.row(page::end(lang, most).iter().map(String::as_str));
        }
        left -= found.len();
        list.after = match found.last() {
            Some(last) if found.len() == STRETCH => Some(last.entry.seq),
            _ => return Ok(()),
        };
    }
}

/// Proof that this session asked for this file just now, and that the log says so.
fn ticket(db: &Snapshot<'_>, actor: &Actor, query: &str) -> Result<String> {
    let house = db.house();
    let place = ticket_place(actor.session, query);
    let sealed = house.seal.close(&house.random, &place, &db.now().0.to_be_bytes())?;
    Ok(data_encoding::HEXLOWER.encode(&sealed))
}

fn is_ticket(db: &Snapshot<'_>, actor: &Actor, query: &str, ticket: &str) -> bool {
    let opened = data_encoding::HEXLOWER
        .decode(ticket.as_bytes())
        .ok()
        .and_then(|it| db.house().seal.open(&ticket_place(actor.session, query), &it))
        .and_then(|it| it.try_into().ok());
    opened.is_some_and(|it| db.now() <= Instant(i64::from_be_bytes(it)).plus_minutes(MINUTES))
}
