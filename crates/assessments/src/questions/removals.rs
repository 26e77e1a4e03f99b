//! Taking a question out of the version that is being worked on.
use kernel::{Answer, May, Path, Result, TemplateId, TemplateQuestionId, Tx};

use super::{back, changeable, changed, find, store};
use crate::access::EditTemplates;

pub fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    Path((id, question)): &Path<(TemplateId, TemplateQuestionId)>,
) -> Result<Answer> {
    let org = may.reach().org();
    let template = changeable(tx, org, *id)?;
    let (it, _) = find(tx, org, &template, *question)?;
    store::delete(tx, org, *id, *question)?;
    let event = changed(org, "template.question-removed", &template);
    tx.record(&event.set("question", &it.draft.words))?;
    Ok(back(*id, "asks-removed"))
}
