//! Removing a division that nobody and nothing belongs to.
use kernel::{Answer, DivisionId, Error, Event, May, Path, Result, Toast, Tx};

use crate::access::ShapeDivisions;
use crate::divisions::store;

pub fn create(
    may: &May<ShapeDivisions>,
    tx: &mut Tx<'_>,
    Path(id): &Path<DivisionId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let (name, is_default) = store::facts(tx, org, *id)?;
    if is_default {
        return Err(Error::Conflict("divisions-default-stays"));
    }
    if store::is_used(tx, org, *id)? {
        return Err(Error::Conflict("divisions-used"));
    }
    store::delete(tx, org, *id)?;
    tx.record(&Event::new(org, "division.removed", "division", *id).named(name))?;
    Ok(Answer::to("/divisions").saying(&Toast::new("divisions-removed")))
}
