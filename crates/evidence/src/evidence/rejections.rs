//! Rejecting evidence, with a reason of the house or one's own words.
use kernel::access::matrix;
use kernel::{Answer, Error, EvidenceId, Form, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

use super::approvals::is_for;
use super::model::Given;
use super::{decided, sheet, store};
use crate::access::ReviewEvidence;
use crate::reviews::{self, model::Told};

pub fn create(
    may: &May<ReviewEvidence>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<EvidenceId>, Form, Visit),
) -> Result<Answer> {
    let it = store::find(tx, may.reach(), *id)?;
    if !is_for(may, &it) {
        return Err(Error::Forbidden(matrix::REVIEW.name));
    }
    let given = match Given::parse(form) {
        Ok(given) => given,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(sheet(tx, &desk, may.who(), &it, (form, &invalid))?));
        }
    };
    store::decide(tx, may.who(), *id, Some(&given))?;
    let event = decided(it.org, "evidence.rejected", it.id, it.person.0, &it.qualification.1);
    tx.record(&event.set("reason", &given.reason.code()).set("words", &given.words))?;
    reviews::tell_decision(tx, &it, &Told::Rejected(&given))?;
    let next = reviews::next_path(tx, may)?;
    Ok(Answer::to(next).saying(&Toast::new("evidence-rejected")))
}
