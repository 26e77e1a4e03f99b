//! The matrix on paper.
use axum::response::{IntoResponse, Response};
use kernel::{May, Result, Search, Snapshot, Visit};
use people::{Ask, From, contacts, listed};
use ui::Desk;

use super::model::View;
use super::{Question, lines, more_than_own, page};
use crate::access::SeeStandings;
use crate::standings::store::CHUNK;

/// People of one print, at most: more of them are for a file.
pub const MOST: usize = 1000;

/// A sheet that prints, with everything on it that says what it is.
pub fn show(
    may: &May<SeeStandings>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let reach = more_than_own(may)?;
    let question = Question::read(db, reach.org(), search)?;
    let contacts = contacts(may.who());
    let ask = Ask::new(db, may.who(), reach, contacts.as_ref(), &question.list)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let mut table = question.table(may, desk.lang);
    let (mut all, mut from, mut cut) = (Vec::new(), From::Start, false);
    loop {
        let most = i64::try_from(CHUNK).unwrap_or(i64::MAX);
        let people = listed(db, &ask, from, question.skips(), most)?;
        let last = people.last().filter(|_| people.len() == CHUNK).map(|it| it.id);
        let found = lines(db, reach.org(), &mut table, people)?;
        all.extend(
            found.into_iter().filter(|it| question.view == View::All || question.view.shows(it)),
        );
        cut = cut || all.len() > MOST;
        match last {
            Some(last) if !cut => from = From::After(last),
            _ => break,
        }
    }
    all.truncate(MOST);
    let who = (may.who().face.name.as_str(), may.who().face.organisation.as_str());
    let it = page::Printed { question: &question, columns: &table.columns, lines: &all, cut, who };
    Ok(page::print(&desk, ask.names(), &it, db.now()).into_response())
}
