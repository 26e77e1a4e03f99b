//! The matrix: people, and what is asked of them, cell by cell, now or as at another moment.
pub mod exports;
pub mod model;
mod page;
pub mod prints;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use kernel::access::{People, matrix};
use kernel::{
    Error, Fields, Lang, May, OrgId, PersonId, Result, Routes, Search, SiteId, Snapshot, Visit,
};
use people::{Ask, From, List, Listed, PAGE, contacts, listed};
use ui::Desk;

use self::model::{Line, STRETCH, STRETCHES, Table, View, known};
use crate::access::SeeStandings;
use crate::dossiers::store as dossiers;
use crate::moments::model::{Asked, When};
use crate::standings::model::World;
use crate::standings::store;

pub const PATH: &str = "/matrix";

pub fn routes() -> Routes {
    Routes::new()
        .get("/matrix", index)
        .get("/matrix/filters", filters)
        .get("/matrix/print", prints::show)
        .post("/matrix/exports", exports::create)
        .get("/matrix.csv", exports::csv)
        .get("/matrix.xlsx", exports::xlsx)
}

/// A list of others; how oneself stands is on a page of its own.
pub fn more_than_own(may: &May<SeeStandings>) -> Result<&People> {
    let own = Err(Error::Forbidden(matrix::REPORTS.name));
    if may.reach().is_more_than_own() { Ok(may.reach()) } else { own }
}

/// What is asked of the matrix, with the world it is asked in.
pub struct Question {
    pub world: World,
    pub list: List,
    pub view: View,
    pub asked: Asked,
    pub known: judge::Known,
}

impl Question {
    pub fn read(db: &Snapshot<'_>, org: OrgId, fields: &Fields) -> Result<Self> {
        let world = store::world(db, org)?;
        let asked = Asked::parse(fields, db.now(), &world);
        let fields = fields.without("view").without("sort").without("sel").without("ticket");
        let (view, known) = (View::parse(&fields), known(&fields, &asked));
        Ok(Self { world, list: List::at(PATH, &fields), view, asked, known })
    }

    pub fn site(&self) -> Option<SiteId> {
        self.list.filters.site
    }

    pub fn table(&self, may: &May<SeeStandings>, lang: Lang) -> Table<'_> {
        Table::of(&self.world, (may.who(), lang), self.site(), (&self.asked, self.known))
    }

    /// Whether those whose kept answer says that they are valid can be left out unread.
    fn skips(&self) -> bool {
        self.view != View::All && self.asked.when == When::Now
    }
}

/// Some people of the list as lines, each with what their dossier knows.
pub fn lines(
    db: &Snapshot<'_>,
    org: OrgId,
    table: &mut Table<'_>,
    people: Vec<Listed>,
) -> Result<Vec<Line>> {
    let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
    let found = dossiers::some(db, org, &ids, &table.world.rules)?;
    let found: HashMap<PersonId, _> = found.into_iter().map(|it| (it.id, it)).collect();
    let line = |it: Listed| found.get(&it.id).map(|who| table.line(it, who));
    Ok(people.into_iter().filter_map(line).collect())
}

/// One page, and the keys of its neighbours.
pub struct Found {
    pub lines: Vec<Line>,
    pub before: Option<PersonId>,
    pub after: Option<PersonId>,
    /// Some were looked for as long as a page looks, and there may be more.
    pub tired: bool,
}

fn index(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let (reach, org) = (more_than_own(may)?, may.reach().org());
    let question = Question::read(db, org, search)?;
    let contacts = contacts(may.who());
    let ask = Ask::new(db, may.who(), reach, contacts.as_ref(), &question.list)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let mut table = question.table(may, desk.lang);
    let found = match question.view {
        View::All => all(db, org, &ask, &mut table)?,
        _ => some(db, org, &ask, &mut table, &question)?,
    };
    Ok(page::index(&desk, may.who(), &question, &table.columns, ask.names(), &found)
        .into_response())
}

/// The page that begins at a key.
fn all(db: &Snapshot<'_>, org: OrgId, ask: &Ask<'_>, table: &mut Table<'_>) -> Result<Found> {
    let from = ask.list.from;
    let mut people = listed(db, ask, from, false, 51)?;
    let (more, backwards) = (people.len() > PAGE, matches!(from, From::Before(_)));
    if more && backwards {
        people.remove(0);
    }
    people.truncate(PAGE);
    let first = people.first().map(|it| it.id);
    let last = people.last().map(|it| it.id);
    Ok(Found {
        lines: lines(db, org, table, people)?,
        before: first.filter(|_| if backwards { more } else { from != From::Start }),
        after: last.filter(|_| backwards || more),
        tired: false,
    })
}

/// The next of whom the view shows. People are read and judged in stretches, and only so many of them.
fn some(
    db: &Snapshot<'_>,
    org: OrgId,
    ask: &Ask<'_>,
    table: &mut Table<'_>,
    question: &Question,
) -> Result<Found> {
    let mut found = Found { lines: Vec::new(), before: None, after: None, tired: false };
    let mut from = ask.list.from;
    for _ in 0..STRETCHES {
        let most = i64::try_from(STRETCH).unwrap_or(i64::MAX);
        let people = listed(db, ask, from, question.skips(), most)?;
        let last = people.last().filter(|_| people.len() == STRETCH).map(|it| it.id);
        let lines = lines(db, org, table, people)?;
        let mut lines = lines.into_iter().filter(|it| question.view.shows(it));
        let room = PAGE - found.lines.len();
        found.lines.extend(lines.by_ref().take(room));
        if lines.next().is_some() {
            found.after = found.lines.last().map(|it| it.id);
            return Ok(found);
        }
        let Some(last) = last else { return Ok(found) };
        from = From::After(last);
    }
    if let From::After(last) = from {
        (found.after, found.tired) = (Some(last), true);
    }
    Ok(found)
}

/// Everything the matrix can be narrowed by, on one page.
fn filters(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let reach = more_than_own(may)?;
    Ok(people::filtering(db, may.who(), reach, &desk, (PATH, search))?.into_response())
}
