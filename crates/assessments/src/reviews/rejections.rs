//! Rejecting an assessment, with a reason that the person reads.
use kernel::{Answer, AssessmentId, Form, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

use super::model::{Told, reason};
use super::{attempts, decidable, decided, next_path, sheet, tell_decision};
use crate::access::ReviewAssessments;

pub fn create(
    may: &May<ReviewAssessments>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<AssessmentId>, Form, Visit),
) -> Result<Answer> {
    let it = decidable(may, tx, *id)?;
    let reason = match reason(form) {
        Ok(reason) => reason,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(sheet(tx, &desk, may.who(), &it, (form, &invalid))?));
        }
    };
    attempts::decide(tx, may.who(), *id, Some(&reason))?;
    tx.record(&decided("assessment.rejected", &it).set("reason", &reason))?;
    tell_decision(tx, &it, &Told::Rejected(&reason))?;
    let next = next_path(tx, may)?;
    Ok(Answer::to(next).saying(&Toast::new("assessments-rejected")))
}
