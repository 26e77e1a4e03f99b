//! Approving an assessment; never the own.
use kernel::{Answer, AssessmentId, May, Path, Result, Toast, Tx};

use super::model::Told;
use super::{attempts, decidable, decided, next_path, tell_decision};
use crate::access::ReviewAssessments;

pub fn create(
    may: &May<ReviewAssessments>,
    tx: &mut Tx<'_>,
    Path(id): &Path<AssessmentId>,
) -> Result<Answer> {
    let it = decidable(may, tx, *id)?;
    attempts::decide(tx, may.who(), *id, None)?;
    tx.record(&decided("assessment.approved", &it))?;
    tell_decision(tx, &it, &Told::Approved)?;
    let next = next_path(tx, may)?;
    Ok(Answer::to(next).saying(&Toast::new("assessments-approved")))
}
