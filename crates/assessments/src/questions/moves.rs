//! Moving a question up or down by one: a button each, so that it works with the keyboard and without script.
use kernel::{Answer, Form, May, Path, Result, TemplateId, TemplateQuestionId, Tx};

use super::{changeable, changed, find, model, store};
use crate::access::EditTemplates;

pub fn create(
    may: &May<EditTemplates>,
    tx: &mut Tx<'_>,
    (Path((id, question)), Form(form)): &(Path<(TemplateId, TemplateQuestionId)>, Form),
) -> Result<Answer> {
    let org = may.reach().org();
    let template = changeable(tx, org, *id)?;
    let (it, count) = find(tx, org, &template, *question)?;
    let place = format!("/assessment-templates/{id}#question-{question}");
    let Some(to) = model::moved(it.position, count, form.text("to") == "up") else {
        return Ok(Answer::to(place));
    };
    let version = store::open(tx, org, *id)?;
    let mut order: Vec<TemplateQuestionId> =
        store::of(tx, org, *id, version)?.iter().map(|it| it.id).collect();
    order.retain(|it| it != question);
    order.insert(usize::try_from(to - 1).unwrap_or_default().min(order.len()), *question);
    store::arrange(tx, org, *id, version, &order)?;
    let event = changed(org, "template.question-moved", &template);
    tx.record(&event.set("question", &it.draft.words).change(
        "position",
        Some(&it.position),
        Some(&to),
    ))?;
    Ok(Answer::to(place))
}
