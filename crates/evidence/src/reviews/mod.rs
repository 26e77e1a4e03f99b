//! A review is somebody looking at what was handed in: what waits, who needs it first, and what speaks for a closer look.
pub mod jobs;
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{May, Result, Routes, Search, Snapshot, Tx, Visit};
use ui::Desk;

use self::model::{Hint, Told};
use crate::access::ReviewEvidence;
use crate::evidence::model::{Evidence, File};

pub fn routes() -> Routes {
    Routes::new().get("/evidence", index)
}

fn index(
    may: &May<ReviewEvidence>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let after = model::After::parse(search.text("after"));
    let at = model::Moment::of(db.now(), &may.who().face.zone);
    let today = at.today;
    let found = store::queue(db, may.reach(), at, after.as_ref())?;
    let count = store::count(db, may.reach(), None)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let shown = page::Queue { found: &found, count, today, first: after.is_none() };
    Ok(page::index(&desk, may.who(), &shown).into_response())
}

/// Where a reviewer goes on: the next piece that is not theirs, or the empty queue.
pub fn next_path(db: &Snapshot<'_>, may: &May<ReviewEvidence>) -> Result<String> {
    let next = store::next(db, may.reach(), may.who())?;
    Ok(next.map_or_else(|| "/evidence".to_owned(), |id| format!("/evidence/{id}")))
}

/// What a reviewer should look at twice. Hints, never verdicts; others are named only to who may know them.
pub fn hints(db: &Snapshot<'_>, actor: &Actor, it: &Evidence, files: &[File]) -> Result<Vec<Hint>> {
    let mut hints = model::dates(it, db.now().date_in(&actor.face.zone));
    let Some(reach) = People::of(actor, &matrix::REVIEW, Level::View) else { return Ok(hints) };
    hints.extend(store::same_number(db, &reach, it)?.into_iter().map(Hint::SameNumber));
    for look in files.iter().filter_map(|it| it.look) {
        for who in store::same_picture(db, &reach, it, look)? {
            let hint = Hint::SamePicture(who);
            if !hints.contains(&hint) {
                hints.push(hint);
            }
        }
    }
    Ok(hints)
}

/// Tells whoever handed it in, and the person it is about, what became of it (N-19).
pub fn tell_decision(tx: &mut Tx<'_>, it: &Evidence, told: &Told<'_>) -> Result<()> {
    for reader in store::concerned(tx, it)? {
        let href = format!("/evidence/{}", it.id);
        let reason = told.given().map(|given| page::reason(reader.lang, given)).unwrap_or_default();
        let args = [("name", it.qualification.1.as_str().into()), ("reason", (&reason).into())];
        notices::tell(tx, it.org, reader.account, told.kind(), &args, &href)?;
        if let Some(letter) = page::letter_decided(&reader, it, told, &tx.house().url(&href)) {
            notices::post(tx, &letter)?;
        }
    }
    Ok(())
}
