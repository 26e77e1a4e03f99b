//! Bringing a qualification back into use.
use kernel::{Answer, Event, May, Path, QualificationId, Result, Toast, Tx};

use super::store;
use crate::access::EditQualifications;

pub fn create(
    may: &May<EditQualifications>,
    tx: &mut Tx<'_>,
    Path(id): &Path<QualificationId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let it = store::find(tx, org, *id)?;
    if store::set_active(tx, org, *id, true)? {
        let event = Event::new(org, "qualification.activated", "qualification", *id);
        tx.record(&event.named(it.draft.name.as_str()))?;
    }
    Ok(Answer::to("/qualifications").saying(&Toast::new("qualifications-activated")))
}
