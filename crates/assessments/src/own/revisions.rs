//! Beginning again with what was rejected: a new attempt with the same answers. The rejected one stays as it is.
use kernel::{Answer, AssessmentId, Error, May, Path, Result, Toast, Tx};

use super::{attempts, happened, model, myself, store, usual};
use crate::access::FillIn;

pub fn create(may: &May<FillIn>, tx: &mut Tx<'_>, Path(id): &Path<AssessmentId>) -> Result<Answer> {
    let (org, person) = myself(may)?;
    let it = attempts::own(tx, org, person, *id)?;
    if !matches!(it.decided, Some((false, ..))) {
        return Err(Error::Conflict("assessments-not-rejected"));
    }
    let places = attempts::places(tx, org, person, it.template.0)?;
    let fresh = attempts::Fresh {
        template: it.template.0,
        version: it.version,
        person,
        site: usual(&places, &it),
        former: Some(it.id),
    };
    let Some(made) = attempts::start(tx, may.who(), &fresh)? else {
        // Another device was quicker, or something else of this template is under way.
        let draft = attempts::draft(tx, org, person, it.template.0)?;
        let draft = draft.ok_or(Error::Conflict("error-conflict-words"))?;
        let progress = store::progress(tx, org, person)?;
        return Ok(Answer::to(model::resume(draft, progress.get(&draft)))
            .saying(&Toast::new("assessments-resumed")));
    };
    tx.record(&happened("assessment.revised", &it).set("attempt", &made))?;
    Ok(Answer::to(format!("/risk-assessments/{made}")).saying(&Toast::new("assessments-revised")))
}
