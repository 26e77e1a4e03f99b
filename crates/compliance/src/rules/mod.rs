//! What is required, of whom and from when. A change is a new version; nothing is overwritten.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
pub mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{
    Answer, AnyId, Error, Event, Form, Invalid, May, OrgId, Path, Result, Routes, RuleId, Search,
    Snapshot, Toast, Tx, Visit,
};
use ui::Desk;

use self::model::{Draft, Rule, Source};
use crate::access::{EditSiteRules, SeeSiteRules};
use crate::standings::store as standings;

pub fn routes() -> Routes {
    Routes::new()
        .get("/requirements", index)
        .get("/requirements/new", new)
        .post("/requirements", create)
        .get("/requirements/{id}", show)
        .get("/requirements/{id}/edit", edit)
        .post("/requirements/{id}", update)
        .post("/requirements/{id}/end", destroy)
}

/// T-S6: what is required at one site is for those who manage it; everything else for those who rule all sites. Out of
/// reach is not found.
pub fn reach(actor: &Actor, sites: &Sites, source: Source, level: Level) -> Result<()> {
    let may = match source {
        Source::Site(id) => sites.has(id),
        _ => actor.may(&matrix::ALL_SITES_RULES, level),
    };
    if may { Ok(()) } else { Err(Error::NotFound) }
}

/// What is asked for stays in use: whoever archives it is led to the rules that ask (decision 0014).
pub fn keep_asked(db: &Snapshot<'_>, org: OrgId, (kind, id): (&'static str, AnyId)) -> Result<()> {
    if !store::is_asked(db, org, (kind, id))? {
        return Ok(());
    }
    let subject = model::subject_code(store::subject(kind, id));
    Err(Error::Held("rules-asked-for", format!("/requirements?asks={subject}")))
}

fn index(
    may: &May<SeeSiteRules>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let org = may.reach().org();
    if let Some(subject) = model::subject_of(search.text("asks")) {
        return asking(may, db, visit, subject);
    }
    let sources = store::sources(db, may.reach(), may.who())?;
    let source = match Source::parse(search) {
        Some(asked) => asked,
        None => sources.first().map_or(Source::AllSites, |it| it.source),
    };
    reach(may.who(), may.reach(), source, Level::View)?;
    let name = store::name(db, org, source)?;
    let world = standings::world(db, org)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = edits(may.who(), source);
    let page = page::Index { world: &world, sources: &sources, source, name, now: db.now(), edits };
    Ok(page::index(&desk, &page).into_response())
}

/// Every rule that asks for one thing, as far as its source is within reach.
fn asking(
    may: &May<SeeSiteRules>,
    db: &Snapshot<'_>,
    visit: &Visit,
    subject: judge::Subject,
) -> Result<Response> {
    let (org, now) = (may.reach().org(), db.now());
    let world = standings::world(db, org)?;
    let named = world.subjects.get(&subject).ok_or(Error::NotFound)?;
    let asks = |it: &&Rule| it.terms.subjects.contains(&subject) && !it.is_over(now);
    let mut found = Vec::new();
    let mut unseen = 0;
    for rule in world.rules.iter().filter(asks) {
        if reach(may.who(), may.reach(), rule.source, Level::View).is_ok() {
            found.push((rule, store::name(db, org, rule.source)?));
        } else {
            unseen += 1;
        }
    }
    let desk = Desk::of(db, Some(may.who()), visit);
    let page = page::Asking { world: &world, name: &named.name, found: &found, unseen, now };
    Ok(page::asking(&desk, &page).into_response())
}

/// Whether somebody may change the rules of a source that they see.
fn edits(actor: &Actor, source: Source) -> bool {
    let sites = Sites::of(actor, &matrix::SITE_RULES, Level::Edit);
    sites.is_some_and(|it| reach(actor, &it, source, Level::Edit).is_ok())
}

fn new(
    may: &May<EditSiteRules>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let source = Source::parse(search).ok_or(Error::NotFound)?;
    reach(may.who(), may.reach(), source, Level::Edit)?;
    let name = store::name(db, may.reach().org(), source)?;
    let world = standings::world(db, may.reach().org())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { world: &world, source, name, rule: None };
    Ok(page::form(&desk, &form, search, &Invalid::default()).into_response())
}

