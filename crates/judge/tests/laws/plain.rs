//! The definition, evaluated at one moment the slow and obvious way: by days, without spans, edges or strengths.
//! It shares with the judge how long a thing is valid and where days begin, which the tables show, and nothing else.
use judge::{
    Bar, Decision, Finding, GATE_DAYS, Instant, Known, Mode, Note, Record, Requirement, Span,
    State, Status, Wanted, Weight,
};

use crate::draw::World;

pub struct Plain {
    pub decision: Decision,
    pub bars: Vec<Bar>,
    pub findings: Vec<Finding>,
}

fn sees(known: Known, span: Span) -> bool {
    match known {
        Known::Now => span.until == Instant::END,
        Known::At(then) => span.from <= then && then < span.until,
    }
}

pub fn judge(world: &World, known: Known, at: Instant) -> Plain {
    let findings: Vec<Finding> =
        world.requirements.iter().filter_map(|it| finding(world, known, at, it)).collect();
    let mut bars: Vec<Bar> = world.facts.bars.clone();
    bars.retain(|it| sees(known, it.known) && (it.site.is_none() || it.site == world.site));
    bars.retain(|it| it.holds.from <= at && at < it.holds.until);
    bars.sort_by_key(|it| (it.kind, it.id));
    let decision = if !bars.is_empty() || findings.iter().any(|it| it.weight == Weight::Blocks) {
        Decision::Red
    } else if findings.iter().any(|it| it.weight == Weight::Warns) {
        Decision::Amber
    } else {
        Decision::Green
    };
    Plain { decision, bars, findings }
}

fn finding(world: &World, known: Known, at: Instant, asked: &Requirement) -> Option<Finding> {
    let first = asked.any_of.first()?;
    let applies = asked.applies;
    if asked.mode == Mode::Hidden
        || !sees(known, asked.known)
        || applies.from >= applies.until
        || applies.until <= at
    {
        return None;
    }
    let blank = Finding {
        requirement: asked.id,
        source: asked.source,
        mode: asked.mode,
        subject: first.subject,
        status: Status::Missing,
        weight: Weight::Fine,
        by: None,
        last: None,
        due: None,
        note: None,
    };
    if at < applies.from {
        let note = Some(Note::AskedFrom(world.zone.day(applies.from)));
        return Some(Finding { status: Status::NotRequired, note, ..blank });
    }
    let said = met(world, known, at, asked, blank)
        .or_else(|| pending(world, known, at, asked, blank))
        .or_else(|| ended(world, known, at, asked, blank))
        .or_else(|| aside(world, known, at, asked, blank));
    let mut finding = said.unwrap_or(blank);
    let today = world.zone.day(at);
    let soon = finding.last.is_some_and(|it| today.0 + i32::from(GATE_DAYS) >= it.0);
    let met = [Status::Valid, Status::Expiring, Status::Waived].contains(&finding.status);
    finding.due = asked.due.filter(|it| !met && today <= *it);
    finding.weight = match (met, asked.mode) {
        (_, Mode::Optional) => Weight::Fine,
        (true, _) if soon => Weight::Warns,
        (true, _) => Weight::Fine,
        (false, _) if asked.blocking && finding.due.is_none() => Weight::Blocks,
        (false, _) => Weight::Warns,
    };
    Some(finding)
}

/// Every record about an alternative, and whether it would count at the place.
fn answers<'a>(
    world: &'a World,
    known: Known,
    asked: &'a Requirement,
) -> impl Iterator<Item = (&'a Wanted, &'a Record, bool)> {
    asked.any_of.iter().flat_map(move |wanted| {
        let about = world.facts.records.iter().filter(move |it| it.subject == wanted.subject);
        about.filter(move |it| sees(known, it.known)).map(move |it| {
            let here = !wanted.here || it.site.is_none() || it.site == world.site;
            (wanted, it, here)
        })
    })
}

