//! Taking back what one handed in, as long as nobody decided about it.
use kernel::access::matrix;
use kernel::{Answer, Error, EvidenceId, May, Path, Result, Toast, Tx};

use super::{decided, store};
use crate::access::HandInEvidence;

pub fn create(
    may: &May<HandInEvidence>,
    tx: &mut Tx<'_>,
    Path(id): &Path<EvidenceId>,
) -> Result<Answer> {
    let it = store::find(tx, may.reach(), *id)?;
    if may.who().account != it.submitted.1 && may.who().person != Some(it.person.0) {
        return Err(Error::Forbidden(matrix::TRAINING.name));
    }
    store::withdraw(tx, may.who(), *id)?;
    tx.record(&decided(it.org, "evidence.withdrawn", it.id, it.person.0, &it.qualification.1))?;
    Ok(Answer::to(format!("/evidence/{id}")).saying(&Toast::new("evidence-withdrawn")))
}
