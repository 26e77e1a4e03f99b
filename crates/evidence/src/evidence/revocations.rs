//! Revoking evidence that was approved and turned out to be wrong.
use kernel::access::matrix;
use kernel::{Answer, Error, EvidenceId, Form, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

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
    if may.who().person == Some(it.person.0) {
        return Err(Error::Forbidden(matrix::REVIEW.name));
    }
    let given = match Given::words(form) {
        Ok(given) => given,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(sheet(tx, &desk, may.who(), &it, (form, &invalid))?));
        }
    };
    store::revoke(tx, may.who(), *id, &given)?;
    let event = decided(it.org, "evidence.revoked", it.id, it.person.0, &it.qualification.1);
    tx.record(&event.set("words", &given.words))?;
    reviews::tell_decision(tx, &it, &Told::Revoked(&given))?;
    Ok(Answer::to(format!("/evidence/{id}")).saying(&Toast::new("evidence-revoked")))
}
