//! A template as the phone will show it, one question after the other. Nothing is kept.
use axum::response::{IntoResponse, Response};
use kernel::{Error, May, Path, Result, Search, Snapshot, TemplateId, Visit};
use ui::Desk;

use super::{page, store};
use crate::access::SeeTemplates;
use crate::templates::store as templates;

pub fn show(
    may: &May<SeeTemplates>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<TemplateId>, Search, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    let template = templates::find(db, org, *id)?;
    let questions = store::of(db, org, *id, template.version())?;
    let at: usize = search.text("n").parse().unwrap_or(1);
    let question = questions.get(at.saturating_sub(1)).ok_or(Error::NotFound)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::preview(&desk, &template, question, questions.len()).into_response())
}
