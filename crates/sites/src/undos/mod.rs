//! Taking back what was just done to several sites, once, for a short while, by whoever did it.
mod model;
pub mod store;

use kernel::{Answer, May, Path, Result, Routes, Toast, Tx, UndoId};

use crate::access::EditSites;
use crate::sites::switch;

pub fn routes() -> Routes {
    Routes::new().post("/sites/undo/{id}", create)
}

fn create(may: &May<EditSites>, tx: &mut Tx<'_>, Path(id): &Path<UndoId>) -> Result<Answer> {
    let undo = store::take(tx, may.who(), *id)?;
    let back = switch(tx, may, &undo.sites, undo.active)?;
    let count = i64::try_from(back.len()).unwrap_or(i64::MAX);
    Ok(Answer::to("/sites").saying(&Toast::new("sites-undone").count(count)))
}
