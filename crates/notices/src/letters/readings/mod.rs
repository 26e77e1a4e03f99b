//! A reading is somebody's look at what a letter says. The log keeps it, because letters hold links that open doors.
use kernel::{Answer, Error, Event, LetterId, May, Path, Result, Tx};

use super::store;
use crate::access::SendLetters;

pub fn create(
    may: &May<SendLetters>,
    tx: &mut Tx<'_>,
    Path(id): &Path<LetterId>,
) -> Result<Answer> {
    let letter = store::find(tx, may.reach(), *id)?;
    if !letter.is_open() {
        return Err(Error::Refused("outbox-not-yours-to-read"));
    }
    let event = Event::new(may.reach().org(), "letter.read", "letter", *id);
    tx.record(&event.named(letter.to))?;
    let ticket = store::ticket(tx, may.who(), *id)?;
    Ok(Answer::to(format!("/outbox/{id}?reading={ticket}#letter")))
}
