//! Earlier records from a file: it is read, every line is told what would become of it, and then it is written, as a whole,
//! and can be taken back as a whole.
mod cancellations;
mod confirmations;
pub mod jobs;
pub mod lines;
pub mod model;
mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::field::Problem;
use kernel::sheet::Sheet;
use kernel::{
    Answer, Event, House, ImportId, Invalid, May, Path, Result, Routes, Search, Snapshot, Tx,
    Uploads, Visit, table,
};
use ui::Desk;

use self::lines::model::{HEAD, Raw, Shelf};
use self::model::MOST;
use crate::access::{RecordTraining, others};

pub fn routes() -> Routes {
    Routes::new()
        .get("/imports", index)
        .get("/imports/new", new)
        .get("/imports/template.csv", template)
        .upload("/imports", look, create)
        .get("/imports/{id}", show)
        .get("/imports/{id}/left-out.csv", csv)
        .post("/imports/{id}/confirmation", confirmations::create)
        .post("/imports/{id}/cancellation", cancellations::create)
}

fn index(may: &May<RecordTraining>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let reach = others(may.reach())?;
    let found = store::list(db, &reach, may.who().account)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &found).into_response())
}

fn new(may: &May<RecordTraining>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    others(may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::new(&desk, &Invalid::default()).into_response())
}

/// An empty file with the right head.
fn template(may: &May<RecordTraining>, _: &Snapshot<'_>, (): &()) -> Result<Response> {
    others(may.reach())?;
    let mut sheet = Sheet::csv();
    sheet.row(HEAD)?;
    sheet.answer("earlier-records")
}

/// A file's lines, or why it has none.
type Ready = std::result::Result<Vec<Raw>, Problem>;

/// Reads the file, outside of any transaction.
fn look(may: &May<RecordTraining>, _: &House, (uploads, _): &(Uploads<1>, Visit)) -> Result<Ready> {
    others(may.reach())?;
    Ok(match uploads.named("file") {
        None => Err("error-required"),
        Some(file) if file.too_large => Err("file-too-large"),
        Some(file) => {
            table::read(&file.bytes, MOST + 1).and_then(|table| lines::model::raw(&table))
        }
    })
}

/// Keeps the lines, each with what would become of it. No record is written yet.
fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    (_, visit): &(Uploads<1>, Visit),
    ready: &Ready,
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let (org, who) = (reach.org(), may.who());
    let raw = match ready {
        Ok(raw) => raw.clone(),
        Err(problem) => {
            let desk = Desk::of(tx, Some(who), visit);
            return Ok(Answer::refused(page::new(&desk, &Invalid::one("file", problem))));
        }
    };
    let (titles, known) = (store::titles(tx, org)?, store::everybody(tx, &reach)?);
    let folded: Vec<String> = raw.iter().map(|it| kernel::field::fold(&it.course)).collect();
    let mut courses: Vec<_> =
        titles.iter().filter(|it| folded.contains(&it.folded)).map(|it| it.id).collect();
    courses.sort_unstable();
    courses.dedup();
    let recorded = store::recorded(tx, org, &courses)?;
    let shelf = Shelf::of(known, &titles, recorded);
    let lines = shelf.lines(raw, tx.now().date_in(&who.face.zone));
    let id = store::insert(tx, org, who.account, &lines)?;
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let event = Event::new(org, "import.checked", "import", id);
    tx.record(&event.named(count.to_string()).set("count", &count))?;
    Ok(Answer::to(format!("/imports/{id}")))
}

fn show(
    may: &May<RecordTraining>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<ImportId>, Search, Visit),
) -> Result<Response> {
    let reach = others(may.reach())?;
    let import = store::find(db, &reach, may.who().account, *id)?;
    let all = search.text("view") == "all";
    let after = search.text("after").parse().unwrap_or_default();
    let lines = store::lines(db, reach.org(), *id, !all, after)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let it =
        page::Shown { import: &import, lines: &lines, all, after, invalid: &Invalid::default() };
    Ok(page::show(&desk, &it).into_response())
}

/// The lines that are left out, as they came and with the reason: to be put right and handed in again.
fn csv(
    may: &May<RecordTraining>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<ImportId>, Visit),
) -> Result<Response> {
    let reach = others(may.reach())?;
    let import = store::find(db, &reach, may.who().account, *id)?;
    let lang = visit.lang_for(Some(may.who()));
    let mut sheet = Sheet::csv();
    sheet.row(HEAD.into_iter().chain(page::aside(lang)))?;
    store::left_out(db, reach.org(), import.id, |it| {
        let (raw, line) = (&it.raw, it.raw.line.to_string());
        let cells = [
            &raw.person,
            &raw.course,
            &raw.done,
            &raw.ends,
            &raw.provider,
            &raw.number,
            &raw.note,
            &line,
        ];
        let why = page::words(lang, it.outcome);
        sheet.row(cells.into_iter().map(String::as_str).chain([why]))
    })?;
    sheet.answer("left-out")
}
