//! Publishing a template freezes the version that was worked on; unpublishing it stops asking.
use kernel::{Answer, Error, Invalid, May, Path, Result, TemplateId, Toast, Tx, Visit};
use ui::Desk;

use super::model::State;
use super::{happened, sheet, store};
use crate::access::EditTemplates;
use crate::attempts;

pub fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Path(id), visit): &(Path<TemplateId>, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let it = store::find(tx, org, *id)?;
    if !it.publishes() {
        return Err(Error::Conflict("templates-nothing-to-publish"));
    }
    if it.questions == 0 {
        let desk = Desk::of(tx, Some(may.who()), visit);
        let invalid = Invalid::one("questions", "templates-no-questions");
        return Ok(Answer::refused(sheet(tx, &desk, org, &it, true, &invalid)?));
    }
    store::freeze(tx, org, *id, may.who().account)?;
    store::set_state(tx, org, *id, &[State::Draft.code()], State::Published)?;
    tx.record(&happened(org, "template.published", &it).set("version", &it.version()))?;
    let toast = Toast::new("templates-published");
    Ok(Answer::to(format!("/assessment-templates/{id}")).saying(&toast))
}

/// §7.9: a draft that nobody answered anything in goes with it; the others can still be finished.
pub fn destroy(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    Path(id): &Path<TemplateId>,
) -> Result<Answer> {
    let org = may.reach().org();
    let it = store::find(tx, org, *id)?;
    if !store::set_state(tx, org, *id, &[State::Published.code()], State::Draft)? {
        return Err(Error::Conflict("templates-not-published"));
    }
    let dropped = attempts::store::cancel_untouched(tx, org, *id)?;
    tx.record(&happened(org, "template.unpublished", &it).set("drafts", &dropped))?;
    let toast = Toast::new("templates-unpublished");
    Ok(Answer::to(format!("/assessment-templates/{id}")).saying(&toast))
}
