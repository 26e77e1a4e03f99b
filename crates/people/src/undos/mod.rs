//! Something that was just done can be taken back for ten minutes, once, by whoever did it.
mod store;

use kernel::access::Actor;
use kernel::{Answer, Error, Path, Result, Routes, SignedIn, Toast, Tx, UndoId};

use crate::{changes, companies};

pub fn routes() -> Routes {
    Routes::new().post("/undo/{id}", create)
}

fn create(signed_in: &SignedIn, tx: &mut Tx<'_>, Path(id): &Path<UndoId>) -> Result<Answer> {
    let actor = signed_in.who();
    let (what, payload) = store::take(tx, actor, *id)?;
    let (done, path, words) = match what.as_str() {
        "people" => (changes::take_back(tx, actor, &payload)?, "/people", "persons-undone"),
        "companies.state" => {
            (companies::deactivations::undo(tx, &payload)?, "/companies", "companies-undone")
        }
        _ => return Err(Error::NotFound),
    };
    let count = i64::try_from(done).unwrap_or(i64::MAX);
    Ok(Answer::to(path).saying(&Toast::new(words).count(count)))
}

/// Remembers how to take back what was just done. The payload is whatever the room that offers it can read again.
pub fn offer(tx: &mut Tx<'_>, actor: &Actor, what: &'static str, payload: &str) -> Result<UndoId> {
    store::insert(tx, actor, what, payload)
}
