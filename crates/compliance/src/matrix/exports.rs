//! The matrix as a file. Asking for one is written down; only then, and for a few minutes, the file can be had.
use axum::response::Response;
use kernel::sheet::Sheet;
use kernel::{Answer, Event, Fields, Form, May, Result, Search, Snapshot, Tx, Visit, see, ticket};
use people::{Ask, From, contacts, listed};
use ui::Desk;

use super::model::{Line, View};
use super::{PATH, Question, lines, more_than_own, page};
use crate::access::SeeStandings;
use crate::standings::store::CHUNK;

/// What a file is narrowed to: the question without the page it was asked from.
fn filter(fields: &Fields) -> Fields {
    let mut filter = Fields::default();
    for name in [
        "status", "search", "site", "company", "team", "group", "job-role", "division", "at",
        "known",
    ] {
        let value: String = fields.text(name).chars().take(100).collect();
        if !value.is_empty() {
            filter.set(name, &value);
        }
    }
    filter
}

/// Notes who takes what out of the house, and leads to the file.
pub fn create(may: &May<SeeStandings>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let reach = more_than_own(may)?;
    let (who, org) = (may.who(), reach.org());
    let (filter, end) = (filter(form), if form.text("as") == "xlsx" { "xlsx" } else { "csv" });
    let words: Vec<String> =
        filter.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let event = Event::new(org, "matrix.exported", "organisation", org);
    let event = event.named(who.face.organisation.as_str()).set("format", &end);
    tx.record(&event.set("filter", &words.join("; ")))?;
    let ticket = ticket::issue(tx, who, &format!("{PATH}.{end}{}", filter.to_query()))?;
    Ok(Answer::to(format!("{PATH}.{end}{}", filter.with("ticket", &ticket).to_query())))
}

pub fn csv(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    show(may, db, search, visit, ("csv", Sheet::csv()))
}

pub fn xlsx(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    show(may, db, search, visit, ("xlsx", Sheet::xlsx()))
}

/// The file, for whoever asked for it; anybody else is led to the page.
fn show(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    search: &Fields,
    visit: &Visit,
    (end, mut sheet): (&str, Sheet),
) -> Result<Response> {
    let (reach, filter) = (more_than_own(may)?, filter(search));
    let place = format!("{PATH}.{end}{}", filter.to_query());
    if !ticket::opens(db, may.who(), &place, search.text("ticket")) {
        return Ok(see(format!("{PATH}{}", filter.to_query())));
    }
    let desk = Desk::of(db, Some(may.who()), visit);
    let question = Question::read(db, reach.org(), &filter)?;
    let contacts = contacts(may.who());
    let ask = Ask::new(db, may.who(), reach, contacts.as_ref(), &question.list)?;
    let mut table = question.table(may, desk.lang);
    let head = page::columns(desk.lang, &table.columns);
    sheet.row(head.iter().map(String::as_str))?;
    let mut from = From::Start;
    loop {
        let most = i64::try_from(CHUNK).unwrap_or(i64::MAX);
        let people = listed(db, &ask, from, question.skips(), most)?;
        let last = people.last().filter(|_| people.len() == CHUNK).map(|it| it.id);
        for line in lines(db, reach.org(), &mut table, people)? {
            if question.view == View::All || question.view.shows(&line) {
                write(&mut sheet, &desk, &question, &line)?;
            }
        }
        match last {
            Some(last) => from = From::After(last),
            None => return sheet.answer("matrix"),
        }
    }
}

fn write(sheet: &mut Sheet, desk: &Desk, question: &Question, line: &Line) -> Result<()> {
    let lang = desk.lang;
    let sites: Vec<&str> =
        line.sites.iter().map(|it| question.world.place(lang, Some(*it))).collect();
    let bars: Vec<String> = line.bars.iter().map(|it| it.line(lang)).collect();
    let (sites, bars) = (sites.join(", "), bars.join("; "));
    let facts = [
        line.name.as_str(),
        line.company.as_deref().unwrap_or_default(),
        line.job_role.as_deref().unwrap_or_default(),
        &sites,
        people::stands(lang, Some(line.bucket)).1,
        &bars,
    ];
    let with_name: Vec<(usize, String)> = line
        .cells
        .iter()
        .enumerate()
        .filter_map(|(at, it)| it.as_ref().filter(|it| it.by.is_some()).map(|it| (at, it.text())))
        .collect();
    let cells = line.cells.iter().enumerate().map(|(at, it)| {
        let named = with_name.iter().find(|(place, _)| *place == at);
        named.map_or_else(|| it.as_ref().map_or("", |it| &it.words), |(_, text)| text.as_str())
    });
    sheet.row(facts.into_iter().chain(cells))
}