fn create(
    may: &May<EditSiteRules>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let source = Source::parse(form).ok_or(Error::NotFound)?;
    reach(may.who(), may.reach(), source, Level::Edit)?;
    let name = store::name(tx, org, source)?;
    let world = standings::world(tx, org)?;
    let draft = match Draft::parse(form, tx.now(), &world, None) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let page = page::Form { world: &world, source, name, rule: None };
            return Ok(Answer::refused(page::form(&desk, &page, form, &invalid)));
        }
    };
    let id = store::insert(tx, org, (source, None), &draft, may.who().account)?;
    tx.record(&told(org, "rule.published", id, source, &draft.name(&world), &draft))?;
    Ok(Answer::to(source.path()).saying(&Toast::new("rules-published")))
}

fn told(
    org: OrgId,
    what: &'static str,
    id: RuleId,
    source: Source,
    name: &str,
    draft: &Draft,
) -> Event {
    let terms = &draft.terms;
    let validity = terms.validity.map(|it| it.to_string());
    let mut event = Event::new(org, what, "rule", id)
        .named(name)
        .set("mode", &model::mode_code(terms.mode))
        .set("blocking", &terms.blocking)
        .set("validity", &validity)
        .set("grace", &i64::from(terms.grace))
        .set("starts", &draft.starts);
    if let Source::Site(site) = source {
        event = event.at(site);
    }
    event
}

/// A rule that somebody may see, in the version asked for.
fn found(
    actor: &Actor,
    sites: &Sites,
    db: &Snapshot<'_>,
    id: RuleId,
    level: Level,
) -> Result<Rule> {
    let rule = store::find(db, sites.org(), id)?;
    reach(actor, sites, rule.source, level)?;
    Ok(rule)
}

fn show(
    may: &May<SeeSiteRules>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<RuleId>, Visit),
) -> Result<Response> {
    let rule = found(may.who(), may.reach(), db, *id, Level::View)?;
    let world = standings::world(db, may.reach().org())?;
    let name = store::name(db, may.reach().org(), rule.source)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let edits = edits(may.who(), rule.source);
    Ok(page::show(&desk, &world, &rule, &name, edits, db.now()).into_response())
}

fn edit(
    may: &May<EditSiteRules>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<RuleId>, Visit),
) -> Result<Response> {
    let rule = found(may.who(), may.reach(), db, *id, Level::Edit)?;
    if rule.end.is_some() {
        return Err(Error::Conflict("rules-over"));
    }
    let world = standings::world(db, may.reach().org())?;
    let name = store::name(db, may.reach().org(), rule.source)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let form = page::Form { world: &world, source: rule.source, name, rule: Some(rule.id) };
    Ok(page::form(&desk, &form, &rule.fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditSiteRules>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<RuleId>, Form, Visit),
) -> Result<Answer> {
    let org = may.reach().org();
    let old = found(may.who(), may.reach(), tx, *id, Level::Edit)?;
    let world = standings::world(tx, org)?;
    let draft = match Draft::parse(form, tx.now(), &world, Some(&old)) {
        Ok(draft) => draft,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            let name = store::name(tx, org, old.source)?;
            let page = page::Form { world: &world, source: old.source, name, rule: Some(old.id) };
            return Ok(Answer::refused(page::form(&desk, &page, form, &invalid)));
        }
    };
    if draft.terms == old.terms {
        return Ok(Answer::to(old.source.path()).saying(&Toast::new("rules-same")));
    }
    if !store::end(tx, org, old.id, draft.starts, may.who().account)? {
        return Err(Error::Conflict("rules-over"));
    }
    let made = store::insert(tx, org, (old.source, Some(old.line)), &draft, may.who().account)?;
    tx.record(&told(org, "rule.changed", made, old.source, &draft.name(&world), &draft))?;
    Ok(Answer::to(old.source.path()).saying(&Toast::new("rules-changed")))
}

fn destroy(
    may: &May<EditSiteRules>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<RuleId>, Form),
) -> Result<Answer> {
    let org = may.reach().org();
    let rule = found(may.who(), may.reach(), tx, *id, Level::Edit)?;
    let world = standings::world(tx, org)?;
    let at = model::starts(form, tx.now(), &world.zone).unwrap_or(tx.now());
    if !store::end(tx, org, rule.id, at, may.who().account)? {
        return Err(Error::Conflict("rules-over"));
    }
    let mut event = Event::new(org, "rule.ended", "rule", rule.id).named(rule.terms.name(&world));
    if let Source::Site(site) = rule.source {
        event = event.at(site);
    }
    tx.record(&event.set("ends", &at))?;
    Ok(Answer::to(rule.source.path()).saying(&Toast::new("rules-ended")))
}
