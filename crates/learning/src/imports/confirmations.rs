//! Yes, write it.
use kernel::{Answer, Error, Event, ImportId, May, Path, Result, Toast, Tx};

use super::model::{Outcome, State};
use super::{jobs, store};
use crate::access::{RecordTraining, others};

/// Writes the first lines at once; the rest is work for later.
pub fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    Path(id): &Path<ImportId>,
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let (org, account) = (reach.org(), may.who().account);
    let import = store::find(tx, &reach, account, *id)?;
    if import.count(|it| it == Outcome::Ready) == 0 {
        return Err(Error::Conflict("imports-none-ready"));
    }
    store::leave_out_of_reach(tx, &reach, *id)?;
    if !store::step(tx, org, *id, (State::Checked, State::Writing), None)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    let count = import.count(|it| it == Outcome::Ready);
    let event = Event::new(org, "import.confirmed", "import", *id);
    tx.record(&event.named(count.to_string()).set("count", &count))?;
    jobs::stretch(tx, org, *id, account)?;
    Ok(Answer::to(format!("/imports/{id}")).saying(&Toast::new("imports-confirmed")))
}
