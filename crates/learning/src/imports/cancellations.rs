//! No: thrown away before it was written, or taken back afterwards. What it wrote is voided and stays to be seen.
use kernel::{Answer, Error, Event, Form, ImportId, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

use super::model::{Outcome, State, reason};
use super::{jobs, page, store};
use crate::access::{RecordTraining, others};

pub fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<ImportId>, Form, Visit),
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let (org, account) = (reach.org(), may.who().account);
    let import = store::find(tx, &reach, account, *id)?;
    let there = format!("/imports/{id}");
    if import.state == State::Checked {
        if !store::step(tx, org, *id, (State::Checked, State::Dropped), None)? {
            return Err(Error::Conflict("error-conflict-words"));
        }
        tx.record(
            &Event::new(org, "import.dropped", "import", *id).named(import.lines.to_string()),
        )?;
        return Ok(Answer::to("/imports").saying(&Toast::new("imports-dropped")));
    }
    let reason = match reason(form) {
        Ok(reason) => reason,
        Err(invalid) => {
            let lines = store::lines(tx, org, *id, true, 0)?;
            let desk = Desk::of(tx, Some(may.who()), visit);
            let it = page::Shown {
                import: &import,
                lines: &lines,
                all: false,
                after: 0,
                invalid: &invalid,
            };
            return Ok(Answer::refused(page::show(&desk, &it)));
        }
    };
    if !store::step(tx, org, *id, (State::Written, State::Voiding), Some(&reason))? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    let count = import.count(|it| it == Outcome::Written);
    let event = Event::new(org, "import.voided", "import", *id).named(count.to_string());
    tx.record(&event.set("count", &count).set("reason", &reason))?;
    jobs::stretch(tx, org, *id, account)?;
    Ok(Answer::to(there).saying(&Toast::new("imports-voiding")))
}
