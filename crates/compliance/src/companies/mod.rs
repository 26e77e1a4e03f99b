//! How the people of a contractor company stand: who may work where, who is kept out, and why.
mod model;
mod page;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use axum::response::{IntoResponse, Response};
use kernel::{CompanyId, Fields, May, Path, PersonId, Result, Routes, Search, Snapshot, Visit};
use people::{Ask, CompanyTab, From, List, company_heading, listed};
use ui::Desk;

use self::model::Crew;
use crate::access::SeeStandings;
use crate::dossiers::store as dossiers;
use crate::matrix::model::{Sight, known};
use crate::matrix::more_than_own;
use crate::moments::model::Asked;
use crate::standings::asking::Asking;
use crate::standings::store::{self, CHUNK};

/// People of a company that its page looks at; of larger ones the matrix has them all.
const MOST: usize = 2000;

pub fn routes() -> Routes {
    Routes::new().get("/companies/{id}/requirements", show)
}

/// The people of one company within reach, at the sites in sight, now or as at another moment.
fn show(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<CompanyId>, Search, Visit),
) -> Result<Response> {
    let (reach, org) = (more_than_own(may)?, may.reach().org());
    let heading = company_heading(db, may.who(), reach, *id, CompanyTab::Requirements)?;
    let world = store::world(db, org)?;
    let asked = Asked::parse(search, db.now(), &world);
    let known = known(search, &asked);
    let list = List::parse(&Fields::of([("company", &id.to_string())]));
    let ask = Ask::new(db, may.who(), reach, None, &list)?;
    let (mut crew, sight) = (Crew::default(), Sight::of(may.who()));
    let (mut asking, mut from) = (Asking::new(&world), From::Start);
    let moment = (asked.at, known);
    let most = i64::try_from(CHUNK).unwrap_or(i64::MAX);
    while crew.people < MOST {
        let people = listed(db, &ask, from, false, most)?;
        let ids: Vec<PersonId> = people.iter().map(|it| it.id).collect();
        let found = dossiers::some(db, org, &ids, &world.rules)?;
        let mut found: HashMap<PersonId, _> = found.into_iter().map(|it| (it.id, it)).collect();
        for id in &ids {
            if let Some(who) = found.remove(id) {
                crew.add((&mut asking, moment), &world, &sight, &who);
            }
        }
        match ids.last() {
            Some(last) if ids.len() == CHUNK => from = From::After(*last),
            _ => break,
        }
        crew.cut = crew.people >= MOST;
    }
    crew.sort(&world);
    let desk = Desk::of(db, Some(may.who()), visit);
    let page = page::Shown { heading: &heading, world: &world, asked: &asked, known, crew: &crew };
    Ok(page::show(&desk, &page).into_response())
}
