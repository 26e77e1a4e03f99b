//! Putting a template away: nobody is asked any more, what was answered stays. And bringing it back.
use kernel::{Answer, Error, May, Path, Result, TemplateId, Toast, Tx};

use super::model::State;
use super::{happened, store};
use crate::access::EditTemplates;
use crate::attempts;

pub fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    Path(id): &Path<TemplateId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let it = store::find(tx, org, *id)?;
    let from = [State::Published.code(), State::Draft.code()];
    if !store::set_state(tx, org, *id, &from, State::Archived)? {
        return Err(Error::Conflict("templates-archived-already"));
    }
    let dropped = attempts::store::cancel_untouched(tx, org, *id)?;
    tx.record(&happened(org, "template.archived", &it).set("drafts", &dropped))?;
    let undo = format!("/assessment-templates/{id}/archive/end");
    let toast = Toast::new("templates-archived").undo(undo);
    Ok(Answer::to("/assessment-templates").saying(&toast))
}

/// It comes back as a draft: publishing it is a decision of its own.
pub fn destroy(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    Path(id): &Path<TemplateId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let it = store::find(tx, org, *id)?;
    if !store::set_state(tx, org, *id, &[State::Archived.code()], State::Draft)? {
        return Err(Error::Conflict("templates-not-archived"));
    }
    tx.record(&happened(org, "template.restored", &it))?;
    let toast = Toast::new("templates-restored");
    Ok(Answer::to(format!("/assessment-templates/{id}")).saying(&toast))
}
