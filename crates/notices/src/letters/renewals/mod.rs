//! A renewal sends a letter again that waits or could not be delivered.
use kernel::{Answer, Event, LetterId, May, Path, Result, Toast, Tx};

use super::store;
use crate::access::SendLetters;

pub fn create(
    may: &May<SendLetters>,
    tx: &mut Tx<'_>,
    Path(id): &Path<LetterId>,
) -> Result<Answer> {
    let letter = store::find(tx, may.reach(), *id)?;
    store::renew(tx, may.reach(), *id)?;
    let event = Event::new(may.reach().org(), "letter.renewed", "letter", *id);
    tx.record(&event.named(letter.to))?;
    Ok(Answer::to(format!("/outbox/{id}")).saying(&Toast::new("outbox-renewed")))
}
