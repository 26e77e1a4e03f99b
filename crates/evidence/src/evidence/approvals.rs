//! Approving evidence, one piece or several at once; never the own and never what one handed in oneself.
use kernel::access::matrix;
use kernel::{Answer, Error, EvidenceId, Form, May, Path, Result, Toast, Tx};

use super::{decided, model::Evidence, store};
use crate::access::ReviewEvidence;
use crate::reviews::{self, model::Told};

/// Pieces that can be approved at once.
const MOST: usize = 200;

pub fn create(
    may: &May<ReviewEvidence>,
    tx: &mut Tx<'_>,
    Path(id): &Path<EvidenceId>,
) -> Result<Answer> {
    let it = store::find(tx, may.reach(), *id)?;
    if !is_for(may, &it) {
        return Err(Error::Forbidden(matrix::REVIEW.name));
    }
    approve(may, tx, &it)?;
    let next = reviews::next_path(tx, may)?;
    Ok(Answer::to(next).saying(&Toast::new("evidence-approved").count(1)))
}

/// Those among the chosen that wait and that this reviewer may decide about.
pub fn create_all(may: &May<ReviewEvidence>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let mut chosen = Vec::new();
    for id in form.each("id").take(MOST) {
        let id: EvidenceId = id.parse().map_err(|_| Error::NotFound)?;
        chosen.push(store::find(tx, may.reach(), id)?);
    }
    let mut count = 0;
    for it in chosen.iter().filter(|it| it.is_waiting() && is_for(may, it)) {
        approve(may, tx, it)?;
        count += 1;
    }
    Ok(Answer::to("/evidence").saying(&Toast::new("evidence-approved").count(count)))
}

/// Whether this reviewer may decide about it.
pub fn is_for(may: &May<ReviewEvidence>, it: &Evidence) -> bool {
    may.who().account != it.submitted.1 && may.who().person != Some(it.person.0)
}

fn approve(may: &May<ReviewEvidence>, tx: &mut Tx<'_>, it: &Evidence) -> Result<()> {
    store::decide(tx, may.who(), it.id, None)?;
    tx.record(&decided(it.org, "evidence.approved", it.id, it.person.0, &it.qualification.1))?;
    reviews::tell_decision(tx, it, &Told::Approved)
}
