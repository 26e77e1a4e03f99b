//! Search from anywhere: people, companies and sites within reach, and the pages of the menu.
mod model;
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Level, People, Reach, Sites, matrix};
use kernel::{Result, Routes, Search, SignedIn, Snapshot, Visit};
use ui::Desk;

use self::model::{Found, Sought};

pub fn routes() -> Routes {
    Routes::new().get("/search", index)
}

fn index(
    gate: &SignedIn,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let who = gate.who();
    let sought = Sought::parse(search);
    let mut found = Found::default();
    if !sought.text.is_empty() {
        let people = People::of(who, &matrix::PEOPLE, Level::View);
        if let Some(reach) = people.filter(People::is_more_than_own) {
            found.people = store::people(db, &reach, &sought)?;
        }
        if let Some(reach) = People::of(who, &matrix::COMPANIES, Level::View) {
            found.companies = store::companies(db, &reach, &sought)?;
        }
        if let Some(reach) = Sites::of(who, &matrix::SITES, Level::View) {
            found.sites = store::sites(db, &reach, &sought)?;
        }
    }
    let desk = Desk::of(db, Some(who), visit);
    Ok(page::index(&desk, &sought, &found).into_response())
}
