//! What would happen if: who turns amber or red when a rule goes live, at which site and from when.
pub mod model;
mod page;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::Level;
use kernel::sheet::Sheet;
use kernel::{Error, Fields, May, Result, Routes, RuleId, Search, Snapshot, Visit};
use ui::Desk;

use self::model::{Rehearsal, Turn};
use crate::access::EditSiteRules;
use crate::dossiers;
use crate::rules;
use crate::rules::model::{Draft, Source};
use crate::rules::page::Form;
use crate::standings::model::World;
use crate::standings::store;

pub fn routes() -> Routes {
    Routes::new().get("/requirements/rehearsal", show).get("/requirements/rehearsal.csv", csv)
}

/// What is rehearsed: a draft in a source, in place of a version or besides all others.
struct Rehearsed {
    source: Source,
    name: String,
    rule: Option<RuleId>,
    before: World,
    draft: std::result::Result<Draft, kernel::Invalid>,
}

fn read(may: &May<EditSiteRules>, db: &Snapshot<'_>, fields: &Fields) -> Result<Rehearsed> {
    let org = may.reach().org();
    let rule: Option<RuleId> = fields.text("rule").parse().ok();
    let source = match rule {
        Some(id) => rules::store::find(db, org, id)?.source,
        None => Source::parse(fields).ok_or(Error::NotFound)?,
    };
    rules::reach(may.who(), may.reach(), source, Level::Edit)?;
    let before = store::world(db, org)?;
    let draft = Draft::parse(fields, db.now(), &before);
    Ok(Rehearsed { source, name: rules::store::name(db, org, source)?, rule, before, draft })
}

/// Everybody whose answer would get worse. People are read in stretches, by key.
fn rehearse(
    db: &Snapshot<'_>,
    it: &Rehearsed,
    org: kernel::OrgId,
    draft: &Draft,
) -> Result<Vec<Turn>> {
    let after = model::with(&it.before, it.source, it.rule, draft, db.now());
    let (mut all, mut last) = (Vec::new(), None);
    let Some(mut rehearsal) = Rehearsal::new(&it.before, &after, db.now()) else { return Ok(all) };
    loop {
        let some = dossiers::store::after(db, org, last, &after.rules)?;
        for one in &some {
            rehearsal.turns(&one.who, &mut all);
        }
        match some.last() {
            Some(one) if some.len() == store::CHUNK => last = Some(one.who.id),
            _ => break,
        }
    }
    all.sort_by(|a, b| (a.from, &a.name).cmp(&(b.from, &b.name)));
    Ok(all)
}

fn show(
    may: &May<EditSiteRules>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let it = read(may, db, search)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = Form { world: &it.before, source: it.source, name: it.name.clone(), rule: it.rule };
    let draft = match &it.draft {
        Ok(draft) => draft,
        Err(invalid) => return Ok(rules::page::form(&desk, &form, search, invalid).into_response()),
    };
    let all = rehearse(db, &it, may.reach().org(), draft)?;
    Ok(page::show(&desk, &form, draft, search, &all).into_response())
}

/// The same list as a file.
fn csv(
    may: &May<EditSiteRules>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let it = read(may, db, search)?;
    let Ok(draft) = &it.draft else { return Err(Error::Refused("rules-choose")) };
    let desk = Desk::of(db, Some(may.who()), visit);
    let mut sheet = Sheet::csv();
    sheet.row(page::columns(desk.lang))?;
    for turn in rehearse(db, &it, may.reach().org(), draft)? {
        sheet.row(page::cells(&desk, &it.before, &turn).iter().map(String::as_str))?;
    }
    sheet.answer("rehearsal")
}
