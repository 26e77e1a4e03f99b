//! Dropping a draft.
use kernel::{Answer, AssessmentId, Error, May, Path, Result, Toast, Tx};

use super::{attempts, happened, myself};
use crate::access::FillIn;

pub fn create(may: &May<FillIn>, tx: &mut Tx<'_>, Path(id): &Path<AssessmentId>) -> Result<Answer> {
    let (org, person) = myself(may)?;
    let it = attempts::own(tx, org, person, *id)?;
    if !attempts::cancel(tx, org, *id)? {
        return Err(Error::Conflict("assessments-not-a-draft"));
    }
    tx.record(&happened("assessment.cancelled", &it))?;
    Ok(Answer::to("/risk-assessments").saying(&Toast::new("assessments-cancelled")))
}