/// What holds today; of several, the one that lasts longest, a record before a waiver.
fn met(
    world: &World,
    known: Known,
    at: Instant,
    asked: &Requirement,
    blank: Finding,
) -> Option<Finding> {
    let zone = &world.zone;
    let today = zone.day(at);
    let mut best = Vec::new();
    for (wanted, record, here) in answers(world, known, asked) {
        let last = wanted.last_day(record.done.day(zone), record.last);
        let holds = record.done.instant(zone) <= at && last.is_none_or(|it| today <= it);
        let counts = here && record.state == State::Approved && record.edition >= wanted.edition;
        if counts && holds {
            let soon = last.is_some_and(|it| today.0 + i32::from(wanted.remind) >= it.0);
            let status = if soon { Status::Expiring } else { Status::Valid };
            let key = (last.map_or(i32::MAX, |it| it.0), true, record.id, soon);
            let (by, subject) = (Some(record.id), wanted.subject);
            best.push((key, Finding { status, by, last, subject, ..blank }));
        }
    }
    for it in &world.facts.waivers {
        let about = asked.any_of.iter().any(|wanted| wanted.subject == it.subject);
        let place = it.site.is_none() || it.site == world.site;
        let holds = it.from <= at && today <= it.last && it.lifted.is_none_or(|lifted| at < lifted);
        if about && place && holds && sees(known, it.known) {
            let finding = Finding {
                status: Status::Waived,
                by: Some(it.id),
                last: Some(it.last),
                subject: it.subject,
                ..blank
            };
            best.push(((it.last.0, false, it.id, false), finding));
        }
    }
    best.into_iter().max_by_key(|(key, _)| *key).map(|(_, it)| it)
}

fn pending(
    world: &World,
    known: Known,
    at: Instant,
    asked: &Requirement,
    blank: Finding,
) -> Option<Finding> {
    let waits = answers(world, known, asked)
        .filter(|(_, it, here)| *here && it.state == State::Waiting && it.since <= at);
    let (wanted, record, _) = waits.max_by_key(|(_, it, _)| (it.since, it.id))?;
    let by = Some(record.id);
    Some(Finding { status: Status::Pending, by, subject: wanted.subject, ..blank })
}

/// What is over: ended by its day, rejected, revoked. The last of these.
fn ended(
    world: &World,
    known: Known,
    at: Instant,
    asked: &Requirement,
    blank: Finding,
) -> Option<Finding> {
    let zone = &world.zone;
    let mut all = Vec::new();
    for (wanted, record, _) in answers(world, known, asked).filter(|(_, _, here)| *here) {
        let said = Finding { by: Some(record.id), subject: wanted.subject, ..blank };
        let last = wanted.last_day(record.done.day(zone), record.last);
        let begun = record.done.instant(zone) <= at;
        let asked_edition = record.edition >= wanted.edition;
        match (record.state, last) {
            (State::Approved, Some(day)) if begun && zone.day(at) > day && asked_edition => {
                let said = Finding { status: Status::Expired, last, ..said };
                all.push(((zone.end(day), record.id), said));
            }
            (State::Rejected, _) if record.since <= at => {
                let said = Finding { status: Status::Rejected, ..said };
                all.push(((record.since, record.id), said));
            }
            (State::Revoked, _) if record.since <= at => {
                let said = Finding { note: Some(Note::Revoked), ..said };
                all.push(((record.since, record.id), said));
            }
            _ => {}
        }
    }
    all.into_iter().max_by_key(|(key, _)| *key).map(|(_, it)| it)
}

/// What would count elsewhere, in an older edition, or later.
fn aside(
    world: &World,
    known: Known,
    at: Instant,
    asked: &Requirement,
    blank: Finding,
) -> Option<Finding> {
    let zone = &world.zone;
    let mut all = Vec::new();
    for (wanted, record, here) in answers(world, known, asked) {
        if record.state != State::Approved {
            continue;
        }
        let done = record.done.day(zone);
        let last = wanted.last_day(done, record.last);
        let begun = record.done.instant(zone) <= at;
        let over = last.is_some_and(|it| zone.day(at) > it);
        let never = last.is_some_and(|it| zone.end(it) <= record.done.instant(zone));
        let older = record.edition < wanted.edition;
        let note = match record.site {
            Some(site) if !here && begun && !over => Some((2, Note::OtherSite(site))),
            _ if here && older && begun && !over => Some((1, Note::OlderEdition)),
            _ if here && !older && !begun && !never => Some((0, Note::CountsFrom(done))),
            _ => None,
        };
        if let Some((rank, note)) = note {
            let (by, subject, note) = (Some(record.id), wanted.subject, Some(note));
            all.push(((rank, record.id), Finding { by, subject, note, ..blank }));
        }
    }
    all.into_iter().max_by_key(|(key, _)| *key).map(|(_, it)| it)
}
