//! Taking a qualification out of use: nobody chooses it any more, what was shown for it stays.
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
    let mut toast = Toast::new("qualifications-deactivated");
    if store::set_active(tx, org, *id, false)? {
        let event = Event::new(org, "qualification.deactivated", "qualification", *id);
        tx.record(&event.named(it.draft.name.as_str()))?;
        toast = toast.undo(format!("/qualifications/{id}/activation"));
    }
    Ok(Answer::to("/qualifications").saying(&toast))
}
