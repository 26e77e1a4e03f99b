//! Reading a notice takes it off the bell's count. Nobody but its reader cares, so the log does not say it.
use kernel::{Answer, Form, May, NoteId, Path, Result, Toast, Tx};

use super::store;
use crate::access::ReadNotes;

/// Marks one as read and, when it was opened, leads to what it is about.
pub fn create(
    may: &May<ReadNotes>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<NoteId>, Form),
) -> Result<Answer> {
    let note = store::find(tx, may.reach(), *id)?;
    store::mark_read(tx, may.reach(), *id)?;
    let place = note.place().filter(|_| form.ticked("open"));
    Ok(Answer::to(place.unwrap_or_else(|| "/notices".into())))
}

/// Marks all as read.
pub fn create_all(may: &May<ReadNotes>, tx: &mut Tx<'_>, (): &()) -> Result<Answer> {
    let count = store::mark_all_read(tx, may.reach())?;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Ok(Answer::to("/notices").saying(&Toast::new("notices-all-read").count(count)))
}
