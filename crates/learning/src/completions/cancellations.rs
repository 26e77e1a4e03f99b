//! Voiding a completion that was recorded wrongly, with a reason. The row stays, struck through.
use kernel::{Answer, CompletionId, Error, Event, Form, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

use super::{model, page, store};
use crate::access::{RecordTraining, others};

pub fn create(
    may: &May<RecordTraining>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<CompletionId>, Form, Visit),
) -> Result<Answer> {
    let reach = others(may.reach())?;
    let (org, today) = (reach.org(), tx.now().date_in(&may.who().face.zone));
    let completion = store::find(tx, &reach, today, *id)?;
    let back = format!("/people/{}/completions", completion.person.0);
    let reason = match model::reason(form) {
        Ok(reason) => reason,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let it = page::Shown { completion: &completion, today, voids: true, back: &back };
            return Ok(Answer::refused(page::show(&desk, &it, form, &invalid)));
        }
    };
    if !store::void(tx, org, may.who().account, *id, &reason)? {
        return Err(Error::Conflict("error-conflict-words"));
    }
    tx.record(
        &Event::new(org, "completion.voided", "completion", *id)
            .named(completion.course.1.as_str())
            .set("person", &completion.person.1)
            .set("reason", &reason)
            .about(completion.person.0),
    )?;
    Ok(Answer::to(back).saying(&Toast::new("completions-voided")))
}
